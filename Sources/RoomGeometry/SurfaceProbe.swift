import Geometry
import VectorMath
package import WorldModel

/// Feels where the surface of a thing is: for what leans on it or lies on something that is not level.
package struct SurfaceProbe {
  /// The corners of a triangle at rest, asset frame, metres, and the box around them.
  private struct Face {
    var a: Vector3
    var b: Vector3
    var c: Vector3
    var low: Vector3
    var high: Vector3
  }

  private let faces: [Face]

  package init(_ asset: Asset) {
    let nodes = asset.objectFromNodes(asset.restPoses)
    faces = asset.pieces.flatMap { piece in
      let points = piece.mesh.positions.map { nodes[piece.node] * Vector3($0) }
      return piece.mesh.triangles.map { t in
        let (a, b, c) = (points[Int(t.x)], points[Int(t.y)], points[Int(t.z)])
        return Face(
          a: a, b: b, c: c, low: minimum(a, minimum(b, c)), high: maximum(a, maximum(b, c)))
      }
    }
  }

  /// The highest point of the surface above (x, y); `nil` beside it.
  package func top(_ x: Double, _ y: Double) -> Double? {
    var best: Double?
    for face in faces
    where face.low.x <= x && x <= face.high.x && face.low.y <= y && y <= face.high.y
      && face.high.z > best ?? -.infinity
    {
      let (a, b, c) = (face.a, face.b, face.c)
      let level = Self.level(
        Vector2(x, y), (Vector2(a.x, a.y), a.z), (Vector2(b.x, b.y), b.z), (Vector2(c.x, c.y), c.z))
      if let level { best = max(best ?? level, level) }
    }
    return best
  }

  /// The foremost point (greatest x) of the surface at (y, z); `nil` beside it.
  package func front(_ y: Double, _ z: Double) -> Double? {
    var best: Double?
    for face in faces
    where face.low.y <= y && y <= face.high.y && face.low.z <= z && z <= face.high.z
      && face.high.x > best ?? -.infinity
    {
      let (a, b, c) = (face.a, face.b, face.c)
      let level = Self.level(
        Vector2(y, z), (Vector2(a.y, a.z), a.x), (Vector2(b.y, b.z), b.x), (Vector2(c.y, c.z), c.x))
      if let level { best = max(best ?? level, level) }
    }
    return best
  }

  /// The third coordinate over a point of the plane of the first two, inside the triangle.
  private static func level(
    _ p: Vector2, _ a: (Vector2, Double), _ b: (Vector2, Double), _ c: (Vector2, Double)
  ) -> Double? {
    func cross(_ u: Vector2, _ v: Vector2) -> Double { u.x * v.y - u.y * v.x }
    let area = cross(b.0 - a.0, c.0 - a.0)
    guard area.magnitude > 1e-12 else { return nil }
    let s = cross(b.0 - p, c.0 - p) / area
    let t = cross(c.0 - p, a.0 - p) / area
    let r = 1 - s - t
    guard s >= 0 && t >= 0 && r >= 0 else { return nil }
    return s * a.1 + t * b.1 + r * c.1
  }
}
