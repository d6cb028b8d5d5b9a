import RandomStreams

/// Sounds for people who cannot see the light, by country: locator tick (880 Hz, once a second) and walk tick
/// (8 to 10 a second) of the US manual on traffic control devices, the two-note cuckoo and the chirp of
/// Japan, the British bleep.
struct PedestrianSignal: SoundRecipe {
  static let signal = SoundParameter.choice(
    "signal", ["locator", "rapid_tick", "cuckoo", "chirp", "bleep"], "kind of signal")
  static let trim = SoundParameter.uniform("trim", 0.97...1.03, "1", "factor of all frequencies")

  let card = SoundCard(
    "pedestrian_signal", "pedestrian crossing signal", "过街提示音", .outdoor, .init("Beep, bleep"),
    .continuous(.uniform(min: 3, max: 8)), level: 60...78, .fastMaximum, [signal, trim])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: s.duration))
    let count = performance.waveform.samples.count
    let trim = s[Self.trim]
    let kind = s.word(Self.signal)
    let periods: [String: Double] = [
      "locator": 1, "rapid_tick": 1 / 9, "cuckoo": 1.5, "chirp": 1, "bleep": 0.2,
    ]
    let period = periods[kind] ?? 1
    let unit = Self.unit(kind, trim)
    var time = 0.0
    while time + unit.waveform.seconds < max(s.duration, unit.waveform.seconds + 0.001) {
      performance.waveform.add(unit.waveform, at: time)
      performance.mark(time, kind)
      for tone in unit.tones {
        performance.tone(tone.name, tone.frequency, from: time + tone.start, to: time + tone.end)
      }
      time += period
    }
    performance.waveform.cut(count)
    return performance
  }

  /// One call of a signal.
  static func unit(_ kind: String, _ trim: Double) -> Performance {
    func note(_ amplitudes: [Double], _ seconds: Double, _ pitch: (Double) -> Double, decay: Double)
      -> Waveform
    {
      let count = Waveform.index(seconds) + 1
      let frequencies = Curve.samples(count) { pitch($0) * trim }
      var wave = HarmonicTone(amplitudes, highest: frequencies.max() ?? 1000).wave(frequencies)
      wave.multiply { min(1, $0 / 0.003) / (1 + $0 / decay) }
      wave.fade(seconds: 0.004)
      return wave
    }
    switch kind {
    case "cuckoo":
      // A minor third down, 1250 and 1000 Hz with soft attacks.
      var call = Performance(note([1, 0.06, 0.1], 0.17, { _ in 1250 }, decay: 0.5))
      call.waveform.add(note([1, 0.06, 0.1], 0.26, { _ in 1000 }, decay: 0.5), at: 0.27)
      call.tone("first", 1250 * trim, from: 0.01, to: 0.16)
      call.tone("second", 1000 * trim, from: 0.28, to: 0.52)
      return call
    case "chirp":
      var call = Performance(note([1, 0.1], 0.09, { 2700 - 7000 * $0 }, decay: 1))
      call.waveform.add(note([1, 0.1], 0.09, { 2700 - 7000 * $0 }, decay: 1), at: 0.13)
      return call
    case "bleep":
      var call = Performance(note([1, 0, 0.33, 0, 0.15], 0.1, { _ in 2000 }, decay: 2))
      call.tone("bleep", 2000 * trim, from: 0.01, to: 0.09)
      return call
    case "rapid_tick":
      var call = Performance(note([1, 0.5, 0.4, 0.25, 0.2, 0.15, 0.1], 0.045, { _ in 880 }, decay: 0.006))
      call.tone("tick", 880 * trim, from: 0, to: 0.045)
      return call
    default:
      var call = Performance(note([1, 0.3, 0.25, 0.1, 0.1], 0.12, { _ in 880 }, decay: 0.04))
      call.tone("tick", 880 * trim, from: 0.005, to: 0.11)
      return call
    }
  }
}
