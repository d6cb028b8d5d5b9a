import RandomStreams
import VectorMath

/// Thunder: a tortuous channel of some kilometres, every piece of which sends an N-shaped wave; pieces that
/// lie across the line of sight arrive together and crack, others follow and rumble (Few, 1969; Ribner and
/// Roy, 1982).
struct Thunder: SoundRecipe {
  static let distance = SoundParameter.logNormal(
    "distance", median: 1500, sigma: 0.7, in: 300...8000, "m", "to the foot of the channel")
  static let height = SoundParameter.uniform(
    "channel_height", 2500...5500, "m", "of the channel", limits: 500...8000)
  static let wave = SoundParameter.uniform(
    "wave_length", 0.004...0.012, "s", "of a piece's N-wave", limits: 0.001...0.03)

  let card = SoundCard(
    "thunder", "thunder", "雷声", .outdoor, .init("Thunder", esc50: "thunderstorm"), .event, level: 85...112,
    .fastMaximum,
    [distance, height, wave])

  func perform(_ s: SoundScene) -> Performance {
    var chance = s.chance("channel")
    let distance = s[Self.distance]
    var pieces: [(delay: Double, strength: Double, length: Double)] = []
    var (x, y, z) = (0.0, 0.0, 0.0)
    var (dx, dy) = (chance.uniform(-0.4, 0.4), chance.uniform(-0.4, 0.4))
    let step = 7.0
    while z < s[Self.height], pieces.count < 4000 {
      // Large bends at hundreds of metres, small ones at every step.
      if chance.bool(probability: step / 260) {
        (dx, dy) = (chance.uniform(-1.3, 1.3), chance.uniform(-1.3, 1.3))
      }
      let (sx, sy) = (dx + 0.45 * chance.normal(), dy + 0.45 * chance.normal())
      x += step * sx
      y += step * sy
      z += step * chance.uniform(0.55, 1)
      let range = ((distance + x) * (distance + x) + y * y + z * z).squareRoot()
      // A piece is strongest across its axis.
      let along = ((distance + x) * sx + y * sy + z * 0.8) / (range * (sx * sx + sy * sy + 0.64).squareRoot())
      let across = DeterministicMath.exp(-3 * along * along)
      pieces.append(
        (
          range / 340, across * distance / range * chance.uniform(0.3, 1),
          s[Self.wave] * chance.uniform(0.6, 1.5) * (1 + range / 9000)
        ))
    }
    let first = pieces.reduce(Double.infinity) { min($0, $1.delay) }
    let last = pieces.reduce(0) { max($0, $1.delay) }
    var out = Waveform(seconds: last - first + 3)
    for piece in pieces { Self.add(piece.strength, piece.length, at: piece.delay - first, to: &out) }
    // Air and turbulence take the high frequencies; hills send some back.
    let corner = 900 * DeterministicMath.pow(1000 / distance, 0.8)
    out = out.lowPassed(min(4000, corner), q: 0.6).softened(min(8000, corner * 3))
    var chorus = out
    for _ in 0..<5 {
      let echo = out.lowPassed(chance.uniform(90, 260), q: 0.6)
      chorus.add(echo, at: chance.uniform(0.3, 2.6), gain: chance.uniform(0.15, 0.4))
    }
    var performance = Performance(chorus.highPassed(18))
    performance.mark(0, "first_arrival")
    return performance
  }

  /// An N: a steep rise, a straight fall through zero, a steep return.
  private static func add(_ strength: Double, _ length: Double, at time: Double, to out: inout Waveform) {
    let count = max(8, Waveform.index(length))
    let start = Waveform.index(time)
    for i in 0..<max(0, min(count, out.samples.count - start)) {
      let x = Double(i) / Double(count)
      let edge = min(1, min(Double(i), Double(count - i)) / 6)
      out.samples[start + i] += strength * (1 - 2 * x) * edge
    }
  }
}
