import CLanes
import WorldModel

/// What a `GroundFinish` adds to eight places of a surface.
///
/// Everything follows from hashes of the place, so nothing repeats; whatever is narrower than a sample's footprint fades to
/// its mean, as in a chain of mip maps.
struct GroundLook {
  typealias Lanes = SIMD8<Float>
  typealias Triple = (x: Lanes, y: Lanes, z: Lanes)

  /// Factor on the base colour.
  var tone: Triple = (Lanes(repeating: 1), Lanes(repeating: 1), Lanes(repeating: 1))
  /// A colour laid over it, linear, times the part that it covers.
  var cover: Triple = (.zero, .zero, .zero)
  var covered: Lanes = .zero
  /// Added to the roughness.
  var rougher: Lanes = .zero
  /// Standing water, 0...1.
  var wet: Lanes = .zero
  /// Rise a metre along u and v.
  var slopeU: Lanes = .zero
  var slopeV: Lanes = .zero

  /// Where one stands.
  struct Place {
    /// Metres along, and across from the middle of the lane.
    var u: Lanes
    var v: Lanes
    /// The lane: neighbours differ.
    var lane: SIMD8<Int32>
    /// Extent of a sample along both, metres.
    var du: Lanes
    var dv: Lanes
    var wear: Lanes
    var seed: UInt32

    /// The part of a line about a distance of 0 that a sample sees, for its width and the sample's extent, metres.
    @inline(__always)
    static func line(_ distance: Lanes, width: Lanes, extent: Lanes) -> Lanes {
      let e = lanes_max(extent, Lanes(repeating: 0.002))
      let part = (width * 0.5 - lanes_abs(distance)) / e + 0.5
      return lanes_min(lanes_max(part, .zero), Lanes(repeating: 1))
        * lanes_min(width / e, Lanes(repeating: 1))
    }

    /// How much of a pattern of a given size is left, 1 all.
    @inline(__always)
    func detail(_ size: Float) -> Lanes {
      let x = lanes_max(du, dv) * (1 / size)
      return lanes_min(lanes_max(1.5 - x * 1.5, .zero), Lanes(repeating: 1))
    }

    /// Noise about 0, within ±½, of cells of some size in metres; faded out where it is too fine.
    @inline(__always)
    func noise(_ size: Float, _ salt: UInt32, stretch: Float = 1) -> Lanes {
      let f = 1 / size
      let n = LatticeNoise.plane(u * (f / stretch), (v + lanes_to_f(lane) * 64) * f, seed &+ salt) - 0.5
      return n * detail(size * stretch)
    }
  }

  /// - Returns: `nil` where no sample lies on such a ground.
  @inline(__always)
  static func of<M: LaneSource>(
    _ material: M, _ t: (u: Lanes, v: Lanes, ux: Lanes, vx: Lanes, uy: Lanes, vy: Lanes)
  ) -> GroundLook? {
    let kinds = material.int(MaterialTable.Column.groundKind)
    guard lanes_mask(lanes_less_i(.zero, kinds)) != 0 else { return nil }
    let tile = material.float(MaterialTable.Column.groundTile)
    let v = t.v * tile
    let lane = lanes_floor(v * (1.0 / 64) + 0.5)
    let place = Place(
      u: t.u * tile, v: v - lane * 64, lane: LatticeNoise.whole(lane),
      du: (lanes_abs(t.ux) + lanes_abs(t.uy)) * tile, dv: (lanes_abs(t.vx) + lanes_abs(t.vy)) * tile,
      wear: material.float(MaterialTable.Column.groundWear),
      seed: UInt32(bitPattern: material.int(MaterialTable.Column.groundSeed).max()))
    return of(
      kinds, place, puddles: material.float(MaterialTable.Column.groundPuddles),
      leaves: material.float(MaterialTable.Column.groundLeaves))
  }

  @inline(never)
  static func of(_ kinds: SIMD8<Int32>, _ place: Place, puddles: Lanes, leaves: Lanes) -> GroundLook {
    var look = GroundLook()
    for kind in GroundFinish.Kind.allCases {
      let here = lanes_equal_i(kinds, SIMD8(repeating: kind.rawValue))
      guard lanes_mask(here) != 0 else { continue }
      let one = of(kind, place)
      look = lanes_mask(here) == 0xff ? one : look.replaced(by: one, where: here)
    }
    if lanes_mask(lanes_less(.zero, puddles)) != 0 { look.addPuddles(place, puddles) }
    if lanes_mask(lanes_less(.zero, leaves)) != 0 { look.addLeaves(place, leaves) }
    let none = lanes_equal_i(kinds, .zero)
    return lanes_mask(none) == 0 ? look : look.replaced(by: GroundLook(), where: none)
  }

  @inline(__always)
  private static func of(_ kind: GroundFinish.Kind, _ place: Place) -> GroundLook {
    switch kind {
    case .asphalt: asphalt(place, tracks: 1)
    case .parking: asphalt(place, tracks: 0)
    case .slabs: slabs(place)
    case .pavers: blocks(place, length: 0.2, width: 0.1, joint: 0.004, round: 0.02)
    case .kerb: kerb(place)
    case .cobbles: blocks(place, length: 0.11, width: 0.1, joint: 0.012, round: 0.16)
    case .grass: grass(place)
    case .gravel: gravel(place)
    case .paint: paint(place)
    }
  }

  @inline(__always)
  func tinted(_ base: Triple) -> Triple {
    let dark = 1 - wet * 0.6
    @inline(__always)
    func one(_ base: Lanes, _ tone: Lanes, _ cover: Lanes) -> Lanes {
      let own = base * lanes_max(tone, Lanes(repeating: 0.02))
      return (own * (1 - covered) + cover) * dark
    }
    return (
      one(base.x, tone.x, cover.x), one(base.y, tone.y, cover.y), one(base.z, tone.z, cover.z)
    )
  }

  @inline(__always)
  mutating func shade(_ factor: Lanes) { tone = (tone.x * factor, tone.y * factor, tone.z * factor) }

  @inline(__always)
  mutating func lay(_ r: Float, _ g: Float, _ b: Float, _ part: Lanes) {
    let left = 1 - part
    cover = (cover.x * left + part * r, cover.y * left + part * g, cover.z * left + part * b)
    covered = covered * left + part
  }

  private func replaced(by o: GroundLook, where m: SIMD8<Int32>) -> GroundLook {
    var out = GroundLook()
    func pick(_ a: Triple, _ b: Triple) -> Triple {
      (lanes_select(m, b.x, a.x), lanes_select(m, b.y, a.y), lanes_select(m, b.z, a.z))
    }
    out.tone = pick(tone, o.tone)
    out.cover = pick(cover, o.cover)
    out.covered = lanes_select(m, o.covered, covered)
    out.rougher = lanes_select(m, o.rougher, rougher)
    out.wet = lanes_select(m, o.wet, wet)
    out.slopeU = lanes_select(m, o.slopeU, slopeU)
    out.slopeV = lanes_select(m, o.slopeV, slopeV)
    return out
  }
}
