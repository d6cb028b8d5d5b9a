import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A rice cooker with a lid that opens upward.
package struct RiceCooker: FurnitureAsset {
  package static let assetName = "rice_cooker"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "rice_cooker", mainPart: "case")
    let v = look.variation
    let body = asset.material(
      IndoorMaterial.plastic(
        [Colour(0xf2f0ea), Colour(0x2a2b2e), Colour(0xa82f2c)][v.choice("colour", of: 3)], roughness: 0.22))
    let metal = asset.material(IndoorMaterial.brushedSteel)
    let dark = asset.material(IndoorMaterial.darkGlass)
    let pot = asset.material(IndoorMaterial.lacquer(Colour(0x3a3b3d), roughness: 0.4))
    let (d, w, h) = (
      v.number("depth", in: 0.3...0.34), v.number("width", in: 0.25...0.28),
      v.number("height", in: 0.15...0.17)
    )
    func ring(_ f: Double, _ z: Double) -> [Vector3] {
      superellipse(d / 2 * f, w / 2 * f, exponent: 3, count: 40).map { Vector3($0.x, $0.y, z) }
    }
    func hole(_ r: Double, _ z: Double) -> [Vector3] {
      superellipse(r, r, exponent: 2, count: 40).map { Vector3($0.x, $0.y, z) }
    }
    asset.add(
      .loft([
        ring(0.84, 0), ring(0.87, 0.004), ring(0.95, 0.05), ring(1, h * 0.6), ring(0.985, h - 0.01),
        ring(0.96, h), hole(w * 0.4, h),
        hole(w * 0.395, h - 0.004), hole(w * 0.37, 0.04), hole(w * 0.28, 0.028),
      ]), material: body)
    asset.add(
      .lathe(
        [
          Vector2(w * 0.375, h - 0.02), Vector2(w * 0.41, h + 0.0005), Vector2(w * 0.41, h + 0.002),
          Vector2(w * 0.37, h - 0.018), Vector2(w * 0.35, 0.05), Vector2(0, 0.046), Vector2(0, 0.044),
          Vector2(w * 0.352, 0.046),
        ],
        sides: 32), material: pot, part: "pot")
    let lid = asset.joint(
      "lid", rest: NodePose(translation: Vector3(-d / 2 + 0.02, 0, h + 0.003)),
      .hinge(axis: Vector3(0, -1, 0), angle: 1.4))
    func top(_ f: Double, _ z: Double) -> [Vector3] { ring(f, z).map { $0 + Vector3(d / 2 - 0.02, 0, 0) } }
    asset.add(
      .loft([
        top(0.95, 0), top(0.985, 0.003), top(0.97, 0.022), top(0.87, 0.045), top(0.6, 0.058),
        top(0.25, 0.062),
      ]), material: body, part: "lid", node: lid)
    asset.add(
      MeshBuilder.lathe(
        [
          Vector2(0, 0.054), Vector2(0.03, 0.054), Vector2(0.03, 0.064), Vector2(0.022, 0.067),
          Vector2(0, 0.067),
        ], sides: 20
      ).translated(d / 2 - 0.08, 0, 0), material: metal,
      part: "vent", node: lid)
    // The panel in front, leaning with the case.
    let x = d / 2
    asset.add(
      FixtureShape.plate(
        from: Vector3(x - 0.012, -0.055, h * 0.22), to: Vector3(x + 0.002, 0.055, h * 0.8), radius: 0.02,
        edge: 0.002), material: dark, part: "panel")
    let display = asset.material(IndoorMaterial.litScreen(ScreenPicture.digits("0:25", Colour(0xf0b060))))
    asset.add(
      FixtureShape.picture(x: x + 0.0026, y: -0.03...0.03, z: (h * 0.56)...(h * 0.72), depth: 0.001),
      material: display, part: "display")
    for k in -1...1 {
      let p = Vector3(x + 0.0015, Double(k) * 0.03, h * 0.38)
      asset.add(
        .cylinder(from: p, to: p + Vector3(0.0022, 0, 0), radius: 0.008, sides: 14), material: metal,
        part: "button")
    }
    asset.add(
      FixtureShape.block(
        from: Vector3(x - 0.02, -0.03, h - 0.012), to: Vector3(x + 0.006, 0.03, h + 0.006), radius: 0.008,
        edge: 0.004, low: 0.004), material: metal, part: "latch")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(x + 0.004, 0, h * 0.64),
        shape: .panel(halfU: Vector3(0, 0.03, 0), halfV: Vector3(0, 0, h * 0.08)), flux: 0.6,
        temperature: 5000, materials: [display])
    ]
    return asset.asset()
  }
}
