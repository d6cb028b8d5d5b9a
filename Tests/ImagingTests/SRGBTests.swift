import Imaging
import Testing

struct SRGBTests {
  @Test func codesComeBack() {
    for k in 0..<256 {
      #expect(SRGB.encode(SRGB.linear[k]) == UInt8(k))
      #expect(abs(SRGB.encoded(SRGB.decoded(Double(k) / 255)) - Double(k) / 255) < 1e-6)
    }
    #expect(SRGB.linear[0] == 0 && SRGB.linear[255] == 1)
    // IEC 61966-2-1's own examples: the linear part's slope, and mid grey.
    #expect(abs(SRGB.linear[1] - 1 / 255 / 12.92) < 1e-9)
    #expect(abs(SRGB.linear[188] - 0.502886) < 1e-5)
  }

  @Test func odd() {
    for x in [-1, -Float.infinity, .nan, -0.0, 1e-30, .leastNonzeroMagnitude] as [Float] {
      #expect(SRGB.encode(x) == 0)
    }
    for x in [1, 1.5, .infinity, .greatestFiniteMagnitude] as [Float] { #expect(SRGB.encode(x) == 255) }
  }

  /// The table's answer is the threshold search's, beside every threshold and across the range; and the threshold
  /// is where the exact curve crosses the half step.
  @Test func exact() {
    func slow(_ x: Float) -> UInt8 {
      var k = 0
      while k < 255, SRGB.thresholds[k + 1] <= x { k += 1 }
      return UInt8(k)
    }
    for k in 1..<256 {
      let t = SRGB.thresholds[k]
      #expect(SRGB.encode(t) == UInt8(k) && SRGB.encode(t.nextDown) == UInt8(k - 1))
      let half = (Double(k) - 0.5) / 255
      #expect(Double(t) >= SRGB.decoded(half) && Double(t.nextDown) < SRGB.decoded(half))
    }
    var noise = TestPictures.Noise(3)
    let values = (0..<200_000).map { _ in Float(noise.below(1 << 24)) / Float(1 << 24) }
    var codes = [UInt8](repeating: 0, count: values.count)
    values.withUnsafeBufferPointer { v in codes.withUnsafeMutableBufferPointer { SRGB.encode(v, into: $0) } }
    for i in stride(from: 0, to: values.count, by: 17) { #expect(codes[i] == slow(values[i])) }
  }

  @Test func bucketsHoldOneThreshold() {
    for i in 0..<SRGB.bucketCount {
      let low = Float(bitPattern: SRGB.firstBucket + UInt32(i) << SRGB.bucketShift)
      let high = Float(bitPattern: SRGB.firstBucket + UInt32(i + 1) << SRGB.bucketShift)
      #expect(SRGB.thresholds.filter { $0 > low && $0 < high }.count <= 1)
    }
    #expect(SRGB.thresholds[1] > Float(bitPattern: SRGB.firstBucket))
  }
}
