import RandomStreams
import VectorMath

/// Two disc horns about a third apart, near 400 and 500 Hz: diaphragms that knock against their cores, so
/// harmonics stay strong up to the discs' resonance near 2 to 4 kHz.
struct CarHorn: SoundRecipe {
  static let low = SoundParameter.uniform("low_frequency", 390...440, "Hz", "fundamental of the low disc")
  static let interval = SoundParameter.uniform("interval", 1.19...1.27, "1", "high over low fundamental")
  static let discs = SoundParameter(
    name: "discs", summary: "number of discs",
    domain: .number(.choice([1, 2, 2, 2]), limits: 1...2, unit: "1"))
  static let resonance = SoundParameter.uniform("resonance", 2200...3600, "Hz", "resonance of the discs")
  static let length = SoundParameter.logNormal(
    "press", median: 0.6, sigma: 0.6, in: 0.15...4, "s", "how long the button is pressed")

  let card = SoundCard(
    "car_horn", "car horn", "汽车喇叭", .outdoor,
    .init("Vehicle horn, car horn, honking", esc50: "car_horn", urban: "car_horn"), .event, level: 105...118,
    .fastMaximum, [low, interval, discs, resonance, length])

  func perform(_ s: SoundScene) -> Performance {
    let press = s[Self.length]
    let low = s[Self.low]
    let pitches = s.count(Self.discs) > 1 ? [low, low * s[Self.interval]] : [low]
    var performance = Performance(Waveform(seconds: press + 0.1))
    for (i, pitch) in pitches.enumerated() {
      var chance = s.chance("disc").child(i)
      let resonance = s[Self.resonance] * chance.uniform(0.92, 1.08)
      let amplitudes = (1...46).map { h -> Double in
        let f = Double(h) * pitch
        let x = f / resonance
        let peak = 1 / ((1 - x * x) * (1 - x * x) + 0.12 * x * x).squareRoot()
        return min(peak, 3) / (1 + 0.12 * Double(h)) * chance.uniform(0.55, 1.45)
      }
      let reed = Reed(amplitudes: amplitudes, attack: 0.018, release: 0.03, bend: -0.03, wobble: 0.0012)
      let sound = reed.sound(pitch, seconds: press, crest: 0.37 + 0.05 * Double(i), s.chance("reed").child(i))
      performance.waveform.add(sound.normalised())
      performance.tone(i == 0 ? "low" : "high", pitch, from: 0.08, to: press - 0.01)
    }
    performance.mark(0, "press")
    performance.mark(press, "release")
    return performance
  }
}

/// A driven reed or diaphragm: it speaks a little flat, settles, and stops with the air.
struct Reed: Sendable {
  /// Of the harmonics from the first.
  var amplitudes: [Double]
  /// Seconds.
  var attack: Double
  var release: Double
  /// Relative pitch at the start.
  var bend: Double
  /// Relative deviation of the pitch.
  var wobble: Double

  func sound(_ pitch: Double, seconds: Double, crest: Double, _ stream: RandomStream) -> Waveform {
    let total = seconds + release * 2.5
    let count = Waveform.index(total) + 1
    let drift = Noise.drift(total, correlation: 0.06, stream)
    let frequencies = Curve.samples(count) { time in
      let settling = bend * DeterministicMath.exp(-time / attack)
      let sagging = time > seconds ? bend * (time - seconds) / release : 0
      return pitch * (1 + settling + sagging + wobble * drift.value(at: time))
    }
    var out = HarmonicTone(amplitudes, highest: pitch * 1.05, crest: crest).wave(frequencies)
    // The upper harmonics come last and go first.
    out = out.filtered(.low, q: 0.6) { time in
      let up = 1 - DeterministicMath.exp(-time / (attack * 0.7))
      let down = time > seconds ? DeterministicMath.exp(-(time - seconds) / (release * 0.4)) : 1
      return 600 + 19_000 * up * down
    }
    out.multiply { time in
      let up = 1 - DeterministicMath.exp(-time / (attack * 0.5))
      let down = time > seconds ? DeterministicMath.exp(-(time - seconds) / (release * 0.35)) : 1
      return up * down * (1 + 0.02 * drift.value(at: time))
    }
    return out
  }
}
