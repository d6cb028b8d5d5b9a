import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A footstool: a padded block on feet, a round pouf, or a tufted one.
package struct Ottoman: FurnitureAsset {
  package static let assetName = "ottoman"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.42...0.6), v.number("width", in: 0.48...0.8),
      v.number("height", in: 0.38...0.44))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "ottoman", mainPart: "seat")
    let v = look.variation
    let colour = v.unit("accent") < 0.5 ? look.palette.accent(v.choice("c", of: 3)) : look.palette.upholstery
    let cover = look.either(.fabric(colour), .leather(look.palette.leather), "cover", share: 0.25)
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    if v.choice("form", of: 3) == 0 {
      addPouf(to: &asset, cover, radius: x)
      return asset.asset()
    }
    let feet = v.number("feet", in: 0.06...0.14)
    let seam = h - v.number("cushion", in: 0.1...0.13)
    asset.add(
      SoftBlock(Vector3(0.008 - x, 0.008 - y, feet), Vector3(x - 0.008, y - 0.008, seam), radius: 0.02).mesh,
      cover, part: "frame", crease: 1.1)
    let top = SoftBlock(
      Vector3(-x, -y, seam - 0.01), Vector3(x, y, h - 0.016), radius: 0.035,
      crown: Vector3(0.006, 0.006, 0.02),
      lumps: 0.003, phase: v.unit("phase"))
    asset.add(top.mesh, cover, crease: 1.1)
    asset.add(top.piping(axis: 2), cover, crease: 1.1)
    let shape = look.pick("leg", [LegShape.tapered, .spade, .bun], .tapered)
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        let foot = Vector3(sx * (x - 0.05), sy * (y - 0.05), 0)
        asset.add(
          shape.mesh(from: foot + Vector3(0, 0, feet + 0.01), to: foot, width: shape == .bun ? 0.07 : 0.04),
          look.wood, part: "leg")
      }
    }
    return asset.asset()
  }

  /// A round pouf: swelling sides, seams like an orange's.
  private func addPouf(to asset: inout AssetBuilder, _ cover: Finish, radius: Double) {
    let h = size.z * 0.92
    let wedges = 12
    let profile = ProfileCurve([
      Vector2(0, 0.8), Vector2(0.1, 0.93), Vector2(0.45, 1), Vector2(0.8, 0.93), Vector2(0.93, 0.72),
      Vector2(1, 0.25),
    ])
    let steps = 12
    let outline =
      [Vector2(0, 0)]
      + (0...steps).map {
        Vector2(radius * profile(Double($0) / Double(steps)), h * Double($0) / Double(steps))
      }
      + [Vector2(0, h)]
    let body = MeshBuilder.lathe(outline, sides: wedges * 6).displaced { p in
      let r = (p.x * p.x + p.y * p.y).squareRoot()
      guard r > 1e-6 else { return p }
      let turn = DeterministicMath.atan2(p.y, p.x) * Double(wedges) / 2
      let groove = 1 - 0.035 * DeterministicMath.pow(DeterministicMath.cos(turn).magnitude, 8)
      return Vector3(p.x * groove, p.y * groove, p.z)
    }
    asset.add(body, cover, crease: 1.2)
    asset.add(
      .ellipsoid(center: Vector3(0, 0, h), radii: Vector3(0.022, 0.022, 0.008), sides: 12, rings: 6), cover,
      part: "button", crease: 1.2)
  }
}
