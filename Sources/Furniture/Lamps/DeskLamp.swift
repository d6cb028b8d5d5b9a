import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A work lamp on two jointed arms, its cone over the desk before it.
package struct DeskLamp: FurnitureAsset {
  package static let assetName = "desk_lamp"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "desk_lamp", mainPart: "base")
    let v = look.variation
    let colours = [Colour(0x232426), Colour(0xeeece6), look.palette.accent(0), look.palette.accent(1)]
    let paint = asset.material(
      IndoorMaterial.lacquer(colours[v.choice("colour", of: colours.count)], roughness: 0.35))
    let metal = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .steel : look.palette.metal))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff4e4), "light"))
    let x0 = -0.12
    asset.add(
      MeshBuilder.lathe(
        [
          Vector2(0, 0), Vector2(0.085, 0), Vector2(0.088, 0.005), Vector2(0.085, 0.016),
          Vector2(0.02, 0.024),
          Vector2(0.014, 0.05), Vector2(0, 0.05),
        ], sides: 32
      ).translated(x0, 0, 0), material: paint)
    let arm = v.number("arm", in: 0.27...0.33)
    let lean = v.number("lean", in: 0.3...0.5)
    let (s, c) = DeterministicMath.sincos(lean)
    let root = Vector3(x0, 0, 0.05)
    let elbow = root + Vector3(-s * arm, 0, c * arm)
    let fall = v.number("fall", in: 0.9...1.15)
    let (s2, c2) = DeterministicMath.sincos(fall)
    let head = elbow + Vector3(s2 * arm, 0, c2 * arm)
    // Two rods side by side, as arms that keep the head level.
    for (a, b) in [(root, elbow), (elbow, head)] {
      for side in [-1.0, 1] {
        let y = Vector3(0, side * 0.011, 0)
        asset.add(.cylinder(from: a + y, to: b + y, radius: 0.0045, sides: 10), material: metal, part: "arm")
      }
    }
    for p in [root, elbow, head] {
      asset.add(
        .cylinder(from: p + Vector3(0, -0.018, 0), to: p + Vector3(0, 0.018, 0), radius: 0.014, sides: 18),
        material: paint, part: "joint")
    }
    let tilt = Quaternion(axis: Vector3(0, 1, 0), angle: -v.number("tilt", in: 0.15...0.4))
    func placed(_ b: MeshBuilder) -> MeshBuilder {
      b.rotated(tilt).translated(head.x + 0.03, head.y, head.z - 0.02)
    }
    asset.add(
      placed(
        LampShade.shell(
          [
            Vector2(0.078, -0.11), Vector2(0.07, -0.07), Vector2(0.042, -0.015), Vector2(0.03, 0.01),
            Vector2(0.026, 0.04), Vector2(0, 0.045),
          ])), material: paint, part: "shade")
    asset.add(
      placed(LampShade.bulb(at: Vector3(0, 0, -0.02), radius: 0.028, up: false)), material: glow, part: "bulb"
    )
    let place = Vector3(head.x + 0.03, head.y, head.z - 0.02) + tilt.matrix * Vector3(0, 0, -0.075)
    asset.fittings.emitters = [
      Asset.Emitter(
        center: place, shape: .ball(radius: 0.035), flux: 480, temperature: 3500, materials: [glow])
    ]
    return asset.asset()
  }
}
