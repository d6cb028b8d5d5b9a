import RandomStreams
import VectorMath

/// A ball that bounces until it lies: intervals and speeds shrink by the coefficient of restitution.
struct BallBounce: SoundRecipe {
  static let ball = SoundParameter.choice("ball", ["basketball", "tennis", "table_tennis"], "kind of ball")
  static let height = SoundParameter.uniform(
    "height", 0.5...1.5, "m", "from which it falls", limits: 0.05...5)
  static let restitution = SoundParameter.uniform(
    "restitution", 0.7...0.86, "1", "speed kept at a bounce", limits: 0.3...0.93)

  let card = SoundCard(
    "ball_bounce", "bouncing ball", "球弹跳声", .both, .init("Basketball bounce"), .contacts, level: 62...80,
    .fastMaximum,
    [ball, height, restitution])

  func perform(_ s: SoundScene) -> Performance {
    let e = s[Self.restitution]
    var contacts = s.contacts
    if contacts.isEmpty {
      // Between bounces it flies for 2v/g.
      var speed = (2 * 9.81 * s[Self.height]).squareRoot() * e
      var (time, energy) = (0.0, 1.0)
      // Bounces that follow within its contact are rolling.
      while contacts.count < 60, energy > 2e-5, speed > 0.06 {
        contacts.append(Contact(time: time, energy: energy))
        time += 2 * speed / 9.81
        energy *= e * e
        speed *= e
      }
    }
    let (bank, contact) = Self.body(s.word(Self.ball))
    let ball = bank.varied(0.04, 0.2, s.chance("ball"))
    let start = contacts.first?.time ?? 0
    var performance = Performance(Waveform(seconds: 0.05))
    for (i, bounce) in contacts.enumerated() {
      let strength = max(0, bounce.energy).squareRoot()
      // Hertz: contact lasts longer the slower it is.
      let duration = contact * DeterministicMath.pow(max(strength, 0.02), -0.2)
      let turned = ball.varied(0.004, 0.12, s.chance("turn").child(i))
      performance.waveform.add(turned.struck(duration, impulse: strength), at: bounce.time - start)
      performance.mark(bounce.time - start, "bounce")
    }
    return performance
  }

  /// Modes of skin, air inside and floor, and the duration of a contact (s).
  static func body(_ ball: String) -> (ModalBank, Double) {
    func modes(_ list: [(Double, Double, Double)]) -> ModalBank {
      ModalBank(list.map { Mode(frequency: $0.0, decay: $0.1, gain: $0.2) })
    }
    switch ball {
    case "basketball":
      // The air inside resonates at 0.66 c / diameter and above: the ring of a full ball.
      return (
        modes([
          (85, 0.09, 1), (140, 0.07, 0.7), (430, 0.05, 0.5), (955, 0.16, 1.6), (1520, 0.1, 1.3),
          (2060, 0.07, 0.9),
        ]),
        0.0013
      )
    case "tennis":
      return (
        modes([(160, 0.03, 0.8), (420, 0.03, 0.7), (1050, 0.02, 0.8), (1900, 0.018, 0.7), (3100, 0.01, 0.4)]),
        0.0016
      )
    default:
      return (
        modes([
          (480, 0.008, 0.06), (2600, 0.008, 0.25), (6300, 0.012, 1), (8900, 0.01, 1.4), (11800, 0.008, 1),
        ]), 0.00012
      )
    }
  }
}
