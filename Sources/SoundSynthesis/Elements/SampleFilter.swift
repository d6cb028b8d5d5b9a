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

/// A second-order filter that stays as it is.
struct SteadyFilter: SampleFilter {
  private var filter = StateFilter()
  private let coefficients: StateFilter.Coefficients
  private let output: StateFilter.Output

  /// - Parameter frequency: Hz.
  init(_ output: StateFilter.Output, _ frequency: Double, q: Double) {
    self.output = output
    coefficients = StateFilter.Coefficients(frequency, q: q)
  }

  @inline(__always)
  mutating func step(_ x: Double) -> Double { filter.step(x, coefficients, output) }
}

/// A first-order low pass, 6 dB an octave.
struct SofteningFilter: SampleFilter {
  private let a: Double
  private var state = 0.0

  /// - Parameter frequency: Hz.
  init(_ frequency: Double) {
    let g = DeterministicMath.tan(Double.pi * min(max(frequency, 5), 21_000) / Waveform.rate)
    a = g / (1 + g)
  }

  @inline(__always)
  mutating func step(_ x: Double) -> Double {
    let v = (x - state) * a
    let low = v + state
    state = low + v
    return low
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
}
