import RandomStreams
import VectorMath

/// Emergency sirens: wail (600 to 1500 Hz in 4 to 8 s), yelp (3 to 4 a second), phaser (about 15 a second)
/// and two-tone signals, through a horn loudspeaker.
///
/// Two-tone frequencies: Germany DIN 14610 (a′ and d″), France police 435/580, fire brigade 435/488 and
/// ambulance 420/516 Hz, Japan ambulance 960/770 Hz.
struct Siren: SoundRecipe {
  static let pattern = SoundParameter.choice(
    "pattern",
    [
      "wail", "yelp", "phaser", "hi_lo_germany", "hi_lo_france_police", "hi_lo_france_fire",
      "hi_lo_france_ambulance", "hi_lo_japan",
    ],
    "signal")
  static let low = SoundParameter.uniform("lowest_frequency", 580...700, "Hz", "of sweeps")
  static let high = SoundParameter.uniform("highest_frequency", 1350...1600, "Hz", "of sweeps")
  static let wailPeriod = SoundParameter.uniform("wail_period", 4...8, "s", "up and down")
  static let yelpRate = SoundParameter.uniform("yelp_rate", 3...4, "Hz", "sweeps a second")

  let card = SoundCard(
    "siren", "siren", "警笛", .outdoor, .init("Siren", esc50: "siren", urban: "siren"),
    .continuous(.uniform(min: 5, max: 14)), level: 118...124, .equivalent,
    [pattern, low, high, wailPeriod, yelpRate])

  /// First and second frequency (Hz) and the length of each (s).
  static func twoTone(_ pattern: String) -> (Double, Double, Double)? {
    switch pattern {
    case "hi_lo_germany": (440, 585, 0.75)
    case "hi_lo_france_police": (580, 435, 0.55)
    case "hi_lo_france_fire": (488, 435, 1.1)
    case "hi_lo_france_ambulance": (516, 420, 0.55)
    case "hi_lo_japan": (960, 770, 0.65)
    default: nil
    }
  }

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let pattern = s.word(Self.pattern)
    var performance = Performance(Waveform(count: 0))
    let frequencies: [Double]
    if let (first, second, length) = Self.twoTone(pattern) {
      // The oscillator glides within a few milliseconds.
      frequencies = Curve.samples(count) { time in
        let place = time / length
        let inside = (place - place.rounded(.down)) * length
        let (now, before) = Int(place) % 2 == 0 ? (first, second) : (second, first)
        let share = time < length ? 1 : min(1, inside / 0.006)
        return before + (now - before) * share
      }
      var time = 0.0
      var index = 0
      while time < s.duration {
        let end = min(s.duration, time + length)
        performance.mark(time, index % 2 == 0 ? "first_tone" : "second_tone")
        performance.tone("tone", index % 2 == 0 ? first : second, from: time + 0.02, to: end - 0.02)
        time += length
        index += 1
      }
    } else {
      frequencies = sweep(pattern, count, s, &performance)
    }
    // An amplifier that clips, so odd harmonics; a horn that radiates from 400 Hz up and thins out above 4
    // kHz.
    let amplitudes = (1...21).map { h -> Double in (h % 2 == 1 ? 1 : 0.12) / Double(h) }
    let top = frequencies.max() ?? 1000
    let wave = HarmonicTone(amplitudes, highest: top).wave(frequencies)
    performance.waveform = wave.highPassed(420).peaks([(1100, 0.6, 1), (2500, 1.2, 0.9), (3600, 2, 0.5)])
      .softened(5000)
    return performance
  }

  private func sweep(_ pattern: String, _ count: Int, _ s: SoundScene, _ performance: inout Performance)
    -> [Double]
  {
    let (low, high) = (s[Self.low], s[Self.high])
    let period = pattern == "wail" ? s[Self.wailPeriod] : pattern == "yelp" ? 1 / s[Self.yelpRate] : 1 / 15.0
    var time = 0.0
    while time < s.duration {
      performance.mark(time, "sweep")
      time += period
    }
    // A capacitor charges and discharges: fast at first, then slower.
    let rise = pattern == "wail" ? 0.45 : 0.55
    func saturating(_ x: Double) -> Double {
      (1 - DeterministicMath.exp(-2.2 * x)) / (1 - DeterministicMath.exp(-2.2))
    }
    return Curve.samples(count) { time in
      let place = time / period
      let x = place - place.rounded(.down)
      let share = x < rise ? saturating(x / rise) : 1 - saturating((x - rise) / (1 - rise))
      return low + (high - low) * share
    }
  }
}
