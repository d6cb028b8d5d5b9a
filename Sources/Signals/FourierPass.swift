import VectorMath

/// One pass of Stockham's transform: butterflies over sub-transforms of `length` points, `stride` of them interleaved.
struct FourierPass: Sendable {
  var length: Int
  var stride: Int
  /// Where its factors of unity begin.
  var factors: Int

  /// The passes of a complex transform of `length` points (a power of two, at least 8): radix 4, and one of radix 2 at the
  /// end for odd powers.
  static func all(length: Int) -> ([FourierPass], [Float]) {
    var passes: [FourierPass] = []
    var factors: [Float] = []
    var (n, stride) = (length, 1)
    while n > 1 {
      passes.append(FourierPass(length: n, stride: stride, factors: factors.count))
      guard n >= 4 else { break }
      for power in 1...3 {
        let unit = (0..<n / 4).map {
          DeterministicMath.sincos(-2 * Double.pi * Double(power * $0) / Double(n))
        }
        factors += unit.map { Float($0.cos) }
        factors += unit.map { Float($0.sin) }
      }
      n /= 4
      stride *= 4
    }
    return (passes, factors)
  }
}

extension RealFFT {
  /// Transforms in (ar, ai), with (br, bi) as the other half of the work; where the result ended up.
  func transform(
    _ ar: UnsafeMutablePointer<Float>, _ ai: UnsafeMutablePointer<Float>, _ br: UnsafeMutablePointer<Float>,
    _ bi: UnsafeMutablePointer<Float>
  ) -> (real: UnsafeMutablePointer<Float>, imaginary: UnsafeMutablePointer<Float>) {
    var (xr, xi, yr, yi) = (ar, ai, br, bi)
    factors.withUnsafeBufferPointer { table in
      guard let base = table.baseAddress else { return }
      for pass in passes {
        if pass.length == 2 {
          last(pass.stride, xr, xi, yr, yi)
        } else if pass.stride == 1 {
          first(pass.length / 4, base + pass.factors, xr, xi, yr, yi)
        } else if pass.stride == 4 {
          middle(SIMD4<Float>.self, pass, base + pass.factors, xr, xi, yr, yi)
        } else {
          middle(SIMD8<Float>.self, pass, base + pass.factors, xr, xi, yr, yi)
        }
        (xr, xi, yr, yi) = (yr, yi, xr, xi)
      }
    }
    return (xr, xi)
  }

  /// Stride 1: neighbours in p are neighbours in memory, results are interleaved.
  private func first(
    _ n1: Int, _ w: UnsafePointer<Float>, _ xr: UnsafeMutablePointer<Float>,
    _ xi: UnsafeMutablePointer<Float>, _ yr: UnsafeMutablePointer<Float>, _ yi: UnsafeMutablePointer<Float>
  ) {
    var p = 0
    while p &+ 8 <= n1 {
      typealias V = SIMD8<Float>
      let (p1, p2, p3) = (p &+ n1, p &+ 2 &* n1, p &+ 3 &* n1)
      let w0: V = Lanes.load(w + p)
      let w1: V = Lanes.load(w + p1)
      let w2: V = Lanes.load(w + p2)
      let w3: V = Lanes.load(w + p3)
      let w4: V = Lanes.load(w + (p3 &+ n1))
      let w5: V = Lanes.load(w + (p3 &+ 2 &* n1))
      let (r0, i0): (V, V) = (Lanes.load(xr + p), Lanes.load(xi + p))
      let (r1, i1): (V, V) = (Lanes.load(xr + p1), Lanes.load(xi + p1))
      let (r2, i2): (V, V) = (Lanes.load(xr + p2), Lanes.load(xi + p2))
      let (r3, i3): (V, V) = (Lanes.load(xr + p3), Lanes.load(xi + p3))
      let y = butterfly(r0, i0, r1, i1, r2, i2, r3, i3, (w0, w1, w2, w3, w4, w5))
      Lanes.storeInterleaved(y.0, y.2, y.4, y.6, yr + 4 &* p)
      Lanes.storeInterleaved(y.1, y.3, y.5, y.7, yi + 4 &* p)
      p = p &+ 8
    }
    while p < n1 {
      let y = butterfly(
        SIMD2(xr[p], 0), SIMD2(xi[p], 0), SIMD2(xr[p &+ n1], 0), SIMD2(xi[p &+ n1], 0),
        SIMD2(xr[p &+ 2 &* n1], 0), SIMD2(xi[p &+ 2 &* n1], 0), SIMD2(xr[p &+ 3 &* n1], 0),
        SIMD2(xi[p &+ 3 &* n1], 0),
        (
          SIMD2(w[p], 0), SIMD2(w[p &+ n1], 0), SIMD2(w[p &+ 2 &* n1], 0), SIMD2(w[p &+ 3 &* n1], 0),
          SIMD2(w[p &+ 4 &* n1], 0), SIMD2(w[p &+ 5 &* n1], 0)
        ))
      (yr[4 &* p], yi[4 &* p], yr[4 &* p &+ 1], yi[4 &* p &+ 1]) = (y.0[0], y.1[0], y.2[0], y.3[0])
      (yr[4 &* p &+ 2], yi[4 &* p &+ 2], yr[4 &* p &+ 3], yi[4 &* p &+ 3]) = (y.4[0], y.5[0], y.6[0], y.7[0])
      p = p &+ 1
    }
  }

  /// Strides that are multiples of the vector: neighbours in q share their factors.
  @inline(__always)
  private func middle<V: SIMD>(
    _: V.Type, _ pass: FourierPass, _ w: UnsafePointer<Float>, _ xr: UnsafeMutablePointer<Float>,
    _ xi: UnsafeMutablePointer<Float>, _ yr: UnsafeMutablePointer<Float>, _ yi: UnsafeMutablePointer<Float>
  ) where V.Scalar == Float {
    let (n1, s) = (pass.length / 4, pass.stride)
    let step = s &* n1
    for p in 0..<n1 {
      let factors = (
        V(repeating: w[p]), V(repeating: w[p &+ n1]), V(repeating: w[p &+ 2 &* n1]),
        V(repeating: w[p &+ 3 &* n1]), V(repeating: w[p &+ 4 &* n1]), V(repeating: w[p &+ 5 &* n1])
      )
      var q = 0
      while q < s {
        let i = q &+ s &* p
        let y: (V, V, V, V, V, V, V, V) = butterfly(
          Lanes.load(xr + i), Lanes.load(xi + i), Lanes.load(xr + (i &+ step)), Lanes.load(xi + (i &+ step)),
          Lanes.load(xr + (i &+ 2 &* step)), Lanes.load(xi + (i &+ 2 &* step)),
          Lanes.load(xr + (i &+ 3 &* step)), Lanes.load(xi + (i &+ 3 &* step)), factors)
        let o = q &+ 4 &* s &* p
        Lanes.store(y.0, yr + o)
        Lanes.store(y.1, yi + o)
        Lanes.store(y.2, yr + (o &+ s))
        Lanes.store(y.3, yi + (o &+ s))
        Lanes.store(y.4, yr + (o &+ 2 &* s))
        Lanes.store(y.5, yi + (o &+ 2 &* s))
        Lanes.store(y.6, yr + (o &+ 3 &* s))
        Lanes.store(y.7, yi + (o &+ 3 &* s))
        q = q &+ V.scalarCount
      }
    }
  }

  /// Length 2, which needs no factors.
  private func last(
    _ s: Int, _ xr: UnsafeMutablePointer<Float>, _ xi: UnsafeMutablePointer<Float>,
    _ yr: UnsafeMutablePointer<Float>, _ yi: UnsafeMutablePointer<Float>
  ) {
    for q in 0..<s {
      yr[q] = xr[q] + xr[q &+ s]
      yi[q] = xi[q] + xi[q &+ s]
      yr[q &+ s] = xr[q] - xr[q &+ s]
      yi[q &+ s] = xi[q] - xi[q &+ s]
    }
  }

  /// Four points a, b, c, d (real, imaginary) to their transform, turned by w, w² and w³.
  @inline(__always)
  private func butterfly<V: SIMD>(
    _ ar: V, _ ai: V, _ br: V, _ bi: V, _ cr: V, _ ci: V, _ dr: V, _ di: V, _ w: (V, V, V, V, V, V)
  ) -> (V, V, V, V, V, V, V, V) where V.Scalar == Float {
    let (apcr, apci, amcr, amci) = (ar + cr, ai + ci, ar - cr, ai - ci)
    let (bpdr, bpdi, bmdr, bmdi) = (br + dr, bi + di, br - dr, bi - di)
    // i (b − d) = (−(bi − di), br − dr)
    let (y1r, y1i) = (amcr + bmdi, amci - bmdr)
    let (y2r, y2i) = (apcr - bpdr, apci - bpdi)
    let (y3r, y3i) = (amcr - bmdi, amci + bmdr)
    return (
      apcr + bpdr, apci + bpdi, w.0 * y1r - w.1 * y1i, w.0 * y1i + w.1 * y1r, w.2 * y2r - w.3 * y2i,
      w.2 * y2i + w.3 * y2r, w.4 * y3r - w.5 * y3i, w.4 * y3i + w.5 * y3r
    )
  }
}
