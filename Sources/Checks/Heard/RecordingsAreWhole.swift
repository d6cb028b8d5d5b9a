import Annotations
import WorldModel

/// Invariant A1: the sound is what the label says it is, and is not clipped.
struct RecordingsAreWhole: RecordingCheck {
  static let judgesDegraded = true
  static let rule = CheckRule(
    id: "audio-01", name: "recordings-are-whole",
    summary: "Every channel has the samples that the label counts, all finite and below full scale.",
    unit: "channels", labels: [RecordingLabel.name])

  func examine(_ heard: HeardRecording, into finding: inout CheckFinding) {
    let (recording, label) = (heard.recording, heard.label)
    finding.expect(
      recording.channels.count == label.microphones.microphones.count && recording.rate == label.rate,
      heard.violation(
        "channels", found: "\(recording.channels.count) at \(recording.rate) Hz",
        expected: "\(label.microphones.microphones.count) at \(label.rate) Hz"))
    for (c, channel) in recording.channels.enumerated() {
      let fault = channel.firstIndex { !($0.magnitude < 1) }
      finding.expect(
        channel.count == label.count && fault == nil,
        heard.violation(
          "channel \(c)", found: fault.map { "\(channel[$0]) at \($0)" } ?? "\(channel.count) samples",
          expected: "\(label.count) samples below full scale"))
    }
  }
}
