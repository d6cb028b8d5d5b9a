import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A rail for towels: one or two bars, or a ladder of heated tubes. The origin on the wall at the middle of the lowest
/// tube.
package struct TowelRail: FurnitureAsset {
  package static let assetName = "towel_rail"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "towel_rail", mainPart: "rail")
    asset.fittings.mount = .wall
    let v = look.variation
    let isLadder = v.choice("design", of: 3) == 0
    let metal = asset.material(
      IndoorMaterial.metal(isLadder || look.palette.metal != .white ? look.palette.metal : .chrome))
    if isLadder {
      let (w, h, x) = (v.number("ladder", in: 0.42...0.52), v.number("high", in: 0.9...1.3), 0.06)
      for s in [-1.0, 1] {
        asset.add(
          .capsule(from: Vector3(x, s * w / 2, 0.02), to: Vector3(x, s * w / 2, h), radius: 0.015, sides: 14),
          material: metal)
        for z in [0.12, h - 0.1] {
          asset.add(
            .cylinder(from: Vector3(0, s * w / 2, z), to: Vector3(x, s * w / 2, z), radius: 0.01, sides: 10),
            material: metal,
            part: "bracket")
        }
      }
      // Tubes in groups with gaps for towels.
      let count = Int(h / 0.05)
      for i in 0..<count where i % 7 != 5 && i % 7 != 6 {
        let z = 0.03 + (h - 0.05) * Double(i) / Double(count - 1)
        asset.add(
          .cylinder(
            from: Vector3(x + 0.006, -w / 2, z), to: Vector3(x + 0.006, w / 2, z), radius: 0.0095, sides: 10),
          material: metal)
      }
    } else {
      let w = v.number("length", in: 0.45...0.65)
      let isSquare = look.style == .modern
      for k in 0..<(v.choice("bars", of: 2) + 1) {
        let x = 0.055 + 0.07 * Double(k)
        let z = 0.05 * Double(k)
        asset.add(
          isSquare
            ? .box(
              from: Vector3(x - 0.007, -w / 2, z - 0.007), to: Vector3(x + 0.007, w / 2, z + 0.007),
              bevel: 0.0015)
            : .cylinder(from: Vector3(x, -w / 2, z), to: Vector3(x, w / 2, z), radius: 0.008, sides: 12),
          material: metal)
        for s in [-1.0, 1] {
          let y = s * (w / 2 - 0.015)
          asset.add(
            .cylinder(from: Vector3(0.004, y, z), to: Vector3(x, y, z), radius: 0.008, sides: 10),
            material: metal, part: "bracket")
          asset.add(
            .cylinder(
              from: Vector3(0, y, z), to: Vector3(0.008, y, z), radius: 0.024, endRadius: 0.021, sides: 18),
            material: metal,
            part: "bracket")
        }
      }
    }
    return asset.asset()
  }
}
