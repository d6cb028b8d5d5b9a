import Assets
import Geometry
import WorldModel

/// Trees and bushes to choose from, made once.
struct PlantPalette: Sendable {
  struct Model: Sendable {
    var asset: Asset
    /// Width of the crown, metres.
    var crown: Double
  }

  /// Broadleaf trees more often than others.
  let models: [Model]

  /// Made on first use, then kept: it depends on nothing.
  static let shared = PlantPalette()

  private init() {
    let broad = [8.5, 10, 7].enumerated().map {
      BroadleafTree(height: $1, variant: UInt64($0 + 1)).makeAsset()
    }
    models = (broad + broad + [Conifer().makeAsset(), Bush().makeAsset()]).map { asset in
      let size = asset.restBounds.size
      return Model(asset: asset, crown: max(size.x, size.y))
    }
  }
}

/// What stands on pavements, made once.
struct FurniturePalette: Sendable {
  let lamp: Asset
  let pavement: [Asset]

  /// Made on first use, then kept: it depends on nothing.
  static let shared = FurniturePalette()

  private init() {
    lamp = StreetLamp().makeAsset()
    let (bin, bench, bollard) = (Bin().makeAsset(), Bench().makeAsset(), Bollard().makeAsset())
    let household = Bin(kind: .household, colour: Colour(0x33373b)).makeAsset()
    pavement = [bin, bin, bench, bench, bollard, household, household, TrafficCone().makeAsset()]
  }
}
