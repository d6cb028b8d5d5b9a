import RandomStreams
import VectorMath

/// A fork, a plate or a pan is put down or dropped: metal or china rings, and bounces come ever faster.
struct Dishes: SoundRecipe {
  static let object = SoundParameter.choice("object", ["cutlery", "plate", "pan"], "what falls")
  static let pitch = SoundParameter.uniform("size", 0.75...1.3, "1", "of the object, 1 medium")
  static let drop = SoundParameter.uniform("first_gap", 0.08...0.22, "s", "until the first bounce")
  static let restitution = SoundParameter.uniform(
    "restitution", 0.45...0.75, "1", "speed kept at a bounce", limits: 0.1...0.9)

  let card = SoundCard(
    "dishes", "dishes and cutlery", "餐具声", .indoor, .init("Dishes, pots, and pans", dcase: "Dishes"), .event,
    level: 65...82, .fastMaximum, [object, pitch, drop, restitution])

  func perform(_ s: SoundScene) -> Performance {
    let size = s[Self.pitch]
    let bank: ModalBank
    switch s.word(Self.object) {
    case "cutlery":
      // Bending of a free bar, and of its prongs.
      bank = ModalBank(
        fundamental: 640 / size, ratios: [1, 2.76, 3.4, 5.4, 6.1, 8.93, 13.3], decay: 0.5, damping: 0.45,
        gains: [0.3, 0.9, 0.6, 1, 0.6, 0.7, 0.4])
    case "plate":
      bank = ModalBank(
        fundamental: 1050 / size, ratios: [1, 1.02, 1.73, 2.33, 3.91, 4.11, 6.3], decay: 0.32, damping: 0.7,
        gains: [1, 0.7, 0.8, 0.9, 0.6, 0.5, 0.3])
    default:
      bank = ModalBank(
        fundamental: 330 / size, ratios: [1, 1.01, 2.1, 2.3, 3.6, 4.2, 5.7, 7.9, 10.3], decay: 0.9,
        damping: 0.6,
        gains: [1, 0.6, 0.9, 0.7, 0.8, 0.6, 0.6, 0.4, 0.3])
    }
    let body = bank.varied(0.03, 0.3, s.chance("body"))
    let table = ModalBank.plate(lowest: 140, highest: 1400, aspect: 1.6, decay: 0.07, damping: 0.5)
    var performance = Performance(Waveform(seconds: 0.1))
    var chance = s.chance("bounces")
    var (time, gap, loud) = (0.0, s[Self.drop], 1.0)
    var index = 0
    while loud > 0.02, index < 30 {
      // Each bounce meets the table with another edge.
      let edge = body.varied(0, 0.6, s.chance("edge").child(index))
      performance.waveform.add(edge.struck(0.0002, impulse: loud).peakNormalised(), at: time, gain: loud)
      performance.waveform.add(table.struck(0.0008, impulse: 1).peakNormalised(), at: time, gain: 0.3 * loud)
      performance.mark(time, index == 0 ? "impact" : "bounce")
      time += gap
      gap *= s[Self.restitution] * chance.uniform(0.9, 1.1)
      loud *= s[Self.restitution] * chance.uniform(0.8, 1.1)
      if gap < 0.006 { break }
      index += 1
    }
    return performance
  }
}
