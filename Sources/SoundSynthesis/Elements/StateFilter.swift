import VectorMath

/// A second-order filter that may move while it sounds: the trapezoidal state-variable structure (Zavalishin, "The
/// Art of VA Filter Design", 2012), which stays stable and silent while its frequency changes.
struct StateFilter: Sendable {
  enum Output: Sendable {
    case low, band, high
  }

  private var first = 0.0
  private var second = 0.0

  /// The frequency that filters are limited to, in Hz.
  static let range = 5.0...21_000

  /// tan(πf/rate).
  static func warp(_ frequency: Double) -> Double {
    let f = min(max(frequency, range.lowerBound), range.upperBound)
    return DeterministicMath.tan(Double.pi * f / Waveform.rate)
  }

  /// One sample. `g` = `warp(f)`, `k` = 1/Q. Band passes have gain 1 at the centre.
  mutating func step(_ x: Double, g: Double, k: Double, _ output: Output) -> Double {
    let a = 1 / (1 + g * (g + k))
    let v3 = x - second
    let v1 = a * (first + g * v3)
    let v2 = second + g * v1
    first = 2 * v1 - first
    second = 2 * v2 - second
    switch output {
    case .low: return v2
    case .band: return k * v1
    case .high: return x - k * v1 - v2
    }
  }
}

extension Waveform {
  /// Low pass, 12 dB an octave; `q` 0.707 is flat.
  func lowPassed(_ frequency: Double, q: Double = 0.707) -> Waveform { filtered(.low, frequency, q) }
  /// High pass, 12 dB an octave.
  func highPassed(_ frequency: Double, q: Double = 0.707) -> Waveform { filtered(.high, frequency, q) }
  /// Band pass with gain 1 at the centre, 6 dB an octave on each side.
  func bandPassed(_ frequency: Double, q: Double) -> Waveform { filtered(.band, frequency, q) }

  func filtered(_ output: StateFilter.Output, _ frequency: Double, _ q: Double) -> Waveform {
    var out = self
    var filter = StateFilter()
    let (g, k) = (StateFilter.warp(frequency), 1 / max(q, 0.05))
    out.samples.withUnsafeMutableBufferPointer { samples in
      for i in samples.indices { samples[i] = filter.step(samples[i], g: g, k: k, output) }
    }
    return out
  }

  /// The same with a frequency (Hz) that is a function of time, set every 32 samples.
  func filtered(_ output: StateFilter.Output, q: Double, moving frequency: (Double) -> Double) -> Waveform {
    var out = self
    var filter = StateFilter()
    let k = 1 / max(q, 0.05)
    out.samples.withUnsafeMutableBufferPointer { samples in
      var start = 0
      while start < samples.count {
        let g = StateFilter.warp(frequency(Double(start) / Waveform.rate))
        for i in start..<min(start + 32, samples.count) {
          samples[i] = filter.step(samples[i], g: g, k: k, output)
        }
        start += 32
      }
    }
    return out
  }

  /// Several filters in parallel: a spectrum by its peaks (Hz, Q, gain).
  func peaks(_ list: [(frequency: Double, q: Double, gain: Double)]) -> Waveform {
    var out = Waveform(count: samples.count)
    for peak in list { out.add(bandPassed(peak.frequency, q: peak.q), gain: peak.gain) }
    return out
  }

  /// First-order low pass, 6 dB an octave.
  func softened(_ frequency: Double) -> Waveform {
    var out = self
    let g = StateFilter.warp(frequency)
    let a = g / (1 + g)
    var state = 0.0
    for i in out.samples.indices {
      let v = (out.samples[i] - state) * a
      let low = v + state
      state = low + v
      out.samples[i] = low
    }
    return out
  }
}
