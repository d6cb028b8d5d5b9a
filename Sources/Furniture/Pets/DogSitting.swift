import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A dog that sits and looks to +x.
package struct DogSitting: FurnitureAsset {
  package static let assetName = "dog_sitting"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "dog")
    let v = look.variation
    let coat = Coat.dogs[v.choice("coat", of: Coat.dogs.count)]
    let fur = asset.material(IndoorMaterial.fur(Colour(0xffffff)), tile: IndoorMaterial.furTile)
    let black = asset.material(IndoorMaterial.plastic(Colour(0x141210), roughness: 0.12))
    let collar = asset.material(IndoorMaterial.leather(look.palette.accent(v.choice("collar", of: 3))))
    let tag = asset.material(IndoorMaterial.metal(.brass))
    let s = v.number("size", in: 0.62...1.1)
    func add(_ b: MeshBuilder, _ material: Int, _ part: String? = nil) {
      var grounded = b.scaled(Vector3(repeating: s))
      grounded.displace { Vector3($0.x, $0.y, max(0, $0.z)) }
      asset.add(grounded, material: material, part: part, crease: 1.1)
    }
    /// A limb or trunk: round rings of two half axes (across y, and in the plane) along a path in x-z.
    func limb(
      _ path: [(p: Vector3, a: Double, b: Double)], part: String?, sides: Int = 18,
      paint: (Vector3) -> SIMD4<Float>
    ) {
      let rings = path.indices.map { i -> [Vector3] in
        let t = normalized(path[min(i + 1, path.count - 1)].p - path[max(i - 1, 0)].p)
        let across = Vector3(0, 1, 0)
        let out = normalized(cross(across, t))
        return (0..<sides).map { k in
          let (sn, cs) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(sides))
          return path[i].p + across * (path[i].a * cs) + out * (path[i].b * sn)
        }
      }
      var b = MeshBuilder.loft(rings)
      b.paint(paint)
      add(b, fur, part)
    }
    func lump(
      _ c: Vector3, _ r: Vector3, turn: Quaternion = .identity, part: String, sides: Int = 18,
      mark: Double = 0, pale: Double = 0
    ) {
      var b = MeshBuilder.ellipsoid(radii: r, sides: sides, rings: sides * 2 / 3)
      b.projectUVs()
      b.paint { _ in coat.colour(mark: mark, pale: pale) }
      add(b.rotated(turn).translated(c.x, c.y, c.z), fur, part)
    }
    // The trunk rises from the rump to the neck.
    limb(
      [
        (Vector3(-0.2, 0, 0.05), 0.03, 0.03), (Vector3(-0.19, 0, 0.085), 0.085, 0.075),
        (Vector3(-0.15, 0, 0.15), 0.115, 0.115), (Vector3(-0.09, 0, 0.24), 0.11, 0.115),
        (Vector3(-0.02, 0, 0.33), 0.105, 0.118), (Vector3(0.035, 0, 0.41), 0.092, 0.105),
        (Vector3(0.065, 0, 0.475), 0.068, 0.075), (Vector3(0.085, 0, 0.535), 0.054, 0.06),
        (Vector3(0.1, 0, 0.58), 0.045, 0.05),
      ], part: nil, sides: 24
    ) { p in
      coat.colour(
        mark: smoothstep(0.02, -0.1, p.x - (p.z - 0.25) * 0.6),
        pale: smoothstep(0.05, 0.12, p.x - (p.z - 0.3) * 0.25 + 0.04) * 0.9)
    }
    // Fore legs, straight; hind legs folded beside the rump.
    for side in [-1.0, 1] {
      limb(
        [
          (Vector3(0.04, side * 0.062, 0.36), 0.04, 0.055),
          (Vector3(0.055, side * 0.064, 0.26), 0.034, 0.042),
          (Vector3(0.062, side * 0.064, 0.15), 0.026, 0.029),
          (Vector3(0.062, side * 0.064, 0.06), 0.024, 0.026),
          (Vector3(0.065, side * 0.064, 0.03), 0.027, 0.03),
        ], part: "leg"
      ) { p in coat.colour(mark: 0, pale: smoothstep(0.16, 0.06, p.z) * 0.8) }
      lump(Vector3(0.083, side * 0.065, 0.02), Vector3(0.046, 0.031, 0.024), part: "paw", pale: 0.8)
      lump(
        Vector3(-0.1, side * 0.095, 0.115), Vector3(0.1, 0.046, 0.1),
        turn: Quaternion(axis: Vector3(0, 1, 0), angle: 0.5), part: "thigh", sides: 20, mark: 0.25)
      lump(Vector3(-0.025, side * 0.118, 0.026), Vector3(0.085, 0.034, 0.028), part: "paw", pale: 0.5)
    }
    // The head, its muzzle, nose, eyes and hanging ears.
    let head = Vector3(0.125, 0, 0.64)
    lump(
      head, Vector3(0.075, 0.068, 0.064), turn: Quaternion(axis: Vector3(0, 1, 0), angle: 0.15), part: "head",
      sides: 22)
    limb(
      [
        (head + Vector3(0.03, 0, -0.016), 0.045, 0.044), (head + Vector3(0.08, 0, -0.026), 0.036, 0.034),
        (head + Vector3(0.125, 0, -0.031), 0.031, 0.029), (head + Vector3(0.145, 0, -0.031), 0.025, 0.023),
        (head + Vector3(0.153, 0, -0.03), 0.012, 0.012),
      ], part: "muzzle"
    ) { p in coat.colour(mark: 0, pale: 0.75 * smoothstep(0.17, 0.23, p.x)) }
    add(
      MeshBuilder.ellipsoid(
        center: head + Vector3(0.152, 0, -0.017), radii: Vector3(0.011, 0.016, 0.011), sides: 14, rings: 8),
      black, "nose")
    let mouth = (0...8).map { i -> Vector3 in
      let t = Double(i) / 4 - 1
      return head + Vector3(0.142 - 0.07 * t * t, 0.034 * t, -0.046 + 0.004 * t * t)
    }
    add(.tube(mouth, radius: 0.0022, sides: 6), black, "mouth")
    for side in [-1.0, 1] {
      add(
        MeshBuilder.ellipsoid(
          center: head + Vector3(0.062, side * 0.031, 0.016), radii: Vector3(0.0095, 0.0095, 0.0095),
          sides: 14, rings: 8), black, "eye")
      var ear = MeshBuilder.slab(
        columns: 8, rows: 10,
        front: { u, t in flap(u, t, 0.006) }, back: { u, t in flap(u, t, -0.006) })
      func flap(_ u: Double, _ t: Double, _ off: Double) -> Vector3 {
        let wide =
          0.034 * (0.75 + 0.9 * t) * DeterministicMath.pow(max(0.02, 1 - DeterministicMath.pow(t, 4)), 0.5)
        let fall = smoothstep(0, 0.3, t)
        return head
          + Vector3(
            -0.018 + (u - 0.5) * 2 * wide + 0.01 * t, side * (0.05 + 0.024 * fall + off),
            0.045 - 0.115 * t * t - 0.012 * t)
      }
      ear.paint { _ in coat.colour(mark: 0.9, pale: 0) }
      add(ear, fur, "ear")
    }
    let tail = (0...12).map { i -> Vector3 in
      let t = Double(i) / 12
      return Vector3(-0.21 - 0.12 * t, 0.1 * t * t, 0.035 - 0.012 * t + 0.03 * t * t)
    }
    var brush = MeshBuilder.tube(
      tail, radii: tail.indices.map { $0 == 12 ? 0.006 : 0.026 - 0.0012 * Double($0) }, sides: 12)
    brush.paint { _ in coat.colour(mark: 0.5, pale: 0) }
    add(brush, fur, "tail")
    let lean = Quaternion(axis: Vector3(0, 1, 0), angle: 0.3)
    add(
      MeshBuilder.torus(radius: 0.0575, tube: 0.0085, sides: 28, rings: 8).scaled(Vector3(1.08, 1, 1.4))
        .rotated(lean).translated(0.083, 0, 0.528), collar, "collar")
    add(
      .cylinder(from: Vector3(0.148, 0, 0.49), to: Vector3(0.152, 0, 0.49), radius: 0.013, sides: 16), tag,
      "collar")
    return asset.asset()
  }
}
