import VectorMath
package import WorldModel

/// A cat or a dog as one body over a few bones. Its frame: it looks to +x, its soles at z = 0.
///
/// Bones are given for an animal whose withers are 1 high, and scaled.
package struct Quadruped {
  package enum Species: Sendable { case cat, dog }
  package enum Posture: String, Sendable, CaseIterable { case standing, sitting, lying }

  package var species: Species
  package var posture: Posture
  package var coat: Coat
  /// Height of the withers when it stands, metres.
  package var height: Double
  /// Of dogs: ears that stand instead of hanging.
  package var hasPricked = false
  /// A number that marks stripes and patches.
  package var phase = 0.0
  /// White fur, which the coat colours, and the metres that one repeat of it spans.
  package var fur: (material: Material, tile: Double)

  /// - Parameters:
  ///   - height: of the withers when it stands, metres.
  ///   - fur: white, and the metres that one repeat of it spans.
  package init(
    species: Species, posture: Posture, coat: Coat, height: Double, fur: (material: Material, tile: Double)
  ) {
    self.species = species
    self.posture = posture
    self.coat = coat
    self.height = height
    self.fur = fur
  }

  /// Joints in the plane of symmetry (x, z), and half the distance of the limbs (y).
  private struct Bones {
    var rump: Vector2
    var loin: Vector2
    var chest: Vector2
    var neck: (Vector2, Vector2)
    var head: Vector2
    /// From the middle of the head.
    var look: Vector2
    /// Shoulder, elbow, wrist, paw: (x, y, z).
    var fore: [Vector3]
    /// Hip, knee, hock, paw.
    var hind: [Vector3]
    var tail: [Vector3]
  }

  private var bones: Bones {
    switch posture {
    case .standing:
      return Bones(
        rump: Vector2(-0.38, 0.79), loin: Vector2(-0.08, 0.77), chest: Vector2(0.27, 0.72),
        neck: (Vector2(0.38, 0.86), Vector2(0.56, 1.07)), head: Vector2(0.64, 1.15), look: Vector2(1, -0.16),
        fore: [
          Vector3(0.31, 0.11, 0.68), Vector3(0.22, 0.12, 0.47), Vector3(0.27, 0.115, 0.2),
          Vector3(0.29, 0.115, 0.045),
        ],
        hind: [
          Vector3(-0.36, 0.1, 0.74), Vector3(-0.25, 0.12, 0.48), Vector3(-0.47, 0.115, 0.25),
          Vector3(-0.42, 0.115, 0.045),
        ],
        tail: species == .cat
          ? [
            Vector3(-0.5, 0, 0.84), Vector3(-0.7, 0.02, 0.78), Vector3(-0.9, 0.05, 0.9),
            Vector3(-1.02, 0.06, 1.12),
          ]
          : [
            Vector3(-0.5, 0, 0.86), Vector3(-0.66, 0, 0.84), Vector3(-0.82, 0.02, 0.9),
            Vector3(-0.92, 0.03, 1.0),
          ])
    case .sitting:
      return Bones(
        rump: Vector2(-0.27, 0.2), loin: Vector2(-0.13, 0.43), chest: Vector2(0.09, 0.68),
        neck: (Vector2(0.16, 0.86), Vector2(0.25, 1.07)), head: Vector2(0.31, 1.17), look: Vector2(1, -0.14),
        fore: [
          Vector3(0.14, 0.11, 0.62), Vector3(0.07, 0.12, 0.42), Vector3(0.13, 0.1, 0.19),
          Vector3(0.14, 0.1, 0.045),
        ],
        hind: [
          Vector3(-0.24, 0.1, 0.2), Vector3(-0.01, 0.19, 0.3), Vector3(-0.24, 0.19, 0.08),
          Vector3(-0.02, 0.19, 0.045),
        ],
        tail: [
          Vector3(-0.42, 0, 0.1), Vector3(-0.6, 0.06, 0.05), Vector3(-0.74, 0.2, 0.045),
          Vector3(-0.76, 0.38, 0.045),
        ])
    case .lying:
      return Bones(
        rump: Vector2(-0.42, 0.2), loin: Vector2(-0.1, 0.215), chest: Vector2(0.24, 0.235),
        neck: (Vector2(0.32, 0.37), Vector2(0.44, 0.55)), head: Vector2(0.51, 0.63), look: Vector2(1, -0.2),
        fore: [
          Vector3(0.26, 0.14, 0.24), Vector3(0.12, 0.17, 0.07), Vector3(0.4, 0.15, 0.055),
          Vector3(0.54, 0.14, 0.045),
        ],
        hind: [
          Vector3(-0.38, 0.14, 0.2), Vector3(-0.12, 0.22, 0.21), Vector3(-0.38, 0.23, 0.065),
          Vector3(-0.2, 0.23, 0.045),
        ],
        tail: [
          Vector3(-0.6, 0, 0.12), Vector3(-0.76, 0.05, 0.05), Vector3(-0.86, 0.2, 0.045),
          Vector3(-0.84, 0.38, 0.045),
        ])
    }
  }

  private var isCat: Bool { species == .cat }

  /// Adds the animal to an asset.
  package func add(to asset: inout AssetBuilder) {
    let b = bones
    let slim = isCat ? 0.86 : 1.0
    func at(_ p: Vector2, _ y: Double = 0) -> Vector3 { Vector3(p.x, y, p.y) * height }
    func flip(_ p: Vector3, _ side: Double) -> Vector3 { Vector3(p.x, p.y * side, p.z) * height }
    let s = height
    let deep = posture == .standing ? 0.02 : 0
    let trunk = [
      RoundCone(at(b.rump), at(b.loin), 0.165 * slim * s, (isCat ? 0.16 : 0.158) * slim * s),
      RoundCone(at(b.loin), at(b.chest), 0.17 * slim * s, (0.2 + deep) * slim * s),
    ]
    let neck = RoundCone(at(b.neck.0), at(b.neck.1), 0.145 * slim * s, (isCat ? 0.105 : 0.1) * s)
    let ahead = normalized(b.look)
    let up = Vector2(-ahead.y, ahead.x)
    func onHead(_ forward: Double, _ above: Double, _ y: Double = 0) -> Vector3 {
      at(b.head + ahead * forward + up * above, y)
    }
    let skull = RoundCone(
      onHead(-0.02, 0), onHead(0.045, -0.012), (isCat ? 0.135 : 0.118) * s, (isCat ? 0.118 : 0.1) * s)
    let muzzle =
      isCat
      ? RoundCone(onHead(0.09, -0.05), onHead(0.125, -0.055), 0.062 * s, 0.05 * s)
      : RoundCone(onHead(0.1, -0.03), onHead(0.25, -0.05), 0.068 * s, 0.05 * s)
    let cheeks = [1.0, -1].map { side in
      RoundCone(onHead(0.04, -0.055, side * 0.05), onHead(0.1, -0.06, side * 0.03), 0.055 * s, 0.045 * s)
    }
    let thick = isCat ? 0.8 : 1.0
    let foreRadii = [0.085, 0.058, 0.04, 0.045].map { $0 * thick * s }
    let hindRadii = [0.135, 0.085, 0.042, 0.046].map { $0 * thick * s }
    let legs = [1.0, -1].flatMap { side in
      [(b.fore, foreRadii), (b.hind, hindRadii)].map { joints, radii -> [RoundCone] in
        let places = joints.map { flip($0, side) }
        let toe = places[3] + Vector3(0.065, 0, -0.006) * s
        return zip(places.indices, places.indices.dropFirst()).map {
          RoundCone(places[$0], places[$1], radii[$0], radii[$1])
        } + [RoundCone(places[3], toe, radii[3], 0.042 * thick * s)]
      }
    }
    let ears: [RoundCone] = [1.0, -1].flatMap { side -> [RoundCone] in
      guard isCat || hasPricked else { return [] }
      let foot = onHead(-0.03, 0.075, side * 0.072)
      return [
        RoundCone(foot, onHead(-0.025, isCat ? 0.2 : 0.22, side * 0.105), 0.046 * s, 0.008 * s),
        RoundCone(
          onHead(-0.01, 0.075, side * 0.045), onHead(-0.022, isCat ? 0.19 : 0.2, side * 0.1), 0.026 * s,
          0.006 * s),
      ]
    }
    let tailRadius = isCat ? 0.036 : 0.042
    let tail = b.tail.indices.dropLast().map { i in
      RoundCone(
        b.tail[i] * s, b.tail[i + 1] * s, tailRadius * s * (1 - 0.08 * Double(i)),
        tailRadius * s * (1 - 0.08 * Double(i + 1)))
    }
    let root = RoundCone(at(b.rump), b.tail[0] * s, 0.09 * s, tailRadius * s)
    func body(_ p: Vector3) -> Double {
      var d = merged(trunk[0](p), trunk[1](p), 0.06 * s)
      d = merged(d, neck(p), 0.1 * s)
      var head = merged(skull(p), muzzle(p), (isCat ? 0.035 : 0.055) * s)
      for cheek in cheeks { head = merged(head, cheek(p), 0.03 * s) }
      for ear in ears { head = merged(head, ear(p), 0.02 * s) }
      d = merged(d, head, 0.06 * s)
      for leg in legs {
        var limb = Double.infinity
        for bone in leg { limb = limb == .infinity ? bone(p) : merged(limb, bone(p), 0.025 * s) }
        d = merged(d, limb, p.z < 0.14 * s ? 0.004 : 0.07 * s * smoothstep(0.14 * s, 0.4 * s, p.z))
      }
      var end = merged(root(p), tail[0](p), 0.02 * s)
      for bone in tail.dropFirst() { end = merged(end, bone(p), 0.02 * s) }
      d = merged(d, end, 0.03 * s)
      if d.magnitude < 0.03 * s { d += 0.0025 * s * rumples(p * (60 / s)) }
      return max(d, -p.z)
    }
    var mesh = SurfaceNet(
      in: (Vector3(-1.15, -0.5, -0.02) * s, Vector3(1.1, 0.6, 1.5) * s), cell: 0.024 * s, field: body
    ).mesh()
    // What touches the ground lies on it.
    mesh.displace { Vector3($0.x, $0.y, $0.z < 0.006 * s ? 0 : $0.z) }
    mesh.projectUVs()
    mesh.paint { p in markings(p / s, b) }
    let fur = asset.material(fur.material, tile: fur.tile)
    asset.add(mesh, material: fur, crease: 1.2)
    addFace(to: &asset, onHead, fur)
  }

  /// The colour of the coat at a place, in withers.
  private func markings(_ p: Vector3, _ b: Bones) -> SIMD4<Float> {
    let patch = rumples(Vector3(p.x * 2.2 + phase, p.y * 2.5, p.z * 2.2 - phase))
    let stripe = DeterministicMath.sin(p.x * 21 + 5 * p.z + 1.5 * patch + phase)
    let mark =
      isCat ? smoothstep(0.1, 0.75, stripe) * smoothstep(0.15, 0.5, p.z) : smoothstep(0.15, 0.55, patch)
    let belly = smoothstep(b.loin.y - 0.03, b.loin.y - 0.16, p.z) * (posture == .standing ? 1 : 0.6)
    let paws = smoothstep(0.12, 0.05, p.z)
    let ahead = Vector2(p.x, p.z) - b.head
    let muzzle = smoothstep(0.1, 0.16, dot(ahead, normalized(b.look)))
    return coat.colour(mark: mark, pale: max(belly * 0.75, max(paws * 0.7, muzzle * 0.6)))
  }

  private func addFace(
    to asset: inout AssetBuilder, _ onHead: (Double, Double, Double) -> Vector3, _ fur: Int
  ) {
    let s = height
    func moist(_ colour: Colour, roughness: Float) -> Int {
      asset.material(
        Material(name: "plastic_\(colour.hex)", baseColor: colour.linear, roughness: roughness))
    }
    let dark = moist(Colour(0x17120f), roughness: 0.15)
    let iris = moist(isCat ? Colour(0xa8a03c) : Colour(0x3c2412), roughness: 0.1)
    let nose = isCat ? onHead(0.172, -0.04, 0) : onHead(0.298, -0.032, 0)
    asset.add(
      .ellipsoid(
        center: nose, radii: (isCat ? Vector3(0.011, 0.02, 0.012) : Vector3(0.018, 0.027, 0.02)) * s,
        sides: 12,
        rings: 8), material: dark, part: "nose")
    for side in [-1.0, 1] {
      let eye = isCat ? onHead(0.118, 0.035, side * 0.058) : onHead(0.112, 0.028, side * 0.05)
      asset.add(
        .ellipsoid(center: eye, radii: Vector3(repeating: (isCat ? 0.026 : 0.02) * s), sides: 12, rings: 8),
        material: iris, part: "eye")
      asset.add(
        .ellipsoid(
          center: eye + Vector3(0.016, side * 0.006, 0) * s,
          radii: (isCat ? Vector3(0.011, 0.009, 0.018) : Vector3(0.01, 0.012, 0.012)) * s, sides: 10, rings: 6
        ),
        material: dark, part: "eye")
      guard !isCat, !hasPricked else { continue }
      // Hanging ears.
      let root = onHead(-0.02, 0.07, side * 0.09)
      let path = (0...6).map { i -> Vector3 in
        let t = Double(i) / 6
        return root + Vector3(
          0.01 * t, side * (0.03 * DeterministicMath.sin(2.6 * t)), -0.2 * t * t - 0.02 * t) * s
      }
      var ear = MeshBuilder.bar(
        path, section: superellipse(0.014 * s, 0.05 * s, count: 12), up: Vector3(0, side, 0.2))
      ear.paint { _ in coat.colour(mark: 0.8, pale: 0) }
      asset.add(ear, material: fur, part: "ear", crease: 1.1)
    }
  }
}
