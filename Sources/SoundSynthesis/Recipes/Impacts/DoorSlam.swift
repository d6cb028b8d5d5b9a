import RandomStreams
import VectorMath

/// A door that falls shut: the latch clicks, the leaf meets the frame with a thud at 60 to 120 Hz, then
/// things rattle.
struct DoorSlam: SoundRecipe {
  static let thud = SoundParameter.uniform("thud_frequency", 60...110, "Hz", "lowest mode of leaf and wall")
  static let latch = SoundParameter.uniform("latch_lead", 0.012...0.03, "s", "latch before the slam")
  static let rattles = SoundParameter.count("rattles", 2...8, "small impacts afterwards", limits: 0...40)
  static let force = SoundParameter.uniform("force", 0.3...1, "1", "how hard it is slammed")

  let card = SoundCard(
    "door_slam", "door slam", "关门声", .indoor, .init("Slam", dcase: "Door, open or close"), .event,
    level: 80...98,
    .fastMaximum, [thud, latch, rattles, force])

  func perform(_ s: SoundScene) -> Performance {
    var chance = s.chance("slam")
    let force = s[Self.force]
    var performance = Performance(Waveform(seconds: 0.3))
    let lock = ModalBank(
      fundamental: 1350, ratios: [1, 1.43, 1.94, 2.7, 3.6, 4.9], decay: 0.022, damping: 0.5
    ).varied(0.08, 0.4, s.chance("lock"))
    performance.waveform.add(lock.struck(0.0003, impulse: 0.35))
    performance.mark(0, "latch")
    let slam = s[Self.latch]
    let leaf = ModalBank.plate(
      lowest: s[Self.thud], highest: 1500, aspect: 2.3, decay: 0.3, damping: 0.6
    ).varied(0.05, 0.3, s.chance("leaf"))
    performance.waveform.add(leaf.struck(0.0042 - 0.0022 * force, impulse: 5), at: slam)
    // The wall answers below the door, and air is squeezed out of the gap.
    let wall = ModalBank([
      Mode(frequency: 38, decay: 0.35, gain: 0.9), Mode(frequency: 55, decay: 0.3, gain: 0.8),
      Mode(frequency: 83, decay: 0.22, gain: 0.6),
    ]).varied(0.1, 0.2, s.chance("wall"))
    performance.waveform.add(wall.struck(0.006, impulse: 5), at: slam)
    var air = Noise.white(seconds: 0.09, s.chance("air")).lowPassed(1200)
    air.multiply { DeterministicMath.exp(-$0 / 0.014) }
    performance.waveform.add(air, at: slam, gain: 0.45 * force)
    performance.waveform.add(lock.struck(0.0004, impulse: 0.5 * force), at: slam + 0.002)
    performance.mark(slam, "slam")
    var time = slam + chance.uniform(0.02, 0.05)
    for i in 0..<s.count(Self.rattles) {
      let part = lock.scaled(chance.uniform(0.5, 0.9)).varied(0.1, 0.5, s.chance("rattle").child(i))
      let loud = 0.35 * force * DeterministicMath.exp(-(time - slam) / 0.1) * chance.uniform(0.4, 1)
      performance.waveform.add(part.struck(0.0008, impulse: loud), at: time)
      performance.mark(time, "rattle")
      time += chance.uniform(0.015, 0.045)
    }
    return performance
  }
}
