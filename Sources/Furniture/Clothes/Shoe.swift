import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A pair of shoes side by side, toes to +x: trainers, leather shoes or boots.
package struct Shoe: FurnitureAsset {
  package static let assetName = "shoe"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "shoe", mainPart: "upper")
    let v = look.variation
    let kind = v.choice("kind", of: 4)
    let length = v.number("length", in: 0.25...0.3)
    let shape =
      switch kind {
      case 0, 1: ShoeShape(length: length, sole: 0.024, heel: 0.008, collar: 0.075, opening: 0.5)
      case 2: ShoeShape(length: length, sole: 0.011, heel: 0.016, collar: 0.066, opening: 0.46)
      default: ShoeShape(length: length, sole: 0.018, heel: 0.02, collar: 0.085, opening: 0)
      }
    let trainers = [
      IndoorMaterial.fabric(Colour(0xf0efec)), IndoorMaterial.fabric(Colour(0x2c3036)),
      IndoorMaterial.fabric(look.palette.accent(0)), IndoorMaterial.fabric(Colour(0x7f8a96)),
    ]
    let leathers = [
      IndoorMaterial.leather(Colour(0x1c1a19)), IndoorMaterial.leather(Colour(0x5e3420)),
      IndoorMaterial.leather(Colour(0xa06a3c)),
    ]
    let upper = asset.material(
      kind < 2 ? trainers[v.choice("colour", of: 4)] : leathers[v.choice("colour", of: 3)], tile: 0.2)
    let sole = asset.material(
      kind < 2
        ? IndoorMaterial.plastic(v.unit("gum") < 0.25 ? Colour(0xb98a52) : Colour(0xf2f1ee), roughness: 0.6)
        : IndoorMaterial.plastic(Colour(0x1e1a18), roughness: 0.6))
    for side in [-1.0, 1] {
      let turn = v.number("turn", side < 0 ? 0 : 1, in: -0.12...0.12)
      let place = AffineTransform(
        linear: Quaternion(axis: Vector3(0, 0, 1), angle: turn).matrix
          * Matrix3(diagonal: Vector3(1, -side, 1)),
        translation: Vector3(v.number("ahead", side < 0 ? 0 : 1, in: -0.012...0.012), side * 0.062, 0))
      asset.add(shape.soleSolid().transformed(place), material: sole, part: "sole")
      asset.add(shape.upperSolid().transformed(place), material: upper, crease: 1)
      if kind == 3 {
        asset.add(shaft(shape).transformed(place), material: upper, crease: 1)
      } else {
        let lace = asset.material(
          IndoorMaterial.paper(kind < 2 && v.unit("white laces") < 0.7 ? Colour(0xf4f3f0) : Colour(0x26221f)))
        for k in 0..<(kind == 2 ? 3 : 5) {
          let t = (kind == 2 ? 0.5 : 0.51) + 0.042 * Double(k)
          let path = [-0.52, -0.3, 0, 0.3, 0.52].map { shape.instep(t, $0) + Vector3(0, 0, 0.0015) }
          asset.add(
            MeshBuilder.tube(path, radius: kind == 2 ? 0.0016 : 0.0026, sides: 6).transformed(place),
            material: lace, part: "lace")
        }
        if kind < 2 {
          // A stripe along the outer side.
          let stripe = asset.material(IndoorMaterial.plastic(look.palette.accent(v.choice("stripe", of: 3))))
          for k in 0..<2 {
            let t0 = 0.42 + 0.08 * Double(k)
            let path = (0...4).map { i -> Vector3 in
              let s = Double(i) / 4
              let p = shape.instep(t0 - 0.1 * (1 - s), 0.9)
              return Vector3(p.x, p.y + 0.006 * (1 - s) + 0.001, p.z - 0.034 * (1 - s) - 0.004)
            }
            asset.add(
              MeshBuilder.tube(path, radii: [0.002, 0.004, 0.004, 0.004, 0.002], sides: 6).transformed(place),
              material: stripe, part: "stripe")
          }
        }
      }
    }
    return asset.asset()
  }

  /// The leg of a boot: a tube of leather, open above.
  private func shaft(_ shape: ShoeShape) -> MeshBuilder {
    let h = look.variation.number("shaft", in: 0.12...0.26)
    let base = shape.sole + shape.heel + 0.03
    func ring(_ z: Double, _ grow: Double) -> [Vector3] {
      let t = (z - base) / h
      let fold = 1 + 0.03 * DeterministicMath.sin(t * 16)
      let x = -shape.length * 0.27 + 0.004 * DeterministicMath.sin(t * 9)
      return superellipse(
        (0.05 - 0.006 * t) * fold + grow, (0.041 + 0.004 * t) * fold + grow, exponent: 2.3, count: 22
      ).map { Vector3(x + $0.x, $0.y, z) }
    }
    let levels = (0...10).map { base + h * Double($0) / 10 }
    return .loft(
      levels.map { ring($0, 0) } + [ring(base + h + 0.002, -0.0015)]
        + levels.reversed().dropLast(3).map { ring($0, -0.0035) })
  }
}
