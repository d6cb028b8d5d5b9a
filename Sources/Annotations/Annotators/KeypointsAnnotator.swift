import Imaging
import VectorMath
package import WorldModel

/// `keypoints`: joints and other named points.
package struct KeypointsAnnotator: Annotator {
  package init() {}
  package var name: String { KeypointsLabel.name }
  package var summary: String { "named points of articulated things with COCO visibility" }
  package var needs: CaptureChannels { [.depth, .visibility, .alone] }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let capture = view.capture
    let cameraFromWorld = capture.worldFromCamera.inverse
    var entries: [KeypointsLabel.Entry] = []
    for i in view.things {
      let subject = capture.snapshot.subjects[i]
      let asset = capture.world.entities[i].asset
      guard !asset.keypoints.isEmpty else { continue }
      let points = asset.keypoints.map { keypoint in
        let world = subject.worldFromNodes[keypoint.node] * keypoint.position
        // A mirrored thing (negative scale) is as thick as any.
        let scale = capture.world.entities[i].scale.magnitude
        return Self.point(
          keypoint, at: cameraFromWorld * world, radius: keypoint.radius * scale, capture)
      }
      entries.append(KeypointsLabel.Entry(instance: subject.id, skeleton: asset.skeleton, points: points))
    }
    labels.set(KeypointsLabel(entries: entries))
  }

  /// A keypoint is seen unless what the pixel that holds it shows is nearer by more than the radius of the body
  /// around the point.
  private static func point(
    _ keypoint: Asset.Keypoint, at p: Vector3, radius: Double, _ capture: Capture
  ) -> KeypointsLabel.Point {
    let camera = capture.camera
    let position = [p.x, p.y, p.z]
    guard let (at, distance) = camera.place(of: p), camera.contains(at), let depth = capture.depth else {
      return KeypointsLabel.Point(name: keypoint.name, u: 0, v: 0, visibility: 0, camera: position)
    }
    let u = min(camera.width - 1, Int((at.x + 0.5).rounded(.down)))
    let v = min(camera.height - 1, Int((at.y + 0.5).rounded(.down)))
    let seen = Double(depth.values[v * camera.width + u])
    return KeypointsLabel.Point(
      name: keypoint.name, u: at.x, v: at.y, visibility: seen >= distance - radius ? 2 : 1, camera: position)
  }
}
