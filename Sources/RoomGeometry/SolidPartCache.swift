import Geometry
package import VectorMath
package import WorldModel

/// Connected surfaces of assets, each asset looked at once.
package struct SolidPartCache {
  /// One connected surface in the frame of its node.
  package struct Part {
    package var node: Int
    package var points: [Vector3]
    package var triangles: [SIMD3<Int32>]
  }

  package init() {}

  private var known: [ObjectIdentifier: [Part]] = [:]

  package mutating func parts(of asset: Asset) -> [Part] {
    if let parts = known[ObjectIdentifier(asset)] { return parts }
    var parts: [Part] = []
    for node in asset.nodes.indices {
      let pieces = asset.pieces.filter { $0.node == node }
      if !pieces.isEmpty { parts += Self.connected(pieces.map(\.mesh), node) }
    }
    known[ObjectIdentifier(asset)] = parts
    return parts
  }

  /// Points nearer to each other than about 0.1 mm are one.
  private static func connected(_ meshes: [Mesh], _ node: Int) -> [Part] {
    var points: [Vector3] = []
    var triangles: [SIMD3<Int32>] = []
    for mesh in meshes {
      let base = Int32(points.count)
      points += mesh.positions.map { Vector3($0) }
      triangles += mesh.triangles.map {
        SIMD3(Int32($0.x), Int32($0.y), Int32($0.z)) &+ SIMD3(repeating: base)
      }
    }
    var parent = Array(0..<Int32(points.count))
    func root(_ i: Int32) -> Int32 {
      var i = i
      while parent[Int(i)] != i {
        parent[Int(i)] = parent[Int(parent[Int(i)])]
        i = parent[Int(i)]
      }
      return i
    }
    func join(_ a: Int32, _ b: Int32) {
      let (a, b) = (root(a), root(b))
      if a != b { parent[Int(max(a, b))] = min(a, b) }
    }
    // Two lattices, shifted, so that equal points which rounding has parted meet in at least one of them.
    for shift in [0.31, 0.81] {
      var first: [SIMD3<Int32>: Int32] = [:]
      first.reserveCapacity(points.count)
      for (i, p) in points.enumerated() {
        let q = p / 1e-4 + shift
        let key = SIMD3(
          Int32(q.x.rounded(.down)), Int32(q.y.rounded(.down)), Int32(q.z.rounded(.down)))
        if let other = first[key] { join(Int32(i), other) } else { first[key] = Int32(i) }
      }
    }
    for t in triangles {
      join(t.x, t.y)
      join(t.y, t.z)
    }
    var number: [Int32: Int] = [:]
    var parts: [Part] = []
    var place = [Int32](repeating: -1, count: points.count)
    for t in triangles {
      let key = root(t.x)
      let k = number[key] ?? parts.count
      if k == parts.count {
        number[key] = k
        parts.append(Part(node: node, points: [], triangles: []))
      }
      var moved = SIMD3<Int32>.zero
      for axis in 0..<3 {
        let i = Int(t[axis])
        if place[i] < 0 {
          place[i] = Int32(parts[k].points.count)
          parts[k].points.append(points[i])
        }
        moved[axis] = place[i]
      }
      parts[k].triangles.append(moved)
    }
    return parts
  }
}
