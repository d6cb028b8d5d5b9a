import Foundation
import RandomStreams
import SoundSynthesis

/// Measurements by other ways than the synthesis has: Foundation's functions, sums written out.
enum SoundProbe {
  /// A short sound of a kind; tests of length say how long.
  static func make(
    _ kind: SoundKind, rate: Double = 48_000, seed: UInt64 = 7, seconds: Double = 1,
    given: [String: SoundValue] = [:]
  ) throws -> SynthesisedSound {
    var request = SoundRequest(given: given)
    switch kind.card.timing {
    case .continuous: request.duration = seconds
    case .driven: request.drive = Drive(steady: speed(kind), duration: seconds)
    case .event, .contacts: break
    }
    return try kind.sound(request, stream: RandomStream(seed: seed).child(kind.card.id), sampleRate: rate)
  }

  /// The reference speed of a driven kind (m/s), 10 where its level does not speak of one.
  static func speed(_ kind: SoundKind) -> Double {
    let words = kind.card.reference.split(separator: " ")
    guard words.count == 2, words[1] == "km/h", let value = Double(words[0]) else { return 10 }
    return value / 3.6
  }

  /// dB re 20 µPa by the card's measure.
  static func level(_ sound: SynthesisedSound, _ measure: SoundCard.Measure) -> Double {
    let squares = sound.samples.map { Double($0) * Double($0) }
    switch measure {
    case .equivalent: return 10 * log10(squares.reduce(0, +) / Double(squares.count) / 4e-10)
    case .fastMaximum:
      // Energies of milliseconds, weighted by e to the power of their age over 125 ms.
      let block = Int(sound.sampleRate / 1000)
      var blocks: [Double] = []
      for start in stride(from: 0, to: squares.count, by: block) {
        blocks.append(squares[start..<min(start + block, squares.count)].reduce(0, +) / Double(block))
      }
      var best = 0.0
      for end in stride(from: 0, to: blocks.count, by: 2) {
        var sum = 0.0
        for age in 0...min(end, 700) { sum += blocks[end - age] * exp(-Double(age) / 125) }
        best = max(best, sum / 125)
      }
      return 10 * log10(best / 4e-10)
    }
  }

  /// The share of the energy above 0.4575 of the rate, in the loudest quarter of a second, by a windowed
  /// sinc.
  static func shareAboveBand(_ sound: SynthesisedSound) -> Double {
    let x = loudest(sound, seconds: 0.25)
    let reach = 150
    guard x.count > 2 * reach + 10 else { return 0 }
    // A low pass turned over: the difference to the sample itself.
    var taps = (-reach...reach).map { k -> Double in
      let t = Double(k)
      let window =
        0.42 + 0.5 * cos(Double.pi * t / Double(reach + 1)) + 0.08
        * cos(2 * Double.pi * t / Double(reach + 1))
      let sinc = k == 0 ? 2 * 0.4625 : sin(2 * Double.pi * 0.4625 * t) / (Double.pi * t)
      return -sinc * window
    }
    taps[reach] += 1
    let (high, total) = x.withUnsafeBufferPointer { x -> (Double, Double) in
      var (above, all) = (0.0, 0.0)
      for n in reach..<(x.count - reach) {
        var sum = 0.0
        for k in 0..<taps.count { sum += taps[k] * x[n + reach - k] }
        above += sum * sum
        all += x[n] * x[n]
      }
      return (above, all)
    }
    return total > 0 ? high / total : 0
  }

  private static func loudest(_ sound: SynthesisedSound, seconds: Double) -> [Double] {
    let length = min(sound.samples.count, Int(seconds * sound.sampleRate))
    let peak = sound.samples.indices.max { sound.samples[$0].magnitude < sound.samples[$1].magnitude } ?? 0
    let start = max(0, min(peak - length / 4, sound.samples.count - length))
    return sound.samples[start..<(start + length)].map(Double.init)
  }

  /// The strongest frequency within 5 % of `near`, from the Fourier integral at steps of 0.1 %.
  static func frequency(_ samples: ArraySlice<Float>, rate: Double, near: Double) -> Double {
    let count = Double(samples.count)
    let windowed = samples.enumerated().map {
      Double($1) * (0.5 - 0.5 * cos(2 * Double.pi * (Double($0) + 0.5) / count))
    }
    var best = (0.0, 0.0)
    for step in -50...50 {
      let f = near * (1 + Double(step) * 0.001)
      let (c, s) = (cos(2 * Double.pi * f / rate), sin(2 * Double.pi * f / rate))
      var (re, im, rotRe, rotIm) = (0.0, 0.0, 1.0, 0.0)
      for x in windowed {
        re += x * rotRe
        im += x * rotIm
        (rotRe, rotIm) = (rotRe * c - rotIm * s, rotRe * s + rotIm * c)
      }
      let power = re * re + im * im
      if power > best.0 { best = (power, f) }
    }
    return best.1
  }

  /// Power at one frequency under a Hann window, in any unit.
  static func power(_ samples: ArraySlice<Float>, rate: Double, at frequency: Double) -> Double {
    let count = Double(samples.count)
    var (re, im) = (0.0, 0.0)
    for (i, x) in samples.enumerated() {
      let weight = Double(x) * (0.5 - 0.5 * cos(2 * Double.pi * (Double(i) + 0.5) / count))
      re += weight * cos(2 * Double.pi * frequency * Double(i) / rate)
      im += weight * sin(2 * Double.pi * frequency * Double(i) / rate)
    }
    return re * re + im * im
  }

  /// Energy of samples within a range, cut to what there is.
  static func energy(_ sound: SynthesisedSound, _ from: Int, _ to: Int) -> Double {
    let (from, to) = (max(0, from), min(to, sound.samples.count))
    guard from < to else { return 0 }
    return sound.samples[from..<to].reduce(0) { $0 + Double($1) * Double($1) }
  }
}
