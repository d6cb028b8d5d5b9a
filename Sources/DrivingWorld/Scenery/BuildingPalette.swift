import Assets
import Geometry
import WorldModel

/// Houses and blocks to choose from, made once. Their fronts face +x.
struct BuildingPalette: Sendable {
  struct Model: Sendable {
    var asset: Asset
    /// At rest, asset frame.
    var box: Box3
    /// Blocks stand with blocks, houses with houses.
    var isHigh: Bool
  }

  let models: [Model]

  /// Made on first use, then kept: it depends on nothing.
  static let shared = BuildingPalette()

  private init() {
    let kinds: [any ParametricAsset] = [
      House(), House(wall: .plaster(Colour(0xe3d6b8)), width: 11, variant: 2),
      House(wall: .plaster(Colour(0xd7d9d6)), width: 9, depth: 9, doorColour: Colour(0x7a2f32), variant: 3),
      House(wall: .brick, width: 12, doorColour: Colour(0x23407a), variant: 4),
      House(wall: .plaster(Colour(0xd9b98c)), width: 8.5, storeys: 1, variant: 5), ApartmentBlock(),
      ApartmentBlock(bays: 5, floors: 3, colour: Colour(0xb9a58c), variant: 2),
      ApartmentBlock(bays: 6, floors: 5, colour: Colour(0xcfcabd), variant: 3), OfficeBlock(floors: 7),
    ]
    models = kinds.map { kind in
      let asset = kind.makeAsset()
      let box = asset.restBounds
      return Model(asset: asset, box: box, isHigh: box.max.z > 10.5)
    }
  }
}
