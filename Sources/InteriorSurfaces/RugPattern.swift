package import Assets
package import Imaging
import VectorMath

/// What rugs show. The picture is of a rug half as long again as wide: u across, v along.
package enum RugPattern: String, Sendable, Hashable, CaseIterable {
  /// One colour within a border.
  case border
  /// Dark diamonds drawn by hand on wool white.
  case berber
  /// Bands of triangles and stripes.
  case kilim
  /// A medallion, corners and borders of flowers.
  case persian
  /// Overlapping round forms.
  case abstract
  /// Broad stripes.
  case stripes
  /// Braided in rings, for round ones.
  case braided
  /// A meander around an open field, with a round emblem.
  case meander
  /// Worn and faded ornaments of one tone.
  case faded

  package static let width = 512
  static let height = 768

  /// Those that suit a style.
  package static func suiting(_ style: StylePack) -> [RugPattern] {
    switch style {
    case .scandinavian: [.berber, .border, .stripes, .abstract]
    case .modern: [.abstract, .border, .faded, .abstract]
    case .industrial: [.faded, .kilim, .border, .faded]
    case .classic: [.persian, .persian, .faded, .border]
    case .rustic: [.kilim, .stripes, .berber, .persian]
    case .chineseModern: [.meander, .border, .meander, .abstract]
    }
  }

  /// The picture in a ground colour, a second one and two accents.
  package func texture(_ ground: Colour, _ second: Colour, _ accents: [Colour]) -> Texture {
    let name =
      "rug_\(rawValue)_\(ground.hex)_\(second.hex)_" + accents.map(\.hex).joined(separator: "_")
    return IndoorTexture.painted.texture(name) {
      let (w, h) = (Self.width, Self.height)
      let colours = [ground, second, accents.first ?? second, accents.dropFirst().first ?? ground].map(
        IndoorTexture.rgb)
      let (sway, tone) = (Self.sway, Self.tone)
      let wear = self == .faded ? Self.wear : sway
      let amount: Float = self == .berber ? 0.006 : 0.0012
      return TextureField.texture(name, w, h) { x, y, i in
        let u = (Float(x) + 0.5) / Float(w) + amount * sway[i]
        let v = (Float(y) + 0.5) / Float(h) * 1.5 + amount * sway[i]
        let p = self.ink(u, v)
        var c = colours[p.index]
        if p.mix > 0 { c += (colours[p.other] - c) * p.mix }
        if self == .faded {
          c += (colours[0] - c) * max(0, min(1, 0.45 + 0.3 * wear[i]))
        }
        return SIMD4(c * tone[i], 1)
      }
    }
  }

  /// The hand that knotted it wavers.
  private static let sway = TextureField.noise(width, height, cells: (12, 18), seed: 0xb001)
  /// Dye comes in lots, and wool is never of one tone.
  private static let tone: TextureField = {
    let lots = TextureField.noise(width, height, cells: (2, 40), seed: 0xb002)
    let wool = TextureField.noise(width, height, cells: (180, 270), seed: 0xb003)
    let fine = TextureField.grain(width, height, seed: 0xb004)
    return TextureField(width: width, height: height) { _, _, i in
      0.97 + 0.02 * lots[i] + 0.035 * wool[i] + 0.09 * fine[i]
    }
  }()
  private static let wear = TextureField.fractal(
    width, height, cells: (4, 6), octaves: 5, gain: 0.7, seed: 0xb005)

  /// Pile of knots in rows.
  package static let normals: Texture = {
    let pile = TextureField.noise(width, height, cells: (200, 300), seed: 0xb006)
    let rows = TextureField.noise(width, height, cells: (30, 300), seed: 0xb007)
    return TextureField(width: width, height: height) { _, _, i in 0.0004 * pile[i] + 0.0002 * rows[i] }
      .normals("rug_normals", span: 1.6)
  }()

  struct Ink {
    var index: Int
    var other = 0
    var mix: Float = 0

    init(_ index: Int) { self.index = index }
    init(_ index: Int, _ other: Int, _ mix: Float) {
      (self.index, self.other, self.mix) = (index, other, mix)
    }
  }

  /// Which colour a point has: u in 0...1, v in 0...1.5.
  private func ink(_ u: Float, _ v: Float) -> Ink {
    let edge = min(min(u, 1 - u), min(v, 1.5 - v))
    switch self {
    case .border:
      return Ink(edge < 0.05 ? 1 : edge < 0.058 ? 0 : edge < 0.068 ? 1 : 0)
    case .berber:
      // Two sets of slanting lines, a small lozenge in each mesh.
      let (a, b) = (u * 3 + v * 2, u * 3 - v * 2 + 8)
      let line = min((fraction(a) - 0.5).magnitude, (fraction(b) - 0.5).magnitude)
      let (p, q) = (fraction(a + 0.5) - 0.5, fraction(b + 0.5) - 0.5)
      let lozenge = max(p.magnitude, q.magnitude)
      return Ink(0, 1, max(step(0.05, 0.03, line), lozenge < 0.07 ? 1 : 0) * 0.92)
    case .stripes:
      let s = fraction(v * 6.6667)
      return Ink(s < 0.5 ? 0 : s < 0.56 ? 2 : s < 0.94 ? 1 : 2)
    case .kilim:
      let band = Int(v * 10)
      let f = fraction(v * 10)
      let x = fraction(u * 12 + (band % 2 == 0 ? 0 : 0.5))
      let triangle = (x - 0.5).magnitude * 2
      switch band % 5 {
      case 0: return Ink(triangle < f ? 1 : 2)
      case 1: return Ink(f < 0.2 || f > 0.8 ? 3 : f < 0.3 || f > 0.7 ? 0 : 1)
      case 2:
        let d = triangle + (f - 0.5).magnitude * 2
        return Ink(d < 0.45 ? 2 : d < 0.75 ? 0 : d < 1 ? 3 : 1)
      case 3: return Ink(fraction(u * 24) < 0.5 ? 0 : 3)
      default: return Ink(1 - triangle < f ? 0 : 3)
      }
    case .abstract:
      func disc(_ x: Float, _ y: Float, _ r: Float) -> Bool {
        ((u - x) * (u - x) + (v - y) * (v - y)) < r * r
      }
      let (a, b, c) = (disc(0.22, 0.42, 0.36), disc(0.78, 1.06, 0.42), disc(0.62, 0.3, 0.22))
      if a && b { return Ink(2) }
      if c && !a { return Ink(3) }
      if a { return Ink(1) }
      if b { return Ink(disc(0.78, 1.06, 0.2) ? 3 : 2, 0, 0.1) }
      return Ink(0)
    case .braided:
      let (x, y) = (u - 0.5, (v - 0.75) / 1.5)
      let r = (x * x + y * y).squareRoot()
      let ring = Int(r * 40)
      return Ink(ring % 7 == 5 || ring == 18 ? 1 : 0, 2, fraction(r * 40) < 0.12 ? 0.35 : 0)
    case .meander:
      if edge < 0.03 { return Ink(1) }
      if edge > 0.05 && edge < 0.13 {
        // A square hook, repeated along the band.
        let along = (u - 0.5).magnitude * 1.5 > (v - 0.75).magnitude ? v : u
        let x = fraction(along * 11.2)
        let y = (edge - 0.05) / 0.08
        let isHook =
          y < 0.16 || (x < 0.16) || (y > 0.84 && x < 0.84) || (x > 0.68 && x < 0.84 && y > 0.36)
          || (y > 0.36 && y < 0.52 && x > 0.36 && x < 0.84)
        return Ink(isHook ? 1 : 0)
      }
      if edge > 0.15 && edge < 0.157 { return Ink(2) }
      let (x, y) = (u - 0.5, v - 0.75)
      let r = (x * x + y * y).squareRoot()
      if r < 0.18 {
        let petal = Self.petals(x, y, 8)
        return Ink(r > 0.168 ? 1 : r > 0.158 ? 0 : r < 0.1 * petal + 0.03 ? 2 : r < 0.045 ? 1 : 0)
      }
      return Ink(0)
    case .persian, .faded: return persian(u, v, edge)
    }
  }

  /// A wave of `count` petals around a centre, 0...1.
  private static func petals(_ x: Float, _ y: Float, _ count: Float) -> Float {
    let turn = Float(DeterministicMath.atan2(Double(y), Double(x))) / 6.283_185 + 1
    let f = (fraction(turn * count) - 0.5).magnitude * 2
    return 1 - f * f
  }

  /// A small flower in the middle of each cell of a lattice, every other row shifted.
  private static func flower(_ x: Float, _ y: Float) -> Float {
    let row = Int(y + 64)
    let (p, q) = (fraction(x + (row % 2 == 0 ? 0 : 0.5)) - 0.5, fraction(y) - 0.5)
    let r = (p * p + q * q).squareRoot()
    return r < 0.09 ? 2 : r < 0.16 + 0.16 * petals(p, q, 5) ? 1 : 0
  }

  private func persian(_ u: Float, _ v: Float, _ edge: Float) -> Ink {
    if edge < 0.012 { return Ink(1) }
    if edge < 0.034 { return Ink(Int(min(fraction(u * 40), fraction(v * 40)) * 2) == 0 ? 3 : 2) }
    if edge < 0.042 { return Ink(1) }
    if edge < 0.12 {
      let along = (u < 0.12 || u > 0.88) && v > u * 0.9 && 1.5 - v > min(u, 1 - u) ? v : u
      let f = Self.flower(along * 11, (edge - 0.042) / 0.078)
      if f > 0 { return Ink(f > 1 ? 3 : 2) }
      let vine = (edge - 0.081 + 0.016 * (2 * (fraction(along * 11) - 0.5).magnitude - 0.5)).magnitude
      return Ink(vine < 0.004 ? 3 : 1)
    }
    if edge < 0.13 { return Ink(3) }
    if edge < 0.148 { return Ink(fraction((u + v) * 30) < 0.5 ? 2 : 1) }
    if edge < 0.155 { return Ink(3) }
    // The field: a medallion of lobes, its quarters again in the corners.
    let (x, y) = (u - 0.5, v - 0.75)
    func medallion(_ x: Float, _ y: Float, _ scale: Float) -> Ink? {
      let r = (x * x + y * y * 0.55).squareRoot() / scale
      let lobe = 1 + 0.09 * Self.petals(x, y * 0.75, 16)
      if r < 0.05 { return Ink(3) }
      if r < 0.085 * (0.7 + 0.5 * Self.petals(x, y, 8)) { return Ink(2) }
      if r < 0.12 { return Ink(1) }
      if r < 0.135 { return Ink(3) }
      if r < 0.2 * lobe {
        let f = Self.flower(x * 16, y * 16)
        return Ink(f > 1 ? 3 : f > 0 ? 1 : 2)
      }
      if r < 0.212 * lobe { return Ink(3) }
      if r < 0.26 * lobe { return Ink(1) }
      if r < 0.268 * lobe { return Ink(3) }
      return nil
    }
    if let found = medallion(x, y, 1) { return found }
    // Pendants above and below.
    let drop = max((x / 0.05).magnitude, ((y.magnitude - 0.43) / 0.09).magnitude) + (x / 0.11).magnitude
    if drop < 1 { return Ink(drop < 0.6 ? 2 : 1) }
    let (cx, cy) = (0.345 - x.magnitude, 0.595 - y.magnitude)
    if (cx * cx + cy * cy * 0.6).squareRoot() < 0.2 * (1 + 0.08 * Self.petals(cx, cy, 16)) {
      let f = Self.flower(cx * 15, cy * 15)
      return Ink(f > 1 ? 3 : f > 0 ? 2 : 1)
    }
    let f = Self.flower(u * 13, v * 13)
    return Ink(f > 1 ? 3 : f > 0 ? 2 : 0)
  }
}
