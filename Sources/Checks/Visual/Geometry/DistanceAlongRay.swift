import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-19: distance is depth along the pixel's ray.
package struct DistanceAlongRay: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-19", name: "distance-along-ray",
    summary: "distance = depth · ‖K⁻¹ (u, v, 1)‖ within 1e-5 relative; infinite together.", unit: "pixels",
    labels: [LabelNames.depth, LabelNames.distance])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let depth = view.floats(LabelNames.depth), let distance = view.floats(LabelNames.distance) else {
      return
    }
    for v in 0..<view.height {
      for u in 0..<view.width {
        let z = Double(depth.values[v * view.width + u])
        let d = Double(distance.values[v * view.width + u])
        let expected = z * length(view.camera.ray(Double(u), Double(v)))
        finding.expect(
          z.isFinite ? abs(d - expected) <= 1e-5 * expected : d == z,
          view.at(u, v, found: "distance \(d)", expected: "\(expected) at depth \(z)"))
      }
    }
  }
}
