import RandomStreams

/// A diesel of a lorry or bus: low firing, injectors that clatter at 1 to 3 kHz with every ignition, and a
/// turbine's whine under load.
struct TruckEngine: SoundRecipe {
  static let cylinders = SoundParameter(
    name: "cylinders", summary: "number of cylinders",
    domain: .number(.choice([4, 6, 6, 6, 8]), limits: 2...12, unit: "1"))
  static let clatter = SoundParameter.uniform(
    "clatter", 0.3...0.8, "1", "injectors relative to the exhaust", limits: 0...2)
  static let centre = SoundParameter.uniform(
    "clatter_frequency", 1300...2600, "Hz", "where the clatter is loudest")
  static let idle = SoundParameter.uniform(
    "idle_speed", 520...680, "rpm", "engine speed at rest", limits: 400...1000)

  let card = SoundCard(
    "truck_engine", "truck diesel engine", "卡车柴油发动机", .outdoor,
    .init("Truck", esc50: "engine", urban: "engine_idling"),
    .driven(.uniform(min: 3, max: 10)), level: 82...92, .equivalent, at: "2000 rpm, half load",
    [cylinders, clatter, centre, idle])

  func perform(_ s: SoundScene) -> Performance {
    let cylinders = s.count(Self.cylinders)
    let gearbox = Gearbox(
      ratios: [24, 17.5, 12.6, 9.2, 6.8, 5.0, 3.7, 2.9], tyreRadius: 0.5, idle: s[Self.idle], shiftUp: 1650,
      shiftDown: 950, pull: 1.1)
    let engine = CombustionEngine(
      firing: CombustionEngine.even(cylinders), exhaustLength: 3.8, silencer: 620, imbalance: 0.2,
      roughness: 0.09,
      clatter: s[Self.clatter], clatterCentre: s[Self.centre], outlet: 55, intake: 0.15)
    var performance = Performance(engine: engine, gearbox, s)
    // The turbine spins up with what the engine burns, and lags behind it.
    let trace = gearbox.trace(s.drive)
    let count = performance.waveform.samples.count
    var spin = 0.25
    let step = 0.02
    var spins: [(Double, Double)] = []
    for i in 0...Int(s.drive.duration / step) {
      let time = Double(i) * step
      let wanted = 0.25 + 0.75 * trace.load.value(at: time) * min(1.2, trace.rpm.value(at: time) / 1500)
      spin += (wanted - spin) * step / 0.45
      spins.append((time, spin))
    }
    let turbine = Curve(spins)
    var whine = Sinusoid.wave(Curve.samples(count) { 2200 + 3600 * turbine.value(at: $0) })
    whine.multiply {
      let x = max(0, turbine.value(at: $0) - 0.25); return x * x
    }
    performance.waveform.add(whine, gain: 0.16)
    return performance
  }
}
