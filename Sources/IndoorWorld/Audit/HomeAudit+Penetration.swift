import Geometry
import RoomGeometry
import VectorMath
import WorldModel

extension HomeAudit {
  /// visual-45, first part: no two things are inside of each other, none is in the building.
  package func penetrations() -> [HomeViolation] {
    var out: [HomeViolation] = []
    let things = self.things
    for (k, i) in things.enumerated() {
      for j in things[(k + 1)...] {
        let limit = limits.allowed(bodies[i].className, bodies[j].className)
        if let found = deepest(bodies[i], bodies[j], beyond: limit) {
          out.append(
            HomeViolation(
              .interpenetration, [bodies[i].name, bodies[j].name], at: found.place, by: found.depth))
        }
      }
    }
    for i in things { out += intoBuilding(bodies[i]) }
    out += movingLeaves()
    return out
  }

  /// How deep things are inside of others that may be: the deepest of each pair of classes, and how deep who walks
  /// presses into floors. What the exceptions of `AuditLimits` are used for, so that they can be judged.
  package func depthsLetIn() -> [AuditLimits.LetIn] {
    var out: [AuditLimits.LetIn] = []
    func note(_ guest: String, _ host: String, _ depth: Double) {
      if let k = out.firstIndex(where: { $0.guest == guest && $0.host == host }) {
        out[k].depth = max(out[k].depth, depth)
      } else {
        out.append(AuditLimits.LetIn(guest: guest, host: host, depth: depth))
      }
    }
    let things = self.things
    for (k, i) in things.enumerated() {
      let (a, floor) = (bodies[i], room(at: bodies[i].box.center).map { plan.rooms[$0].floor } ?? 0)
      if a.isWalking, floor - a.box.min.z > limits.penetration {
        note(a.className, "floor", floor - a.box.min.z)
      }
      for j in things[(k + 1)...] where limits.allowed(a.className, bodies[j].className) > limits.penetration
      {
        guard let found = deepest(a, bodies[j], beyond: limits.penetration) else { continue }
        let names = [a.className, bodies[j].className]
        let isGuest = AuditLimits.beings.contains(names[0]) || limits.letIn.contains { $0.guest == names[0] }
        note(names[isGuest ? 0 : 1], names[isGuest ? 1 : 0], found.depth)
      }
    }
    return out
  }

  /// The place where one body is deepest in another, from either side.
  private func deepest(
    _ a: AuditedBody, _ b: AuditedBody, beyond limit: Double,
    where takes: (SolidPart, SolidPart) -> Bool = { _, _ in true }
  ) -> (depth: Double, place: Vector3)? {
    guard a.box.grown(by: -limit / 2).meets(b.box.grown(by: -limit / 2)) else { return nil }
    var best: (depth: Double, place: Vector3)?
    for p in a.parts where p.box.meets(b.box) {
      for q in b.parts where takes(p, q) && p.box.grown(by: -limit / 2).meets(q.box.grown(by: -limit / 2)) {
        for (one, other) in [(p, q), (q, p)] {
          if let found = one.deepest(in: other, beyond: best?.depth ?? limit) { best = found }
        }
      }
    }
    return best
  }

  private func intoBuilding(_ thing: AuditedBody) -> [HomeViolation] {
    var out: [HomeViolation] = []
    let middle = thing.box.center
    if let room = room(at: middle) {
      let (below, above) = (
        plan.rooms[room].floor - thing.box.min.z, thing.box.max.z - plan.rooms[room].ceiling
      )
      if max(below, above) > (thing.isWalking ? AuditLimits.stride : limits.penetration) {
        let z = below > above ? thing.box.min.z : thing.box.max.z
        out.append(
          HomeViolation(
            .intoFloorOrCeiling, [thing.name], at: Vector3(middle.x, middle.y, z), by: max(below, above)))
      }
    }
    var worst: (depth: Double, place: Vector3)?
    for wall in walls where wall.box.meets(thing.box) {
      for part in thing.parts where part.box.meets(wall.box) {
        for (one, other) in [(part, wall), (wall, part)] {
          if let found = one.deepest(in: other, beyond: worst?.depth ?? limits.penetration) { worst = found }
        }
      }
    }
    if let worst { out.append(HomeViolation(.intoWall, [thing.name], at: worst.place, by: worst.depth)) }
    for other in bodies where other.role == .fitting || other.role == .shell {
      if let found = deepest(thing, other, beyond: limits.penetration, where: { $1.isClosed }) {
        out.append(
          HomeViolation(.intoFittings, [thing.name, other.name], at: found.place, by: found.depth))
      }
    }
    return out
  }

  /// Doors and sashes as they stand, against all other fittings: mouldings meet each other on purpose, leaves do not.
  private func movingLeaves() -> [HomeViolation] {
    let fittings = bodies.filter { $0.role == .fitting }
    var out: [HomeViolation] = []
    for (k, a) in fittings.enumerated() {
      for b in fittings[(k + 1)...] {
        if let found = deepest(a, b, beyond: limits.penetration, where: { $0.isMoving || $1.isMoving }) {
          out.append(HomeViolation(.intoFittings, [a.name, b.name], at: found.place, by: found.depth))
        }
      }
    }
    return out
  }
}
