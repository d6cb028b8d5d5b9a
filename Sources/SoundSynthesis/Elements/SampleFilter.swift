import VectorMath

/// A filter that takes one sample at a time.
///
/// Each waits for its own last sample; in one loop, as a `Cascade`, several wait at the same time and together take hardly
/// longer than the slowest.
protocol SampleFilter {
  mutating func step(_ x: Double) -> Double
}

/// One filter after another.
struct Cascade<First: SampleFilter, Second: SampleFilter>: SampleFilter {
  private var first: First
  private var second: Second

  init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  @inline(__always)
  mutating func step(_ x: Double) -> Double { second.step(first.step(x)) }
}

/// A second-order filter that stays as it is: what `StateFilter` is at one frequency, in the form whose samples wait least
/// for one another (transposed direct form II).
struct SteadyFilter: SampleFilter {
  private let b0: Double
  private let b1: Double
  private let b2: Double
  private let a1: Double
  private let a2: Double
  private var first = 0.0
  private var second = 0.0

  /// - Parameter frequency: Hz.
  init(_ output: StateFilter.Output, _ frequency: Double, q: Double) {
    let c = StateFilter.Coefficients(frequency, q: q)
    let square = c.g * c.g
    a1 = 2 * (square - 1) * c.a
    a2 = (1 - c.g * c.k + square) * c.a
    switch output {
    case .low: (b0, b1, b2) = (square * c.a, 2 * square * c.a, square * c.a)
    case .band: (b0, b1, b2) = (c.g * c.k * c.a, 0, -c.g * c.k * c.a)
    case .high: (b0, b1, b2) = (c.a, -2 * c.a, c.a)
    }
  }

  @inline(__always)
  mutating func step(_ x: Double) -> Double {
    let y = b0 * x + first
    first = (b1 * x + second) - a1 * y
    second = b2 * x - a2 * y
    return y
  }
}

/// Up to four band passes side by side, in the lanes of a vector, that stay as they are: a spectrum by its peaks.
struct PeakBank: SampleFilter {
  private var input = SIMD4<Double>.zero
  private var a1 = SIMD4<Double>.zero
  private var a2 = SIMD4<Double>.zero
  private var first = SIMD4<Double>.zero
  private var second = SIMD4<Double>.zero

  /// - Parameter peaks: Hz, Q and gain; what is beyond four is left out.
  init(_ peaks: [(frequency: Double, q: Double, gain: Double)]) {
    for (lane, peak) in peaks.prefix(4).enumerated() {
      let c = StateFilter.Coefficients(peak.frequency, q: peak.q)
      input[lane] = c.g * c.k * c.a * peak.gain
      a1[lane] = 2 * (c.g * c.g - 1) * c.a
      a2[lane] = (1 - c.g * c.k + c.g * c.g) * c.a
    }
  }

  @inline(__always)
  mutating func step(_ x: Double) -> Double {
    let scaled = input * x
    let y = scaled + first
    first = second - a1 * y
    second = -scaled - a2 * y
    return (y[0] + y[1]) + (y[2] + y[3])
  }
}

/// A first-order low pass, 6 dB an octave.
struct SofteningFilter: SampleFilter {
  private let input: Double
  private let pole: Double
  private var state = 0.0

  /// - Parameter frequency: Hz.
  init(_ frequency: Double) {
    let g = DeterministicMath.tan(Double.pi * min(max(frequency, 5), 21_000) / Waveform.rate)
    input = g / (1 + g)
    pole = (1 - g) / (1 + g)
  }

  @inline(__always)
  mutating func step(_ x: Double) -> Double {
    let scaled = input * x
    let y = scaled + state
    state = scaled + pole * y
    return y
  }
}

extension Waveform {
  /// What comes out of a filter.
  @inline(__always)
  consuming func through<F: SampleFilter>(_ filter: F) -> Waveform {
    var out = self
    var filter = filter
    out.samples.withUnsafeMutableBufferPointer { samples in
      for i in samples.indices { samples[i] = filter.step(samples[i]) }
    }
    return out
  }

  /// Two sounds through a filter each, at the same time: each filter waits for its own last sample, so that together they take
  /// as long as one.
  @inline(__always)
  static func through<F: SampleFilter, G: SampleFilter>(
    _ one: inout Waveform, _ first: F, _ other: inout Waveform, _ second: G
  ) {
    var (first, second) = (first, second)
    let count = min(one.samples.count, other.samples.count)
    one.samples.withUnsafeMutableBufferPointer { a in
      other.samples.withUnsafeMutableBufferPointer { b in
        for i in 0..<count {
          a[i] = first.step(a[i])
          b[i] = second.step(b[i])
        }
        for i in count..<max(count, a.count) { a[i] = first.step(a[i]) }
        for i in count..<max(count, b.count) { b[i] = second.step(b[i]) }
      }
    }
  }
}
