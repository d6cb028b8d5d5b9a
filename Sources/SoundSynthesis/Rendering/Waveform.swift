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
  var rms: Double {
    guard !samples.isEmpty else { return 0 }
    // Eight sums in a fixed order: one would make every addition wait for the last.
    var sums = SIMD8<Double>.zero
    let whole = samples.count & ~7
    samples.withUnsafeBytes { bytes in
      for i in stride(from: 0, to: whole * 8, by: 64) {
        let x = bytes.loadUnaligned(fromByteOffset: i, as: SIMD8<Double>.self)
        sums += x * x
      }
    }
    let four = sums.lowHalf + sums.highHalf
    var sum = (four[0] + four[1]) + (four[2] + four[3])
    for x in samples[whole...] { sum += x * x }
    return (sum / Double(samples.count)).squareRoot()
  }

  var peak: Double { samples.reduce(0) { max($0, $1.magnitude) } }

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

  mutating func scale(_ gain: Double) {
    for i in samples.indices { samples[i] *= gain }
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
      for k in 0..<min(step, samples.count - start) { samples[start + k] *= value + slope * Double(k) }
      value = next
      start += step
    }
  }

  /// Multiplies by one factor a sample; what lies beyond the factors is silenced.
  mutating func multiply(by factors: [Double]) {
    for i in samples.indices { samples[i] *= i < factors.count ? factors[i] : 0 }
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
