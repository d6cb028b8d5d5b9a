import Annotations
import WorldModel

/// Invariant A2: what is kept of the sources sums to the recording, reverberation and all.
struct StemsSumUp: RecordingCheck {
  static let rule = CheckRule(
    id: "audio-02", name: "stems-sum-up",
    summary: "The stems, added in the order of their events, are the recording, bit by bit.", unit: "samples",
    labels: [RecordingLabel.name])

  func examine(_ heard: HeardRecording, into finding: inout CheckFinding) {
    let stems = heard.recording.stems
    guard !stems.isEmpty else { return finding.skip(["stems"]) }
    finding.expect(
      stems.map(\.event) == heard.label.events.map(\.id),
      heard.violation(
        "stems", found: "of events \(stems.map(\.event))", expected: "one for each event, in their order"))
    for (c, channel) in heard.recording.channels.enumerated() {
      var sum = [Float](repeating: 0, count: channel.count)
      for stem in stems where stem.channels.indices.contains(c) {
        for n in 0..<min(sum.count, stem.channels[c].count) { sum[n] += stem.channels[c][n] }
      }
      finding.examined += channel.count
      if let n = channel.indices.first(where: { channel[$0] != sum[$0] }) {
        finding.fail(
          heard.violation("channel \(c), sample \(n)", found: "\(sum[n])", expected: "\(channel[n])"))
      }
    }
  }
}
