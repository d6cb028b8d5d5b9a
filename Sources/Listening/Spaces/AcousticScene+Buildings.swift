import Acoustics
import Diagnostics
import Geometry
import VectorMath
import WorldModel

extension AcousticScene {
  /// The buildings of a street as upright prisms over their plans: what façades throw back and what hides behind corners and
  /// below eaves. Reliefs of façades are in their scattering.
  ///
  /// - Parameters:
  ///   - places: where somebody listens; buildings farther than `reach` metres from all of them are left out.
  /// - Returns: `nil` where there are none.
  static func buildings(
    of world: World, near places: [Vector3], reach: Double
  ) throws(DioramaError) -> AcousticScene? {
    var bodies: [Body] = []
    for entity in world.entities where entity.nativeClass.name == "building" && entity.track.isStill {
      let pose = entity.track.pose(at: 0)
      let nodes = entity.asset.objectFromNodes(entity.asset.restPoses)
      var box = Box3()
      for piece in entity.asset.pieces {
        for corner in piece.mesh.bounds.corners {
          box.insert(pose * ((nodes[piece.node] * corner) * entity.scale))
        }
      }
      let (low, high) = (box.min.z, box.max.z)
      guard high - low > 2.5, high - low < 500,
        places.contains(where: { gap($0, box) <= reach })
      else { continue }
      // Walls, without eaves that stand out above and steps below.
      let walls = low + 0.5...low + 0.6 * (high - low)
      var points: [Vector2] = []
      for piece in entity.asset.pieces {
        for p in piece.mesh.positions {
          let q = pose * ((nodes[piece.node] * Vector3(p)) * entity.scale)
          if walls.contains(q.z) { points.append(Vector2(q.x, q.y)) }
        }
      }
      let plan = simplified(Polygon.hull(of: points).points, by: 0.4)
      guard plan.count >= 3 else { continue }
      bodies.append(prism(plan, from: low - depth, to: high))
    }
    guard !bodies.isEmpty else { return nil }
    return try AcousticScene(bodies, surfaces: [Surface(try AcousticMaterial.named("facade"))], mirror: 12)
  }

  /// Metres that walls go on below the ground, which is no body of its own: farther than ways around edges are searched, or sound
  /// would pass below houses.
  private static let depth = 60.0

  /// Metres between a place and a box, on the plan.
  private static func gap(_ p: Vector3, _ box: Box3) -> Double {
    let x = max(box.min.x - p.x, p.x - box.max.x, 0)
    let y = max(box.min.y - p.y, p.y - box.max.y, 0)
    return (x * x + y * y).squareRoot()
  }

  /// A convex outline without corners that stand out by less than so many metres.
  private static func simplified(_ outline: [Vector2], by tolerance: Double) -> [Vector2] {
    var points = outline
    while points.count > 4 {
      let heights = points.indices.map { i -> Double in
        let (a, b) = (points[(i + points.count - 1) % points.count], points[(i + 1) % points.count])
        let base = length(b - a)
        return base > 0 ? (cross(b - a, points[i] - a) / base).magnitude : 0
      }
      guard let least = heights.min(), least < tolerance, let flat = heights.firstIndex(of: least) else {
        break
      }
      points.remove(at: flat)
    }
    return points
  }

  private static func prism(_ plan: [Vector2], from low: Double, to high: Double) -> Body {
    let n = UInt32(plan.count)
    var triangles: [SIMD3<UInt32>] = []
    for i in 0..<n {
      let j = (i + 1) % n
      triangles += [SIMD3(i, j, n + j), SIMD3(i, n + j, n + i)]
    }
    for i in 2..<n { triangles.append(SIMD3(n, n + i - 1, n + i)) }
    return Body(
      positions: plan.map { Vector3($0.x, $0.y, low) } + plan.map { Vector3($0.x, $0.y, high) },
      triangles: triangles, surface: 0)
  }
}
