import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A tall stool for a counter: of wood, of tube, or on a column that turns.
package struct BarStool: FurnitureAsset {
  package static let assetName = "bar_stool"
  /// Of the seat, metres.
  package var height: Double
  private let look: Look

  package init(_ look: Look) {
    height = look.variation.number("height", in: 0.63...0.76)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bar_stool", mainPart: "seat")
    let v = look.variation
    let wood = look.either(look.wood, look.darkWood, "wood", share: 0.3)
    let cloth = v.unit("accent") < 0.4 ? look.palette.accent(v.choice("c", of: 3)) : look.palette.upholstery
    let cover = look.either(.fabric(cloth), .leather(look.palette.leather), "cover", share: 0.5)
    switch look.style == .modern ? v.choice("form", of: 2) : 1 + v.choice("form", of: 2) {
    case 0: addColumn(to: &asset, cover)
    case 1: addBacked(to: &asset, wood, cover)
    default: addSimple(to: &asset, wood, cover)
    }
    return asset.asset()
  }

  /// A bucket seat on a chromed column with a foot rest.
  private func addColumn(to asset: inout AssetBuilder, _ cover: Finish) {
    let chrome = Finish.metal(.chrome)
    let profile: [(Double, Double)] = [
      (0, 0), (0.205, 0), (0.205, 0.006), (0.19, 0.012), (0.09, 0.022), (0.04, 0.036), (0.028, 0.06),
      (0.028, 0.36), (0.022, 0.365),
      (0.022, height - 0.09), (0.07, height - 0.06), (0, height - 0.06),
    ]
    asset.add(.lathe(profile.map { Vector2($0.0, $0.1) }, sides: 32), chrome, part: "foot")
    let ring = (0...18).map { i -> Vector3 in
      let a = Double.pi * (-0.75 + 1.5 * Double(i) / 18)
      let (s, c) = DeterministicMath.sincos(a)
      return Vector3(0.02 + 0.15 * c, 0.15 * s, 0.27)
    }
    asset.add(
      .tube([Vector3(0, 0, 0.27)] + ring + [Vector3(0, 0, 0.27)], radius: 0.009, sides: 8), chrome,
      part: "foot rest", crease: 1.3)
    let p = ChairParts(half: Vector2(0.19, 0.2), seat: height, back: height + 0.24)
    asset.add(p.paddedSeat(thickness: 0.075, radius: 0.12), cover, crease: 1.1)
    let back = SoftBlock(
      Vector3(-0.19, -0.19, height - 0.05), Vector3(-0.14, 0.19, height + 0.24), radius: 0.024,
      crown: Vector3(0.01, 0, 0.02), pitch: 0.05
    ).mesh.displaced { Vector3($0.x + 1.9 * $0.y * $0.y - 0.015, $0.y * 1.02, $0.z) }
    asset.add(back.leaning(0.12, from: height), cover, part: "back", crease: 1.1)
  }

  /// Four legs with a low back.
  private func addBacked(to asset: inout AssetBuilder, _ wood: Finish, _ cover: Finish) {
    let p = ChairParts(half: Vector2(0.19, 0.2), seat: height, back: height + 0.26)
    asset.add(p.paddedSeat(thickness: 0.055, radius: 0.05), cover, crease: 1.1)
    asset.add(p.posts(width: 0.034), wood, part: "leg", crease: 1)
    asset.add(p.frontLegs(.spade, width: 0.038, splay: 0.03, top: height - 0.045), wood, part: "leg")
    asset.add(p.apron(height: 0.05, top: height - 0.045), wood, part: "frame")
    asset.add(p.bow(p.back - 0.05, depth: 0.018, height: 0.085, sag: 0.03), wood, part: "back", crease: 1)
    let z = 0.24
    asset.add(
      .board(Vector3(0.163, -0.175, z - 0.014), Vector3(0.183, 0.175, z + 0.014), bevel: 0.003),
      look.frameMetal, part: "foot rest")
    asset.add(p.stretchers(z + 0.09, radius: 0.01), wood, part: "stretcher")
  }

  /// A round seat on splayed legs tied by a ring.
  private func addSimple(to asset: inout AssetBuilder, _ wood: Finish, _ cover: Finish) {
    let isMetal = look.style == .industrial || look.style == .modern
    let legs = isMetal ? look.frameMetal : wood
    let p = ChairParts(half: Vector2(0.165, 0.165), seat: height, back: height)
    let isPadded = look.variation.unit("padded") < 0.5
    asset.add(
      isPadded ? p.paddedSeat(thickness: 0.06, radius: 0.16) : p.woodenSeat(thickness: 0.034, radius: 0.16),
      isPadded ? cover : wood, crease: 1)
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        let (top, foot) = (Vector3(sx * 0.1, sy * 0.1, height - 0.03), Vector3(sx * 0.175, sy * 0.175, 0))
        asset.add(
          (isMetal ? LegShape.tube : .tapered).mesh(from: top, to: foot, width: isMetal ? 0.022 : 0.038),
          legs, part: "leg")
      }
    }
    let z = 0.25
    let reach = (0.175 - 0.075 * z / (height - 0.03)) * 1.4142
    asset.add(
      MeshBuilder.torus(radius: reach, tube: 0.008, sides: 36, rings: 8).translated(0, 0, z), look.frameMetal,
      part: "foot rest", crease: 1.2)
  }
}
