import Annotations
import VectorMath
import WorldModel

/// Invariant A4: azimuth, elevation and distance are those of the place that they stand beside, seen from the array's pose.
struct DirectionsFollowPlaces: RecordingCheck {
  static let rule = CheckRule(
    id: "audio-04", name: "directions-follow-places",
    summary:
      "Azimuth, elevation and distance of every event are those of its place in the frame of the array, within 0.01° and 1 mm.",
    unit: "directions", labels: [RecordingLabel.name])

  func examine(_ heard: HeardRecording, into finding: inout CheckFinding) {
    let poses = heard.label.microphones.poses.compactMap(ArrayPose.init)
    for event in heard.label.events {
      for direction in event.directions {
        guard
          let pose = poses.count == 1
            ? poses.first : poses.first(where: { ($0.time - direction.time).magnitude < 1e-6 }),
          direction.position.count == 3
        else { continue }
        let p = direction.position
        let local = pose.worldFromArray.inverse * Vector3(p[0], p[1], p[2])
        let distance = length(local)
        let azimuth = DeterministicMath.atan2(local.y, local.x) * 180 / .pi
        let flat = (local.x * local.x + local.y * local.y).squareRoot()
        let elevation = DeterministicMath.atan2(local.z, flat) * 180 / .pi
        var turn = (azimuth - direction.azimuth).magnitude
        if turn > 180 { turn = 360 - turn }
        // Overhead every azimuth is right.
        let isSame =
          (flat < 1e-6 || turn < 0.01) && (elevation - direction.elevation).magnitude < 0.01
          && (distance - direction.distance).magnitude < 1e-3
        finding.expect(
          isSame,
          heard.violation(
            "event \(event.id) at \(direction.time) s",
            found: "\(direction.azimuth)°, \(direction.elevation)°, \(direction.distance) m",
            expected: "\(azimuth)°, \(elevation)°, \(distance) m"))
      }
    }
  }
}
