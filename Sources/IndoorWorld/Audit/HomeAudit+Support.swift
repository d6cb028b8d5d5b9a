import Geometry
import RoomGeometry
import VectorMath
import WorldModel

extension HomeAudit {
  /// visual-45, second part: everything stands on something, hangs on a wall or from a ceiling, with its mass over what
  /// holds it, and on what it is said to stand on.
  package func supportViolations() -> [HomeViolation] {
    let things = self.things
    return things.flatMap { i -> [HomeViolation] in
      let thing = bodies[i]
      var held = Contacts()
      if !hangs(thing) && !thing.isWalking { held = contacts(of: thing, besides: i, things) }
      let middle = thing.box.center
      let foot = Vector3(middle.x, middle.y, thing.box.min.z)
      var out: [HomeViolation] = []
      if hangs(thing) || thing.isWalking {
        // What is fixed, or on its way, stands on nothing.
      } else if held.places.isEmpty {
        out.append(
          HomeViolation(
            .unsupported, [thing.name], at: foot, by: min(held.nearest, thing.box.min.z - floor(of: thing))))
      } else if let off = imbalance(thing, held.places), off > limits.balance,
        !limits.weighted.contains(thing.className), !leans(thing, besides: i, things)
      {
        out.append(HomeViolation(.unbalanced, [thing.name], at: foot, by: off))
      }
      if let supporter = thing.supporter, let j = bodies.firstIndex(where: { $0.id == supporter }),
        !held.bodies.contains(j), !thing.isWalking,
        !touches(thing, bodies[j].parts, above: -.infinity, within: limits.contact)
      {
        out.append(HomeViolation(.supportMisnamed, [thing.name, bodies[j].name], at: foot, by: 0))
      }
      return out
    }
  }

  /// What holds a thing from below.
  struct Contacts {
    var places: [Vector3] = []
    /// Indices of bodies.
    var bodies: Set<Int> = []
    /// Metres down to the nearest surface below the thing, within 0.1 m.
    var nearest = Double.infinity
  }

  /// Height of the floor of the room that a thing is in.
  private func floor(of thing: AuditedBody) -> Double {
    room(at: thing.box.center).map { plan.rooms[$0].floor } ?? 0
  }

  /// Whether a thing that is made to be fixed touches a wall or its room's ceiling.
  private func hangs(_ thing: AuditedBody) -> Bool {
    switch thing.mount {
    // Hooks lie on their rails.
    case .floor, .rail: return false
    case .ceiling:
      guard let room = room(at: thing.box.center) else { return false }
      return thing.box.max.z > plan.rooms[room].ceiling - limits.contact
    case .wall: return walls.contains { touches(thing, [$0], above: -.infinity, within: limits.contact) }
    }
  }

  /// Whether a thing touches a wall or another thing higher up than with its foot.
  private func leans(_ thing: AuditedBody, besides index: Int, _ things: [Int]) -> Bool {
    let height = thing.box.min.z + 0.05
    return touches(thing, walls, above: height, within: limits.contact)
      || things.contains { j in
        j != index && bodies[j].box.meets(thing.box.grown(by: 0.02))
          && touches(
            thing, bodies[j].parts, above: height,
            within: max(limits.contact, limits.allowed(thing.className, bodies[j].className)))
      }
  }

  /// Places where undersides of a thing lie on the floor or on upper sides of other things.
  func contacts(of thing: AuditedBody, besides index: Int, _ things: [Int]) -> Contacts {
    var out = Contacts()
    let limit = limits.contact
    func isUnderside(_ n: Vector3) -> Bool { n.z < -0.3 * length(n) }
    func isUpperSide(_ n: Vector3) -> Bool { n.z > 0.3 * length(n) }
    let level = floor(of: thing)
    if thing.box.min.z <= level + 0.1 {
      let floor = Box3(
        min: Vector3(thing.box.min.x, thing.box.min.y, level - limit),
        max: Vector3(thing.box.max.x, thing.box.max.y, level + limit))
      for part in thing.parts {
        part.samples(in: floor.grown(by: 1e-9), where: isUnderside) { out.places.append($0) }
      }
      out.nearest = max(0, thing.box.min.z - level)
    }
    for j in things where j != index && bodies[j].box.grown(by: 0.1).meets(thing.box) {
      let other = bodies[j]
      let give = max(limit, limits.allowed(thing.className, other.className))
      for part in thing.parts {
        for under in other.parts where under.box.grown(by: 0.1).meets(part.box) {
          func take(_ p: Vector3, _ gap: Double) {
            if gap > -give { out.nearest = min(out.nearest, max(0, gap)) }
            guard gap.magnitude <= give else { return }
            out.places.append(p)
            out.bodies.insert(j)
          }
          // Small feet on wide tops, and wide bottoms on small tops.
          let tops = SurfaceLevels(under, over: part.box, where: isUpperSide)
          part.samples(in: under.box.reaching(down: give, up: 0.1), where: isUnderside) { p in
            if let z = tops.level(p.x, p.y, nearest: p.z) { take(p, p.z - z) }
          }
          let bottoms = SurfaceLevels(part, over: under.box, where: isUnderside)
          under.samples(in: part.box.reaching(down: 0.1, up: give), where: isUpperSide) { p in
            if let z = bottoms.level(p.x, p.y, nearest: p.z) { take(p, z - p.z) }
          }
        }
      }
    }
    return out
  }

  /// How far the centre of mass lies beside the hull of what holds it; `nil` for what has no mass, and for what hangs
  /// from all that holds it, as it swings back.
  private func imbalance(_ thing: AuditedBody, _ places: [Vector3]) -> Double? {
    var (volume, moment) = (0.0, Vector3.zero)
    for part in thing.parts {
      let mass = part.mass
      volume += mass.volume
      moment += mass.moment
    }
    guard volume > 0 else { return nil }
    if let lowest = places.map(\.z).min(), moment.z / volume < lowest { return nil }
    let center = Vector2(moment.x, moment.y) / volume
    let hull = Polygon.hull(of: places.map { Vector2($0.x, $0.y) })
    if hull.points.count > 2 && hull.contains(center) { return 0 }
    if hull.points.count > 1 { return hull.distanceToBoundary(center) }
    return places.map { length(Vector2($0.x, $0.y) - center) }.min()
  }

  /// Whether corners of a thing's surface, or of the other surfaces, come within reach of each other above a height.
  private func touches(
    _ thing: AuditedBody, _ others: [SolidPart], above height: Double, within reach: Double
  ) -> Bool {
    others.contains { other in
      other.box.meets(thing.box.grown(by: reach))
        && thing.parts.contains { part in
          guard part.box.grown(by: reach).meets(other.box) else { return false }
          func meet(_ a: SolidPart, _ b: SolidPart) -> Bool {
            let zone = b.box.grown(by: reach)
            return a.points.contains {
              $0.z > height && zone.contains($0) && b.distance(to: $0, atLeast: reach) <= reach
            }
          }
          return meet(part, other) || meet(other, part)
        }
    }
  }
}

extension Box3 {
  /// Drawn out along z; a hair wider, so that clipping keeps what lies on its sides.
  fileprivate func reaching(down: Double, up: Double) -> Box3 {
    let hair = Vector3(1e-9, 1e-9, 0)
    return Box3(min: min - hair - Vector3(0, 0, down), max: max + hair + Vector3(0, 0, up))
  }
}
