import CLanes

/// Stones laid by hand.
extension GroundLook {
  /// One stone of a bond of rows, every second shifted by half.
  private struct Stone {
    var row: SIMD8<Int32>
    var column: SIMD8<Int32>
    /// From its middle, metres.
    var u: Lanes
    var v: Lanes
  }

  @inline(__always)
  private static func stone(_ p: Place, length: Float, width: Float, shift: Float) -> Stone {
    let y = p.v * (1 / width)
    let fy = lanes_floor(y)
    let row = LatticeNoise.whole(fy)
    let odd = lanes_to_f(row & 1) * shift
    let x = p.u * (1 / length) + odd
    let fx = lanes_floor(x)
    return Stone(
      row: row &+ p.lane &* 4096, column: LatticeNoise.whole(fx), u: (x - fx - 0.5) * length,
      v: (y - fy - 0.5) * width)
  }

  /// Joints between stones: the part of a sample that they take.
  @inline(__always)
  private static func joints(_ s: Stone, _ p: Place, length: Float, width: Float, joint: Lanes) -> Lanes {
    let a = Place.line(lanes_abs(s.u) - length / 2, width: joint, extent: p.du)
    let b = Place.line(lanes_abs(s.v) - width / 2, width: joint, extent: p.dv)
    return a + b - a * b
  }

  /// The faded share of patterns that are regular: from afar they are one tone.
  @inline(__always)
  static func slabs(_ p: Place) -> GroundLook {
    var look = GroundLook()
    let (length, width): (Float, Float) = (0.5, 0.5)
    let s = stone(p, length: length, width: width, shift: 0.5)
    let own = LatticeNoise.cell(s.column, s.row, p.seed &+ 61) - 0.5
    let warm = LatticeNoise.cell(s.column, s.row, p.seed &+ 62) - 0.5
    let clear = p.detail(0.6)
    let broad = p.noise(5, 63)
    let stain = p.noise(0.7, 64)
    var tone = 1 + own * 0.24 * clear + broad * 0.22 + stain * 0.22
    // Replaced ones, and old gum.
    let isNew = lanes_less(LatticeNoise.cell(s.column, s.row, p.seed &+ 66), Lanes(repeating: 0.025))
    tone = lanes_select(isNew, tone + clear * 0.2, tone)
    look.shade(tone)
    look.tone.z = look.tone.z * (1 - warm * 0.07 * clear)
    look.spot(p, cell: 0.31, radius: 0.022, chance: 0.22, dark: 0.4, salt: 67)
    let joint = joints(s, p, length: length, width: width, joint: Lanes(repeating: 0.014))
    let moss = lanes_min(lanes_max(p.noise(1.3, 68) * 3 + 0.2, .zero), Lanes(repeating: 1))
    look.lay(0.07, 0.075, 0.055, joint * (0.7 + moss * 0.3))
    // Slabs lie a little askew, each its own way.
    look.slopeU = (LatticeNoise.cell(s.column, s.row, p.seed &+ 69) - 0.5) * 0.03 * clear
    look.slopeV = (LatticeNoise.cell(s.column, s.row, p.seed &+ 70) - 0.5) * 0.03 * clear
    return look
  }

  @inline(__always)
  static func blocks(_ p: Place, length: Float, width: Float, joint: Float, round: Float) -> GroundLook {
    var look = GroundLook()
    let s = stone(p, length: length, width: width, shift: 0.5)
    let own = LatticeNoise.cell(s.column, s.row, p.seed &+ 71) - 0.5
    let red = LatticeNoise.cell(s.column, s.row, p.seed &+ 72) - 0.5
    let clear = p.detail(width)
    let tone =
      1 + own * 0.34 * clear + p.noise(4, 73) * 0.24 + p.noise(0.6, 74) * 0.14
    look.shade(tone)
    look.tone.x = look.tone.x * (1 + red * 0.1 * clear)
    look.tone.z = look.tone.z * (1 - red * 0.1 * clear)
    let part = joints(s, p, length: length, width: width, joint: Lanes(repeating: joint))
    look.lay(0.085, 0.08, 0.065, part * 0.8)
    // Heads of stones are round: the rim falls off.
    let fall = round * 2
    look.slopeU = s.u * (-2 / length) * fall * clear + (own * 0.05) * clear
    look.slopeV = s.v * (-2 / width) * fall * clear + (red * 0.05) * clear
    return look
  }

  @inline(__always)
  static func kerb(_ p: Place) -> GroundLook {
    var look = GroundLook()
    let x = p.u
    let fx = lanes_floor(x)
    let column = LatticeNoise.whole(fx)
    let own = LatticeNoise.cell(column, p.lane, p.seed &+ 81) - 0.5
    let clear = p.detail(1)
    look.shade(
      1 + own * 0.22 * clear + p.noise(0.4, 82) * 0.2 + p.noise(6, 84) * 0.15)
    let joint = Place.line(
      lanes_min(x - fx, 1 - (x - fx)), width: Lanes(repeating: 0.012), extent: p.du)
    look.lay(0.06, 0.058, 0.05, joint * 0.85)
    return look
  }

  /// Round spots, one a cell at most.
  @inline(__always)
  mutating func spot(
    _ p: Place, cell: Float, radius: Float, chance: Float, dark: Float, salt: UInt32
  ) {
    let (x, y) = (p.u * (1 / cell), p.v * (1 / cell))
    let (fx, fy) = (lanes_floor(x), lanes_floor(y))
    let (i, j) = (LatticeNoise.whole(fx), LatticeNoise.whole(fy) &+ p.lane &* 4096)
    let there = lanes_less(LatticeNoise.cell(i, j, p.seed &+ salt), Lanes(repeating: chance))
    guard lanes_mask(there) != 0 else { return }
    let cx = LatticeNoise.cell(i, j, p.seed &+ salt &+ 1000) * 0.7 + 0.15
    let cy = LatticeNoise.cell(i, j, p.seed &+ salt &+ 2000) * 0.7 + 0.15
    let (dx, dy) = ((x - fx - cx) * cell, (y - fy - cy) * cell)
    let r = lanes_sqrt(dx * dx + dy * dy)
    let part = Place.line(r, width: Lanes(repeating: 2 * radius), extent: lanes_max(p.du, p.dv))
    shade(1 - lanes_select(there, part, .zero) * dark)
  }
}
