import Annotations
import VectorMath
import WorldModel

/// Invariant A3: sounds arrive when their way allows.
///
/// Judged from the emission, the place in the label and the geometry of the array, by a formula of its own.
struct OnsetsFollowSpace: RecordingCheck {
  static let rule = CheckRule(
    id: "audio-03", name: "onsets-follow-space",
    summary:
      "Onsets lie where distance over the speed of sound puts them, within a sample for what stands still; offsets come after.",
    unit: "onsets", labels: [RecordingLabel.name])

  func examine(_ heard: HeardRecording, into finding: inout CheckFinding) {
    let label = heard.label
    let rate = Double(label.rate)
    let isStill = label.microphones.poses.count == 1
    for event in label.events {
      let item = "event \(event.id)"
      finding.expect(
        event.onsets.count == label.microphones.microphones.count && event.onsets.count == event.offsets.count
          && zip(event.onsets, event.offsets).allSatisfy { 0 <= $0 && $0 <= $1 && $1 <= label.count },
        heard.violation(item, found: "\(event.onsets) to \(event.offsets)", expected: "within the recording"))
      guard isStill, let pose = label.microphones.poses.first.flatMap(ArrayPose.init),
        let place = event.directions.first?.position, place.count == 3,
        event.directions.allSatisfy({ $0.position == place })
      else { continue }
      let source = Vector3(place[0], place[1], place[2])
      for (m, microphone) in label.microphones.microphones.enumerated()
      where microphone.position.count == 3 && event.onsets.indices.contains(m) {
        let p = microphone.position
        let ear = pose.worldFromArray * Vector3(p[0], p[1], p[2])
        let delay = length(source - ear) / label.space.soundSpeed
        let expected = (event.emissionStart + delay - label.start) * rate
        finding.expect(
          (Double(event.onsets[m]) - min(max(expected, 0), Double(label.count))).magnitude <= 1,
          heard.violation(
            "\(item), \(microphone.name)", found: "\(event.onsets[m])", expected: "about \(expected)"))
      }
    }
  }
}
