import Geometry
import RoomGeometry
import VectorMath
package import WorldModel

/// A second opinion on a home: whether its plan closes, its things are apart and held, its doors swing, its rooms are
/// reached on foot and its cameras are free.
///
/// It reads the finished world, triangle by triangle as it stands, and the plan; nothing of how they were made. Things
/// are judged part by part, where a part is one connected surface; parts of one thing may be inside of each other.
package struct HomeAudit {
  let plan: HomePlan
  let limits: AuditLimits
  /// What is in the home and about it, in the order of the world's entities.
  let bodies: [AuditedBody]
  /// The plan's walls as solids, without their openings.
  let walls: [SolidPart]

  /// - Parameter world: a home; `nil` without a plan.
  package init?(_ world: World, at time: Double = 0, limits: AuditLimits = AuditLimits()) {
    guard let plan = world.plan else { return nil }
    self.plan = plan
    self.limits = limits
    let footprint = Box3(plan.footprint.map { Vector3($0.x, $0.y, 0) })
    let subjects = world.snapshot(at: time).subjects
    let floors = plan.floors
    var cache = SolidPartCache()
    bodies = zip(world.entities, subjects).map {
      AuditedBody(
        $0, worldFromNodes: $1.worldFromNodes, parts: &cache, footprint: footprint, floors: floors)
    }
    walls = plan.solidWalls
  }

  /// All that is wrong, cameras left out.
  package func violations() -> [HomeViolation] {
    planViolations() + penetrations() + supportViolations() + swingViolations() + passageViolations()
      + stairViolations()
  }

  /// Indices of bodies that furnish rooms.
  var things: [Int] { bodies.indices.filter { bodies[$0].role == .thing } }

  /// The room over whose floor a point lies, else the nearest on its storey.
  func room(at p: Vector3) -> Int? {
    let q = Vector2(p.x, p.y)
    let floor = plan.floor(below: p.z)
    return plan.room(at: p)
      ?? plan.rooms.indices.filter { plan.isRoom($0, on: floor) }.min {
        Polygon(plan.rooms[$0].outline).distanceToBoundary(q)
          < Polygon(plan.rooms[$1].outline).distanceToBoundary(q)
      }
  }
}

extension HomePlan {
  /// The walls as boxes: full height between openings, and what is below sills and above heads. They go down below the
  /// floor and up above the ceilings, so that what is deep in them is deep in one of them.
  var solidWalls: [SolidPart] {
    let height = (rooms.filter { $0.kind != .stairwell }.map(\.height).max() ?? 2.6) + 0.3
    return walls.flatMap { wall -> [SolidPart] in
      guard wall.length > 0 else { return [] }
      let (low, top) = (wall.floor - 0.3, wall.floor + height)
      var parts: [SolidPart] = []
      func add(_ a: Double, _ b: Double, _ low: Double, _ high: Double) {
        guard b - a > 1e-6, high - low > 1e-6 else { return }
        let half = wall.thickness / 2
        parts.append(
          SolidPart(
            box: Box3(min: Vector3(a, -half, low), max: Vector3(b, half, high)), origin: wall.start,
            x: wall.direction))
      }
      var from = 0.0
      for opening in wall.openings {
        add(from, opening.offset, low, top)
        add(opening.offset, opening.end, wall.floor + opening.head, top)
        if opening.sill > 0 { add(opening.offset, opening.end, low, wall.floor + opening.sill) }
        from = opening.end
      }
      add(from, wall.length, low, top)
      return parts
    }
  }
}
