import VectorMath

/// The skin of a cow or a deer: its shape as a field, how it hangs on the bones, its colours.
struct GrazerHide {
  /// Nodes that bend the skin.
  static let joints =
    ["trunk", "neck", "nape", "head"]
    + GrazerLeg.allCases.flatMap { [$0.node(.upper), $0.node(.lower)] }

  private let species: GrazingAnimal.Species
  private let isRed: Bool
  private let breed: GrazingAnimal.Breed
  private let variant: UInt64
  private let s: Double
  private let b: GrazerBones
  private let trunk: [RoundCone]
  private let neck: RoundCone
  private let skull: RoundCone
  private let muzzle: RoundCone
  /// Of each leg: thigh and the top of what is below.
  private let legs: [[RoundCone]]
  private let udder: RoundCone?

  init(animal: GrazingAnimal) {
    (species, variant, s, b) = (animal.species, animal.variant, animal.height, animal.bones)
    isRed = animal.isRed
    breed = animal.breed
    let (s, b) = (s, b)
    func flat(_ p: Vector2) -> Vector3 { Vector3(p.x, 0, p.y) * s }
    func cone(_ k: GrazerBones.Barrel) -> RoundCone {
      RoundCone(flat(k.from), flat(k.to), k.radii.0 * s, k.radii.1 * s)
    }
    trunk = b.trunk.map(cone)
    neck = cone(b.neck)
    let ahead = normalized(b.look)
    func onHead(_ d: Double, _ up: Double = 0) -> Vector3 {
      flat(b.poll + ahead * d + Vector2(-ahead.y, ahead.x) * up)
    }
    if animal.species == .cow {
      skull = RoundCone(onHead(-0.005, -0.02), onHead(0.15, -0.02), 0.078 * s, 0.07 * s)
      muzzle = RoundCone(onHead(0.14, -0.03), onHead(0.29, -0.035), 0.066 * s, 0.06 * s)
      udder = RoundCone(flat(Vector2(-0.4, 0.5)), flat(Vector2(-0.28, 0.47)), 0.085 * s, 0.07 * s)
    } else {
      skull = RoundCone(onHead(0, -0.01), onHead(0.09, -0.015), 0.062 * s, 0.05 * s)
      muzzle = RoundCone(onHead(0.1, -0.025), onHead(0.23, -0.03), 0.042 * s, 0.028 * s)
      udder = nil
    }
    legs = GrazerLeg.allCases.map { leg in
      let (j, r) = (b.joints(leg), b.radii(leg))
      let end = j[1] + (j[2] - j[1]) * 0.62
      return [
        RoundCone(j[0] * s, j[1] * s, r[0] * s, r[1] * s),
        RoundCone(j[1] * s, end * s, r[1] * s, (r[1] + (r[2] - r[1]) * 0.72) * s),
      ]
    }
  }

  // MARK: Shape

  private func trunkField(_ p: Vector3) -> Double {
    var d = trunk[0](p)
    for cone in trunk.dropFirst() { d = merged(d, cone(p), 0.09 * s) }
    return d
  }

  private func legField(_ k: Int, _ p: Vector3) -> Double { merged(legs[k][0](p), legs[k][1](p), 0.03 * s) }

  private func field(_ p: Vector3) -> Double {
    var d = merged(trunkField(p), neck(p), 0.14 * s)
    d = merged(d, merged(skull(p), muzzle(p), 0.04 * s), 0.05 * s)
    for k in legs.indices { d = merged(d, legField(k, p), 0.07 * s) }
    if let udder { d = merged(d, udder(p), 0.04 * s) }
    return d
  }

  func skin(_ detail: Fineness) -> MeshBuilder {
    let cell = (species == .cow ? 0.028 : 0.026) * s
    let box = (min: Vector3(-0.75, -0.34, 0.2) * s, max: Vector3(1.1, 0.34, 1.45) * s)
    return SurfaceNet(in: box, cell: detail == .fine ? cell : detail == .middle ? 1.5 * cell : 2.1 * cell) {
      field($0)
    }.mesh()
  }

  // MARK: Bones

  /// Of the way along the neck, 0 at its root; how much of a place belongs to which leg.
  private func alongNeck(_ p: Vector3) -> Double {
    let way = b.neck.to - b.neck.from
    return dot(Vector2(p.x, p.z) / s - b.neck.from, way) / dot(way, way)
  }

  private func leg(_ p: Vector3) -> (index: Int, share: Double, below: Double) {
    let side = p.y < 0 ? -1.0 : 1
    var best = (index: 0, share: 0.0, below: 0.0)
    var nearest = Double.infinity
    let body = min(trunkField(p), neck(p))
    for (k, leg) in GrazerLeg.allCases.enumerated() where leg.side == side {
      let d = legField(k, p)
      guard d < nearest else { continue }
      nearest = d
      let j = b.joints(leg)
      let way = j[2] - j[1]
      let along = dot(p / s - j[1], way) / length(way)
      // What lies in both follows the trunk above and the leg below.
      let depth = smoothstep(j[0].z + 0.06, j[1].z, p.z / s)
      let share = max(smoothstep(0.07, -0.07, (d - body) / s) * depth, smoothstep(0, 0.08, along))
      best = (k, share, smoothstep(-0.05, 0.05, along))
    }
    return best
  }

  /// The joints that move a place of the skin, and by how much.
  func shares(_ p: Vector3) -> (joints: SIMD4<UInt16>, weights: SIMD4<Float>) {
    let t = alongNeck(p)
    let head = smoothstep(0.88, 1.06, t)
    let nape = smoothstep(0.4, 0.7, t) - head
    let neck = smoothstep(-0.05, 0.35, t) - nape - head
    let (k, share, below) = leg(p)
    let rest = 1 - share
    let all: [(Int, Double)] = [
      (0, rest * (1 - neck - nape - head)), (1, rest * neck), (2, rest * nape), (3, rest * head),
      (4 + 2 * k, share * (1 - below)), (5 + 2 * k, share * below),
    ]
    let most = all.filter { $0.1 > 1e-4 }.sorted { $0.1 > $1.1 }.prefix(4)
    let sum = most.reduce(0) { $0 + $1.1 }
    var (joints, weights) = (SIMD4<UInt16>(), SIMD4<Float>())
    for (i, one) in most.enumerated() {
      joints[i] = UInt16(one.0)
      weights[i] = Float(one.1 / sum)
    }
    return (joints, weights)
  }

  /// 0 = trunk, neck and tail, 1 = head, 2 = legs.
  func part(_ p: Vector3) -> Int {
    if alongNeck(p) > 0.97 { return 1 }
    return leg(p).share > 0.5 ? 2 : 0
  }

  // MARK: Colour

  /// Bumps of about the size of patches, of this animal alone.
  private func blotch(_ p: Vector3) -> Double {
    let v = AssetVariation(seed: variant)
    let at = Vector3(
      v.number("bx", in: 0...40), v.number("by", in: 0...40), v.number("bz", in: 0...40))
    return rumples(p * 4.6 + at) * 0.7 + rumples(p * 10.3 - at) * 0.3
  }

  /// Linear, at a place of the animal at rest.
  func colour(_ place: Vector3) -> SIMD4<Float> {
    let p = place / s
    func mix(_ a: Colour, _ b: Colour, _ t: Double) -> SIMD4<Float> {
      a.linear + (b.linear - a.linear) * Float(max(0, min(1, t)))
    }
    // Hair is nowhere of one tone.
    let tone = Float(1 + 0.09 * rumples(p * 19) + 0.05 * rumples(p * 53))
    let t = alongNeck(place)
    let isFace = t > 0.97
    var out: SIMD4<Float>
    if species == .cow {
      let low = smoothstep(0.36, 0.24, p.z)
      let white = Colour(0xe9e3d6)
      // Patches have edges of a hand's breadth at most.
      let patch = smoothstep(-0.07, 0.03, blotch(p))
      switch breed {
      case .holstein:
        out = mix(white, Colour(0x1d1a19), isFace ? smoothstep(0.03, 0.05, abs(p.y)) : patch * (1 - low))
      case .redHolstein:
        out = mix(white, Colour(0x7c3b20), isFace ? smoothstep(0.035, 0.055, abs(p.y)) : patch * (1 - low))
      case .simmental: out = mix(white, Colour(0xa5683a), isFace ? 0 : max(patch, 0.0) * (1 - low))
      case .brown: out = mix(Colour(0x8a7258), Colour(0x6b5542), smoothstep(0.7, 1, p.z))
      case .black: out = mix(Colour(0x1b1817), Colour(0x25211f), patch)
      case .pale: out = mix(Colour(0xe0d3ba), Colour(0xd2c09f), patch)
      }
      let nose = length(Vector2(p.x, p.z) - (b.poll + normalized(b.look) * 0.35))
      if nose < 0.075 {
        out = mix(breed == .brown || breed == .black ? Colour(0x2c2826) : Colour(0xb08a80), white, 0)
      }
      if let udder, p.z < 0.5, udder(place) < 0.02 * s, abs(p.y) < 0.09 {
        out = mix(Colour(0xc99a8c), white, 0.2)
      }
    } else {
      let isGrey = AssetVariation(seed: variant).unit("season") < 0.4
      let back = isGrey ? Colour(0x6d5f50) : Colour(0x95603a)
      let belly = Colour(0xc8b193)
      // Pale below, between the legs and on their inner sides.
      let below = smoothstep(0.72, 0.62, p.z) * smoothstep(0.5, 0.56, p.z) * smoothstep(0.13, 0.06, abs(p.y))
      out = mix(back, belly, below * 0.8)
      // The mirror on the rump.
      let rump = smoothstep(-0.47, -0.52, p.x) * smoothstep(0.74, 0.78, p.z)
      out = out + (Colour(0xe6dcc8).linear - out) * Float(rump * (isRed ? 0.7 : 1))
      if isFace {
        out = mix(back, Colour(0x4d4035), smoothstep(0.16, 0.26, length(Vector2(p.x, p.z) - b.poll)))
      }
      // Legs are darker in front.
      out *= Float(1 - 0.25 * smoothstep(0.5, 0.3, p.z))
    }
    out *= tone
    out.w = 1
    return out
  }
}
