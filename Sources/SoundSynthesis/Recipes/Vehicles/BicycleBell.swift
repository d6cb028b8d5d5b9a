import RandomStreams

/// A bicycle bell: a thumb lever spins two loose discs against the dome, some 20 blows a second that slow
/// down; once or twice.
struct BicycleBell: SoundRecipe {
  static let pitch = SoundParameter.uniform("fundamental", 1700...2900, "Hz", "lowest partial of the dome")
  static let rings = SoundParameter.count("rings", 1...3, "pulls of the lever", limits: 1...10)
  static let decay = SoundParameter.uniform("decay", 0.8...2, "s", "of the lowest partial, to -60 dB")

  let card = SoundCard(
    "bicycle_bell", "bicycle bell", "自行车铃", .outdoor, .init("Bicycle bell", dcase: "Bell"), .event,
    level: 74...88,
    .fastMaximum, [pitch, rings, decay])

  func perform(_ s: SoundScene) -> Performance {
    var chance = s.chance("lever")
    var performance = Performance(Waveform(count: 0))
    var force = Waveform(seconds: 0.75 * Double(s.count(Self.rings)))
    var time = 0.0
    for _ in 0..<s.count(Self.rings) {
      performance.mark(time, "ring")
      var (blow, gap, loud) = (time, 1 / chance.uniform(20, 27), 1.0)
      for _ in 0..<chance.integer(in: 5...9) {
        force.addBlow(at: blow, duration: 0.0002, impulse: loud * chance.uniform(0.6, 1))
        performance.mark(blow, "blow")
        blow += gap * chance.uniform(0.85, 1.15)
        gap *= 1.08
        loud *= 0.9
      }
      time += chance.uniform(0.4, 0.7)
    }
    let dome = ModalBank(
      fundamental: s[Self.pitch], ratios: [1, 1.004, 2.09, 2.1, 3.42, 4.97], decay: s[Self.decay],
      damping: 0.9,
      gains: [1, 0.8, 0.7, 0.4, 0.4, 0.2]
    ).varied(0.001, 0.2, s.chance("dome"))
    performance.waveform = dome.response(to: force)
    return performance
  }
}
