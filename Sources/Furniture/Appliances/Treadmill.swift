import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A treadmill; one gets on from +x and runs toward −x, where its display is.
package struct Treadmill: FurnitureAsset {
  package static let assetName = "treadmill"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "treadmill", mainPart: "deck")
    let v = look.variation
    let frame = asset.material(
      IndoorMaterial.lacquer(
        v.choice("light", of: 3) == 0 ? Colour(0xc8cacc) : Colour(0x26272a), roughness: 0.45))
    let belt = asset.material(IndoorMaterial.darkRubber(Colour(0x19191a)))
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x17181a)))
    let (l, w) = (v.number("length", in: 1.5...1.75), v.number("width", in: 0.7...0.78))
    let x = l / 2
    func box(_ a: Vector3, _ b: Vector3, _ m: Int, _ part: String, _ r: Double = 0.012) {
      asset.add(
        FixtureShape.block(from: a, to: b, radius: r, edge: min(0.008, r), low: 0.002), material: m,
        part: part)
    }
    box(Vector3(-x + 0.1, -w / 2 + 0.1, 0.06), Vector3(x - 0.02, w / 2 - 0.1, 0.15), belt, "belt", 0.01)
    for s in [-1.0, 1] {
      let (a, b) = (s * (w / 2 - 0.11), s * w / 2)
      box(Vector3(-x + 0.1, min(a, b), 0.04), Vector3(x, max(a, b), 0.165), frame, "deck")
      box(
        Vector3(-x + 0.3, min(a, b) + 0.015, 0.16), Vector3(x - 0.06, max(a, b) - 0.015, 0.172), dark, "step")
      for xx in [-x + 0.2, x - 0.1] {
        asset.add(
          .cylinder(
            from: Vector3(xx, s * (w / 2 - 0.055), 0), to: Vector3(xx, s * (w / 2 - 0.055), 0.045),
            radius: 0.03, sides: 16), material: dark, part: "foot")
      }
      // Uprights that lean back to the console, and hand rails.
      let y = s * (w / 2 - 0.04)
      asset.add(
        .tube(
          [Vector3(-x + 0.22, y, 0.1), Vector3(-x + 0.12, y, 0.7), Vector3(-x + 0.06, y * 0.9, 1.16)],
          radius: 0.028, sides: 14), material: frame, part: "upright")
      asset.add(
        FixtureShape.pipe(
          [Vector3(-x + 0.08, y, 0.95), Vector3(-x + 0.3, y, 0.98), Vector3(-x + 0.55, y, 0.94)],
          radius: 0.019, bend: 0.1, sides: 12), material: metal, part: "rail")
      asset.add(
        .capsule(
          from: Vector3(-x + 0.28, y, 0.977), to: Vector3(-x + 0.55, y, 0.94), radius: 0.023, sides: 12),
        material: dark, part: "grip")
    }
    box(Vector3(-x, -w / 2 + 0.02, 0.03), Vector3(-x + 0.38, w / 2 - 0.02, 0.23), frame, "motor", 0.06)
    asset.add(
      .cylinder(
        from: Vector3(x - 0.02, -w / 2 + 0.1, 0.1), to: Vector3(x - 0.02, w / 2 - 0.1, 0.1), radius: 0.045,
        sides: 20), material: belt, part: "roller")
    // The console leans toward the runner.
    let turn = Quaternion(axis: Vector3(0, 1, 0), angle: -0.6)
    let at = Vector3(-x + 0.06, 0, 1.16)
    func place(_ m: MeshBuilder) -> MeshBuilder { m.rotated(turn).translated(at.x, at.y, at.z) }
    asset.add(
      place(
        FixtureShape.plate(
          from: Vector3(-0.03, -w / 2 + 0.03, -0.08), to: Vector3(0.03, w / 2 - 0.03, 0.22), radius: 0.04,
          edge: 0.012, low: 0.01)), material: dark, part: "console")
    let screen = asset.material(IndoorMaterial.litScreen(ScreenPicture.digits("10.5", Colour(0xf05a40))))
    asset.add(
      place(FixtureShape.picture(x: 0.031, y: -0.14...0.14, z: 0.06...0.18, depth: 0.002)), material: screen,
      part: "display")
    for k in 0..<6 {
      asset.add(
        place(
          .cylinder(
            from: Vector3(0.028, -0.15 + 0.06 * Double(k), 0.0),
            to: Vector3(0.035, -0.15 + 0.06 * Double(k), 0.0), radius: 0.016, sides: 16)), material: metal,
        part: "button")
    }
    asset.fittings.emitters = [
      Asset.Emitter(
        center: at + turn * Vector3(0.034, 0, 0.12),
        shape: .panel(halfU: turn * Vector3(0, 0.14, 0), halfV: turn * Vector3(0, 0, 0.06)), flux: 4,
        temperature: 5000, materials: [screen])
    ]
    return asset.asset()
  }
}
