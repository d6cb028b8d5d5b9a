package import Imaging
package import VectorMath

/// Labels of pixels in the numbers that other people's pictures and arrays have for them.
package enum PixelCodes {
  /// Depth in whole steps, `perMetre` of them a metre, halves away from zero; 0 = nothing hit, less than half a step, or
  /// more than 65535 steps.
  package static func depth(_ metres: Raster<Float>, perMetre: Double) -> Raster<UInt16> {
    map(metres) { z in
      let scaled = (Double(z) * perMetre).rounded()
      return scaled >= 1 && scaled <= 65535 ? UInt16(scaled) : 0
    }
  }

  /// Each of the label's values by a table that is asked once for each different one.
  package static func table(_ labels: Raster<UInt16>, _ code: (UInt16) -> Int16) -> Raster<Int16> {
    var known: [UInt16: Int16] = [:]
    return map(labels) { label in
      if let found = known[label] { return found }
      let made = code(label)
      known[label] = made
      return made
    }
  }

  /// Of numbers from 0 to 255; others become 0.
  package static func bytes(_ codes: Raster<Int16>) -> Raster<UInt8> {
    map(codes) { UInt8(exactly: $0) ?? 0 }
  }

  package static func widened(_ bytes: Raster<UInt8>) -> Raster<UInt16> { map(bytes) { UInt16($0) } }

  /// Instances in 16 bits; `nil` when one is beyond 65535.
  package static func narrowed(_ instances: Raster<UInt32>) -> Raster<UInt16>? {
    instances.values.allSatisfy { $0 <= 65535 } ? map(instances) { UInt16(truncatingIfNeeded: $0) } : nil
  }

  /// Instances of a set of those below 65536, and `background` for all others.
  package static func kept(_ instances: Raster<UInt32>, _ kept: Set<UInt32>, background: UInt16) -> Raster<
    UInt16
  > {
    map(instances) { kept.contains($0) ? UInt16(truncatingIfNeeded: $0) : background }
  }

  /// Instances with −1 for none.
  package static func signed(_ instances: Raster<UInt32>) -> [Int32] {
    instances.values.map { $0 == 0 ? -1 : Int32(truncatingIfNeeded: $0) }
  }

  /// 8-bit codes as linear light.
  package static func linear(_ codes: Raster<UInt8>) -> [Float] {
    let table = SRGB.linear
    return codes.values.map { table[Int($0)] }
  }

  /// Every value but 0 as `full`.
  package static func binary(_ mask: Raster<UInt8>, full: UInt8) -> Raster<UInt8> {
    map(mask) { $0 == 0 ? 0 : full }
  }

  /// How many pixels of a mask have depth.
  package static func count(inside mask: Raster<UInt8>, with depth: Raster<UInt16>) -> Int {
    var count = 0
    for (inside, z) in zip(mask.values, depth.values) where inside != 0 && z > 0 { count += 1 }
    return count
  }

  /// The values there are.
  package static func distinct(_ values: [UInt16]) -> Set<UInt16> { Set(values) }

  /// The pairs of values that two maps of one size have in one pixel, neither of them 0.
  package static func pairs(_ a: [UInt16], _ b: [UInt16]) -> Set<SIMD2<UInt16>> {
    var out: Set<SIMD2<UInt16>> = []
    var last = SIMD2<UInt16>.zero
    for (x, y) in zip(a, b) where x > 0 && y > 0 && SIMD2(x, y) != last {
      last = SIMD2(x, y)
      out.insert(last)
    }
    return out
  }

  /// Of unit vectors, three numbers each, in [0, 255] with 128 for none, after a rotation, by the axes in `order` with
  /// their signs.
  package static func directions(
    _ vectors: Raster<Float>, rotation: Matrix3, order: SIMD3<Int>, signs: Vector3
  ) -> Raster<UInt8> {
    var out = Raster<UInt8>(width: vectors.width, height: vectors.height, channels: 3, fill: 0)
    let v = vectors.values
    for p in 0..<min(v.count, out.values.count) / 3 {
      let n = rotation * Vector3(Double(v[3 * p]), Double(v[3 * p + 1]), Double(v[3 * p + 2]))
      for k in 0..<3 {
        out.values[3 * p + k] = UInt8(max(0, min(255, (128 * (1 + n[order[k]] * signs[k])).rounded())))
      }
    }
    return out
  }

  private static func map<A, B>(_ raster: Raster<A>, _ change: (A) -> B) -> Raster<B> {
    Raster<B>(
      width: raster.width, height: raster.height, channels: raster.channels, values: raster.values.map(change)
    )
  }
}
