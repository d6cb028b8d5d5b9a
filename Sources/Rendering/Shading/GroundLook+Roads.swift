import CLanes

/// Asphalt and paint on it.
extension GroundLook {
  /// A smooth hump of height 1 within ±`width`.
  @inline(__always)
  private static func hump(_ x: Lanes, _ width: Float) -> Lanes {
    let t = lanes_max(1 - lanes_abs(x) * (1 / width), .zero)
    return t * t * (Lanes(repeating: 3) - t * 2)
  }

  /// A number for each of the cells along a lane, 0..<1.
  @inline(__always)
  private static func chance(_ cell: SIMD8<Int32>, _ p: Place, _ salt: UInt32) -> Lanes {
    LatticeNoise.cell(cell, p.lane, p.seed &+ salt)
  }

  /// Wheels polish and darken two tracks, engines drip between them, dust stays outside; roads are cut open and closed again;
  /// cracks are sealed with bitumen.
  @inline(__always)
  static func asphalt(_ p: Place, tracks: Float) -> GroundLook {
    var look = GroundLook()
    let broad = p.noise(9, 1, stretch: 2.5)
    let middle = p.noise(1.7, 2)
    let wander = broad * 0.25
    let side = lanes_abs(p.v + wander) - 0.8
    let track = hump(side, 0.5) * tracks * p.wear
    let drip = hump(p.v + wander, 0.45) * tracks * p.wear
    let streak = p.noise(0.5, 4, stretch: 12)
    let dust = lanes_min(lanes_max((lanes_abs(p.v) - 1.35) * 2.2, .zero), Lanes(repeating: 1)) * tracks
    var tone = 1 + broad * 0.2 + middle * 0.16
    tone -= track * (0.24 - streak * 0.16)
    tone -= drip * (0.28 + streak * 0.3)
    tone += dust * (0.07 + middle * 0.1)
    // Spots of oil where cars stand.
    let spots = lanes_max(p.noise(0.35, 5) - 0.27, .zero) * 3 * (1.2 - p.wear * tracks)
    tone -= lanes_min(spots, Lanes(repeating: 0.4))
    look.rougher = track * -0.12 - lanes_min(spots, Lanes(repeating: 0.3)) * 0.25
    look.shade(tone)
    look.addPatch(p, tone)
    look.addCracks(p)
    look.tone.z = look.tone.z * (1 - dust * 0.03)
    return look
  }

  /// Rectangles of newer or older asphalt, sealed around.
  @inline(__always)
  private mutating func addPatch(_ p: Place, _ tone: Lanes) {
    let size: Float = 27
    let cell = LatticeNoise.whole(lanes_floor(p.u * (1 / size)))
    let there = lanes_less(GroundLook.chance(cell, p, 31), Lanes(repeating: 0.2) + p.wear * 0.35)
    guard lanes_mask(there) != 0 else { return }
    let middleU = (lanes_to_f(cell) + 0.3 + GroundLook.chance(cell, p, 32) * 0.4) * size
    let halfU = GroundLook.chance(cell, p, 33) * 3.2 + 0.5
    let middleV = (GroundLook.chance(cell, p, 34) - 0.5) * 2
    let halfV = GroundLook.chance(cell, p, 35) * 0.9 + 0.35
    let outU = lanes_abs(p.u - middleU) - halfU
    let outV = lanes_abs(p.v - middleV) - halfV
    let eU = lanes_max(p.du, Lanes(repeating: 0.004))
    let eV = lanes_max(p.dv, Lanes(repeating: 0.004))
    let one = Lanes(repeating: 1)
    let inU = lanes_min(lanes_max(0.5 - outU / eU, .zero), one)
    let inV = lanes_min(lanes_max(0.5 - outV / eV, .zero), one)
    let inside = lanes_select(there, inU * inV, .zero)
    let age = GroundLook.chance(cell, p, 36)
    shade(1 + inside * (age * 0.5 - 0.36))
    let seam = lanes_max(
      Place.line(outU, width: Lanes(repeating: 0.035), extent: p.du)
        * lanes_min(lanes_max(0.5 - (outV - 0.02) / eV, .zero), one),
      Place.line(outV, width: Lanes(repeating: 0.035), extent: p.dv)
        * lanes_min(lanes_max(0.5 - (outU - 0.02) / eU, .zero), one))
    tar(lanes_select(there, seam, .zero) * 0.85)
  }

  @inline(__always)
  private mutating func addCracks(_ p: Place) {
    // Along the lane, wandering.
    let long: Float = 38
    let cell = LatticeNoise.whole(lanes_floor(p.u * (1 / long)))
    let part = p.u * (1 / long) - lanes_to_f(cell)
    let wave = LatticeNoise.plane(p.u * 0.45, lanes_to_f(p.lane) * 7, p.seed &+ 41) - 0.5
    let jag = LatticeNoise.plane(p.u * 2.3, lanes_to_f(p.lane) * 7, p.seed &+ 42) - 0.5
    let place = (GroundLook.chance(cell, p, 43) - 0.5) * 2.6
    let ends = lanes_min(lanes_max((0.5 - lanes_abs(part - 0.5)) * 5, .zero), Lanes(repeating: 1))
    let along = Place.line(
      p.v - place - wave * 0.4 - jag * 0.2, width: ends * (jag * 0.03 + 0.035) + 0.001, extent: p.dv)
    let isThere = lanes_less(GroundLook.chance(cell, p, 44), p.wear * 0.4)
    tar(lanes_select(isThere, along * lanes_min(ends * 4, Lanes(repeating: 1)), .zero) * 0.8)
    // Across it.
    let short: Float = 11
    let row = LatticeNoise.whole(lanes_floor(p.u * (1 / short)))
    let bend = LatticeNoise.plane(p.v * 1.1, lanes_to_f(row) * 5, p.seed &+ 45) - 0.5
    let kink = LatticeNoise.plane(p.v * 4.7, lanes_to_f(row) * 5, p.seed &+ 46) - 0.5
    let at = (lanes_to_f(row) + 0.2 + GroundLook.chance(row, p, 47) * 0.6) * short
    let across = Place.line(
      p.u - at - bend * 0.7 - kink * 0.14, width: Lanes(repeating: 0.014), extent: p.du)
    let crossed = lanes_less(GroundLook.chance(row, p, 48), p.wear * 0.5)
    shade(1 - lanes_select(crossed, across, .zero) * 0.6)
  }

  /// Bitumen: black, smoother than the road.
  @inline(__always)
  private mutating func tar(_ part: Lanes) {
    lay(0.018, 0.018, 0.019, part)
    rougher -= part * 0.18
  }

  /// Paint breaks out where the stones below come through, most where it is old.
  @inline(__always)
  static func paint(_ p: Place) -> GroundLook {
    var look = GroundLook()
    let broad = LatticeNoise.plane(p.u * 0.35, p.v * 0.35, p.seed &+ 51)
    let age = p.wear * (broad * 0.9 + 0.35)
    let sharp = lanes_min(lanes_max(1.5 - lanes_max(p.du, p.dv) * 18, .zero), Lanes(repeating: 1))
    let stones = LatticeNoise.plane(p.u * 47 + p.v * 31, p.v * 47 - p.u * 31, p.seed &+ 52)
    let flakes = LatticeNoise.plane(p.u * 11 - p.v * 7, p.v * 11 + p.u * 7, p.seed &+ 53)
    let level = stones * 0.55 + flakes * 0.45
    let chipped = lanes_min(lanes_max((age * 0.85 - level) * 6, .zero), Lanes(repeating: 1))
    // From afar only how much is gone.
    let mean = lanes_min(lanes_max((age - 0.34) * 1.1, .zero), Lanes(repeating: 0.8))
    let part = mean + (chipped - mean) * sharp
    look.shade(1 - age * 0.22 + p.noise(0.8, 54, stretch: 3) * 0.12)
    look.lay(0.075, 0.075, 0.077, part * 0.92)
    look.rougher = part * 0.2
    return look
  }
}
