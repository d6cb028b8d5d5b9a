import Annotations
package import VectorMath
import WorldModel

extension ShapeScene {
  /// An upright cuboid in the world whose picture is the hull of its corners; nil when not all are in front.
  package func solid(
    _ instance: UInt32, _ category: String, center: Vector3, size: Vector3, yaw: Double, pitch: Double = 0
  ) -> Shape? {
    let worldFromBox = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: Quaternion(yaw: yaw, pitch: pitch), translation: center)
    let worldFromCamera = RigidTransform<WorldSpace, RigSpace>.identity * rigFromCamera
    let cameraFromBox = worldFromCamera.inverse * worldFromBox
    var corners: [Vector2] = []
    for i in 0..<8 {
      let corner = Vector3(i & 1 == 0 ? -0.5 : 0.5, i & 2 == 0 ? -0.5 : 0.5, i & 4 == 0 ? -0.5 : 0.5) * size
      let p = cameraFromBox * corner
      guard p.z > 0.1 else { return nil }
      corners.append(camera.project(p))
    }
    let q = cameraFromBox.rotation
    let w = worldFromBox.rotation
    let c = cameraFromBox.translation
    let entry = Boxes3DLabel.Entry(
      instance: instance, size: [size.x, size.y, size.z], center: [center.x, center.y, center.z],
      rotation: [w.w, w.x, w.y, w.z], cameraCenter: [c.x, c.y, c.z], cameraRotation: [q.w, q.x, q.y, q.z],
      corners: corners.map { [$0.x, $0.y] })
    let hull = Self.hull(corners)
    return Shape(
      instance: instance, category: category,
      contains: { u, v in
        hull.indices.allSatisfy { i in
          let (a, b) = (hull[i], hull[(i + 1) % hull.count])
          return cross(b - a, Vector2(u, v) - a) >= 0
        }
      }, box3D: entry)
  }

  /// A person as an upright ellipse with 17 points inside, some hidden or outside.
  package static func person(
    _ instance: UInt32, _ u: Double, _ v: Double, _ height: Double, labelled: Int = 17
  )
    -> Shape
  {
    let points = (0..<17).map { i in
      let (x, y) = (
        u + (i % 2 == 0 ? 0.08 : -0.08) * height, v - 0.45 * height + 0.9 * height * Double(i) / 16
      )
      let seen = i < labelled
      return KeypointsLabel.Point(
        name: "p\(i)", u: seen ? x : 0, v: seen ? y : 0, visibility: seen ? 1 + i % 2 : 0, camera: [0, 0, 1])
    }
    return Shape(
      instance: instance, category: "person",
      contains: { x, y in
        let (dx, dy) = ((x - u) / (0.2 * height), (y - v) / (0.5 * height))
        return dx * dx + dy * dy <= 1
      },
      keypoints: KeypointsLabel.Entry(instance: instance, skeleton: "coco17", points: points))
  }

  /// The convex hull by gift wrapping, clockwise as seen (y down).
  private static func hull(_ points: [Vector2]) -> [Vector2] {
    guard var at = points.indices.min(by: { points[$0].x < points[$1].x }) else { return [] }
    let start = at
    var ring: [Vector2] = []
    repeat {
      ring.append(points[at])
      var next = at == 0 ? 1 : 0
      for i in points.indices where i != at {
        let side = cross(points[next] - points[at], points[i] - points[at])
        if side < 0 { next = i }
      }
      at = next
    } while at != start && ring.count <= points.count
    return ring
  }
}
