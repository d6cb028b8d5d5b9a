import CLanes

/// Lawns, loose stones, water and leaves.
extension GroundLook {
  /// Dry, lush and trodden places of every size; worn to earth here and there.
  @inline(__always)
  static func grass(_ p: Place) -> GroundLook {
    var look = GroundLook()
    let broad = p.noise(17, 91)
    let middle = p.noise(4.3, 92)
    let small = p.noise(0.9, 93)
    let tuft = p.noise(0.13, 94)
    let dry = broad * 0.8 + middle * 0.7 + small * 0.35
    let tone = 1 + middle * 0.22 + small * 0.34 + tuft * 0.55
    look.tone = (tone * (1 + dry * 0.38), tone * (1 + dry * 0.12), tone * (1 - dry * 0.2))
    let bare = lanes_max(p.noise(2.6, 95) + small * 0.5 - 0.5 + p.wear * 0.2, .zero) * 3
    look.lay(0.16, 0.115, 0.07, lanes_min(bare, Lanes(repeating: 0.8)))
    look.slopeU = tuft * 0.35
    look.slopeV = p.noise(0.11, 96) * 0.35
    return look
  }

  @inline(__always)
  static func gravel(_ p: Place) -> GroundLook {
    var look = GroundLook()
    let stone = p.noise(0.035, 97)
    let pebble = p.noise(0.09, 98)
    look.shade(1 + stone * 0.5 + pebble * 0.35 + p.noise(1.1, 99) * 0.25 + p.noise(7, 100) * 0.2)
    look.slopeU = stone * 0.35
    look.slopeV = pebble * 0.35
    return look
  }

  /// Water stands in the lowest places: dark, still, mirroring.
  @inline(__always)
  mutating func addPuddles(_ p: Place, _ amount: Lanes) {
    let n =
      LatticeNoise.plane(p.u * 0.22, p.v * 0.5, p.seed &+ 111) * 0.6
      + LatticeNoise.plane(p.u * 0.7, p.v * 1.1, p.seed &+ 112) * 0.28
      + LatticeNoise.plane(p.u * 2.3, p.v * 2.9, p.seed &+ 113) * 0.12
    // Noise lies about ½ ± 0.18.
    let low = (amount * 0.9 - 0.2) - (n - 0.5) * 2.2 - 0.3
    let water = lanes_select(
      lanes_less(.zero, amount), lanes_min(lanes_max(low * 7 + 0.5, .zero), Lanes(repeating: 1)), .zero)
    let damp = lanes_select(
      lanes_less(.zero, amount), lanes_min(lanes_max(low * 2 + 1, .zero), Lanes(repeating: 1)), .zero)
    shade(1 - damp * 0.35)
    wet = lanes_max(wet, water)
    slopeU *= 1 - water
    slopeV *= 1 - water
  }

  /// Leaves, one a cell at most, thicker in drifts.
  @inline(__always)
  mutating func addLeaves(_ p: Place, _ amount: Lanes) {
    for layer in UInt32(0)..<2 {
      let cell: Float = layer == 0 ? 0.13 : 0.19
      let (x, y) = (p.u * (1 / cell) + Float(layer) * 0.37, p.v * (1 / cell) + Float(layer) * 0.61)
      let (fx, fy) = (lanes_floor(x), lanes_floor(y))
      let (i, j) = (LatticeNoise.whole(fx), LatticeNoise.whole(fy) &+ p.lane &* 4096)
      let seed = p.seed &+ 121 &+ layer &* 17
      let drift = LatticeNoise.plane(p.u * 0.3, p.v * 0.6, p.seed &+ 131)
      let chance = amount * (drift * drift * 2.2 + 0.05)
      let there = lanes_less(LatticeNoise.cell(i, j, seed), chance)
      guard lanes_mask(there) != 0 else { continue }
      let c = (LatticeNoise.cell(i, j, seed &+ 1) - 0.5) * 2
      let s = lanes_sqrt(lanes_max(1 - c * c, .zero))
      let (px, py) = ((x - fx - 0.5) * cell, (y - fy - 0.5) * cell)
      let (a, b) = (px * c + py * s, py * c - px * s)
      // Pointed ovals.
      let r = lanes_sqrt(a * a * 0.42 + b * b * 1.9)
      let part = Place.line(
        r, width: Lanes(repeating: 0.05), extent: lanes_max(p.du, p.dv))
      let tone = LatticeNoise.cell(i, j, seed &+ 2)
      let here = lanes_select(there, part, .zero)
      let left = 1 - here
      cover = (
        cover.x * left + here * (tone * 0.22 + 0.16), cover.y * left + here * (tone * 0.16 + 0.07),
        cover.z * left + here * 0.025
      )
      covered = covered * left + here
    }
  }
}
