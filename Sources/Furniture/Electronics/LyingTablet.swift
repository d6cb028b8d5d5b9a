import Assets
import InteriorSurfaces
import VectorMath
import WorldModel

/// A flat thing with a screen on its upper side.
struct LyingTablet {
  var name: String
  var nativeClass: String
  var size: Vector3
  var radius: Double
  var margin: Double
  var colour: Colour

  func makeAsset() -> Asset {
    var asset = AssetBuilder(name: name, nativeClass: nativeClass)
    let body = asset.material(IndoorMaterial.plastic(colour, roughness: 0.3))
    let glass = asset.material(IndoorMaterial.darkGlass)
    let screen = asset.material(IndoorMaterial.litScreen(ScreenPicture.symbols))
    let (x, y, t) = (size.x / 2, size.y / 2, size.z)
    asset.add(
      FixtureShape.block(
        from: Vector3(-x, -y, 0), to: Vector3(x, y, t - 0.0008), radius: radius, edge: 0.002, low: 0.002,
        corner: 5), material: body)
    asset.add(
      FixtureShape.block(
        from: Vector3(-x + 0.001, -y + 0.001, t - 0.0012), to: Vector3(x - 0.001, y - 0.001, t),
        radius: radius - 0.001, edge: 0.0006,
        corner: 5), material: glass, part: "glass")
    asset.add(
      FixtureShape.levelPicture(
        z: t + 0.0002, x: (-x + margin + 0.004)...(x - margin - 0.004), y: (-y + margin)...(y - margin),
        depth: 0.0008),
      material: screen, part: "screen")
    // Cameras on the back and keys at the side.
    asset.add(
      FixtureShape.block(
        from: Vector3(-x * 0.3, y - 0.0006, t * 0.35), to: Vector3(-x * 0.1, y + 0.0006, t * 0.6),
        radius: 0.0004, edge: 0.0002), material: body,
      part: "button")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, t + 0.001),
        shape: .panel(halfU: Vector3(x - margin - 0.004, 0, 0), halfV: Vector3(0, y - margin, 0)),
        flux: 150 * .pi * 4 * (x - margin) * (y - margin) * 0.4, temperature: 6500, materials: [screen])
    ]
    return asset.asset()
  }
}
