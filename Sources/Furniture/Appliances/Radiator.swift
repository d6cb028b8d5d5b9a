import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A radiator before a wall: a ribbed panel of sheet, or columns of cast iron. Its pipes go into the floor; the wall is
/// the plane of least x.
package struct Radiator: FurnitureAsset {
  package static let assetName = "radiator"
  /// Metres along y, and how high its upper edge is.
  package var width: Double
  package var top: Double
  private let look: Look

  package init(_ look: Look) {
    width = look.variation.number("width", in: 0.6...1.4)
    top = 0.12 + [0.5, 0.6][look.variation.choice("height", of: 2)]
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "radiator", mainPart: "body")
    let isColumns =
      look.style == .classic || look.style == .industrial || look.variation.choice("columns", of: 4) == 0
    let colour = isColumns && look.style == .industrial ? Colour(0x3a3c3e) : Colour(0xf3f2ee)
    let paint = asset.material(IndoorMaterial.lacquer(colour, roughness: 0.3))
    let metal = asset.material(IndoorMaterial.metal(.chrome))
    let valve = asset.material(IndoorMaterial.plastic(Colour(0xf0f0ee)))
    let (low, y) = (0.12, width / 2)
    let d = 0.14
    let back = -d / 2
    if isColumns {
      let pitch = 0.05
      let count = max(6, Int(width / pitch))
      for i in 0..<count {
        let yy = (Double(i) - Double(count - 1) / 2) * pitch
        for x in [back + 0.055, back + 0.105] {
          asset.add(
            .capsule(
              from: Vector3(x, yy, low + 0.03), to: Vector3(x, yy, top - 0.03), radius: 0.0155, sides: 10,
              capRings: 2), material: paint)
        }
        for z in [low + 0.03, top - 0.03] {
          asset.add(
            .capsule(
              from: Vector3(back + 0.05, yy, z), to: Vector3(back + 0.11, yy, z), radius: 0.022, sides: 10,
              capRings: 2), material: paint)
        }
      }
      for z in [low + 0.03, top - 0.03] {
        let reach = Double(count - 1) / 2 * pitch
        asset.add(
          .cylinder(
            from: Vector3(back + 0.08, -reach, z), to: Vector3(back + 0.08, reach, z), radius: 0.014,
            sides: 10), material: paint)
      }
      asset.add(
        .box(from: Vector3(back, -0.02, top - 0.12), to: Vector3(back + 0.05, 0.02, top - 0.1)),
        material: metal, part: "bracket")
    } else {
      // Two ribbed sheets, a grille above, closed sides.
      for (x, s) in [(back + 0.12, 1.0), (back + 0.045, -1.0)] {
        let ribs = max(8, Int(width / 0.05))
        func sheet(_ u: Double, _ t: Double, _ inner: Double) -> Vector3 {
          let phase = u * Double(ribs)
          let f = phase - phase.rounded(.down)
          let wave = smoothstep(0.05, 0.25, f) - smoothstep(0.75, 0.95, f)
          let edge = smoothstep(0, 0.06, t) * (1 - smoothstep(0.94, 1, t))
          return Vector3(
            x + s * (0.009 * wave * edge - inner), -y + width * u, top - 0.012 - (top - low - 0.024) * t)
        }
        asset.add(
          .slab(columns: ribs * 6, rows: 4, front: { sheet($0, $1, 0) }, back: { sheet($0, $1, 0.012) }),
          material: paint, crease: 0.9)
      }
      for s in [-1.0, 1] {
        asset.add(
          .box(
            from: Vector3(back + 0.03, s * (y + 0.003) - 0.003, low + 0.005),
            to: Vector3(back + 0.128, s * (y + 0.003) + 0.003, top), bevel: 0.002), material: paint,
          part: "side")
      }
      let bars = max(10, Int(width / 0.03))
      for i in 0..<bars {
        let yy = -y + width * (Double(i) + 0.5) / Double(bars)
        asset.add(
          .box(
            from: Vector3(back + 0.04, yy - 0.004, top - 0.006),
            to: Vector3(back + 0.122, yy + 0.004, top - 0.002)), material: paint, part: "grille")
      }
      for x in [back + 0.034, back + 0.122] {
        asset.add(
          .box(from: Vector3(x - 0.004, -y, top - 0.012), to: Vector3(x + 0.004, y, top)), material: paint,
          part: "grille")
      }
      for s in [-1.0, 1] {
        asset.add(
          .box(
            from: Vector3(back, s * y * 0.6 - 0.015, low + 0.1),
            to: Vector3(back + 0.04, s * y * 0.6 + 0.015, top - 0.06)), material: paint, part: "bracket")
      }
    }
    // Pipes down to the floor, a valve at one end.
    let end = isColumns ? Double(max(6, Int(width / 0.05)) - 1) / 2 * 0.05 : y
    for s in [-1.0, 1] {
      let p = Vector3(back + 0.08, s * (end + 0.045), 0)
      asset.add(
        FixtureShape.pipe(
          [p, p + Vector3(0, 0, low + 0.04), Vector3(back + 0.08, s * (end - 0.02), low + 0.04)],
          radius: 0.009, bend: 0.02, sides: 10), material: metal, part: "pipe")
      asset.add(
        .cylinder(from: p, to: p + Vector3(0, 0, 0.008), radius: 0.022, sides: 16), material: metal,
        part: "pipe")
    }
    let p = Vector3(back + 0.08, end + 0.045, low + 0.04)
    asset.add(
      .cylinder(from: p - Vector3(0, 0, 0.015), to: p + Vector3(0.0, 0, 0.015), radius: 0.014, sides: 12),
      material: metal, part: "valve")
    asset.add(
      .capsule(
        from: p + Vector3(0.02, 0, 0), to: p + Vector3(0.062, 0, 0), radius: 0.018, endRadius: 0.016,
        sides: 16), material: valve, part: "valve")
    return asset.asset()
  }
}
