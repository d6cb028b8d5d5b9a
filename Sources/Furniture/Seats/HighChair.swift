import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A child's chair at the height of a table, with a tray and a foot rest.
package struct HighChair: FurnitureAsset {
  package static let assetName = "high_chair"
  /// Of the seat, metres.
  package var seat: Double
  private let look: Look

  package init(_ look: Look) {
    seat = look.variation.number("seat", in: 0.54...0.6)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "high_chair", mainPart: "seat")
    let v = look.variation
    let wood = v.unit("metal") < 0.3 ? Finish.metal(.steel) : look.wood
    let shell = Finish.plastic(
      [Colour(0xf2f1ed), look.palette.accent(v.choice("c", of: 3))][v.choice("shell", of: 2)])
    // A tub with a high back and sides.
    let (h, w, d) = (seat, 0.17, 0.15)
    let tub = MeshBuilder.slab(
      columns: 24, rows: 8, front: { u, t in wall(u, t, 0) }, back: { u, t in wall(u, t, 0.012) })
    func wall(_ u: Double, _ t: Double, _ out: Double) -> Vector3 {
      let a = Double.pi * (0.12 + 1.76 * u)
      let (s, c) = DeterministicMath.sincos(a)
      let back = smoothstep(0.2, -0.9, c)
      let top = h + 0.16 + 0.16 * back
      let lean = 0.35 * (1 - t)
      return Vector3(
        (d + out + 0.06 * lean) * c - 0.05 * lean, (w + out + 0.06 * lean) * s, top + (h - 0.02 - top) * t)
    }
    asset.add(tub, shell, part: "back", crease: 1)
    asset.add(
      .plate(
        ovalOutline(d + 0.012, w + 0.012, exponent: 2.3, count: 36), bottom: h - 0.03, top: h, edge: 0.006),
      shell)
    let pad = ChairParts(half: Vector2(d - 0.02, w - 0.02), seat: h + 0.02, back: 0).paddedSeat(
      thickness: 0.025, radius: 0.1)
    asset.add(pad, .fabric(look.palette.linen), part: "cushion", crease: 1.1)
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        asset.add(
          LegShape.tapered.mesh(
            from: Vector3(sx * 0.1, sy * 0.11, h - 0.02), to: Vector3(sx * 0.25, sy * 0.24, 0), width: 0.034),
          wood, part: "leg")
      }
    }
    asset.add(
      .board(Vector3(0.135, -0.17, 0.24), Vector3(0.24, 0.17, 0.256), bevel: 0.004), wood, part: "foot rest")
    for sy in [-1.0, 1] {
      asset.add(
        .box(
          from: Vector3(0.1, sy * (w + 0.022), h + 0.13), to: Vector3(0.2, sy * (w + 0.004), h + 0.152),
          bevel: 0.003), shell, part: "tray")
    }
    // The tray: a plate with a rim.
    let outline = ovalOutline(0.15, 0.23, exponent: 3, count: 36).map { $0 + Vector2(0.27, 0) }
    func ring(_ inset: Double, _ z: Double) -> [Vector3] {
      insetOutline(outline, by: inset).map { Vector3($0.x, $0.y, z) }
    }
    let z = h + 0.15
    var tray = MeshBuilder.loft([
      ring(0.012, z), ring(0, z + 0.012), ring(0.001, z + 0.026), ring(0.009, z + 0.026),
      ring(0.016, z + 0.012),
    ])
    tray.projectUVs()
    asset.add(tray, shell, part: "tray", crease: 0.6)
    asset.support("tray", at: Vector3(0.27, 0, z + 0.012), size: Vector2(0.2, 0.32))
    return asset.asset()
  }
}
