import RandomStreams

/// Water into a basin: hundreds of bubbles a second, each at its own pitch, over the noise of the jet.
struct RunningTap: SoundRecipe {
  static let flow = SoundParameter.uniform("flow", 2...10, "L/min", "of the tap", limits: 0.5...20)
  static let depth = SoundParameter.uniform(
    "basin_water", 0...0.08, "m", "depth of the water it falls into", limits: 0...0.5)

  let card = SoundCard(
    "water_tap", "running water tap", "水龙头流水声", .indoor,
    .init("Water tap, faucet", dcase: "Running_water"), .continuous(.uniform(min: 2, max: 8)),
    level: 55...68, .equivalent, [flow, depth])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    var chance = s.chance("bubbles")
    let rate = 60 * s[Self.flow] * (0.35 + 8 * s[Self.depth])
    let pulse = Noise.drift(s.duration, correlation: 0.12, s.chance("pulse"))
    let times = Noise.events(s.duration, most: rate * 1.8, &chance) {
      rate * max(0.2, min(1.8, 1 + 0.35 * pulse.value(at: $0)))
    }
    let bubbles = Bubbles(smallest: 0.0005, largest: 0.0032, rise: 0.1)
      .stream(times, seconds: s.duration, s.chance("sizes"))
    var out = Waveform(count: count)
    out.add(normalised: bubbles, gain: 0.8)
    // The jet on ceramic or water: wide noise that never stands still.
    var jet = Noise.white(count, s.chance("jet")).peaks([(5200, 0.6, 1), (1900, 0.7, 0.7), (620, 1.5, 0.35)])
    let flutter = Noise.drift(s.duration, correlation: 0.02, s.chance("flutter"))
    jet.multiply { max(0.2, 1 + 0.2 * flutter.value(at: $0) + 0.12 * pulse.value(at: $0)) }
    out.add(normalised: jet, gain: 0.85 - 4 * min(0.1, s[Self.depth]))
    // The basin.
    let basin = ModalBank(fundamental: 210, ratios: [1, 1.7, 2.6, 3.9], decay: 0.06, damping: 0.4)
    var ring = basin.response(to: jet)
    ring.cut(count)
    out.add(normalised: ring, gain: 0.2)
    out.cut(count)
    return Performance(out)
  }
}
