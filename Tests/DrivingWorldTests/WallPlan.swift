import Geometry
import VectorMath
import WorldModel

/// The plan of a building's walls where they meet the ground, from its triangles, for tests.
struct WallPlan {
  /// Of the convex hull, counter-clockwise, world frame.
  let corners: [Vector2]

  init(_ entity: Entity) {
    let pose = entity.track.pose(at: 0)
    var points: [Vector2] = []
    for piece in entity.asset.pieces where entity.asset.parts[piece.part] == "body" {
      for p in piece.mesh.positions where p.z < 0.001 {
        let q = pose * (Vector3(p) * entity.scale)
        points.append(Vector2(q.x, q.y))
      }
    }
    corners = Polygon.hull(of: points).points
  }

  private var center: Vector2 { corners.reduce(.zero, +) / Double(max(1, corners.count)) }

  /// Inside by more than `slack` metres: plinths stand out a little.
  func contains(_ p: Vector2, slack: Double = 0.06) -> Bool {
    corners.count > 2
      && corners.indices.allSatisfy { i in
        let a = corners[i]
        let d = normalized(corners[(i + 1) % corners.count] - a)
        return cross(d, p - a) > slack
      }
  }

  func points(step: Double) -> [Vector2] {
    let reach = corners.map { length($0 - center) }.max() ?? 0
    let n = Int(reach / step) + 1
    return (-n...n).flatMap { i in
      (-n...n).map { center + Vector2(Double(i), Double($0)) * step }.filter { contains($0, slack: 0) }
    } + corners
  }

  /// The two have more in common than a strip `slack` metres wide: no side of either parts them.
  func meets(_ other: WallPlan, slack: Double = 0.07) -> Bool {
    guard corners.count > 2, other.corners.count > 2 else { return false }
    return !parts(from: other, slack) && !other.parts(from: self, slack)
  }

  private func parts(from other: WallPlan, _ slack: Double) -> Bool {
    for i in corners.indices {
      let a = corners[i]
      let d = normalized(corners[(i + 1) % corners.count] - a)
      let out = Vector2(d.y, -d.x)
      if other.corners.allSatisfy({ dot($0 - a, out) > -slack }) { return true }
    }
    return false
  }
}
