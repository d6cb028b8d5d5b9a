import Assets
import InteriorSurfaces
import VectorMath
import WorldModel

/// What switches and sockets of one room share: colour and frame.
struct WallPlate {
  var look: Look

  func material(_ asset: inout AssetBuilder) -> Int {
    let colour: Colour =
      switch look.style {
      case .industrial: Colour(0x2c2d2f)
      case .classic, .rustic: Colour(0xf0e9d8)
      default: Colour(0xf4f4f2)
      }
    return asset.material(IndoorMaterial.plastic(colour, roughness: 0.25))
  }

  /// A frame 84 mm high, open in the middle by the height of 61 mm.
  func addFrame(to asset: inout AssetBuilder, _ body: Int, width: Double) {
    asset.add(
      FixtureShape.plate(
        from: Vector3(0, -width / 2, -0.042), to: Vector3(0.0085, width / 2, 0.042), radius: 0.006,
        edge: 0.003), material: body)
    asset.add(
      FixtureShape.plate(
        from: Vector3(0.004, -width / 2 + 0.0105, -0.0315), to: Vector3(0.0098, width / 2 - 0.0105, 0.0315),
        radius: 0.002, edge: 0.001), material: body)
  }
}
