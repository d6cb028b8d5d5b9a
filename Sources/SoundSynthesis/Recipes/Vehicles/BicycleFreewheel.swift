import RandomStreams

/// A bicycle that rolls freely: pawls click past the ratchet's teeth as the wheel turns, over the whisper of
/// tyres.
struct BicycleFreewheel: SoundRecipe {
  static let teeth = SoundParameter.count(
    "ratchet_teeth", 16...36, "clicks a turn of the wheel", limits: 8...120)
  static let wheel = SoundParameter.uniform("circumference", 2...2.2, "m", "of the wheel", limits: 0.8...2.5)
  static let pitch = SoundParameter.uniform("hub_frequency", 2600...4200, "Hz", "lowest mode of the hub")

  let card = SoundCard(
    "bicycle_freewheel", "bicycle freewheel", "自行车棘轮声", .outdoor, .init("Bicycle"),
    .driven(.uniform(min: 2, max: 6)),
    level: 50...62, .equivalent, at: "rolling freely", [teeth, wheel, pitch])

  func perform(_ s: SoundScene) -> Performance {
    let seconds = s.drive.duration
    let count = Waveform.index(seconds) + 1
    var force = Waveform(count: count)
    var chance = s.chance("pawls")
    var performance = Performance(Waveform(count: 0))
    let teeth = s.count(Self.teeth)
    // Not all teeth are worn alike.
    let worn = (0..<teeth).map { _ in chance.uniform(0.7, 1) }
    let spacing = s[Self.wheel] / Double(max(1, teeth))
    for (i, time) in s.drive.crossings(every: spacing, offset: 0).enumerated() {
      let loud = worn.isEmpty ? 1 : worn[i % worn.count]
      force.addBlow(at: time, duration: 0.00018, impulse: loud * chance.uniform(0.85, 1))
      // The second pawl follows close behind.
      force.addBlow(at: time + 0.0013, duration: 0.0002, impulse: 0.4 * loud)
      performance.mark(time, "click")
    }
    let hub = ModalBank(
      fundamental: s[Self.pitch], ratios: [1, 1.31, 1.77, 2.35, 3.1], decay: 0.011, damping: 0.4
    )
    .varied(0.05, 0.3, s.chance("hub"))
    performance.waveform = hub.response(to: force).normalised()
    let speed = s.drive.speed
    var tyre = Noise.white(count, s.chance("tyre")).bandPassed(900, q: 0.6).normalised()
    tyre.multiply { min(1, speed.value(at: $0) / 8) }
    performance.waveform.add(tyre, gain: 0.22)
    performance.waveform.cut(count)
    let v0 = speed.value(at: 0)
    if speed.values.allSatisfy({ $0 == v0 }), v0 > 1 {
      performance.tone("clicks", v0 / spacing, from: 0.05, to: seconds - 0.05)
    }
    return performance
  }
}
