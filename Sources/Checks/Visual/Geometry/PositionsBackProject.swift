import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-20: positions are depth carried back along the pixel's ray and through the camera's pose.
package struct PositionsBackProject: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-20", name: "positions-back-project",
    summary:
      "Depth back-projected with K and the pose equals the world position within 1e-4 m, and the position projects to its pixel within 0.01 px (plus float32 rounding); camera positions likewise.",
    unit: "pixels", labels: [LabelNames.depth])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let depth = view.floats(LabelNames.depth) else { return }
    let geometry = ViewGeometry(view.view)
    if let world = view.floats(LabelNames.positionWorld) {
      for p in depth.values.indices where depth.values[p].isFinite {
        let z = Double(depth.values[p])
        let center = geometry.center(p)
        let inCamera = view.camera.point(center.x, center.y, depth: z)
        let expected = geometry.toWorld(inCamera)
        let found = world.vector(p)
        let metres = length(found - expected)
        let pixels =
          geometry.project(found).map { length(view.camera.displacement(from: center, to: $0.pixel)) }
          ?? .infinity
        finding.expect(
          metres <= 1e-4 + geometry.metreSlack(of: expected, distance: length(inCamera))
            && pixels <= 0.01 + geometry.pixelSlack(of: found, depth: z),
          view.at(
            p % view.width, p / view.width, item: LabelNames.positionWorld, found: text(found),
            expected: text(expected)))
      }
    }
    if let local = view.floats(LabelNames.positionCamera) {
      for p in depth.values.indices where depth.values[p].isFinite {
        let z = Double(depth.values[p])
        let center = geometry.center(p)
        let expected = view.camera.point(center.x, center.y, depth: z)
        let found = local.vector(p)
        let pixels = length(view.camera.displacement(from: center, to: view.camera.project(found)))
        // A pinhole's slopes keep float32's digits; angles lose some towards the poles.
        let slack =
          view.camera.projection == .pinhole ? 0 : geometry.pixelSlack(of: geometry.toWorld(found), depth: z)
        finding.expect(
          length(found - expected) <= 1e-4 + 8 * ViewGeometry.unit * length(expected)
            && pixels <= 0.01 + slack
            && abs(view.camera.depth(of: found) - z) <= 4 * ViewGeometry.unit * z,
          view.at(
            p % view.width, p / view.width, item: LabelNames.positionCamera, found: text(found),
            expected: text(expected)))
      }
    }
  }
}

/// A vector for a violation's text.
func text(_ v: Vector3) -> String { "(\(v.x), \(v.y), \(v.z))" }
func text(_ v: Vector2) -> String { "(\(v.x), \(v.y))" }
