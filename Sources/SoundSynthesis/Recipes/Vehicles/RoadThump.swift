import RandomStreams
import VectorMath

/// A pothole or an expansion joint: front and rear axle hit it one wheelbase apart; tyre cavity and body
/// answer.
struct RoadThump: SoundRecipe {
  static let speed = SoundParameter.uniform("speed", 6...28, "m/s", "of the vehicle", limits: 1...60)
  static let wheelbase = SoundParameter.uniform("wheelbase", 2.5...3.1, "m", "between axles", limits: 1...8)
  static let edge = SoundParameter.uniform(
    "edge", 0.01...0.05, "m", "length over which the wheel drops", limits: 0.003...0.3)
  static let cavity = SoundParameter.uniform(
    "tyre_cavity", 205...235, "Hz", "resonance of the air in the tyre")

  let card = SoundCard(
    "road_thump", "pothole or expansion joint", "路面接缝声", .outdoor, .init("Thump, thud"), .contacts,
    level: 78...94,
    .fastMaximum, [speed, wheelbase, edge, cavity])

  func perform(_ s: SoundScene) -> Performance {
    let delay = s[Self.wheelbase] / s[Self.speed]
    let drawn = [Contact(time: 0), Contact(time: delay, energy: 0.75)]
    let contacts = s.contacts.isEmpty ? drawn : s.contacts
    let start = contacts.first?.time ?? 0
    let duration = min(0.02, max(0.0015, s[Self.edge] / s[Self.speed]))
    let body = ModalBank([
      Mode(frequency: 34, decay: 0.2, gain: 0.8), Mode(frequency: 61, decay: 0.17, gain: 1),
      Mode(frequency: 97, decay: 0.13, gain: 0.9), Mode(frequency: s[Self.cavity], decay: 0.14, gain: 0.8),
      Mode(frequency: s[Self.cavity] * 1.03, decay: 0.12, gain: 0.6),
      Mode(frequency: 410, decay: 0.06, gain: 0.5),
      Mode(frequency: 780, decay: 0.04, gain: 0.4), Mode(frequency: 1350, decay: 0.025, gain: 0.3),
    ])
    var performance = Performance(Waveform(seconds: 0.1))
    for (i, contact) in contacts.enumerated() {
      let wheel = body.varied(0.02, 0.25, s.chance("wheel").child(i))
      let strength = max(0, contact.energy).squareRoot()
      performance.waveform.add(wheel.struck(duration, impulse: strength), at: contact.time - start)
      var slap = Noise.white(seconds: 0.03, s.chance("slap").child(i)).bandPassed(950, q: 0.8)
      slap.multiply { min(1, $0 / 0.001) * DeterministicMath.exp(-$0 / 0.006) }
      performance.waveform.add(slap.peakNormalised(), at: contact.time - start, gain: 0.03 * strength)
      performance.mark(
        contact.time - start, s.contacts.isEmpty ? (i == 0 ? "front_axle" : "rear_axle") : "axle")
    }
    return performance
  }
}
