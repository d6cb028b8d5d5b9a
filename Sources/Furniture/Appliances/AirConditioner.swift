import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// The indoor part of a split air conditioner; the origin on the wall behind its middle. It hangs near the ceiling.
package struct AirConditioner: FurnitureAsset {
  package static let assetName = "air_conditioner"
  /// Metres along y and z.
  package var size: Vector2
  private let look: Look

  package init(_ look: Look) {
    size = Vector2(
      look.variation.number("width", in: 0.75...0.98), look.variation.number("height", in: 0.27...0.31))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "air_conditioner", mainPart: "case")
    asset.fittings.mount = .wall
    let v = look.variation
    let body = asset.material(
      IndoorMaterial.plastic(
        v.choice("colour", of: 5) == 0 ? Colour(0x3a3b3e) : Colour(0xf2f2f0), roughness: 0.25))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x2b2c2e), roughness: 0.5))
    let (w, h, d) = (size.x / 2, size.y / 2, 0.21)
    // A section that bulges in front and draws back below, along y.
    let isBoxy = v.choice("boxy", of: 2) == 0
    let section: [Vector2] =
      isBoxy
      ? [
        Vector2(0, -h), Vector2(d * 0.62, -h), Vector2(d * 0.97, -h * 0.62), Vector2(d, -h * 0.5),
        Vector2(d, h * 0.9), Vector2(d - 0.008, h - 0.004), Vector2(d - 0.02, h), Vector2(0, h),
      ]
      : [
        Vector2(0, -h), Vector2(d * 0.5, -h), Vector2(d * 0.78, -h * 0.86), Vector2(d * 0.95, -h * 0.55),
        Vector2(d, -h * 0.1), Vector2(d * 0.99, h * 0.4), Vector2(d * 0.9, h * 0.85),
        Vector2(d * 0.72, h), Vector2(0, h),
      ]
    func ring(_ y: Double, _ f: Double) -> [Vector3] {
      section.map { Vector3($0.x * (1 - 0.04 * f), y, $0.y * (1 - 0.05 * f)) }
    }
    asset.add(
      .loft([
        ring(-w, 1), ring(-w + 0.004, 0.3), ring(-w + 0.012, 0), ring(w - 0.012, 0), ring(w - 0.004, 0.3),
        ring(w, 1),
      ]), material: body, crease: 0.6)
    // The mouth and its blade, a line under the front panel, slots on top.
    let (a, b) =
      isBoxy
      ? (Vector2(d * 0.62, -h), Vector2(d * 0.97, -h * 0.62))
      : (Vector2(d * 0.5, -h), Vector2(d * 0.9, -h * 0.66))
    let out = normalized(Vector2(b.y - a.y, a.x - b.x)) * 0.0015
    func strip(_ t0: Double, _ t1: Double, _ y: Double, _ depth: Double) -> MeshBuilder {
      let (p, q) = (a + (b - a) * t0, a + (b - a) * t1)
      func edge(_ y: Double) -> [Vector3] {
        [p - out * 3, q - out * 3, q + out * depth, p + out * depth].map { Vector3($0.x, y, $0.y) }
      }
      return .loft([edge(-y), edge(y)])
    }
    asset.add(strip(0.06, 0.94, w - 0.05, 0.6), material: dark, part: "mouth")
    asset.add(strip(0.3, 0.86, w - 0.06, 3), material: body, part: "blade")
    asset.add(
      .box(
        from: Vector3(d * 0.9, -w + 0.006, -h * 0.5), to: Vector3(d + 0.0006, w - 0.006, -h * 0.5 + 0.003)),
      material: dark, part: "gap")
    for k in 0..<6 {
      let x = 0.04 + 0.02 * Double(k)
      asset.add(
        .box(from: Vector3(x, -w + 0.05, h - 0.004), to: Vector3(x + 0.01, w - 0.05, h + 0.0006)),
        material: dark, part: "slot")
    }
    let display = asset.material(IndoorMaterial.litScreen(ScreenPicture.digits("24", Colour(0xe6f4ff))))
    let face = isBoxy ? d : d * 1.0
    asset.add(
      FixtureShape.picture(x: face + 0.001, y: (w - 0.16)...(w - 0.1), z: -0.012...0.012, depth: 0.004),
      material: display, part: "display")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(face + 0.003, w - 0.13, 0),
        shape: .panel(halfU: Vector3(0, 0.03, 0), halfV: Vector3(0, 0, 0.012)), flux: 0.6, temperature: 7000,
        materials: [display])
    ]
    return asset.asset()
  }
}
