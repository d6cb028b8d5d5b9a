import RandomStreams
import VectorMath

/// Laughter: a row of "ha", about five a second, each a breath and a short open vowel, falling in pitch and
/// force.
struct Laugh: SoundRecipe {
  static let calls = SoundParameter.count("calls", 4...9, "number of calls", limits: 2...30)
  static let rate = SoundParameter.uniform("rate", 4.4...5.6, "Hz", "calls a second", limits: 3...7)
  static let pitch = SoundParameter.uniform("pitch", 170...420, "Hz", "of the highest call", limits: 80...900)
  static let tract = SoundParameter.uniform(
    "tract_length", 0.135...0.175, "m", "vocal tract", limits: 0.07...0.2)

  let card = SoundCard(
    "laugh", "laughter", "笑声", .both, .init("Laughter", esc50: "laughing", dcase: "Laughter"), .event,
    level: 62...80,
    .fastMaximum, [calls, rate, pitch, tract])

  func perform(_ s: SoundScene) -> Performance {
    let calls = s.count(Self.calls)
    let period = 1 / s[Self.rate]
    let scale = 0.17 / s[Self.tract]
    var chance = s.chance("calls")
    var pitch: [(Double, Double)] = []
    var voicing: [(Double, Double)] = []
    var breath: [(Double, Double)] = []
    var opening: [(Double, Double)] = []
    var marks: [Double] = []
    var time = 0.0
    for i in 0..<calls {
      let place = Double(i) / Double(max(1, calls - 1))
      let loud = (1 - 0.6 * place) * chance.uniform(0.8, 1)
      let tone = s[Self.pitch] * (1 - 0.35 * place) * (i == 0 ? 0.92 : 1) * chance.uniform(0.95, 1.05)
      let voiceStart = time + period * 0.38
      pitch += [
        (time, tone), (voiceStart, tone * 1.04), (voiceStart + 0.03, tone * 1.1),
        (time + period * 0.9, tone * 0.88),
      ]
      voicing += [
        (time, 0), (voiceStart - 0.012, 0), (voiceStart + 0.018, 0.9 * loud),
        (time + period * 0.72, 0.6 * loud), (time + period * 0.88, 0),
      ]
      breath += [
        (time, 0.05), (time + 0.025, 0.4 * loud), (voiceStart, 0.35 * loud), (voiceStart + 0.03, 0.09 * loud),
        (time + period * 0.85, 0.16 * loud),
      ]
      opening += [(time, 600), (voiceStart + 0.03, 800), (time + period * 0.9, 640)]
      marks.append(time)
      time += period * chance.uniform(0.94, 1.08)
    }
    voicing.append((time, 0))
    breath.append((time, 0.02))
    breath.append((time + 0.1, 0))
    let voice = Voice(
      pitch: Curve(pitch), voicing: Curve(voicing), breath: Curve(breath),
      formants: [
        .init(Curve(opening.map { ($0.0, $0.1 * scale) }), 110, 1), .init(1280 * scale, 130, 0.75),
        .init(2650 * scale, 200, 0.35), .init(3600 * scale, 300, 0.25), .init(4600 * scale, 400, 0.12),
      ], openQuotient: 0.65, tilt: 3200, jitter: 0.015)
    var performance = Performance(voice.sound(time + 0.1, s.chance("voice")))
    for mark in marks { performance.mark(mark, "call") }
    return performance
  }
}
