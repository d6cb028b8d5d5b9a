import RandomStreams
import VectorMath

/// A petrol car's engine: pulses at rpm/60 · cylinders/2, unequal cylinders (half orders), the exhaust's
/// comb, and a tone that hardens with load. Engine speed follows the drive through a gearbox.
struct CarEngine: SoundRecipe {
  static let cylinders = SoundParameter(
    name: "cylinders", summary: "number of cylinders",
    domain: .number(.choice([3, 4, 4, 4, 6]), limits: 2...12, unit: "1"))
  static let exhaust = SoundParameter.uniform(
    "exhaust_length", 2.4...3.6, "m", "valves to outlet", limits: 0.5...8)
  static let silencer = SoundParameter.uniform(
    "silencer_cutoff", 500...1000, "Hz", "silencer's corner", limits: 200...6000)
  static let idle = SoundParameter.uniform(
    "idle_speed", 700...900, "rpm", "engine speed at rest", limits: 500...1500)

  let card = SoundCard(
    "car_engine", "car engine", "汽车发动机", .outdoor,
    .init("Medium engine (mid frequency)", esc50: "engine", urban: "engine_idling"),
    .driven(.uniform(min: 3, max: 10)), level: 72...80, .equivalent, at: "2000 rpm, half load",
    [cylinders, exhaust, silencer, idle])

  func perform(_ s: SoundScene) -> Performance {
    let cylinders = s.count(Self.cylinders)
    let gearbox = Gearbox(
      ratios: [13.5, 7.6, 5.1, 3.8, 3.0, 2.5], tyreRadius: 0.31, idle: s[Self.idle], shiftUp: 2900,
      shiftDown: 1250, pull: 3.2)
    let engine = CombustionEngine(
      firing: CombustionEngine.even(cylinders), exhaustLength: s[Self.exhaust], silencer: s[Self.silencer],
      imbalance: 0.14, roughness: 0.05, clatter: 0.16, clatterCentre: 2600, outlet: 70, intake: 0.2)
    return Performance(engine: engine, gearbox, s)
  }
}

extension Performance {
  /// An engine over a drive: its sound, gear changes, firing tone, and its level over speed and load.
  init(engine: CombustionEngine, _ gearbox: Gearbox, _ s: SoundScene) {
    let trace = gearbox.trace(s.drive)
    let (sound, _) = engine.sound(trace, seconds: s.drive.duration, s.chance("engine"))
    self.init(sound.normalised())
    for shift in trace.shifts { mark(shift, "gear_change") }
    if let steady = trace.steadyFiring(engine.firing.count, seconds: s.drive.duration) {
      tone("firing", steady.frequency, from: steady.from, to: steady.to)
    }
    // About 30 dB a decade of engine speed, and 7 dB from overrun to full load.
    loudness = Curve(
      trace.rpm.times.map { time in
        let turns = max(300, trace.rpm.value(at: time)) / 2000
        let decades = DeterministicMath.log(turns) / 2.302585092994046
        return (time, 30 * decades + 7 * (trace.load.value(at: time) - 0.5))
      })
  }
}
