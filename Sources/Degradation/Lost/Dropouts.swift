import LocatedYAML
import RandomStreams

/// Contacts that fail for a moment, on all microphones: silence with short edges. The label lists what is lost.
struct Dropouts: Degradation {
  static let name = "dropouts"
  static let effect = TimeEffect.gaps
  static let summary = "Moments of silence, as from a bad contact."

  let rate: Distribution
  let length: Distribution

  init(from fields: FieldReader) {
    rate = fields.read(
      "rate", .distribution(in: 0...600, unit: "1/min"), default: .uniform(min: 4, max: 40),
      "How many a minute, on average.")
    length = fields.read(
      "length", .distribution(in: 1...2000, unit: "ms"),
      default: .logNormal(median: 60, sigma: 0.6, min: 5, max: 1000),
      "Of one; drawn for each.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let perSecond = chance.number(rate, "rate", "1/min") / 60
    var stream = chance.stream("gaps")
    let lengths = chance.stream("lengths")
    let (count, rate) = (sound.count, Double(sound.rate))
    guard perSecond > 0 else { return }
    let edge = max(1, sound.rate / 1000)
    var time = stream.exponential(mean: 1 / perSecond)
    var gaps: [Range<Int>] = []
    while time * rate < Double(count) {
      let milliseconds = length.sample(lengths.child(gaps.count), index: 0)
      let start = Int(time * rate)
      let end = min(start + max(1, Int(milliseconds / 1000 * rate)), count)
      gaps.append(start..<end)
      time = Double(end + 2 * edge) / rate + stream.exponential(mean: 1 / perSecond)
    }
    sound.change { _, samples in
      for gap in gaps {
        for n in gap { samples[n] = 0 }
        // Lines down to the gap and up from it, a millisecond long.
        for k in 1...edge {
          let share = Float(k) / Float(edge + 1)
          if gap.lowerBound - k >= 0 { samples[gap.lowerBound - k] *= share }
          if gap.upperBound + k - 1 < count { samples[gap.upperBound + k - 1] *= share }
        }
      }
    }
    sound.gaps = gaps
  }
}
