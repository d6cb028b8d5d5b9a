import RandomStreams

/// Friction that sticks and slips: a train of force steps, each stick a slow rise and each slip a quick fall.
struct StickSlip: Sendable {
  /// Slips a second at a time (s).
  var rate: @Sendable (Double) -> Double
  /// Relative deviation of the intervals.
  var jitter: Double
  /// Relative deviation of the forces.
  var roughness: Double
  /// Seconds that a slip takes.
  var slip: Double

  /// The force of a bow over `seconds` and the times of its slips.
  func force(_ seconds: Double, _ stream: RandomStream, pressure: (Double) -> Double) -> (Waveform, [Double])
  {
    var stream = stream
    var out = Waveform(seconds: seconds)
    var times: [Double] = []
    var time = 0.0
    while time < seconds, times.count < 1_000_000 {
      let interval = 1 / max(1, rate(time)) * max(0.2, 1 + jitter * stream.normal())
      let strength = pressure(time) * max(0, 1 + roughness * stream.normal())
      times.append(time)
      // The slip; the stick between is smooth enough to be silent.
      out.addBlow(at: time, duration: min(slip, interval), impulse: strength)
      time += interval
    }
    return (out, times)
  }
}
