import Geometry
import VectorMath
import WorldModel

/// How far a seat can be pushed up to a table: its front stays clear of the legs, feet and drawers that it would meet,
/// and goes below the top.
package struct KneeRoom {
  /// Corners of the table's triangles, its own frame, metres.
  private let triangles: [(Vector3, Vector3, Vector3)]

  /// Metres that stay free between them.
  package static let gap = 0.01

  package init(below table: Thing) {
    let asset = table.asset
    let nodes = asset.objectFromNodes(asset.restPoses)
    triangles = asset.pieces.flatMap { piece in
      piece.mesh.triangles.map { t in
        func corner(_ i: UInt32) -> Vector3 { nodes[piece.node] * Vector3(piece.mesh.positions[Int(i)]) }
        return (corner(t.x), corner(t.y), corner(t.z))
      }
    }
  }

  /// How far a seat has to go back along its own direction, metres; 0 where it is clear of the table.
  ///
  /// - Parameters:
  ///   - seat: stands on the table's floor.
  ///   - pose: of its origin in the table's frame.
  package func retreat(of seat: Thing, at pose: FloorPose) -> Double {
    let box = seat.bounds
    let reach = Self.frontHeight(of: seat) + Self.gap
    var nearest = Double.infinity
    func local(_ p: Vector3) -> Vector3 {
      let d = Vector2(p.x, p.y) - pose.position
      return Vector3(dot(d, pose.forward), dot(d, pose.left), p.z)
    }
    for (a, b, c) in triangles where min(a.z, b.z, c.z) < reach {
      var polygon = [local(a), local(b), local(c)]
      polygon = Self.clipped(polygon) { reach - $0.z }
      polygon = Self.clipped(polygon) { $0.y - (box.min.y - Self.gap) }
      polygon = Self.clipped(polygon) { box.max.y + Self.gap - $0.y }
      for p in polygon { nearest = min(nearest, p.x) }
    }
    return max(0, box.max.x + Self.gap - nearest)
  }

  /// How high the front of a seat is, what it leans back on left out: seats and arms.
  private static func frontHeight(of seat: Thing) -> Double {
    let asset = seat.asset
    let nodes = asset.objectFromNodes(asset.restPoses)
    let front = seat.bounds.min.x + 0.4 * seat.depth
    var height = 0.0
    for piece in asset.pieces {
      for position in piece.mesh.positions {
        let p = nodes[piece.node] * Vector3(position)
        if p.x > front { height = max(height, p.z) }
      }
    }
    return height
  }

  /// The part of a convex polygon where a linear function is not negative.
  private static func clipped(_ polygon: [Vector3], _ height: (Vector3) -> Double) -> [Vector3] {
    var out: [Vector3] = []
    for (i, p) in polygon.enumerated() {
      let q = polygon[(i + 1) % polygon.count]
      let (h, k) = (height(p), height(q))
      if h >= 0 { out.append(p) }
      if (h > 0 && k < 0) || (h < 0 && k > 0) { out.append(p + (q - p) * (h / (h - k))) }
    }
    return out
  }
}
