package import Geometry
package import VectorMath

/// Triangles of several meshes with points closer than 20 µm made one: what a surface is, whatever its
/// normals and texture coordinates split.
package struct WeldedSoup {
  package private(set) var points: [Vector3] = []
  package private(set) var triangles: [(Int, Int, Int)] = []
  private var cells: [SIMD3<Int>: [Int]] = [:]
  private static let tolerance = 2e-5

  package init(_ meshes: [Mesh]) {
    for mesh in meshes {
      let ids = mesh.positions.map { weld(Vector3($0)) }
      for t in mesh.triangles {
        let (a, b, c) = (ids[Int(t.x)], ids[Int(t.y)], ids[Int(t.z)])
        if a != b && b != c && c != a { triangles.append((a, b, c)) }
      }
    }
  }

  private mutating func weld(_ p: Vector3) -> Int {
    let scaled = p / (4 * Self.tolerance)
    let cell = SIMD3(Int(scaled.x.rounded()), Int(scaled.y.rounded()), Int(scaled.z.rounded()))
    for x in -1...1 {
      for y in -1...1 {
        for z in -1...1 {
          for i in cells[cell &+ SIMD3(x, y, z)] ?? [] where length(points[i] - p) < Self.tolerance {
            return i
          }
        }
      }
    }
    points.append(p)
    cells[cell, default: []].append(points.count - 1)
    return points.count - 1
  }

  /// Directed edges without an opposite one.
  package var openEdges: Int {
    var balance: [SIMD2<Int>: Int] = [:]
    for t in triangles {
      for (a, b) in [(t.0, t.1), (t.1, t.2), (t.2, t.0)] {
        balance[SIMD2(min(a, b), max(a, b)), default: 0] += a < b ? 1 : -1
      }
    }
    return balance.values.reduce(0) { $0 + $1.magnitude.asInt }
  }

  package var signedVolume: Double {
    triangles.reduce(0) { $0 + dot(points[$1.0], cross(points[$1.1], points[$1.2])) } / 6
  }
}

extension UInt {
  fileprivate var asInt: Int { Int(self) }
}
