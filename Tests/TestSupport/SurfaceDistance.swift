import Geometry
package import VectorMath
package import WorldModel

/// How far the surfaces of two assets at rest lie from each other.
package struct SurfaceDistance {
  private typealias Triangle = (a: Vector3, b: Vector3, c: Vector3)
  private let triangles: [Triangle]

  /// - Parameter parts: of the asset; the outside of all but the interior by default.
  package init(_ asset: Asset, where includes: (String) -> Bool = { $0 != "interior" }) {
    let transforms = asset.objectFromNodes(asset.restPoses)
    triangles = asset.pieces.filter { includes(asset.parts[$0.part]) }.flatMap { piece in
      let p = piece.mesh.positions.map { transforms[piece.node] * Vector3($0) }
      return piece.mesh.triangles.map { (p[Int($0.x)], p[Int($0.y)], p[Int($0.z)]) }
    }
  }

  /// The greatest distance from some corners of this surface to the other, metres.
  package func greatest(to other: SurfaceDistance, samples: Int = 24) -> Double {
    stride(from: 0, to: triangles.count, by: max(1, triangles.count / samples)).map { i -> Double in
      let p = triangles[i].a
      return other.triangles.map { Self.distance(p, $0) }.min() ?? .infinity
    }.max() ?? 0
  }

  /// From a point to a triangle: to its plane inside of it, else to the nearest edge.
  private static func distance(_ p: Vector3, _ t: Triangle) -> Double {
    let n = cross(t.b - t.a, t.c - t.a)
    let edges = [(t.a, t.b), (t.b, t.c), (t.c, t.a)]
    if length(n) > 0, edges.allSatisfy({ dot(cross($0.1 - $0.0, p - $0.0), n) >= 0 }) {
      return dot(p - t.a, n).magnitude / length(n)
    }
    return edges.map { a, b in
      let l = dot(b - a, b - a)
      let u = l > 0 ? max(0, min(1, dot(p - a, b - a) / l)) : 0
      return length(p - (a + (b - a) * u))
    }.min() ?? .infinity
  }
}
