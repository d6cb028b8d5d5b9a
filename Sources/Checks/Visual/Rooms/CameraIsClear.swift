import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-46: the camera is not inside of anything.
package struct CameraIsClear: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-46", name: "camera-is-clear",
    summary:
      "Nothing is seen nearer than the near plane; the camera is in a room, an opening or outdoors, not in a wall, and in no body as full as a cupboard.",
    unit: "pixels and bodies", labels: [LabelNames.depth])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let depth = view.floats(LabelNames.depth) else { return }
    let near = Float(view.camera.near) * (1 - 1e-6)
    for p in depth.values.indices {
      finding.expect(
        depth.values[p] >= near,
        view.at(
          p % view.width, p / view.width, found: "depth \(depth.values[p]) m", expected: "at least \(near) m")
      )
    }
    let eye = view.view.worldFromCamera.translation
    guard let label = view[FloorPlanLabel.self], let plan = PlanGeometry(label) else { return }
    let top = label.rooms.map { $0.floor + $0.height }.max() ?? 0
    finding.expect(
      eye.z <= 0 || eye.z >= top || plan.isOpen(eye),
      view.about(item: FloorPlanLabel.name, found: "a camera in a wall", expected: "in a room or outdoors"))
    for symbol in label.furniture where FurnishingIsSound.full.contains(symbol.category) {
      let (s, c) = DeterministicMath.sincos(symbol.heading)
      let from = Vector2(eye.x, eye.y) - PlanGeometry.point(symbol.center)
      let isInside =
        dot(from, Vector2(c, s)).magnitude < symbol.size[0] / 2
        && dot(from, Vector2(-s, c)).magnitude < symbol.size[1] / 2 && eye.z > symbol.low
        && eye.z < symbol.high
      finding.expect(
        !isInside,
        view.about(
          symbol.instance, found: "the camera in a \(symbol.category)", expected: "outside of it"))
    }
  }
}
