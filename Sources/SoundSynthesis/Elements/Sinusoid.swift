import VectorMath

/// Sines by the million: one table, linear between 16 384 entries, exact to −140 dB.
enum Sinusoid {
  private static let size = 16_384
  private static let table: [Double] = (0...size).map {
    DeterministicMath.sin(2 * Double.pi * Double($0) / Double(size))
  }

  /// sin 2π`cycles`.
  static func sine(_ cycles: Double) -> Double {
    guard cycles.isFinite else { return 0 }
    let place = (cycles - cycles.rounded(.down)) * Double(size)
    let index = min(Int(place), size - 1)
    return table[index] + (place - Double(index)) * (table[index + 1] - table[index])
  }

  /// cos 2π`cycles`.
  static func cosine(_ cycles: Double) -> Double { sine(cycles + 0.25) }

  /// cos 2π(`start` + x·`factor`) for every x.
  static func cosines(_ cycles: [Double], times factor: Double, after start: Double = 0) -> [Double] {
    table.withUnsafeBufferPointer { table in
      cycles.map { cycle in
        let x = cycle * factor + (start + 0.25)
        let place = (x - x.rounded(.down)) * Double(size)
        guard place >= 0, place < Double(size) else { return 0 }
        let index = Int(place)
        return table[index] + (place - Double(index)) * (table[index + 1] - table[index])
      }
    }
  }

  /// Cycles passed before each sample for a frequency (Hz) a sample, from `start`.
  static func phases(_ frequencies: [Double], start: Double = 0) -> [Double] {
    var phase = start
    return frequencies.map { frequency in
      defer { phase += frequency / Waveform.rate }
      return phase
    }
  }

  /// A sine of changing frequency (Hz a sample).
  static func wave(_ frequencies: [Double], start: Double = 0) -> Waveform {
    var out = Waveform(count: frequencies.count)
    TablePlayer.play(table, frequencies, start, &out)
    return out
  }
}

/// Reads a table as one period, linear between entries; the last entry repeats the first.
private enum TablePlayer {
  static func play(_ table: [Double], _ frequencies: [Double], _ start: Double, _ out: inout Waveform) {
    let size = Double(table.count - 1)
    var phase = start - start.rounded(.down)
    table.withUnsafeBufferPointer { table in
      out.samples.withUnsafeMutableBufferPointer { samples in
        frequencies.withUnsafeBufferPointer { frequencies in
          for i in frequencies.indices {
            let place = phase * size
            let index = max(0, min(Int(place), table.count - 2))
            samples[i] = table[index] + (place - Double(index)) * (table[index + 1] - table[index])
            phase += frequencies[i] * (1 / Waveform.rate)
            if phase >= 1 { phase -= phase.rounded(.down) }
          }
        }
      }
    }
  }
}

/// A periodic tone as one period in a table, for tones of many harmonics.
struct HarmonicTone: Sendable {
  private static let size = 8192
  private var table: [Double]

  /// - Parameters:   - amplitudes: of the harmonics from the first.   - highest: frequency in Hz that the
  /// fundamental never exceeds; harmonics above 20 kHz there are left out.   - crest: phases as the square of
  /// the harmonic's number, which spreads energy over the period.
  init(_ amplitudes: [Double], highest: Double, crest: Double = 0) {
    table = [Double](repeating: 0, count: Self.size + 1)
    for (i, amplitude) in amplitudes.enumerated() {
      let harmonic = Double(i + 1)
      guard harmonic * highest < 20_000, amplitude != 0 else { continue }
      let phase = crest * harmonic * harmonic
      for k in 0...Self.size {
        table[k] += amplitude * Sinusoid.sine(harmonic * Double(k) / Double(Self.size) + phase)
      }
    }
  }

  /// The tone with a frequency (Hz) a sample.
  func wave(_ frequencies: [Double], start: Double = 0) -> Waveform {
    var out = Waveform(count: frequencies.count)
    TablePlayer.play(table, frequencies, start, &out)
    return out
  }
}
