import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A guitar that leans back on a stand, its strings to +x.
package struct Guitar: FurnitureAsset {
  package static let assetName = "guitar"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "guitar")
    let v = look.variation
    let tops = [Colour(0xd9a860), Colour(0x8a4a24), Colour(0x2a1a14), Colour(0xc27a3a)]
    let pick = v.choice("top", of: tops.count)
    let top = asset.material(IndoorMaterial.wood(tops[pick], roughness: 0.18), tile: IndoorMaterial.woodTile)
    let side = asset.material(
      IndoorMaterial.wood(Colour(0x5a2f1a), roughness: 0.2), tile: IndoorMaterial.woodTile)
    let dark = asset.material(IndoorMaterial.wood(Colour(0x2a1c16)), tile: IndoorMaterial.woodTile)
    let pale = asset.material(IndoorMaterial.plastic(Colour(0xf0ead6)))
    let metal = asset.material(IndoorMaterial.metal(.chrome))
    let tilt = Quaternion(axis: Vector3(0, 1, 0), angle: -0.2)
    let lift = 0.1
    // In its own frame the guitar stands upright: the body from z = 0, strings at +x.
    func place(_ b: MeshBuilder) -> MeshBuilder { b.rotated(tilt).translated(0.06, 0, lift) }
    // Half the outline: bouts and a waist.
    let half = ProfileCurve([
      Vector2(0, 0.05), Vector2(0.02, 0.11), Vector2(0.06, 0.16), Vector2(0.14, 0.19), Vector2(0.22, 0.172),
      Vector2(0.29, 0.124), Vector2(0.33, 0.119), Vector2(0.39, 0.138), Vector2(0.44, 0.136),
      Vector2(0.475, 0.1), Vector2(0.488, 0.05),
    ])
    let n = 30
    let heights = (0...n).map {
      0.488 * (0.5 - 0.5 * DeterministicMath.cos(Double.pi * Double($0) / Double(n)))
    }
    let outline = heights.map { Vector2(half($0), $0) } + heights.reversed().map { Vector2(-half($0), $0) }
    func plate(_ x0: Double, _ x1: Double, grow: Double = 0) -> MeshBuilder {
      let ring = outline.map { Vector2($0.x * (1 + grow), 0.244 + ($0.y - 0.244) * (1 + grow)) }
      // Outlines are of (y, z): raised along x.
      var b = MeshBuilder.loft([ring.map { Vector3(x0, $0.x, $0.y) }, ring.map { Vector3(x1, $0.x, $0.y) }])
      b.setUVs { Vector2($0.z, $0.y + $0.x) }
      return b
    }
    let depth = 0.1
    asset.add(place(plate(-depth, -0.002)), material: side, crease: 0.5)
    asset.add(place(plate(-0.002, 0.0015, grow: 0.004)), material: top, part: "top", crease: 0.5)
    asset.add(place(plate(-0.006, -0.0015, grow: 0.009)), material: pale, part: "binding", crease: 0.5)
    let hole = Vector3(0, 0, 0.335)
    func disc(_ radius: Double, _ x: Double, _ material: Int, _ part: String) {
      asset.add(
        place(
          .cylinder(
            from: hole + Vector3(x - 0.002, 0, 0), to: hole + Vector3(x, 0, 0), radius: radius, sides: 32)),
        material: material, part: part)
    }
    disc(0.058, 0.002, dark, "rosette")
    disc(0.054, 0.0023, pale, "rosette")
    disc(0.05, 0.0026, asset.material(IndoorMaterial.plastic(Colour(0x0e0b0a), roughness: 0.9)), "hole")
    // Bridge, neck, board with frets, head.
    asset.add(
      place(.box(from: Vector3(0, -0.085, 0.125), to: Vector3(0.009, 0.085, 0.15), bevel: 0.003)),
      material: dark, part: "bridge")
    asset.add(
      place(.box(from: Vector3(0.008, -0.036, 0.146), to: Vector3(0.012, 0.036, 0.149))), material: pale,
      part: "bridge")
    let nut = 0.86
    asset.add(
      place(
        .loft(
          [(0.44, 0.028), (0.47, 0.027), (0.6, 0.026), (nut, 0.0225)].map { z, w in
            [
              Vector3(0.004, -w, z), Vector3(0.004, w, z), Vector3(-0.008, w * 0.9, z),
              Vector3(-0.02, w * 0.4, z), Vector3(-0.02, -w * 0.4, z), Vector3(-0.008, -w * 0.9, z),
            ]
          })), material: side, part: "neck", crease: 0.5)
    asset.add(
      place(
        .loft(
          [(0.385, 0.029), (nut, 0.023)].map { z, w in
            [Vector3(0.003, -w, z), Vector3(0.003, w, z), Vector3(0.009, w, z), Vector3(0.009, -w, z)]
          })), material: dark, part: "board", crease: 0.5)
    var z = nut
    for _ in 0..<14 {
      z -= (z - 0.148) * 0.0561
      asset.add(
        place(.box(from: Vector3(0.0085, -0.025, z - 0.001), to: Vector3(0.0101, 0.025, z + 0.001))),
        material: metal, part: "fret")
    }
    let head = [
      Vector2(-0.023, nut), Vector2(0.023, nut), Vector2(0.034, nut + 0.03), Vector2(0.03, nut + 0.17),
      Vector2(0.012, nut + 0.182), Vector2(-0.012, nut + 0.182), Vector2(-0.03, nut + 0.17),
      Vector2(-0.034, nut + 0.03),
    ]
    asset.add(
      place(
        .loft([-0.012, 0.003].map { x in head.map { Vector3(x - 0.16 * ($0.y - nut), $0.x, $0.y) } })),
      material: side, part: "head", crease: 0.5)
    for k in 0..<6 {
      let at = Vector3(
        -0.004 - 0.16 * (0.045 + 0.05 * Double(k % 3)), k < 3 ? -0.03 : 0.03,
        nut + 0.045 + 0.05 * Double(k % 3))
      let out = Vector3(0, k < 3 ? -1 : 1, 0)
      asset.add(
        place(.cylinder(from: at, to: at + out * 0.018, radius: 0.003, sides: 8)), material: metal,
        part: "peg")
      asset.add(
        place(.ellipsoid(center: at + out * 0.023, radii: Vector3(0.006, 0.007, 0.009), sides: 10, rings: 6)),
        material: pale, part: "peg")
      asset.add(
        place(
          .cylinder(
            from: at + Vector3(0, -out.y * 0.014, 0), to: at + Vector3(0.016, -out.y * 0.014, 0),
            radius: 0.003, sides: 8)), material: metal, part: "peg")
      let y = (Double(k) - 2.5) * 0.0078
      asset.add(
        place(
          .cylinder(
            from: Vector3(0.0125, y * 1.3, 0.146), to: Vector3(0.0112, y, nut + 0.002), radius: 0.0007,
            sides: 4)), material: metal, part: "string")
    }
    stand(&asset)
    return asset.asset()
  }

  /// Two feet in front with padded arms, a leg behind.
  private func stand(_ asset: inout AssetBuilder) {
    let black = asset.material(IndoorMaterial.metal(.blackened))
    func pipe(_ path: [Vector3], _ r: Double = 0.007) {
      asset.add(.tube(path, radius: r, sides: 8).clampedToFloor, material: black, part: "stand")
    }
    let joint = Vector3(-0.085, 0, 0.34)
    for side in [-1.0, 1] {
      pipe([joint, Vector3(-0.02, side * 0.1, 0.09), Vector3(0.005, side * 0.13, 0.002)])
      pipe(
        [
          Vector3(-0.02, side * 0.1, 0.093), Vector3(0.075, side * 0.095, 0.093),
          Vector3(0.085, side * 0.095, 0.115),
        ], 0.006)
    }
    pipe([joint, Vector3(-0.2, 0, 0.002)])
    pipe([Vector3(-0.02, -0.1, 0.09), Vector3(-0.02, 0.1, 0.09)])
  }
}
