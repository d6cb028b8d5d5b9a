import Assets
import Geometry
import Streetscape
import WorldModel

/// Trees and bushes to choose from, made once.
struct PlantPalette: Sendable {
  struct Model: Sendable {
    var asset: Asset
    var species: String
    /// Width of the crown, metres.
    var crown: Double
  }

  /// For gardens and greens, broadleaf trees more often than others.
  let models: [Model]
  /// For streets: each entry one species in a few forms.
  let avenues: [[Model]]
  let pit: Asset

  /// Made on first use, then kept: it depends on nothing.
  static let shared = PlantPalette()

  private init() {
    func model(_ species: String, _ asset: Asset) -> Model {
      let size = asset.restBounds.size
      return Model(asset: asset, species: species, crown: max(size.x, size.y))
    }
    func tree(_ species: StreetTree.Species, _ height: Double, _ variant: UInt64) -> Model {
      model(species.rawValue, StreetTree(species: species, height: height, variant: variant).makeAsset())
    }
    let limes = [tree(.lime, 9.5, 1), tree(.lime, 10.5, 2)]
    let planes = [tree(.plane, 10.5, 3), tree(.plane, 11.5, 4)]
    let maples = [tree(.maple, 9, 5), tree(.maple, 10, 6)]
    let birches = [tree(.birch, 9.5, 7)]
    func pruned(_ species: StreetTree.Species, _ height: Double, _ variant: UInt64) -> Model {
      let tree = StreetTree(species: species, height: height, variant: variant, clearance: 4.2)
      return model(species.rawValue, tree.makeAsset())
    }
    avenues = [
      [pruned(.lime, 11, 11), pruned(.lime, 12, 12)], [pruned(.plane, 12.5, 13), pruned(.plane, 13.5, 14)],
      [pruned(.maple, 11, 15), pruned(.maple, 12, 16)],
    ]
    let others = [
      tree(.poplar, 14, 8), tree(.cherry, 5.5, 9), model("spruce", Conifer().makeAsset()),
      model("bush", Bush().makeAsset()),
    ]
    models = limes + maples + birches + others + [planes[0]] + birches
    pit = TreePit().makeAsset()
  }
}

/// What stands on pavements, made once.
struct FurniturePalette: Sendable {
  let lamps: [Asset]
  let pavement: [Asset]

  /// Made on first use, then kept: it depends on nothing.
  static let shared = FurniturePalette()

  private init() {
    lamps = [StreetLamp(), StreetLamp(height: 6.5, reach: 1.1), StreetLamp(height: 9.5, reach: 2.2)].map {
      $0.makeAsset()
    }
    let (bin, bench, bollard) = (Bin().makeAsset(), Bench().makeAsset(), Bollard().makeAsset())
    let household = Bin(kind: .household, colour: Colour(0x33373b)).makeAsset()
    pavement =
      [bin, bin, bench, bench, bollard, household, household]
      + StreetFixture.Kind.allCases.map { StreetFixture(kind: $0).makeAsset() }
  }
}
