import RandomStreams
import VectorMath

/// Steps: heel and toe as two blows on the floor, 1.6 to 2.2 times a second, or at the contacts that are
/// given.
struct Footsteps: SoundRecipe {
  static let surface = SoundParameter.choice(
    "surface", ["wood", "tile", "concrete", "carpet", "gravel", "grass"], "what is walked on")
  static let shoe = SoundParameter.choice("shoe", ["hard", "soft", "barefoot"], "sole")
  static let cadence = SoundParameter.uniform("cadence", 1.6...2.2, "Hz", "steps a second", limits: 0.5...4)
  static let steps = SoundParameter.count("steps", 4...10, "number of steps", limits: 1...200)
  static let mass = SoundParameter.uniform("mass", 50...100, "kg", "of the walker", limits: 10...200)

  let card = SoundCard(
    "footsteps", "footsteps", "脚步声", .both,
    .init("Walk, footsteps", esc50: "footsteps", dcase: "Walk, footsteps"), .contacts, level: 45...55,
    .fastMaximum,
    [surface, shoe, cadence, steps, mass])

  func perform(_ s: SoundScene) -> Performance {
    let contacts = s.contacts.isEmpty ? walk(s) : s.contacts
    let floor = Floor(s.word(Self.surface), mass: s[Self.mass], s.chance("floor"))
    let hardness = ["hard": 1.0, "soft": 2.6, "barefoot": 4.5][s.word(Self.shoe)] ?? 2.6
    let start = contacts.first?.time ?? 0
    var performance = Performance(Waveform(seconds: (contacts.last?.time ?? 0) - start + 0.6))
    for (i, contact) in contacts.enumerated() {
      var chance = s.chance("step").child(i)
      let time = contact.time - start
      let strength = max(0, contact.energy).squareRoot() * chance.uniform(0.85, 1.1)
      let roll = chance.uniform(0.11, 0.16)
      performance.waveform.add(
        floor.step(hardness: hardness, strength: strength, roll: roll, chance), at: time)
      performance.mark(time, "heel")
      performance.mark(time + roll, "toe")
    }
    return performance
  }

  private func walk(_ s: SoundScene) -> [Contact] {
    var chance = s.chance("walk")
    var time = 0.0
    return (0..<s.count(Self.steps)).map { i in
      defer { time += (1 / s[Self.cadence]) * (1 + 0.03 * chance.uniform(-1.7, 1.7)) }
      // One leg steps a little harder than the other.
      return Contact(time: time, energy: i % 2 == 0 ? 1 : 0.82)
    }
  }
}

/// A floor as a body that sounds under a foot.
private struct Floor {
  let bank: ModalBank
  /// Duration of a hard blow, in seconds.
  let contact: Double
  /// Share of scraping noise and its frequency (Hz).
  let scuff: Double
  let scuffCentre: Double
  /// Grains that give way under a step.
  let grains: Int

  init(_ surface: String, mass: Double, _ stream: RandomStream) {
    let size = DeterministicMath.pow(75 / mass, 0.2)
    let modes: [(Double, Double, Double)]
    switch surface {
    case "wood":
      modes = [
        (78, 0.14, 1), (118, 0.13, 0.9), (172, 0.11, 0.8), (251, 0.09, 0.7), (364, 0.07, 0.6),
        (530, 0.055, 0.5), (790, 0.045, 0.4), (1240, 0.03, 0.3), (1900, 0.02, 0.2),
      ]
      (contact, scuff, scuffCentre, grains) = (0.0011, 0.012, 3200, 0)
    case "tile":
      modes = [
        (92, 0.05, 0.5), (210, 0.04, 0.4), (680, 0.03, 0.5), (1320, 0.03, 0.8), (2150, 0.026, 0.9),
        (3300, 0.02, 0.8), (4700, 0.014, 0.5),
      ]
      (contact, scuff, scuffCentre, grains) = (0.0005, 0.015, 4500, 0)
    case "concrete":
      modes = [
        (70, 0.04, 0.5), (160, 0.035, 0.5), (420, 0.025, 0.5), (950, 0.02, 0.6), (1750, 0.016, 0.6),
        (2900, 0.012, 0.4),
      ]
      (contact, scuff, scuffCentre, grains) = (0.0007, 0.03, 4200, 0)
    case "carpet":
      modes = [(58, 0.07, 1), (90, 0.06, 0.9), (140, 0.045, 0.6), (220, 0.03, 0.35)]
      (contact, scuff, scuffCentre, grains) = (0.006, 0.008, 1600, 0)
    case "gravel":
      modes = [(85, 0.03, 0.5), (190, 0.025, 0.4)]
      (contact, scuff, scuffCentre, grains) = (0.004, 0.02, 3500, 90)
    default:
      modes = [(60, 0.05, 0.7), (110, 0.04, 0.5)]
      (contact, scuff, scuffCentre, grains) = (0.007, 0.05, 3800, 12)
    }
    bank = ModalBank(modes.map { Mode(frequency: $0.0 * size, decay: $0.1, gain: $0.2) }).varied(
      0.06, 0.25, stream)
  }

  func step(hardness: Double, strength: Double, roll: Double, _ stream: RandomStream) -> Waveform {
    // As long as the foot presses: what lasts longer is silence that the floor would be asked to answer.
    var force = Waveform(seconds: roll + contact * hardness * 1.7 + 0.001)
    force.addBlow(at: 0, duration: contact * hardness, impulse: strength)
    // The ball of the foot lands softer, over a longer time.
    force.addBlow(at: roll, duration: contact * hardness * 1.7, impulse: strength * 0.4)
    var out = bank.varied(0.015, 0.15, stream.child("place")).response(to: force)
    let foot = roll + 0.12
    var scrape = Noise.white(seconds: foot, stream.child("scuff")).bandPassed(scuffCentre, q: 0.8)
    scrape.multiply { time in
      let x = min(1, time / foot)
      return x * (1 - x) * 4
    }
    out.add(scrape, gain: scuff * strength * min(1, 2 / hardness + 0.3))
    var chance = stream.child("grains")
    for _ in 0..<grains {
      // Stones shift most while weight comes on and goes off.
      let time = chance.bool(probability: 0.6) ? chance.uniform(0, 0.07) : roll + chance.uniform(-0.02, 0.08)
      let pitch = chance.uniform(1500, 6500)
      let grain = ModalBank([
        Mode(frequency: pitch, decay: 0.006, gain: 1), Mode(frequency: pitch * 1.62, decay: 0.004, gain: 0.7),
      ])
      let size = chance.uniform()
      out.add(grain.struck(0.00025, impulse: 0.5 * strength * size * size), at: max(0, time))
    }
    return out
  }
}
