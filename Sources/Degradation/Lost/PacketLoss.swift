import Diagnostics
import LocatedYAML
import RandomStreams

/// Packets that do not arrive, by the model of Gilbert (1960) and Elliott (1963): a line is good or bad, stays so for some
/// packets, and loses a share of them in each state. All microphones lose the same packets.
struct PacketLoss: Degradation {
  static let name = "packet_loss"
  static let effect = TimeEffect.gaps
  static let summary =
    "Packets lost in bursts (Gilbert and Elliott), and what a receiver puts in their place."

  let loss: Distribution
  let burst: Distribution
  let packet: Distribution
  let lossWhenGood: Distribution
  let lossWhenBad: Distribution
  let concealment: TextDistribution

  init(from fields: FieldReader) {
    loss = fields.read(
      "loss", .distribution(in: 0...0.9), default: .uniform(min: 0.01, max: 0.15), "Share of packets lost.")
    burst = fields.read(
      "burst", .distribution(in: 1...100, unit: "packets"), default: .uniform(min: 1, max: 4),
      "How long the line stays bad, on average.")
    packet = fields.read(
      "packet", .distribution(in: 2.5...120, unit: "ms"), default: 20, "Length of a packet.")
    lossWhenGood = fields.read(
      "loss_when_good", .distribution(in: 0...1), default: 0, "Share lost while the line is good.")
    lossWhenBad = fields.read(
      "loss_when_bad", .distribution(in: 0...1), default: 1, "Share lost while it is bad.")
    concealment = fields.read(
      "concealment", .textDistribution(among: ["silence", "repeat", "fade"]),
      default: .choice(["silence", "repeat", "fade"]),
      "Nothing, the last packet again, or again and by 6 dB softer each time.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let loss = chance.number(loss, "loss")
    let burst = chance.number(burst, "burst", "packets")
    let milliseconds = chance.number(packet, "packet", "ms")
    let good = chance.number(lossWhenGood, "loss_when_good")
    let bad = chance.number(lossWhenBad, "loss_when_bad")
    let concealment = chance.word(concealment, "concealment")
    let length = max(1, Int((milliseconds / 1000 * Double(sound.rate)).rounded()))
    let packets = (sound.count + length - 1) / length
    let line = try Line(loss: loss, burst: burst, good: good, bad: bad)
    var stream = chance.stream("line")
    let lost = line.lost(packets, &stream)
    let count = sound.count
    sound.change { _, samples in
      var held = [Float](repeating: 0, count: length)
      for k in 0..<packets {
        let range = k * length..<min((k + 1) * length, count)
        guard lost[k] else {
          for n in range { held[n - range.lowerBound] = samples[n] }
          continue
        }
        if concealment == "fade" { for i in held.indices { held[i] *= 0.5 } }
        for n in range { samples[n] = concealment == "silence" ? 0 : held[n - range.lowerBound] }
      }
    }
    for k in 0..<packets where lost[k] {
      let range = k * length..<min((k + 1) * length, count)
      if let last = sound.gaps.last, last.upperBound == range.lowerBound {
        sound.gaps[sound.gaps.count - 1] = last.lowerBound..<range.upperBound
      } else {
        sound.gaps.append(range)
      }
    }
    chance.note("measured_loss", Double(lost.count { $0 }) / Double(max(1, packets)))
  }

  /// A line with its chances.
  struct Line {
    /// From good to bad and back, a packet.
    let worsens: Double
    let recovers: Double
    let good: Double
    let bad: Double

    /// The chance to worsen follows from the share that is lost altogether.
    init(loss: Double, burst: Double, good: Double, bad: Double) throws(DioramaError) {
      let share = bad > good ? (loss - good) / (bad - good) : -1
      recovers = 1 / max(burst, 1)
      worsens = share < 1 ? recovers * share / (1 - share) : 2
      guard 0...1 ~= share, worsens <= 1 else {
        throw DioramaError(
          .badInput,
          "packet_loss: a loss of \(loss) in bursts of \(burst) packets, with \(good) lost while the line is good and \(bad) while it is bad, is not possible",
          remedy: "The loss lies between the two, and burst is at least loss / (1 − loss).")
      }
      self.good = good
      self.bad = bad
    }

    func lost(_ packets: Int, _ stream: inout RandomStream) -> [Bool] {
      let sum = worsens + recovers
      var isBad = stream.uniform() * sum < worsens
      return (0..<packets).map { _ in
        let isLost = stream.uniform() < (isBad ? bad : good)
        isBad = stream.uniform() < (isBad ? 1 - recovers : worsens)
        return isLost
      }
    }
  }
}
