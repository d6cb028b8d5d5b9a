import RandomStreams
import VectorMath

/// Rain on something: near drops one by one on what they meet, the many far ones as noise.
struct Rain: SoundRecipe {
  static let surface = SoundParameter.choice(
    "surface", ["window", "leaves", "asphalt", "metal_roof", "puddle"], "what it meets")
  static let rate = SoundParameter.logNormal(
    "rainfall", median: 6, sigma: 0.8, in: 0.5...60, "mm/h", "intensity")

  let card = SoundCard(
    "rain", "rain", "雨声", .both, .init("Rain", esc50: "rain"), .continuous(.uniform(min: 3, max: 10)),
    level: 52...66, .equivalent, [surface, rate])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let rate = s[Self.rate]
    var chance = s.chance("drops")
    let perSecond = min(900, 45 * DeterministicMath.pow(rate, 0.8))
    let times = Noise.events(s.duration, most: perSecond, &chance) { _ in perSecond }
    let surface = s.word(Self.surface)
    var near = Waveform(count: count)
    var force = Waveform(count: count)
    for time in times {
      // Marshall and Palmer: drop diameters fall off exponentially, faster in light rain.
      let diameter = min(5, 0.8 + chance.exponential(mean: 0.24 * DeterministicMath.pow(rate, 0.21)))
      let strength = diameter * diameter / 4
      switch surface {
      case "puddle":
        force.addBlow(at: time, duration: 0.0008, impulse: 0.25 * strength)
        // Only some drops close an air bubble beneath them.
        if chance.bool(probability: 0.45) {
          let radius = chance.uniform(0.0007, 0.0024)
          Bubbles.add(radius, amplitude: 0.35 * strength.squareRoot(), rise: 0.1, at: time + 0.008, to: &near)
        }
      case "leaves": force.addBlow(at: time, duration: 0.0004 * chance.uniform(0.6, 1.8), impulse: strength)
      case "asphalt": force.addBlow(at: time, duration: 0.0005 * chance.uniform(0.6, 1.5), impulse: strength)
      default: force.addBlow(at: time, duration: 0.00035 * chance.uniform(0.6, 1.6), impulse: strength)
      }
    }
    var drops = Self.body(surface).varied(0.05, 0.3, s.chance("body")).response(to: force)
    drops.cut(count)
    near.add(drops)
    var out = near.normalised()
    let far = Noise.white(count, s.chance("far")).peaks([(1100, 0.5, 0.5), (3400, 0.5, 1), (8000, 0.7, 0.7)])
      .normalised()
    let breath = Noise.drift(s.duration, correlation: 1.5, s.chance("gusts"))
    var floor = far
    floor.multiply { max(0.3, 1 + 0.12 * breath.value(at: $0)) }
    out.add(floor, gain: 0.5 + 0.4 * min(1, rate / 20))
    return Performance(out)
  }

  /// What drops strike.
  static func body(_ surface: String) -> ModalBank {
    switch surface {
    case "window":
      ModalBank.plate(lowest: 240, highest: 5200, aspect: 1.5, decay: 0.03, damping: 0.35, most: 24)
    case "metal_roof":
      ModalBank.plate(lowest: 310, highest: 7000, aspect: 1.2, decay: 0.12, damping: 0.5, most: 28)
    case "leaves":
      ModalBank(fundamental: 700, ratios: [1, 1.5, 2.3, 3.4, 5.2], decay: 0.012, damping: 0.5)
    default:
      ModalBank(fundamental: 900, ratios: [1, 1.6, 2.7, 4.1, 6.5, 9], decay: 0.008, damping: 0.5)
    }
  }
}
