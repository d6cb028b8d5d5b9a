import RandomStreams
import VectorMath

/// A windscreen wiper: rubber sweeps and squeaks, flips over with a knock at each end, and the motor hums
/// along.
struct Wiper: SoundRecipe {
  static let rate = SoundParameter.uniform("rate", 40...65, "1/min", "cycles a minute", limits: 20...90)
  static let squeak = SoundParameter.uniform("squeak", 0...0.8, "1", "how dry the glass is", limits: 0...1)
  static let pitch = SoundParameter.uniform(
    "squeak_frequency", 380...900, "Hz", "slips a second in mid sweep")

  let card = SoundCard(
    "wiper", "windscreen wiper", "雨刮器", .indoor, .init("Squeak"), .continuous(.uniform(min: 3, max: 8)),
    level: 48...60,
    .fastMaximum, [rate, squeak, pitch])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let stroke = 30 / s[Self.rate]
    var performance = Performance(Waveform(count: count))
    let flutter = Noise.drift(s.duration, correlation: 0.01, s.chance("flutter"))
    func speed(_ time: Double) -> Double { Sinusoid.sine(0.5 * time / stroke).magnitude }
    var sweep = Noise.white(count, s.chance("rubber")).filtered(.band, q: 0.7) { 700 + 1700 * speed($0) }
    sweep.multiply { time in
      let v = speed(time)
      return v * max(0.1, 1 + 0.2 * flutter.value(at: time))
    }
    performance.waveform.add(normalised: sweep, gain: 0.3)
    let motor = HarmonicTone([0.5, 1, 0.4, 0.3, 0.2, 0.15, 0.1, 0.1], highest: 110)
      .wave(Curve.samples(count) { 92 + 8 * speed($0) })
    performance.waveform.add(normalised: motor, gain: 0.1)
    let frame = ModalBank(fundamental: 85, ratios: [1, 1.7, 2.9, 4.6, 7.5, 11], decay: 0.06, damping: 0.4)
      .varied(0.05, 0.3, s.chance("frame"))
    let glass = ModalBank(fundamental: 520, ratios: [1, 1.9, 3.1, 4.4], decay: 0.03, damping: 0.3)
    let (top, dry) = (s[Self.pitch], s[Self.squeak])
    var index = 0
    var time = 0.0
    while time < s.duration {
      performance.waveform.add(frame.struck(0.003).peakNormalised(), at: time, gain: index % 2 == 0 ? 1 : 0.7)
      performance.mark(time, index % 2 == 0 ? "park_turn" : "far_turn")
      // Squeaks come where the blade is slow enough to stick.
      if dry > 0.05 {
        let length = stroke * 0.4
        let friction = StickSlip(
          rate: { top * (0.75 + 0.35 * $0 / length) }, jitter: 0.02, roughness: 0.15, slip: 0.0006)
        let (force, _) = friction.force(length, s.chance("squeak").child(index)) {
          let x = $0 / length; return 4 * x * (1 - x)
        }
        performance.waveform.add(
          glass.response(to: force).peakNormalised(), at: time + stroke * 0.45, gain: 0.55 * dry)
      }
      time += stroke
      index += 1
    }
    performance.waveform.cut(count)
    return performance
  }
}
