import RandomStreams
import VectorMath

/// Hands: bursts of noise around 1 to 2 kHz, everyone at a tempo of their own.
struct Clapping: SoundRecipe {
  static let people = SoundParameter(
    name: "people", summary: "number of people",
    domain: .number(.choice([1, 1, 3, 8, 20, 40]), limits: 1...100, unit: "1"))
  static let tempo = SoundParameter.uniform("tempo", 3...4.6, "Hz", "claps a second", limits: 0.5...8)

  let card = SoundCard(
    "clapping", "clapping", "鼓掌声", .both, .init("Clapping", esc50: "clapping", dcase: "Clapping"),
    .continuous(.uniform(min: 2, max: 6)), level: 68...80, .equivalent, [people, tempo])

  func perform(_ s: SoundScene) -> Performance {
    let people = s.count(Self.people)
    var performance = Performance(Waveform(seconds: s.duration))
    for person in 0..<people {
      var chance = s.chance("person").child(person)
      let centre = chance.uniform(950, 1900)
      let tempo = s[Self.tempo] * (people == 1 ? 1 : chance.uniform(0.8, 1.2))
      let hollow = chance.uniform(1.2, 3)
      let distance = people == 1 ? 1 : chance.uniform(0.4, 1)
      var time = people == 1 ? 0 : chance.uniform(0, 1 / tempo)
      var index = 0
      while time < s.duration - 0.05 {
        let clap = Self.clap(
          centre * chance.uniform(0.95, 1.05), hollow, s.chance("person").child(person).child(index))
        performance.waveform.add(clap, at: time, gain: distance * chance.uniform(0.75, 1))
        if people == 1 { performance.mark(time, "clap") }
        time += 1 / tempo * (1 + 0.035 * chance.normal())
        index += 1
      }
    }
    performance.waveform.cut(Waveform.index(s.duration) + 1)
    return performance
  }

  /// One clap: air between the palms is pressed out, then rings.
  static func clap(_ centre: Double, _ q: Double, _ stream: RandomStream) -> Waveform {
    var burst = Noise.white(seconds: 0.05, stream)
    burst.multiply { time in
      let rise = min(1, time / 0.0006)
      return rise * (DeterministicMath.exp(-time / 0.0028) + 0.12 * DeterministicMath.exp(-time / 0.012))
    }
    return burst.peaks([(centre, q, 1), (centre * 0.45, 1.2, 0.35), (centre * 2.3, 1, 0.45)])
  }
}
