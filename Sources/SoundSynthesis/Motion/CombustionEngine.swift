import RandomStreams
import VectorMath

/// A piston engine as a source of pressure pulses: one a cylinder in two turns, through exhaust and intake.
struct CombustionEngine: Sendable {
  /// Crank angles (turns, of two) at which cylinders fire.
  var firing: [Double]
  /// Metres of exhaust from the valves to the outlet.
  var exhaustLength: Double
  /// Hz above which the silencer takes sound away.
  var silencer: Double
  /// Relative deviation of the cylinders' strengths, fixed for an engine.
  var imbalance: Double
  /// Relative deviation of one cylinder from turn to turn.
  var roughness: Double
  /// Strength of the valve gear's and injectors' ticking, relative to the exhaust.
  var clatter: Double
  /// Hz, where the ticking is loudest.
  var clatterCentre: Double
  /// Hz below which the outlet radiates poorly.
  var outlet: Double
  /// Strength of the intake's breath.
  var intake: Double

  /// Firing angles that are evenly spread.
  static func even(_ cylinders: Int) -> [Double] {
    (0..<max(1, cylinders)).map { 2 * Double($0) / Double(max(1, cylinders)) }
  }

  /// The sound of a drive and the times at which cylinders fire.
  func sound(_ trace: Gearbox.Trace, seconds: Double, _ stream: RandomStream) -> (Waveform, firings: [Double])
  {
    let count = Waveform.index(seconds) + 1
    let rpm = trace.rpm.samples(count)
    var chance = stream.child("cylinders")
    let strengths = firing.map { _ in 1 + imbalance * chance.uniform(-1, 1) }
    var exhaust = Waveform(count: count)
    var ticks = Waveform(count: count)
    var breath = [Double](repeating: 0, count: count)
    var firings: [Double] = []
    var angle = 0.0
    var next = 0
    var cycle = stream.child("cycles")
    for i in 0..<count {
      let step = rpm[i] / 60 / Waveform.rate
      while next < firing.count, firing[next] <= angle {
        let time = max(0, Double(i) - (angle - firing[next]) / max(step, 1e-9)) / Waveform.rate
        let load = trace.load.value(at: time)
        let period = 120 / max(rpm[i], 100) / Double(firing.count)
        let strength = strengths[next] * (1 + roughness * cycle.normal()) * (0.35 + 0.65 * load)
        firings.append(time)
        // The valve opens within a third of the period; more load makes the edge steeper.
        let width = min(0.006, max(0.0008, period * (0.3 - 0.18 * load)))
        exhaust.addBlow(at: time, duration: width, impulse: strength * width * Waveform.rate)
        exhaust.addBlow(
          at: time + width * 0.8, duration: width * 1.9, impulse: -strength * 0.92 * width * Waveform.rate)
        ticks.addBlow(at: time, duration: 0.00035, impulse: 0.4 + 0.6 * cycle.uniform())
        ticks.addBlow(
          at: time + period * cycle.uniform(0.3, 0.6), duration: 0.0002, impulse: 0.3 * cycle.uniform())
        next += 1
      }
      angle += step
      if angle >= 2 {
        angle -= 2
        next = 0
      }
      breath[i] = angle
    }
    return (mixed(exhaust, ticks, breath, trace, stream), firings)
  }

  private func mixed(
    _ exhaust: Waveform, _ ticks: Waveform, _ angles: [Double], _ trace: Gearbox.Trace, _ stream: RandomStream
  ) -> Waveform {
    let count = exhaust.samples.count
    // Gas that rushes out with each pulse.
    var rush = Noise.white(count, stream.child("rush")).bandPassed(700, q: 0.6)
    rush.multiply(by: exhaust.samples.map { max(0, $0) * 0.5 })
    var pulses = exhaust
    pulses.add(rush)
    let pipe = Waveguide(roundTrip: 2 * exhaustLength, reflection: -0.62, loss: 1300, speed: 480)
    let resonator = Waveguide(roundTrip: exhaustLength * 0.72, reflection: 0.4, loss: 900, speed: 450)
    let pipes = Cascade(Waveguide.Line(pipe), Waveguide.Line(resonator))
    let silencers = Cascade(SofteningFilter(silencer), SofteningFilter(silencer * 2.5))
    let exit = Cascade(pipes, Cascade(silencers, SteadyFilter(.high, outlet, q: 0.5)))
    var out = pulses.through(exit).normalised()
    let block = ModalBank(
      [0.42, 0.61, 0.83, 1, 1.27, 1.52, 1.9, 2.6].enumerated().map { i, ratio in
        Mode(frequency: clatterCentre * ratio, decay: 0.012 / ratio, gain: i < 2 ? 0.6 : 1)
      })
    var mechanics = block.varied(0.06, 0.4, stream.child("block")).response(to: ticks)
    mechanics.cut(count)
    out.add(normalised: mechanics, gain: clatter)
    var air = Noise.white(count, stream.child("air")).bandPassed(420, q: 0.8)
    let cylinders = Double(max(1, firing.count))
    air.multiply(by: Sinusoid.cosines(angles, times: cylinders / 2).map { 0.4 + 0.6 * $0 })
    let load = trace.load
    air.multiply { 0.25 + 0.75 * load.value(at: $0) }
    out.add(normalised: air, gain: intake)
    return out
  }
}

extension Gearbox.Trace {
  /// The firing frequency (Hz) where the engine runs steadily (±0.2 %) from a time on for half a second at
  /// least.
  func steadyFiring(_ cylinders: Int, seconds: Double) -> (frequency: Double, from: Double, to: Double)? {
    let step = 0.05
    var start = 0.0
    var best: (Double, Double, Double)?
    var reference = rpm.value(at: 0)
    var time = 0.0
    while time <= seconds + step {
      let value = rpm.value(at: time)
      if (value / reference - 1).magnitude > 0.002 || time > seconds {
        if time - step - start > max(0.5, (best?.2 ?? 0) - (best?.1 ?? 0)) {
          best = (reference / 60 * Double(cylinders) / 2, start, time - step)
        }
        start = time
        reference = value
      }
      time += step
    }
    return best
  }
}
