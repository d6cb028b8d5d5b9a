import Assets
import VectorMath

/// Numbers over the unit square, one a texel, that go on over the edges: what textures are computed from.
///
/// Whole rows are made at once from lattices of few values, which is twenty times faster than asking a noise function
/// at every texel, and lets the cells be longer one way than the other.
package struct TextureField: Sendable {
  package let width: Int
  let height: Int
  /// Row by row from the top.
  var values: [Float]

  init(width: Int, height: Int, fill: Float = 0) {
    self.width = width
    self.height = height
    values = [Float](repeating: fill, count: width * height)
  }

  /// Computes every texel from its column, row and index.
  init(width: Int, height: Int, _ f: (Int, Int, Int) -> Float) {
    self.width = width
    self.height = height
    values = [Float](unsafeUninitializedCapacity: width * height) { out, count in
      for y in 0..<height {
        for x in 0..<width {
          let i = y * width + x
          out.initializeElement(at: i, to: f(x, y, i))
        }
      }
      count = width * height
    }
  }

  package subscript(_ i: Int) -> Float { values[i] }

  /// The value at unit coordinates, blended between texels and repeated beyond the edges.
  func at(_ u: Float, _ v: Float) -> Float {
    let x = (u - u.rounded(.down)) * Float(width) - 0.5
    let y = (v - v.rounded(.down)) * Float(height) - 0.5
    let (fx, fy) = (x.rounded(.down), y.rounded(.down))
    let (tx, ty) = (x - fx, y - fy)
    let x0 = (Int(fx) + width) % width
    let y0 = (Int(fy) + height) % height * width
    let x1 = x0 + 1 == width ? 0 : x0 + 1
    let y1 = y0 + width == width * height ? 0 : y0 + width
    let a = values[y0 + x0] + (values[y0 + x1] - values[y0 + x0]) * tx
    let b = values[y1 + x0] + (values[y1 + x1] - values[y1 + x0]) * tx
    return a + (b - a) * ty
  }

  /// The same without blending.
  func nearest(_ u: Float, _ v: Float) -> Float {
    let x = min(width - 1, Int((u - u.rounded(.down)) * Float(width)))
    let y = min(height - 1, Int((v - v.rounded(.down)) * Float(height)))
    return values[y * width + x]
  }

  // MARK: Noise

  /// Smooth noise of mean 0 and standard deviation 1: a cubic B-spline over a lattice of uniform values, `cells` across
  /// and down, which repeats over the edges.
  package static func noise(_ width: Int, _ height: Int, cells: (Int, Int), seed: UInt64) -> TextureField {
    let (nx, ny) = (max(1, min(cells.0, width)), max(1, min(cells.1, height)))
    // A lattice value has a deviation of 0.289, and the spline keeps 0.48 of it on each axis.
    let gain: Float = 7.24
    let lattice = (0..<nx * ny).map { i in
      (Float(AssetVariation.unit(seed &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(i))) - 0.5) * gain
    }
    func weights(_ t: Float) -> SIMD4<Float> {
      let (t2, t3) = (t * t, t * t * t)
      let s = 1 - t
      return SIMD4(s * s * s, 3 * t3 - 6 * t2 + 4, -3 * t3 + 3 * t2 + 3 * t + 1, t3) / 6
    }
    let columns = (0..<width).map { x -> (Int, SIMD4<Float>) in
      let p = (Float(x) + 0.5) / Float(width) * Float(nx)
      let f = p.rounded(.down)
      return (Int(f), weights(p - f))
    }
    // Three cells more than the lattice has, so that no column needs to wrap.
    var row = [Float](repeating: 0, count: nx + 3)
    let values = [Float](unsafeUninitializedCapacity: width * height) { out, count in
      for y in 0..<height {
        let p = (Float(y) + 0.5) / Float(height) * Float(ny)
        let f = p.rounded(.down)
        let w = weights(p - f)
        let j = Int(f) + ny - 1
        let (r0, r1) = (j % ny * nx, (j + 1) % ny * nx)
        let (r2, r3) = ((j + 2) % ny * nx, (j + 3) % ny * nx)
        for i in 0..<nx + 3 {
          let c = (i + nx - 1) % nx
          let first = lattice[r0 + c] * w.x + lattice[r1 + c] * w.y
          row[i] = first + lattice[r2 + c] * w.z + lattice[r3 + c] * w.w
        }
        let base = y * width
        for x in 0..<width {
          let (i, k) = columns[x]
          out.initializeElement(
            at: base + x, to: row[i] * k.x + row[i + 1] * k.y + row[i + 2] * k.z + row[i + 3] * k.w)
        }
      }
      count = width * height
    }
    return TextureField(width: width, height: height, values: values)
  }

  private init(width: Int, height: Int, values: [Float]) {
    self.width = width
    self.height = height
    self.values = values
  }

  /// Octaves of noise, each of twice as many cells and `gain` times the height; mean 0, standard deviation 1.
  static func fractal(
    _ width: Int, _ height: Int, cells: (Int, Int), octaves: Int, gain: Float = 0.5, seed: UInt64
  ) -> TextureField {
    var sum = TextureField(width: width, height: height)
    var (amplitude, power): (Float, Float) = (1, 0)
    for octave in 0..<octaves {
      let layer = noise(
        width, height, cells: (cells.0 << octave, cells.1 << octave), seed: seed &+ UInt64(octave) &* 7919)
      sum.add(layer, amplitude)
      power += amplitude * amplitude
      amplitude *= gain
    }
    let scale = 1 / max(power, 1e-9).squareRoot()
    for i in sum.values.indices { sum.values[i] *= scale }
    return sum
  }

  /// White noise, −0.5...0.5.
  package static func grain(_ width: Int, _ height: Int, seed: UInt64) -> TextureField {
    var state = AssetVariation.mix(seed)
    return TextureField(width: width, height: height) { _, _, _ in
      // A xorshift of 64 bits: texels need be no better than unrelated to the eye.
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Float(state >> 40) * 0x1p-24 - 0.5
    }
  }

  mutating func add(_ other: TextureField, _ weight: Float = 1) {
    guard other.values.count == values.count else { return }
    for i in values.indices { values[i] += other.values[i] * weight }
  }

  // MARK: Cells

  /// What a texel knows of the cells of scattered seeds (S. Worley, 1996).
  struct Cells: Sendable {
    /// Distance to the nearest seed and how much farther the next one is, in mean cell widths.
    var near: TextureField
    var gap: TextureField
    /// Which cell, as a number in 0..<1.
    var which: TextureField
  }

  /// - Parameter jitter: 0 for a grid, 1 for seeds anywhere in their cells.
  static func cells(_ width: Int, _ height: Int, count: (Int, Int), jitter: Float = 1, seed: UInt64) -> Cells
  {
    let (nx, ny) = (max(1, count.0), max(1, count.1))
    let seeds = (0..<nx * ny).map { i -> SIMD3<Float> in
      let key = seed &* 0xd134_2543_de82_ef95 &+ UInt64(i) &* 3
      let x = 0.5 + (Float(AssetVariation.unit(key)) - 0.5) * jitter
      let y = 0.5 + (Float(AssetVariation.unit(key &+ 1)) - 0.5) * jitter
      return SIMD3(x, y, Float(AssetVariation.unit(key &+ 2)))
    }
    var out = Cells(
      near: TextureField(width: width, height: height), gap: TextureField(width: width, height: height),
      which: TextureField(width: width, height: height))
    var nearby = [SIMD3<Float>](repeating: .zero, count: 9)
    for y in 0..<height {
      let py = (Float(y) + 0.5) / Float(height) * Float(ny)
      let j = Int(py)
      var column = -1
      for x in 0..<width {
        let px = (Float(x) + 0.5) / Float(width) * Float(nx)
        let i = Int(px)
        if i != column {
          column = i
          for dj in 0..<3 {
            for di in 0..<3 {
              let s = seeds[(j + dj - 1 + ny) % ny * nx + (i + di - 1 + nx) % nx]
              nearby[dj * 3 + di] = SIMD3(s.x + Float(i + di - 1), s.y + Float(j + dj - 1), s.z)
            }
          }
        }
        var (first, second, id): (Float, Float, Float) = (9, 9, 0)
        for s in nearby {
          let (dx, dy) = (s.x - px, s.y - py)
          let d = dx * dx + dy * dy
          if d < first {
            (second, first, id) = (first, d, s.z)
          } else if d < second {
            second = d
          }
        }
        let k = y * width + x
        out.near.values[k] = first.squareRoot()
        out.gap.values[k] = second.squareRoot() - first.squareRoot()
        out.which.values[k] = id
      }
    }
    return out
  }
}

/// 0 below `a`, 1 above `b`, a smooth step between; falls where `b` is less.
func step(_ a: Float, _ b: Float, _ x: Float) -> Float {
  let t = max(0, min(1, (x - a) / (b - a)))
  return t * t * (3 - 2 * t)
}

/// The part of a number above the integer below it.
package func fraction(_ x: Float) -> Float { x - x.rounded(.down) }
