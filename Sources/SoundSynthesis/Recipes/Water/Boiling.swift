import RandomStreams

/// A kettle or pot: small bubbles collapse with a hiss at first, then large ones rise and the lid trembles.
struct Boiling: SoundRecipe {
  static let vigour = SoundParameter.uniform("vigour", 0.2...1, "1", "0 simmering, 1 rolling")
  static let vessel = SoundParameter.uniform(
    "vessel_frequency", 160...420, "Hz", "lowest resonance of the vessel")
  static let lid = SoundParameter.choice("lid", ["none", "metal"], "what covers it")

  let card = SoundCard(
    "boiling", "boiling water", "水沸声", .indoor, .init("Boiling"), .continuous(.uniform(min: 3, max: 8)),
    level: 45...60, .equivalent, [vigour, vessel, lid])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let vigour = s[Self.vigour]
    var chance = s.chance("bubbles")
    let rate = 40 + 160 * vigour
    let surge = Noise.drift(s.duration, correlation: 0.08, s.chance("surge"))
    let times = Noise.events(s.duration, most: rate * 2.5, &chance) {
      rate * max(0.1, min(2.5, 1 + 0.8 * surge.value(at: $0)))
    }
    let bubbles = Bubbles(smallest: 0.0015, largest: 0.004 + 0.007 * vigour, rise: 0.08)
      .stream(times, seconds: s.duration, s.chance("sizes"))
    var out = bubbles.normalised()
    let vessel = ModalBank(
      fundamental: s[Self.vessel], ratios: [1, 1.58, 2.3, 3.4, 4.8], decay: 0.07, damping: 0.3
    )
    .varied(0.05, 0.3, s.chance("vessel"))
    var body = vessel.response(to: bubbles)
    body.cut(count)
    out.add(normalised: body, gain: 0.7)
    var hiss = Noise.white(count, s.chance("steam")).peaks([(3200, 0.6, 0.7), (900, 0.8, 1)])
    hiss.multiply { max(0.3, 1 + 0.25 * surge.value(at: $0)) }
    out.add(normalised: hiss, gain: 0.28)
    var performance = Performance(out)
    if s.word(Self.lid) == "metal" {
      let lid = ModalBank(fundamental: 920, ratios: [1, 1.7, 2.4, 3.9, 5.8], decay: 0.09, damping: 0.5)
        .varied(0.04, 0.4, s.chance("lid"))
      var force = Waveform(count: count)
      for time in Noise.events(
        s.duration, most: 14, &chance, rate: { max(0, 9 * vigour * surge.value(at: $0)) })
      {
        force.addBlow(at: time, duration: 0.0005, impulse: chance.uniform(0.3, 1))
        performance.mark(time, "lid")
      }
      var rattle = lid.response(to: force)
      rattle.cut(count)
      performance.waveform.add(normalised: rattle, gain: 0.25)
    }
    performance.waveform.cut(count)
    return performance
  }
}
