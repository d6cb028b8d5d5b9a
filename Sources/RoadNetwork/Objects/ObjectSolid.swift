import Geometry
package import VectorMath

/// The body of an object: a closed mesh that faces outwards.
package struct ObjectSolid: Sendable, Hashable {
  /// Index of the road, and of the object on it.
  package var road: Int
  package var object: Int
  /// Map coordinates, metres.
  package var positions: [Vector3]
  package var triangles: [SIMD3<UInt32>]

  /// m³.
  package var volume: Double {
    guard let origin = positions.first else { return 0 }
    return triangles.reduce(0) { sum, t in
      let (a, b, c) = (
        positions[Int(t.x)] - origin, positions[Int(t.y)] - origin, positions[Int(t.z)] - origin
      )
      return sum + dot(a, cross(b, c)) / 6
    }
  }

  /// A skin over equal rings one after another, each counter-clockwise as seen from the last, with both ends closed.
  ///
  /// - Parameter cap: triangles over a ring, counter-clockwise, as indices into it.
  init?(road: Int, object: Int, rings: [[Vector3]], cap: [SIMD3<Int>]) {
    guard rings.count > 1, let first = rings.first, first.count > 2, !cap.isEmpty,
      rings.allSatisfy({ ring in
        ring.count == first.count && ring.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite }
      })
    else { return nil }
    self.road = road
    self.object = object
    let n = first.count
    positions = rings.flatMap { $0 }
    triangles = []
    func add(_ a: Int, _ b: Int, _ c: Int) {
      triangles.append(SIMD3(UInt32(a), UInt32(b), UInt32(c)))
    }
    for i in 0..<(rings.count - 1) {
      for k in 0..<n {
        let (a, b) = (i * n + k, i * n + (k + 1) % n)
        add(a, b, b + n)
        add(a, b + n, a + n)
      }
    }
    let last = (rings.count - 1) * n
    for t in cap {
      add(t.z, t.y, t.x)
      add(last + t.x, last + t.y, last + t.z)
    }
  }
}
