import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A jacket or coat that hangs by its collar from a peg; the origin is at the peg, on the wall.
package struct Jacket: FurnitureAsset {
  package static let assetName = "jacket"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "jacket", mainPart: "cloth")
    asset.fittings.mount = .wall
    let v = look.variation
    let colours = [
      Colour(0x252b38), Colour(0xb08a5a), Colour(0x4c5540), Colour(0x1f2022), look.palette.accent(0),
      Colour(0x7d8288), look.palette.leather,
    ]
    let pick = v.choice("colour", of: colours.count)
    let isLeather = pick == 6
    let cloth = asset.material(
      isLeather ? IndoorMaterial.leather(colours[pick]) : IndoorMaterial.fabric(colours[pick]),
      tile: IndoorMaterial.fabricTile)
    let dark = asset.material(IndoorMaterial.fabric(Colour(0x191a1c)), tile: IndoorMaterial.fabricTile)
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    // The peg.
    asset.add(
      .cylinder(from: Vector3(0, 0, 0), to: Vector3(0.008, 0, 0), radius: 0.02, sides: 18), material: metal,
      part: "peg")
    asset.add(
      .tube(
        [Vector3(0.004, 0, 0), Vector3(0.04, 0, 0), Vector3(0.052, 0, 0.008), Vector3(0.055, 0, 0.022)],
        radii: [0.006, 0.006, 0.006, 0.008], sides: 10), material: metal, part: "peg")
    let length =
      isLeather || v.unit("short") < 0.45 ? v.number("l", in: 0.62...0.72) : v.number("l", in: 0.85...1.05)
    let x = 0.078
    let phase = v.number("phase", in: 0...6)
    let body = GarmentShape(
      width: ProfileCurve([
        Vector2(0, 0.05), Vector2(0.03, 0.062), Vector2(0.07, 0.1), Vector2(0.13, 0.15), Vector2(0.22, 0.178),
        Vector2(0.5, 0.195), Vector2(1, 0.22),
      ]),
      depth: ProfileCurve([
        Vector2(0, 0.03), Vector2(0.06, 0.042), Vector2(0.2, 0.06), Vector2(0.6, 0.062), Vector2(1, 0.068),
      ]), length: length, folds: 0.34, phase: phase)
    func hung(_ b: MeshBuilder, z: Double = 0.004) -> MeshBuilder {
      var out = b.translated(x, 0, z)
      // What would sink into the wall lies flat on it.
      out.displace { Vector3(max(0.003, $0.x), $0.y, $0.z) }
      return out
    }
    asset.add(hung(body.body()), material: cloth, crease: 1.2)
    for side in [-1.0, 1] {
      let sleeve = GarmentShape.sleeve(
        Vector3(0, side * 0.125, -length * 0.12), Vector3(0.012, side * 0.215, -0.66),
        bow: Vector3(0.006, side * 0.026, 0), from: Vector2(0.05, 0.05), to: Vector2(0.038, 0.042),
        phase: phase + side)
      asset.add(hung(sleeve), material: cloth, part: "sleeve", crease: 1.2)
      let cuff = MeshBuilder.loft(
        [0.0, 1].map { t in
          superellipse(0.033, 0.036, count: 16).map {
            Vector3(0.012 + $0.x, side * 0.215 + $0.y, -0.655 - 0.009 * t + 0.25 * $0.y * (side > 0 ? -1 : 1))
          }
        })
      asset.add(hung(cuff), material: dark, part: "cuff")
      // Collar: two wings turned down from the neck.
      let wing = MeshBuilder.slab(
        columns: 8, rows: 4,
        front: { u, t in collar(u, t, side, 0.004) }, back: { u, t in collar(u, t, side, -0.003) })
      func collar(_ u: Double, _ t: Double, _ side: Double, _ off: Double) -> Vector3 {
        let a = -1.2 + 2.55 * u
        let (s, c) = DeterministicMath.sincos(a)
        let grow = 1 + 0.5 * t
        return Vector3(
          (0.04 + off) * grow * s + 0.012 * t, side * (0.058 + off) * grow * max(0.06, c),
          0.012 - 0.07 * t - 0.05 * t * u)
      }
      asset.add(hung(wing), material: cloth, part: "collar", crease: 1.2)
      // Pockets: a welt on each front.
      let z = -length * 0.62
      let front = body.depth(0.62)
      asset.add(
        hung(
          MeshBuilder.box(size: Vector3(0.01, 0.09, 0.014), bevel: 0.004).rotated(
            Quaternion(axis: Vector3(1, 0, 0), angle: side * 0.35)
          )
          .translated(front * 0.86, side * 0.1, z)), material: cloth, part: "pocket")
    }
    // The front edge: a placket with a zip or buttons.
    let placket = (0...12).map { i -> Vector3 in
      let t = 0.1 + 0.9 * Double(i) / 12
      return Vector3(body.depth(t) * 1.05 + 0.006, 0.012, -length * t)
    }
    let zipped = v.unit("zip") < 0.5
    asset.add(
      hung(
        .bar(
          placket, section: roundedRectangle(zipped ? 0.012 : 0.045, 0.012, radius: 0.003, corner: 2),
          up: Vector3(1, 0, 0))), material: zipped ? dark : cloth,
      part: "placket", crease: 0.9)
    for k in 0..<(zipped ? 1 : 4) {
      let t = zipped ? 0.2 : 0.24 + 0.16 * Double(k)
      let p = Vector3(body.depth(t) * 1.05 + 0.011, 0.012, -length * t)
      asset.add(
        hung(
          zipped
            ? .box(from: p + Vector3(0, -0.004, -0.03), to: p + Vector3(0.004, 0.004, 0), bevel: 0.001)
            : .cylinder(from: p, to: p + Vector3(0.004, 0, 0), radius: 0.01, sides: 14)),
        material: zipped ? metal : dark, part: "button")
    }
    return asset.asset()
  }
}
