import Annotations
import WorldModel

/// Invariant A5: before a source can be heard, its stem is silent.
struct SilenceBeforeOnsets: RecordingCheck {
  static let rule = CheckRule(
    id: "audio-05", name: "silence-before-onsets",
    summary:
      "Until 2 ms before an onset a stem stays 35 dB below its peak; in the time that it is heard directly it is not silent.",
    unit: "stems", labels: [RecordingLabel.name])

  func examine(_ heard: HeardRecording, into finding: inout CheckFinding) {
    guard !heard.recording.stems.isEmpty else { return finding.skip(["stems"]) }
    let lead = max(24, heard.label.rate / 500)
    for stem in heard.recording.stems {
      guard let event = heard.label.events.first(where: { $0.id == stem.event }) else { continue }
      for (c, channel) in stem.channels.enumerated() where event.onsets.indices.contains(c) {
        let (onset, offset) = (event.onsets[c], event.offsets.indices.contains(c) ? event.offsets[c] : 0)
        guard 0 <= onset, onset < offset, offset <= channel.count else { continue }
        let peak = channel.lazy.map(\.magnitude).max() ?? 0
        let before = channel[..<max(0, onset - lead)].lazy.map(\.magnitude).max() ?? 0
        let sounds = channel[onset..<offset].contains { $0 != 0 }
        finding.expect(
          // A figure of eight hears nothing from its side, a faint one less than the files resolve.
          before <= 0.018 * peak + 1e-6 && (sounds || peak < 1e-5),
          heard.violation(
            "event \(event.id), channel \(c)", found: "\(before) before the onset, peak \(peak)",
            expected: "silence, then sound"))
      }
    }
  }
}
