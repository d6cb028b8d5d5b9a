package import Annotations
package import WorldModel

/// An invariant inside one recording of an array of microphones; samples without recordings are skipped.
package protocol RecordingCheck: SampleCheck {
  /// Whether recordings that were degraded are judged too, which have the labels of their clean partners and no stems.
  static var judgesDegraded: Bool { get }
  func examine(_ heard: HeardRecording, into finding: inout CheckFinding)
}

/// A recording with its label.
package struct HeardRecording {
  package var sample: Int
  package var recording: Sample.Recording
  package var label: RecordingLabel

  func violation(_ item: String, found: String, expected: String) -> Violation {
    Violation(sample: sample, sensor: recording.sensor, item: item, found: found, expected: expected)
  }
}

extension RecordingCheck {
  package static var judgesDegraded: Bool { false }

  package func examine(_ sample: Sample) -> CheckFinding {
    var finding = CheckFinding()
    for recording in sample.recordings {
      guard let label = recording.labels[RecordingLabel.self] else {
        finding.skip([RecordingLabel.name])
        continue
      }
      guard label.degradation == nil || Self.judgesDegraded else { continue }
      finding.applied += 1
      examine(
        HeardRecording(sample: sample.index, recording: recording, label: label), into: &finding)
    }
    if sample.recordings.isEmpty { finding.skip([RecordingLabel.name]) }
    return finding
  }
}
