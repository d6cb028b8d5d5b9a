import Assets
import Imaging

/// What wallpapers show; see `IndoorMaterial.wallpaper`.
package enum WallpaperPattern: String, Sendable, Hashable, CaseIterable {
  /// Even stripes of 4 cm.
  case stripes
  /// Large leafy ornaments in half drop.
  case damask
  /// Small sprigs.
  case sprigs
  /// A lattice of ogees.
  case trellis
  /// Woven grasses.
  case grasscloth
  /// Overlapping arcs, as on Chinese waves.
  case waves

  /// Metres that one repeat spans.
  var tile: Double {
    switch self {
    case .stripes: 0.64
    case .damask: 0.53
    case .sprigs: 0.53
    case .trellis: 0.48
    case .grasscloth: 1
    case .waves: 0.48
    }
  }

  /// From 0, the ground, to 1, the print; 512 texels square.
  var print: TextureField {
    let side = 512
    func field(_ f: (Float, Float, Int) -> Float) -> TextureField {
      TextureField(width: side, height: side) { x, y, i in
        f((Float(x) + 0.5) / Float(side), (Float(y) + 0.5) / Float(side), i)
      }
    }
    switch self {
    case .stripes:
      return field { u, _, _ in
        let f = (fraction(u * 8) - 0.5).magnitude
        // A broad stripe between two hairlines.
        return max(step(0.262, 0.246, f), 0.6 * step(0.018, 0.006, (f - 0.35).magnitude))
      }
    case .trellis:
      return field { u, v, _ in
        let (a, b) = (Self.wave(u * 4), Self.wave(v * 4))
        let line = (a + b).magnitude
        return max(step(0.3, 0.2, line), 0.55 * step(0.1, 0.06, (line - 0.5).magnitude))
      }
    case .waves:
      return field { u, v, _ in
        // Rows of circles, each row covering the upper half of those below it.
        let y = v * 8
        var best: Float = 0
        var isFound = false
        for k in stride(from: Int(y) + 2, through: Int(y) - 1, by: -1) where !isFound {
          let x = u * 4 + (((k % 2) + 2) % 2 == 0 ? 0 : 0.5)
          let dx = fraction(x) - 0.5
          let dy = (y - Float(k)) * 0.5
          let r = (dx * dx + dy * dy).squareRoot()
          if r < 0.5 && dy <= 0.001 {
            isFound = true
            let ring = fraction(r * 8)
            best = step(0.34, 0.26, (ring - 0.5).magnitude)
          }
        }
        return best
      }
    case .grasscloth:
      let grass = TextureField.noise(side, side, cells: (3, 200), seed: 0x9001)
      let knots = TextureField.noise(side, side, cells: (20, 200), seed: 0x9002)
      let warp = TextureField.noise(side, side, cells: (110, 4), seed: 0x9003)
      return field { _, _, i in
        max(0, min(1, 0.4 + 0.17 * grass[i] + 0.1 * knots[i] + 0.06 * warp[i]))
      }
    case .damask: return field { u, v, _ in Self.halfDrop(u, v, rows: 1) { Self.ornament($0, $1) } }
    case .sprigs: return field { u, v, _ in Self.halfDrop(u, v, rows: 3) { Self.sprig($0, $1) } }
    }
  }

  /// A triangle's wave −1...1 with rounded tips.
  private static func wave(_ t: Float) -> Float {
    let f = (fraction(t) - 0.5).magnitude * 2
    return 2 * step(0, 1, f) - 1
  }

  /// The larger of a motif in the middle of its cell and those at the corners; −1...1 both ways in the motif.
  private static func halfDrop(
    _ u: Float, _ v: Float, rows: Float, _ motif: (Float, Float) -> Float
  ) -> Float {
    let (x, y) = (fraction(u * rows) * 2 - 1, fraction(v * rows) * 2 - 1)
    let (p, q) = (x - (x < 0 ? -1 : 1), y - (y < 0 ? -1 : 1))
    return max(motif(x, y), motif(p, q))
  }

  /// A pointed leaf from (x, y) of given length and half width, towards (dx, dy), a unit vector; 1 inside.
  private static func leaf(
    _ px: Float, _ py: Float, _ x: Float, _ y: Float, _ dx: Float, _ dy: Float, _ length: Float, _ half: Float
  ) -> Float {
    let (ox, oy) = (px - x, py - y)
    let t = (ox * dx + oy * dy) / length
    guard t > 0, t < 1 else { return 0 }
    let s = (oy * dx - ox * dy).magnitude
    let width = half * 4 * t * (1 - t) * (1.25 - 0.5 * t)
    return step(width + 0.008, width - 0.008, s)
  }

  /// Symmetric leaves around an ogee.
  private static func ornament(_ x: Float, _ y: Float) -> Float {
    let a = x.magnitude
    // A pointed oval frame.
    let frame = (a / (0.58 * max(0.02, 1 - y * y * 1.18))) - 1
    var out: Float = y.magnitude < 0.9 ? step(0.1, 0.03, frame.magnitude) : 0
    for (i, h) in [0.34, 0.08, -0.2].enumerated() {
      let l = 0.44 - 0.07 * Float(i)
      out = max(out, leaf(a, y, 0.02, Float(h), 0.6, -0.8, l, 0.062))
      out = max(out, leaf(a, y, 0.02, Float(h) + 0.12, 0.9, -0.43, l * 0.8, 0.05))
    }
    out = max(out, leaf(a, y, 0, 0.62, 0, -1, 0.9, 0.02))
    out = max(out, leaf(a, y, 0, -0.3, 0, -1, 0.36, 0.075))
    out = max(out, leaf(a, y, 0.0, 0.44, 0.8, 0.6, 0.34, 0.06))
    out = max(out, leaf(a, y, 0.5, -0.32, 0.45, 0.89, 0.34, 0.05))
    out = max(out, leaf(a, y, 0.5, 0.3, 0.45, -0.89, 0.34, 0.05))
    return out
  }

  private static func sprig(_ x: Float, _ y: Float) -> Float {
    var out = leaf(x, y, 0.05, 0.5, -0.1, -0.995, 0.8, 0.022)
    for (i, h) in [0.34, 0.16, -0.02].enumerated() {
      let side: Float = i % 2 == 0 ? 1 : -1
      out = max(out, leaf(x, y, 0.03, Float(h), 0.8 * side, -0.6, 0.28, 0.06))
      out = max(out, leaf(x, y, 0.02, Float(h) - 0.06, -0.8 * side, -0.6, 0.22, 0.05))
    }
    for k in 0..<5 {
      let turn: [(Float, Float)] = [(0, -1), (0.95, -0.31), (0.59, 0.81), (-0.59, 0.81), (-0.95, -0.31)]
      out = max(out, leaf(x, y, -0.02, -0.36, turn[k].0, turn[k].1, 0.2, 0.055))
    }
    return out
  }
}
