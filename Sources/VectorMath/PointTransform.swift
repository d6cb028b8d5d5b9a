import CBLAS

/// Points as three rows of coordinates, padded so that kernels may read eight at a time.
package struct PointRows: Sendable {
  /// Number of points.
  package let count: Int
  /// `count` rounded up to a multiple of eight; the padding repeats the last point.
  package let stride: Int
  /// x, then y, then z: `3 × stride` values.
  package let values: [Float]

  package init(_ points: [Vector3f]) {
    count = points.count
    let stride = (points.count + 7) & ~7
    self.stride = stride
    var rows = [Float](repeating: 0, count: 3 * stride)
    for i in 0..<stride {
      guard let p = i < points.count ? points[i] : points.last else { break }
      rows[i] = p.x
      rows[stride + i] = p.y
      rows[2 * stride + i] = p.z
    }
    values = rows
  }
}

/// Applies one affine map to many points, with the same bits from every back end and every BLAS.
///
/// Why they are equal, by construction and not by luck: the entries of the linear part are rounded to 26
/// bits below their largest, mesh positions hold at most 24 bits below theirs (`Mesh`), so each product is a
/// whole multiple of one common step below 2⁵⁰ of it, and a sum of three stays below 2⁵²: exact in double
/// precision in any order, fused or not. The translation is then added by one IEEE addition.
package struct PointTransform: Sendable {
  package enum Backend: String, Sendable, CaseIterable {
    /// Eight doubles at a time in Swift.
    case portable
    /// `cblas_dgemm` of the system's BLAS.
    case blas
  }

  package let backend: Backend

  package init(backend: Backend = .portable) { self.backend = backend }

  /// The map with its linear part rounded to 26 bits below its largest entry; apply this one everywhere the same
  /// points are meant. The error is at most 2⁻²⁶ of the largest entry: 3 µm at 200 m.
  package static func quantized(_ t: AffineTransform) -> AffineTransform {
    let m = t.linear
    var top = 0.0
    for c in [m.x, m.y, m.z] { top = Swift.max(top, c.x.magnitude, c.y.magnitude, c.z.magnitude) }
    guard top > 0, top.isFinite else { return t }
    // Below the subnormal numbers there is nothing to round to.
    let step = Double(sign: .plus, exponent: Swift.max(-1074, Int(top.exponent) + 1 - 26), significand: 1)
    func round(_ c: Vector3) -> Vector3 {
      Vector3((c.x / step).rounded(), (c.y / step).rounded(), (c.z / step).rounded()) * step
    }
    return AffineTransform(
      linear: Matrix3(columns: round(m.x), round(m.y), round(m.z)), translation: t.translation)
  }

  /// Writes `t * p` for all points as three rows of `points.stride` doubles.
  ///
  /// - Parameters:
  ///   - t: a map from `quantized`.
  ///   - output: room for `3 × points.stride` doubles.
  ///   - workspace: room for `3 × points.stride` doubles; used by the BLAS back end.
  package func apply(
    _ t: AffineTransform, to points: PointRows, output: UnsafeMutablePointer<Double>,
    workspace: UnsafeMutablePointer<Double>
  ) {
    switch backend {
    case .portable: Self.portable(t, points, output)
    case .blas: Self.blas(t, points, output, workspace)
    }
  }

  private static func portable(_ t: AffineTransform, _ points: PointRows, _ out: UnsafeMutablePointer<Double>)
  {
    let n = points.stride
    let m = t.linear
    points.values.withUnsafeBufferPointer { rows in
      guard let base = rows.baseAddress else { return }
      let input = UnsafeRawPointer(base)
      let output = UnsafeMutableRawPointer(out)
      var i = 0
      while i < n {
        let x = SIMD8<Double>(input.loadUnaligned(fromByteOffset: 4 * i, as: SIMD8<Float>.self))
        let y = SIMD8<Double>(input.loadUnaligned(fromByteOffset: 4 * (n + i), as: SIMD8<Float>.self))
        let z = SIMD8<Double>(input.loadUnaligned(fromByteOffset: 4 * (2 * n + i), as: SIMD8<Float>.self))
        let u = x * m.x.x + y * m.y.x + z * m.z.x + t.translation.x
        let v = x * m.x.y + y * m.y.y + z * m.z.y + t.translation.y
        let w = x * m.x.z + y * m.y.z + z * m.z.z + t.translation.z
        output.storeBytes(of: u, toByteOffset: 8 * i, as: SIMD8<Double>.self)
        output.storeBytes(of: v, toByteOffset: 8 * (n + i), as: SIMD8<Double>.self)
        output.storeBytes(of: w, toByteOffset: 8 * (2 * n + i), as: SIMD8<Double>.self)
        i += 8
      }
    }
  }

  private static func blas(
    _ t: AffineTransform, _ points: PointRows, _ out: UnsafeMutablePointer<Double>,
    _ workspace: UnsafeMutablePointer<Double>
  ) {
    let n = points.stride
    guard n > 0, let columns = Int32(exactly: n) else { return }
    for i in 0..<(3 * n) { workspace[i] = Double(points.values[i]) }
    let m = t.linear
    let rows = [m.x.x, m.y.x, m.z.x, m.x.y, m.y.y, m.z.y, m.x.z, m.y.z, m.z.z]
    cblas_dgemm(
      Int32(DioramaBLASRowMajor), Int32(DioramaBLASNoTrans), Int32(DioramaBLASNoTrans),
      3, columns, 3, 1, rows, 3, workspace, columns, 0, out, columns)
    let shift = [t.translation.x, t.translation.y, t.translation.z]
    for r in 0..<3 { for i in (r * n)..<((r + 1) * n) { out[i] += shift[r] } }
  }
}
