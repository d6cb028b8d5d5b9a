import RandomStreams
import VectorMath

/// A piano: stiff strings (partials n·f·√(1 + B n²)), three to a note and not quite in tune, so the tone
/// decays twice; a felt hammer that is harder the faster it is.
struct PianoNote: SoundRecipe {
  static let key = SoundParameter.count(
    "key", 28...64, "of the first note, 49 is a at 440 Hz", limits: 10...80)
  static let notes = SoundParameter.count("notes", 1...5, "number of notes", limits: 1...50)
  static let interval = SoundParameter.uniform(
    "interval", 0.3...0.7, "s", "from note to note", limits: 0.05...5)
  static let force = SoundParameter.uniform("force", 0.3...1, "1", "of the touch")

  let card = SoundCard(
    "piano", "piano", "钢琴声", .indoor, .init("Piano", dcase: "Musical instrument"), .event, level: 66...86,
    .fastMaximum, [key, notes, interval, force])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: 0.1))
    var chance = s.chance("melody")
    let steps = [-5.0, -3, 0, 2, 4, 7]
    let board = ModalBank(fundamental: 95, ratios: [1, 1.7, 2.5, 3.8, 5.6], decay: 0.12, damping: 0.5)
    for i in 0..<s.count(Self.notes) {
      let step = i == 0 ? 0 : chance.choose(steps) ?? 0
      let key = s[Self.key] + step
      let pitch = 440 * DeterministicMath.pow(2, (key - 49) / 12)
      let time = Double(i) * s[Self.interval]
      let note = note(pitch, s[Self.force], s.chance("strings").child(i))
      performance.waveform.add(note.peakNormalised(), at: time)
      performance.waveform.add(board.struck(0.003).peakNormalised(), at: time, gain: 0.06)
      performance.mark(time, "hammer")
      if i + 1 == s.count(Self.notes) { performance.tone("string", pitch, from: time + 0.1, to: time + 0.9) }
    }
    return performance
  }

  private func note(_ pitch: Double, _ force: Double, _ stream: RandomStream) -> Waveform {
    var chance = stream
    let stiffness = 0.00035 * DeterministicMath.pow(pitch / 261, 1.1)
    let length = 7 * DeterministicMath.pow(261 / pitch, 0.7)
    var modes: [Mode] = []
    for string in 0..<3 {
      let detune = 1 + 0.00045 * Double(string - 1) + 0.0001 * chance.uniform(-1, 1)
      for n in 1...24 {
        let order = Double(n)
        let frequency =
          order * pitch * detune * (1 + stiffness * order * order).squareRoot()
          / (1 + stiffness).squareRoot()
        guard frequency < 9000 else { break }
        // The hammer strikes an eighth of the string.
        let shape = Sinusoid.sine(order / 16).magnitude + 0.02
        modes.append(
          Mode(
            frequency: frequency, decay: (string == 1 ? 1 : 0.35) * length / (1 + 0.22 * (order - 1)),
            gain: shape / order.squareRoot() * chance.uniform(0.7, 1.2)))
      }
    }
    let contact = (0.0024 - 0.0014 * force) * DeterministicMath.pow(261 / pitch, 0.35)
    return ModalBank(modes).struck(contact)
  }
}
