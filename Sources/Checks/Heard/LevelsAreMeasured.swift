import Annotations
import VectorMath
import WorldModel

/// Invariant A7: levels and ratios are those of the stems.
struct LevelsAreMeasured: RecordingCheck {
  static let rule = CheckRule(
    id: "audio-07", name: "levels-are-measured",
    summary:
      "The level of every event and its ratio to all others are those of the stems at the first microphone, within 0.05 dB.",
    unit: "events", labels: [RecordingLabel.name])

  func examine(_ heard: HeardRecording, into finding: inout CheckFinding) {
    let label = heard.label
    guard !heard.recording.stems.isEmpty, let sum = heard.recording.channels.first else {
      return finding.skip(["stems"])
    }
    for stem in heard.recording.stems {
      guard let event = label.events.first(where: { $0.id == stem.event }), let own = stem.channels.first,
        let onset = event.onsets.first, let offset = event.offsets.first, 0 <= onset, onset < offset,
        offset <= own.count, own.count == sum.count
      else { continue }
      var (mine, rest) = (0.0, 0.0)
      for n in onset..<offset {
        mine += Double(own[n]) * Double(own[n])
        let other = Double(sum[n]) - Double(own[n])
        rest += other * other
      }
      // What lies near the grain of 24 bits says nothing of ratios.
      let grain = Double(offset - onset) * 1e-12
      func decibels(_ x: Double) -> Double { 10 * DeterministicMath.log(x) / 2.302585092994046 }
      if mine > grain, let level = event.level {
        let pressure = mine / Double(offset - onset) * label.pascals * label.pascals
        let measured = decibels(pressure / 4e-10)
        finding.expect(
          (measured - level).magnitude < 0.05,
          heard.violation("event \(event.id)", found: "\(level) dB SPL", expected: "\(measured)"))
      }
      if mine > grain, rest > grain, let ratio = event.signalToNoise {
        let measured = decibels(mine / rest)
        finding.expect(
          (measured - ratio).magnitude < 0.05,
          heard.violation("event \(event.id)", found: "a ratio of \(ratio) dB", expected: "\(measured)"))
      }
    }
  }
}
