import VectorMath

/// The sRGB transfer of IEC 61966-2-1 between 8-bit codes and linear light, exact and equal on every machine.
package enum SRGB {
  /// Linear light of each code, 0...1.
  package static let linear: [Float] = (0..<256).map { Float(decoded(Double($0) / 255)) }

  /// Code `k` begins at linear light `thresholds[k]` (the image of k − ½, rounded up to Float), so the code of
  /// `x` is the greatest `k` with `thresholds[k] <= x`. One infinity closes the table.
  package static let thresholds: [Float] =
    [-Float.infinity]
    + (1..<256).map { k in
      let exact = decoded((Double(k) - 0.5) / 255)
      let near = Float(exact)
      return Double(near) < exact ? near.nextUp : near
    } + [Float.infinity]

  /// Floats in 2⁻¹³..<1 by their exponent and top seven bits of fraction: the code at the bucket's low end.
  /// Every bucket holds at most one threshold, so the code of `x` in bucket `i` is `bucketCodes[i]`, or one
  /// more when `x >= thresholds[bucketCodes[i] + 1]`.
  package static let bucketCodes: [UInt8] = (0..<bucketCount).map { i in
    let low = Float(bitPattern: firstBucket + UInt32(i) << bucketShift)
    var k = 0
    while thresholds[k + 1] <= low { k += 1 }
    return UInt8(k)
  }
  /// Bucket of a float in 2⁻¹³..<1: `(bits − firstBucket) >> bucketShift`.
  package static let bucketShift: UInt32 = 16
  package static let firstBucket: UInt32 = (127 - 13) << 23
  package static let bucketCount = 13 << 7

  /// The transfer from encoded to linear, both 0...1.
  package static func decoded(_ s: Double) -> Double {
    s <= 0.04045 ? s / 12.92 : DeterministicMath.pow((s + 0.055) / 1.055, 2.4)
  }

  /// The transfer from linear to encoded, both 0...1.
  package static func encoded(_ l: Double) -> Double {
    l <= 0.0031308 ? l * 12.92 : 1.055 * DeterministicMath.pow(l, 1 / 2.4) - 0.055
  }

  /// The code nearest to linear light `x`; below 0 and NaN give 0, above 1 give 255.
  package static func encode(_ x: Float) -> UInt8 {
    var out: UInt8 = 0
    encode(1) { _ in
      x
    } into: {
      out = $1
    }
    return out
  }

  /// The codes of many linear values, as `encode(_:)`.
  /// - Precondition: `codes` is at least as long as `values`.
  package static func encode(
    _ values: UnsafeBufferPointer<Float>, into codes: UnsafeMutableBufferPointer<UInt8>
  ) {
    precondition(codes.count >= values.count)
    encode(values.count) {
      values[$0]
    } into: {
      codes[$0] = $1
    }
  }

  @inline(__always)
  private static func encode(_ count: Int, _ value: (Int) -> Float, into store: (Int, UInt8) -> Void) {
    let floor = Float(bitPattern: firstBucket)
    let ceiling = Float(1).nextDown
    bucketCodes.withUnsafeBufferPointer { codes in
      thresholds.withUnsafeBufferPointer { limits in
        for i in 0..<count {
          var x = value(i)
          // Below the first bucket everything is code 0 (its threshold is 2⁻¹³ × 1.24); NaN falls there too.
          x = x >= floor ? x : floor
          x = x <= ceiling ? x : ceiling
          let code = codes[Int((x.bitPattern &- firstBucket) >> bucketShift)]
          store(i, x >= limits[Int(code) &+ 1] ? code &+ 1 : code)
        }
      }
    }
  }
}
