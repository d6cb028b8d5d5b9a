import Assets
import WorldModel

/// People to choose from, made once.
struct PersonPalette: Sendable {
  struct Model: Sendable {
    var asset: Asset
    var body: PersonBody
  }

  let models: [Model]

  /// Made on first use, then kept: it depends on nothing.
  static let shared = PersonPalette()

  private init() {
    models = (0..<12).map { i in
      let person = Pedestrian(variant: UInt64(i + 1), isChild: i % 6 == 5)
      return Model(asset: person.makeAsset(), body: person.body)
    }
  }
}
