import VectorMath

/// Sound in the making: doubles at one fixed rate, whatever rate is asked for in the end, so that a sound is
/// the same sound at every rate.
struct Waveform: Sendable {
  /// Hz.
  static let rate = 48_000.0

  var samples: [Double]

  init(samples: [Double]) { self.samples = samples }
  init(count: Int) { samples = [Double](repeating: 0, count: max(0, count)) }
  init(seconds: Double) { self.init(count: Self.index(seconds) + 1) }

  /// The sample at or before a time in seconds; at least 0.
  static func index(_ seconds: Double) -> Int {
    guard seconds > 0 else { return 0 }
    return Int(min(seconds, 3600) * rate)
  }

  var seconds: Double { Double(samples.count) / Self.rate }

  /// Root of the mean square; 0 when empty.
  var rms: Double { Self.meanSquare(samples, samples.indices).squareRoot() }

  /// The mean square over a range; 0 when empty.
  static func meanSquare(_ samples: [Double], _ range: Range<Int>) -> Double {
    guard !range.isEmpty else { return 0 }
    // Eight sums in a fixed order: one would make every addition wait for the last.
    var sums = SIMD8<Double>.zero
    let whole = range.lowerBound + (range.count & ~7)
    samples.withUnsafeBytes { bytes in
      for i in stride(from: range.lowerBound, to: whole, by: 8) {
        let x = bytes.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
        sums += x * x
      }
    }
    let four = sums.lowHalf + sums.highHalf
    var sum = (four[0] + four[1]) + (four[2] + four[3])
    for x in samples[whole..<range.upperBound] { sum += x * x }
    return sum / Double(range.count)
  }

  var peak: Double { Self.peak(samples) }

  /// The largest magnitude, four by four: one after the other each comparison would wait for the last.
  static func peak(_ samples: [Double]) -> Double {
    var tops = (0.0, 0.0, 0.0, 0.0)
    samples.withUnsafeBufferPointer { samples in
      let whole = samples.count & ~3
      for i in stride(from: 0, to: whole, by: 4) {
        tops.0 = max(tops.0, samples[i].magnitude)
        tops.1 = max(tops.1, samples[i + 1].magnitude)
        tops.2 = max(tops.2, samples[i + 2].magnitude)
        tops.3 = max(tops.3, samples[i + 3].magnitude)
      }
      for x in samples[whole...] { tops.0 = max(tops.0, x.magnitude) }
    }
    return max(max(tops.0, tops.1), max(tops.2, tops.3))
  }

  /// Adds another sound from a time on, growing as needed.
  mutating func add(_ other: Waveform, at time: Double = 0, gain: Double = 1) {
    let start = Self.index(time)
    if start + other.samples.count > samples.count {
      samples.append(contentsOf: repeatElement(0, count: start + other.samples.count - samples.count))
    }
    samples.withUnsafeMutableBufferPointer { to in
      other.samples.withUnsafeBufferPointer { from in
        for i in from.indices { to[start + i] += gain * from[i] }
      }
    }
  }

  /// Adds another sound as if its root mean square were `level`; silence adds nothing.
  mutating func add(normalised other: Waveform, gain level: Double) {
    let rms = other.rms
    if rms > 0 { add(other, gain: level / rms) }
  }

  mutating func scale(_ gain: Double) {
    samples.withUnsafeMutableBufferPointer { for i in $0.indices { $0[i] *= gain } }
  }

  /// The same with root mean square 1; silence stays silence.
  consuming func normalised() -> Waveform {
    let rms = rms
    var out = self
    if rms > 0 { out.scale(1 / rms) }
    return out
  }

  /// The same with greatest magnitude 1; silence stays silence.
  consuming func peakNormalised() -> Waveform {
    let peak = peak
    var out = self
    if peak > 0 { out.scale(1 / peak) }
    return out
  }

  /// Multiplies by a function of time in seconds, evaluated every 16 samples and linear between.
  mutating func multiply(_ envelope: (Double) -> Double) {
    let step = 16
    var value = envelope(0)
    var start = 0
    while start < samples.count {
      let next = envelope(Double(start + step) / Self.rate)
      let slope = (next - value) / Double(step)
      let count = min(step, samples.count - start)
      samples.withUnsafeMutableBufferPointer { samples in
        for k in 0..<count { samples[start &+ k] *= value + slope * Double(k) }
      }
      value = next
      start += step
    }
  }

  /// Multiplies by one factor a sample; what lies beyond the factors is silenced.
  mutating func multiply(by factors: [Double]) {
    let count = min(samples.count, factors.count)
    samples.withUnsafeMutableBufferPointer { samples in
      factors.withUnsafeBufferPointer { factors in
        for i in 0..<count { samples[i] *= factors[i] }
      }
      for i in count..<samples.count { samples[i] = 0 }
    }
  }

  /// Leaves out what lies beyond `count` samples.
  mutating func cut(_ count: Int) {
    if samples.count > count { samples.removeLast(samples.count - max(0, count)) }
  }

  /// Silences all but these intervals (s, ascending), with raised cosines of `edge` seconds inside their
  /// ends.
  mutating func gate(_ intervals: [(from: Double, to: Double)], edge: Double) {
    var factors = [Double](repeating: 0, count: samples.count)
    let width = max(1, edge * Self.rate)
    for interval in intervals {
      let (first, last) = (Self.index(interval.from), min(Self.index(interval.to), samples.count))
      guard first < last else { continue }
      for i in first..<last {
        let inside = Double(min(i - first, last - 1 - i)) + 1
        factors[i] = inside >= width ? 1 : 0.5 - 0.5 * Sinusoid.cosine(inside / (2 * width))
      }
    }
    multiply(by: factors)
  }

  /// Raised cosines at both ends, each at most half of the sound.
  mutating func fade(seconds: Double) {
    let count = min(Self.index(seconds), samples.count / 2)
    for i in 0..<count {
      let gain = 0.5 - 0.5 * Sinusoid.cosine((Double(i) + 0.5) / Double(2 * count))
      samples[i] *= gain
      samples[samples.count - 1 - i] *= gain
    }
  }
}
