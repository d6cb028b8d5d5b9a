import Assets
import RandomStreams
import WorldModel

/// People to choose from, made once.
struct PersonPalette: Sendable {
  struct Model: Sendable {
    var asset: Asset
    var body: PersonBody
    var isChild: Bool
  }

  let models: [Model]

  /// Made on first use, then kept: it depends on nothing.
  static let shared = PersonPalette()

  private init() {
    models = (0..<12).map { i in
      let person = Pedestrian(variant: UInt64(i + 1), isChild: i % 6 == 5)
      return Model(asset: person.makeAsset(), body: person.body, isChild: i % 6 == 5)
    }
  }

  /// Other skin, hair and clothes for a model, by material: so that few shapes make many people.
  static func colours(of asset: Asset, _ chance: inout RandomStream) -> [Int: Material] {
    var out: [Int: Material] = [:]
    let skin = chance.choose(PersonOutfit.skinColours)?.linear
    let colours: [(String, SIMD4<Float>?)] = [
      ("skin", skin), ("lip", skin.map { $0 * SIMD4(0.72, 0.46, 0.45, 1) }),
      ("hair", chance.choose(PersonOutfit.hairColours)?.linear),
      ("top", chance.choose(PersonOutfit.clothColours)?.linear),
      ("legs", chance.choose(PersonOutfit.legColours)?.linear),
      ("cap", chance.choose(PersonOutfit.clothColours)?.linear),
      ("bag", chance.choose(PersonOutfit.clothColours)?.linear),
    ]
    for (name, colour) in colours {
      guard let colour, let i = asset.materials.firstIndex(where: { $0.name == name }) else { continue }
      out[i] = asset.materials[i]
      out[i]?.baseColor = colour
    }
    return out
  }
}
