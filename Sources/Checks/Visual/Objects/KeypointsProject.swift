import Annotations
import Imaging
import VectorMath
import WorldModel

/// visual-42: keypoints are where their 3D points project, with the visibility that depth shows.
package struct KeypointsProject: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-42", name: "keypoints-project",
    summary:
      "A keypoint's 3D point projects to its pixel (0.01 px); v = 0 iff it lies outside the image, with u = v = 0; v = 2 needs a surface no nearer than half a metre before the point, v = 1 one in front of it.",
    unit: "keypoints", labels: [KeypointsLabel.name])

  package init() {}

  /// Keypoints lie inside bodies: how much nearer than the point its own surface may be, metres.
  private static let flesh = 0.5

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    let depth = view.floats(LabelNames.depth)
    for entry in view[KeypointsLabel.self]?.entries ?? [] {
      for point in entry.points {
        func about(_ found: String, _ expected: String) -> Violation {
          view.about(entry.instance, item: point.name, found: found, expected: expected)
        }
        guard point.camera.count == 3, point.camera.allSatisfy(\.isFinite), (0...2).contains(point.visibility)
        else {
          finding.expect(
            false,
            about("v = \(point.visibility), camera \(point.camera)", "v of 0, 1 or 2 and three coordinates"))
          continue
        }
        let p = Vector3(point.camera[0], point.camera[1], point.camera[2])
        let place = view.camera.canProject(p) ? view.camera.project(p) : nil
        let distance = view.camera.depth(of: p)
        let outside =
          place.map {
            max(
              max(-0.5 - $0.x, $0.x - (Double(view.width) - 0.5)),
              max(-0.5 - $0.y, $0.y - (Double(view.height) - 0.5)))
          } ?? .infinity
        if point.visibility == 0 {
          finding.expect(
            point.u == 0 && point.v == 0 && (outside > -0.01 || distance < view.camera.near),
            about("v = 0 at (\(point.u), \(point.v))", place.map { "the pixel \(text($0))" } ?? "(0, 0)"))
          continue
        }
        guard let place, outside <= 0.01,
          length(view.camera.displacement(from: place, to: Vector2(point.u, point.v))) <= 0.01
        else {
          finding.expect(
            false,
            about(
              "v = \(point.visibility) at (\(point.u), \(point.v))",
              place.map { outside > 0.01 ? "v = 0, as it lies outside the image" : text($0) }
                ?? "v = 0, behind the camera"))
          continue
        }
        guard let depth, let (nearest, farthest) = Self.range(depth, place) else {
          finding.expect(true, about("", ""))
          continue
        }
        let holds = point.visibility == 2 ? farthest >= distance - Self.flesh : nearest < distance
        finding.expect(
          holds,
          about(
            "v = \(point.visibility), the point at depth \(distance), the surface at \(nearest)…\(farthest)",
            point.visibility == 2
              ? "nothing so far before a visible point" : "something in front of a hidden point"))
      }
    }
  }

  /// The least and greatest depth in the 3 × 3 pixels around a place, those inside the image.
  private static func range(_ depth: Raster<Float>, _ place: Vector2) -> (Double, Double)? {
    guard let u = pixel(place.x, limit: depth.width), let v = pixel(place.y, limit: depth.height) else {
      return nil
    }
    var nearest = Double.infinity
    var farthest = 0.0
    for row in max(0, v - 1)...min(depth.height - 1, v + 1) {
      for column in max(0, u - 1)...min(depth.width - 1, u + 1) {
        let z = Double(depth.values[row * depth.width + column])
        nearest = min(nearest, z)
        farthest = max(farthest, z)
      }
    }
    return (nearest, farthest)
  }
}
