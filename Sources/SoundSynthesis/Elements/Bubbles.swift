import RandomStreams
import VectorMath

/// Air bubbles in water, the voice of every splash: each a decaying sine at Minnaert's frequency 3.26 m/s ÷
/// radius, rising as it nears the surface (van den Doel, "Physically based models for liquid sounds", 2005).
struct Bubbles: Sendable {
  /// Metres.
  var smallest: Double
  var largest: Double
  /// Rise of the frequency relative to the damping; about 0.1 for splashes.
  var rise: Double

  /// Adds a bubble of a radius (m) and an amplitude.
  static func add(_ radius: Double, amplitude: Double, rise: Double, at time: Double, to out: inout Waveform)
  {
    let frequency = 3.26 / radius
    guard frequency < 18_000, radius > 0 else { return }
    let damping = 0.043 * frequency + 0.0014 * frequency * frequency.squareRoot()
    let count = Int(min(6.9 / damping, 0.5) * Waveform.rate)
    let start = Waveform.index(time)
    var phase = 0.0
    var level = amplitude
    let decay = DeterministicMath.exp(-damping / Waveform.rate)
    let climb = rise * damping / Waveform.rate
    var current = frequency / Waveform.rate
    let step = current * climb
    let attack = max(1, 0.5 / current)
    for i in 0..<max(0, min(count, out.samples.count - start)) {
      let onset = min(1, Double(i) / attack)
      out.samples[start + i] += level * onset * Sinusoid.sine(phase)
      phase += current
      current = min(current + step, 0.4)
      level *= decay
    }
  }

  /// A stream of bubbles at these times; small ones are many and weak, as their volume is.
  func stream(_ times: [Double], seconds: Double, _ chance: RandomStream) -> Waveform {
    var chance = chance
    var out = Waveform(seconds: seconds)
    let ratio = largest / smallest
    for time in times {
      let share = chance.uniform()
      let radius = smallest * DeterministicMath.pow(ratio, share * share)
      let strength = DeterministicMath.pow(radius / largest, 0.9) * (0.2 + chance.exponential())
      Self.add(radius, amplitude: strength, rise: rise * chance.uniform(0.3, 1.7), at: time, to: &out)
    }
    return out
  }
}
