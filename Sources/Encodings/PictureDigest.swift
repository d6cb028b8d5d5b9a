import Imaging

/// Few whole numbers that stand for a picture or an array when two are compared.
package enum PictureDigest {
  /// How many values are above 0, their sum, and a sum that knows their places.
  package static func numbers(_ values: [UInt16]) -> [Double] {
    var (count, sum, mixed) = (0, 0, UInt64(0))
    for value in values {
      if value > 0 { count += 1 }
      sum += Int(value)
      mixed = (mixed &* 1_000_003 &+ UInt64(value)) % 2_147_483_647
    }
    return [Double(count), Double(sum), Double(mixed)]
  }

  /// How many values there are that are not NaN, their sum, and a sum that knows their places.
  package static func numbers(_ values: [Double]) -> [Double] {
    var (count, sum, mixed) = (0.0, 0.0, 0.0)
    for (i, value) in values.enumerated() where !value.isNaN {
      count += 1
      sum += value
      mixed += value * Double(i % 1009)
    }
    return [count, sum, mixed]
  }

  /// 52 bits of the SHA-256 of samples in 24 bits, channel by channel.
  package static func number(ofSamples channels: [[Float]]) -> Double {
    var hash = SHA256()
    for channel in channels {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(4 * channel.count)
      for sample in channel {
        let steps = (Double(sample) * 8_388_608).rounded(.toNearestOrEven)
        let word = UInt32(bitPattern: Int32(min(max(steps, -8_388_608), 8_388_607)))
        for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
      }
      hash.update(bytes)
    }
    return Double(UInt64(hash.hex.prefix(13), radix: 16) ?? 0)
  }
}
