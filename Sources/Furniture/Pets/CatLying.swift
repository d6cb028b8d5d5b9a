import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A cat that sleeps curled up, its head to +x, its tail around it.
package struct CatLying: FurnitureAsset {
  package static let assetName = "cat_lying"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "cat")
    let v = look.variation
    let coat = Coat.cats[v.choice("coat", of: Coat.cats.count)]
    let fur = asset.material(IndoorMaterial.fur(Colour(0xffffff)), tile: IndoorMaterial.furTile)
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x2a1c18), roughness: 0.4))
    let s = v.number("size", in: 0.92...1.1)
    func stripes(_ t: Double) -> Double { smoothstep(0.25, 0.8, DeterministicMath.sin(t * 46)) }
    // The back: along three quarters of a circle from rump to neck.
    let radius = 0.098
    let fat = ProfileCurve([
      Vector2(0, 0.02), Vector2(0.06, 0.06), Vector2(0.22, 0.082), Vector2(0.45, 0.08), Vector2(0.7, 0.075),
      Vector2(0.85, 0.06), Vector2(1, 0.045),
    ])
    let (rings, around) = (30, 22)
    func spine(_ t: Double) -> (center: Vector3, out: Vector3) {
      let (sn, cs) = DeterministicMath.sincos(0.9 + 4.3 * t)
      return (Vector3(radius * cs, radius * sn, fat(t) * 0.86), Vector3(cs, sn, 0))
    }
    var stations: [[Vector3]] = []
    for j in 0...rings {
      let t = Double(j) / Double(rings)
      let (center, out) = spine(t)
      stations.append(
        (0..<around).map { k in
          let (sn, cs) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(around))
          let ragged = 1 + 0.012 * DeterministicMath.sin(7 * Double(k) + 11 * t)
          let p = center + (out * (cs * 0.98) + Vector3(0, 0, sn * 0.92)) * (fat(t) * ragged)
          return Vector3(p.x, p.y, max(0, p.z))
        })
    }
    var body = MeshBuilder.loft(stations)
    body.paint { p in
      let angle = DeterministicMath.atan2(p.y, p.x)
      let out = length(Vector2(p.x, p.y))
      return coat.colour(
        mark: stripes(angle * 0.42) * smoothstep(0.05, 0.1, out), pale: smoothstep(0.09, 0.04, out) * 0.8)
    }
    func add(_ b: MeshBuilder, _ material: Int, _ part: String? = nil) {
      asset.add(b.scaled(Vector3(repeating: s)), material: material, part: part, crease: 1.1)
    }
    func lump(
      _ c: Vector3, _ r: Vector3, turn: Quaternion = .identity, sides: Int = 18, part: String,
      mark: Double = 0, pale: (Vector3) -> Double = { _ in 0 }
    ) {
      var b = MeshBuilder.ellipsoid(radii: r, sides: sides, rings: sides * 2 / 3)
      b.projectUVs()
      b.paint { coat.colour(mark: mark, pale: pale($0 / r)) }
      b = b.rotated(turn).translated(c.x, c.y, c.z)
      b.displace { Vector3($0.x, $0.y, max(0, $0.z)) }
      add(b, fur, part)
    }
    add(body, fur)
    // The middle of the curl: belly and legs tucked in.
    lump(Vector3(0.01, 0.0, 0.03), Vector3(0.075, 0.07, 0.048), part: "belly", pale: { _ in 0.7 })
    lump(
      Vector3(0.085, 0.062, 0.026), Vector3(0.062, 0.024, 0.022),
      turn: Quaternion(axis: Vector3(0, 0, 1), angle: 1.1), part: "paw", pale: { smoothstep(-0.2, 0.6, $0.x) }
    )
    // The head rests on the paws, chin in, its nose to the tail.
    let head = Vector3(0.11, -0.035, 0.062)
    let facing =
      Quaternion(axis: Vector3(0, 0, 1), angle: 0.55) * Quaternion(axis: Vector3(0, 1, 0), angle: 0.3)
    func onHead(_ p: Vector3) -> Vector3 { head + facing * p }
    lump(
      head, Vector3(0.05, 0.05, 0.043), turn: facing, sides: 22, part: "head", mark: 0.1,
      pale: { smoothstep(0.3, 0.9, $0.x - $0.z) * 0.8 })
    lump(
      onHead(Vector3(0.04, 0, -0.012)), Vector3(0.02, 0.025, 0.017), turn: facing, part: "muzzle",
      pale: { _ in 0.9 })
    add(
      MeshBuilder.ellipsoid(radii: Vector3(0.004, 0.006, 0.004), sides: 10, rings: 6).rotated(facing)
        .translated(
          onHead(Vector3(0.059, 0, -0.006)).x, onHead(Vector3(0.059, 0, -0.006)).y,
          onHead(Vector3(0.059, 0, -0.006)).z), dark, "nose")
    for side in [-1.0, 1] {
      let foot = onHead(Vector3(-0.004, side * 0.03, 0.03))
      let tip = onHead(Vector3(-0.002, side * 0.043, 0.07))
      var ear = MeshBuilder.tube(
        [foot, foot + (tip - foot) * 0.5, tip], radii: [0.021, 0.014, 0.002], sides: 12)
      ear.paint { _ in coat.colour(mark: 0.6, pale: 0) }
      add(ear, fur, "ear")
      // Shut eyes: a dark line each.
      let lid = (0...5).map { i -> Vector3 in
        let t = Double(i) / 5 * 2 - 1
        return onHead(
          Vector3(0.0455 - 0.006 * t * t - 0.002, side * (0.021 + 0.009 * t), 0.008 - 0.003 * (1 - t * t)))
      }
      add(.tube(lid, radius: 0.0014, sides: 6), dark, "eye")
    }
    // The tail comes around outside and ends before the nose.
    let tail = (0...20).map { i -> Vector3 in
      let t = Double(i) / 20
      let (sn, cs) = DeterministicMath.sincos(1.0 - 1.9 * t)
      let far = 0.13 + 0.045 * smoothstep(0, 0.4, t)
      return Vector3(far * cs, far * sn, 0.022)
    }
    var brush = MeshBuilder.tube(
      tail, radii: tail.indices.map { $0 == 20 ? 0.006 : 0.0195 - 0.0004 * Double($0) }, sides: 12)
    brush.paint { p in coat.colour(mark: stripes(DeterministicMath.atan2(p.y, p.x) * 0.8), pale: 0) }
    add(brush, fur, "tail")
    return asset.asset()
  }
}
