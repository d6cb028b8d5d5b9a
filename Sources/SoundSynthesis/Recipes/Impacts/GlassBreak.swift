import RandomStreams
import VectorMath

/// A pane or a glass that breaks: a crack, a dense cascade of ringing shards, then pieces that fall and
/// bounce.
struct GlassBreak: SoundRecipe {
  static let shards = SoundParameter.count("shards", 50...150, "number of pieces that ring", limits: 5...500)
  static let spread = SoundParameter.uniform("cascade", 0.12...0.3, "s", "time constant of the cascade")
  static let fall = SoundParameter.uniform("fall", 0.25...0.65, "s", "until pieces meet the floor")
  static let size = SoundParameter.uniform("size", 0.6...1.6, "1", "of the pieces, 1 medium")

  let card = SoundCard(
    "glass_break", "breaking glass", "玻璃破碎声", .both, .init("Shatter", esc50: "glass_breaking"), .event,
    level: 85...100, .fastMaximum, [shards, spread, fall, size])

  func perform(_ s: SoundScene) -> Performance {
    var chance = s.chance("shards")
    var performance = Performance(Waveform(seconds: 0.2))
    // The crack: the whole pane is struck, and a shock of splitting.
    let pane = ModalBank.plate(
      lowest: 190 / s[Self.size], highest: 4500, aspect: 1.4, decay: 0.16, damping: 0.45)
    performance.waveform.add(pane.struck(0.0004, impulse: 4))
    var crack = Noise.white(seconds: 0.03, s.chance("crack")).highPassed(900)
    crack.multiply { DeterministicMath.exp(-$0 / 0.004) }
    performance.waveform.add(crack, gain: 0.9)
    performance.mark(0, "crack")
    performance.mark(s[Self.fall], "floor")
    let number = s.count(Self.shards)
    for _ in 0..<number {
      let late = chance.bool(probability: 0.45)
      let base = late ? s[Self.fall] : 0.004
      let time = base + chance.exponential(mean: s[Self.spread] * (late ? 0.8 : 0.6))
      guard time < 3 else { continue }
      // Sizes follow a power law: many splinters, few large pieces.
      let size = s[Self.size] * DeterministicMath.pow(0.15 + 0.85 * chance.uniform(), 1.5) * 1.3
      let shard = Self.shard(size, &chance)
      let loud =
        DeterministicMath.pow(size, 1.2) * (0.3 + chance.exponential())
        * DeterministicMath.exp(-(time - base) / (s[Self.spread] * 2.2))
      bounce(shard, time, loud, late ? 3 : 1, &chance, &performance.waveform)
    }
    return performance
  }

  /// A piece of glass: three to five modes, high and long for its size.
  static func shard(_ size: Double, _ chance: inout RandomStream) -> ModalBank {
    let lowest = 2100 / max(0.2, size) * chance.uniform(0.75, 1.5)
    var modes: [Mode] = []
    var ratio = 1.0
    for _ in 0..<chance.integer(in: 3...5) {
      let frequency = lowest * ratio
      modes.append(
        Mode(
          frequency: frequency,
          decay: chance.uniform(0.06, 0.28) * DeterministicMath.pow(2500 / frequency, 0.7),
          gain: chance.uniform(0.4, 1)))
      ratio *= chance.uniform(1.25, 1.9)
    }
    return ModalBank(modes)
  }

  private func bounce(
    _ shard: ModalBank, _ time: Double, _ loud: Double, _ most: Int, _ chance: inout RandomStream,
    _ out: inout Waveform
  ) {
    var (time, loud) = (time, loud)
    var gap = chance.uniform(0.03, 0.11)
    for _ in 0..<chance.integer(in: 1...most) {
      out.add(shard.struck(0.00012, impulse: loud), at: time)
      time += gap
      gap *= 0.6
      loud *= 0.45
    }
  }
}
