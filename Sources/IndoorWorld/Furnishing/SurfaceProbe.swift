import Geometry
import VectorMath
import WorldModel

/// Feels where the surface of a thing is: for what leans on it or lies on something that is not level.
struct SurfaceProbe {
  /// Corners of all triangles at rest, asset frame, metres.
  private let triangles: [(Vector3, Vector3, Vector3)]

  init(_ asset: Asset) {
    let nodes = asset.objectFromNodes(asset.restPoses)
    triangles = asset.pieces.flatMap { piece in
      piece.mesh.triangles.map { t in
        func corner(_ i: UInt32) -> Vector3 { nodes[piece.node] * Vector3(piece.mesh.positions[Int(i)]) }
        return (corner(t.x), corner(t.y), corner(t.z))
      }
    }
  }

  /// The highest point of the surface above (x, y); `nil` beside it.
  func top(_ x: Double, _ y: Double) -> Double? {
    triangles.compactMap { a, b, c in
      Self.level(
        Vector2(x, y), (Vector2(a.x, a.y), a.z), (Vector2(b.x, b.y), b.z), (Vector2(c.x, c.y), c.z))
    }.max()
  }

  /// The foremost point (greatest x) of the surface at (y, z); `nil` beside it.
  func front(_ y: Double, _ z: Double) -> Double? {
    triangles.compactMap { a, b, c in
      Self.level(
        Vector2(y, z), (Vector2(a.y, a.z), a.x), (Vector2(b.y, b.z), b.x), (Vector2(c.y, c.z), c.x))
    }.max()
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
