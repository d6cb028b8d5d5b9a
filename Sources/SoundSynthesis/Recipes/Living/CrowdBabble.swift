import RandomStreams

/// Many people talk at once: each a row of random syllables in a voice of their own, so nobody can be
/// understood.
struct CrowdBabble: SoundRecipe {
  static let people = SoundParameter.count("people", 20...36, "number of talkers", limits: 1...100)
  static let women = SoundParameter.uniform("women", 0.3...0.7, "1", "share of high voices", limits: 0...1)

  let card = SoundCard(
    "crowd_babble", "crowd babble", "人群嘈杂声", .both,
    .init("Hubbub, speech noise, speech babble", dcase: "Speech"),
    .continuous(.uniform(min: 3, max: 8)), level: 58...74, .equivalent, [people, women])

  /// First three formants (Hz) of vowels.
  static let vowels: [(Double, Double, Double)] = [
    (730, 1090, 2440), (530, 1840, 2480), (270, 2290, 3010), (570, 840, 2410), (300, 870, 2240),
    (490, 1350, 1690),
    (640, 1190, 2390), (660, 1720, 2410),
  ]

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: s.duration))
    for person in 0..<s.count(Self.people) {
      let stream = s.chance("person").child(person)
      var chance = stream.child("identity")
      let isHigh = chance.bool(probability: s[Self.women])
      let pitch = isHigh ? chance.uniform(170, 240) : chance.uniform(90, 140)
      let scale = isHigh ? chance.uniform(1.1, 1.22) : chance.uniform(0.95, 1.06)
      let distance = chance.uniform(0.35, 1)
      performance.waveform.add(Self.talk(s.duration, pitch, scale, stream), gain: distance)
    }
    performance.waveform.cut(Waveform.index(s.duration) + 1)
    return performance
  }

  /// One voice saying syllables that mean nothing.
  static func talk(_ seconds: Double, _ pitch: Double, _ scale: Double, _ stream: RandomStream) -> Waveform {
    var chance = stream.child("syllables")
    var f0: [(Double, Double)] = []
    var voicing: [(Double, Double)] = []
    var breath: [(Double, Double)] = []
    var tracks: [[(Double, Double)]] = [[], [], []]
    var time = -chance.uniform(0, 0.4)
    while time < seconds {
      let phrase = chance.integer(in: 3...12)
      for k in 0..<phrase {
        let length = chance.uniform(0.12, 0.26)
        let fall = 1.12 - 0.25 * Double(k) / Double(phrase)
        let tone = pitch * fall * chance.uniform(0.94, 1.08)
        let hiss = chance.bool(probability: 0.3) ? chance.uniform(0.2, 0.6) : 0.03
        let onset = time + 0.3 * length
        f0 += [(time, tone * 0.97), (onset, tone * 1.03), (time + length, tone * 0.95)]
        voicing += [(time, 0.06), (onset, 1), (time + 0.8 * length, 0.8)]
        breath += [(time, hiss), (time + 0.2 * length, hiss), (onset, 0.03), (time + 0.9 * length, 0.03)]
        let vowel = chance.choose(vowels) ?? (500, 1500, 2500)
        for (i, f) in [vowel.0, vowel.1, vowel.2].enumerated() {
          tracks[i] += [(onset, f * scale), (time + 0.75 * length, f * scale * chance.uniform(0.95, 1.05))]
        }
        time += length
      }
      voicing += [(time, 0), (time + 0.05, 0)]
      breath += [(time, 0), (time + 0.05, 0)]
      time += chance.uniform(0.15, 0.9)
    }
    let voice = Voice(
      pitch: Curve(f0), voicing: Curve(voicing), breath: Curve(breath),
      formants: [
        .init(Curve(tracks[0]), 90, 1), .init(Curve(tracks[1]), 120, 0.55), .init(Curve(tracks[2]), 180, 0.3),
        .init(3500 * scale, 300, 0.18), .init(5500, 1500, 0.15),
      ], openQuotient: 0.6, tilt: 2600, jitter: 0.012)
    return voice.sound(seconds, stream.child("voice"))
  }
}
