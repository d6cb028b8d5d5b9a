import RandomStreams

/// A hinge or a floorboard: friction sticks and slips tens to hundreds of times a second, and wood answers.
struct Creak: SoundRecipe {
  static let length = SoundParameter.uniform("length", 0.5...2, "s", "of the movement", limits: 0.1...10)
  static let rate = SoundParameter.uniform(
    "slip_rate", 60...220, "Hz", "slips a second at full speed", limits: 10...600)
  static let body = SoundParameter.uniform("body_frequency", 320...560, "Hz", "lowest resonance of the wood")
  static let dryness = SoundParameter.uniform(
    "irregularity", 0.02...0.14, "1", "deviation of intervals", limits: 0...0.4)

  let card = SoundCard(
    "creak", "creak", "吱呀声", .indoor,
    .init("Squeak", esc50: "door_wood_creaks", dcase: "Door, open or close"), .event,
    level: 52...68, .fastMaximum, [length, rate, body, dryness])

  func perform(_ s: SoundScene) -> Performance {
    let length = s[Self.length]
    let wander = Noise.drift(length, correlation: 0.25, s.chance("hand"))
    let top = s[Self.rate]
    // A hand pushes unevenly; where it nearly stops, slips become single knocks.
    let motion: @Sendable (Double) -> Double = { time in
      let x = min(1, time / length)
      return max(0.12, 0.25 + 3 * x * (1 - x) + 0.25 * wander.value(at: time))
    }
    let friction = StickSlip(
      rate: { top * motion($0) }, jitter: s[Self.dryness], roughness: 0.25, slip: 0.0004)
    let (force, slips) = friction.force(length, s.chance("friction")) { time in
      let x = min(1, time / length)
      return 0.25 + 3 * x * (1 - x) + 0.1 * wander.value(at: time)
    }
    let wood = ModalBank(
      fundamental: s[Self.body], ratios: [1, 1.62, 2.41, 3.3, 4.7, 6.6], decay: 0.045, damping: 0.45,
      gains: [0.7, 1, 1, 0.8, 0.6, 0.4]
    ).varied(0.08, 0.3, s.chance("wood"))
    var performance = Performance(wood.response(to: force).highPassed(150))
    if let first = slips.first { performance.mark(first, "start") }
    return performance
  }
}
