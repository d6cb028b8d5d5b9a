import RandomStreams

/// A motorcycle: few cylinders, often unevenly spaced, into a short and loud exhaust.
struct Motorcycle: SoundRecipe {
  static let layout = SoundParameter.choice(
    "layout", ["single", "v_twin_45", "v_twin_90", "twin", "four"], "cylinders")
  static let exhaust = SoundParameter.uniform(
    "exhaust_length", 0.7...1.3, "m", "valves to outlet", limits: 0.3...3)
  static let silencer = SoundParameter.uniform(
    "silencer_cutoff", 1300...2600, "Hz", "silencer's corner", limits: 300...8000)
  static let idle = SoundParameter.uniform(
    "idle_speed", 950...1300, "rpm", "engine speed at rest", limits: 600...2000)

  let card = SoundCard(
    "motorcycle", "motorcycle", "摩托车", .outdoor, .init("Motorcycle"),
    .driven(.uniform(min: 3, max: 10)), level: 82...94, .equivalent, at: "2000 rpm, half load",
    [layout, exhaust, silencer, idle])

  /// Turns of the crank, of two, at which cylinders fire.
  static func firing(_ layout: String) -> [Double] {
    switch layout {
    case "single": [0]
    // One crank pin, cylinders at 45°: 315° and 405°.
    case "v_twin_45": [0, 315.0 / 360]
    // At 90°: 270° and 450°.
    case "v_twin_90": [0, 270.0 / 360]
    case "twin": [0, 1]
    default: [0, 0.5, 1, 1.5]
    }
  }

  func perform(_ s: SoundScene) -> Performance {
    let firing = Self.firing(s.word(Self.layout))
    let revs = firing.count > 2 ? 1.8 : 1
    let gearbox = Gearbox(
      ratios: [11.5, 7.8, 6.1, 5.1, 4.5, 4.1].map { $0 * revs }, tyreRadius: 0.3, idle: s[Self.idle],
      shiftUp: 4200 * revs, shiftDown: 1900 * revs, pull: 5)
    let engine = CombustionEngine(
      firing: firing, exhaustLength: s[Self.exhaust], silencer: s[Self.silencer], imbalance: 0.12,
      roughness: 0.07,
      clatter: 0.22, clatterCentre: 3000, outlet: 140, intake: 0.25)
    return Performance(engine: engine, gearbox, s)
  }
}
