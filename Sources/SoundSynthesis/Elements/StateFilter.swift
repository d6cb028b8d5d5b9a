import VectorMath

/// A second-order filter that may move while it sounds: the trapezoidal state-variable structure (Zavalishin,
/// "The Art of VA Filter Design", 2012), which stays stable and silent while its frequency changes.
struct StateFilter: Sendable {
  enum Output: Sendable {
    case low, band, high
  }

  /// What depends on frequency and Q alone.
  struct Coefficients: Sendable {
    let g: Double
    let k: Double
    let a: Double

    /// - Parameter frequency: in Hz, limited to 5 to 21 000.
    init(_ frequency: Double, q: Double) {
      let f = min(max(frequency, 5), 21_000)
      g = DeterministicMath.tan(Double.pi * f / Waveform.rate)
      k = 1 / max(q, 0.05)
      a = 1 / (1 + g * (g + k))
    }
  }

  private var first = 0.0
  private var second = 0.0

  /// One sample. Band passes have gain 1 at the centre.
  @inline(__always)
  mutating func step(_ x: Double, _ c: Coefficients, _ output: Output) -> Double {
    let v3 = x - second
    let v1 = c.a * (first + c.g * v3)
    let v2 = second + c.g * v1
    first = 2 * v1 - first
    second = 2 * v2 - second
    switch output {
    case .low: return v2
    case .band: return c.k * v1
    case .high: return x - c.k * v1 - v2
    }
  }
}

extension Waveform {
  /// Low pass, 12 dB an octave; `q` 0.707 is flat.
  consuming func lowPassed(_ frequency: Double, q: Double = 0.707) -> Waveform {
    filtered(.low, frequency, q)
  }
  /// High pass, 12 dB an octave.
  consuming func highPassed(_ frequency: Double, q: Double = 0.707) -> Waveform {
    filtered(.high, frequency, q)
  }
  /// Band pass with gain 1 at the centre, 6 dB an octave on each side.
  consuming func bandPassed(_ frequency: Double, q: Double) -> Waveform { filtered(.band, frequency, q) }

  consuming func filtered(_ output: StateFilter.Output, _ frequency: Double, _ q: Double) -> Waveform {
    through(SteadyFilter(output, frequency, q: q))
  }

  /// The same with a frequency (Hz) that is a function of time, set every 32 samples.
  consuming func filtered(_ output: StateFilter.Output, q: Double, moving frequency: (Double) -> Double)
    -> Waveform
  {
    var out = self
    var filter = StateFilter()
    out.samples.withUnsafeMutableBufferPointer { samples in
      var start = 0
      while start < samples.count {
        let coefficients = StateFilter.Coefficients(frequency(Double(start) / Waveform.rate), q: q)
        for i in start..<min(start + 32, samples.count) {
          samples[i] = filter.step(samples[i], coefficients, output)
        }
        start += 32
      }
    }
    return out
  }

  /// Several band passes in parallel: a spectrum by its peaks (Hz, Q, gain).
  func peaks(_ list: [(frequency: Double, q: Double, gain: Double)]) -> Waveform {
    var out = through(PeakBank(list))
    for first in stride(from: 4, to: list.count, by: 4) {
      out.add(through(PeakBank(Array(list[first...]))))
    }
    return out
  }

  /// First-order low pass, 6 dB an octave.
  consuming func softened(_ frequency: Double) -> Waveform { through(SofteningFilter(frequency)) }
}
