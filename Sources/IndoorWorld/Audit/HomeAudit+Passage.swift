import Geometry
import RoomGeometry
import VectorMath
import WorldModel

extension HomeAudit {
  /// visual-45, fourth part: a disc as wide as who walks gets from every room to every other, over the floor and
  /// between all that is lower than who walks is tall, and up the stairs. Leaves of doors and curtains give way.
  package func passageViolations() -> [HomeViolation] {
    let obstacles = self.obstacles
    let floors = plan.floors.map { OpenFloor(plan, on: $0, obstacles: obstacles, heights: limits.body) }
    func reach(_ radius: Double, inside margin: Double) -> [Bool] {
      joined(floors.map { $0.parts(radius: radius, inside: margin) })
    }
    let radius = limits.walker / 2
    // What may be misjudged is not held against the home.
    let main = reach(radius - limits.passage / 2, inside: radius)
    return plan.rooms.indices.filter { !main[$0] }.map { room in
      var missing = radius
      // The widest disc that gets there.
      for step in 1...30 {
        let narrower = radius - Double(step) * 0.01
        if narrower > 0.05, reach(narrower, inside: narrower)[room] {
          missing = radius - narrower
          break
        }
      }
      let middle = Polygon(plan.rooms[room].outline).centroid
      return HomeViolation(
        .unreachable, ["\(plan.rooms[room].kind.rawValue)_\(room)"],
        at: Vector3(middle.x, middle.y, plan.rooms[room].floor),
        by: 2 * missing)
    }
  }

  /// The rooms of the parts of all storeys that stairs join, of those that hold most rooms.
  private func joined(_ storeys: [[OpenFloor.Part]]) -> [Bool] {
    var parts = storeys.flatMap { $0 }
    var group = Array(parts.indices)
    for (k, _) in plan.stairs.enumerated() {
      let ends = parts.indices.filter { parts[$0].stairs.contains(k) }
      guard let first = ends.first else { continue }
      let old = Set(ends.map { group[$0] })
      for i in group.indices where old.contains(group[i]) { group[i] = group[first] }
    }
    for i in parts.indices where group[i] != i {
      let root = group[i]
      for room in plan.rooms.indices where parts[i].rooms[room] { parts[root].rooms[room] = true }
    }
    return parts.map(\.rooms).max { $0.filter { $0 }.count < $1.filter { $0 }.count }
      ?? [Bool](repeating: false, count: plan.rooms.count)
  }

  /// Who lives there steps aside.
  private var obstacles: [SolidPart] {
    bodies.filter {
      $0.role == .thing && !AuditLimits.beings.contains($0.className)
        || $0.role == .fitting && !["curtain", "blind"].contains($0.className)
    }
    .flatMap { $0.parts.filter { !$0.isMoving } } + walls
  }
}
