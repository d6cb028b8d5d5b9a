import Geometry
import RoomGeometry
import VectorMath
import WorldModel

extension HomeAudit {
  /// Stairs by their triangles: steps alike and of a home's measures, wide enough, with headroom, and no edge of a
  /// landing from which one could fall.
  package func stairViolations() -> [HomeViolation] {
    plan.stairs.enumerated().flatMap { k, stair -> [HomeViolation] in
      let name = "stairs_\(k)"
      guard let steps = bodies.first(where: { $0.name == name }) else { return [] }
      return stepViolations(stair, steps) + headroomViolations(stair, steps) + edgeViolations(stair, steps)
    }
  }

  /// The height of the highest upper side of a body below a place; `nil` beside it.
  private func ground(_ body: AuditedBody, at p: Vector2, below z: Double) -> Double? {
    body.parts.compactMap { part -> Double? in
      guard p.x >= part.box.min.x, p.x <= part.box.max.x, p.y >= part.box.min.y, p.y <= part.box.max.y else {
        return nil
      }
      let place = Vector3(p.x, p.y, z)
      return SurfaceLevels(part, over: Box3(min: place, max: place)) { $0.z > 0.9 * length($0) }
        .level(p.x, p.y, nearest: z).flatMap { $0 <= z + 1e-4 ? $0 : nil }
    }.max()
  }

  /// Where the height changes on the way up the middle of a flight, found by halving, and by how much.
  private func edges(
    _ flight: HomePlan.Stair.Flight, _ steps: AuditedBody
  ) -> [(way: Double, low: Double, high: Double)] {
    // What one can step on from a height: not the landing of the next storey above a foot.
    func height(_ way: Double, from z: Double) -> Double {
      let p = flight.foot + flight.direction * way
      return ground(steps, at: p, below: min(z + 1.5 * flight.riser, flight.top + 0.01)) ?? flight.base
    }
    var out: [(way: Double, low: Double, high: Double)] = []
    let step = 0.02
    var (at, z) = (-0.1, height(-0.1, from: flight.base))
    while at < flight.length + 0.1 {
      let next = height(at + step, from: z)
      if (next - z).magnitude > 1e-3 {
        var (a, b) = (at, at + step)
        for _ in 0..<24 {
          let middle = (a + b) / 2
          if (height(middle, from: z) - z).magnitude > 1e-3 { b = middle } else { a = middle }
        }
        out.append((b, z, next))
      }
      at += step
      z = next
    }
    return out
  }

  private func stepViolations(_ stair: HomePlan.Stair, _ steps: AuditedBody) -> [HomeViolation] {
    var out: [HomeViolation] = []
    var rises: [Double] = []
    var goings: [Double] = []
    for flight in stair.flights {
      let edges = edges(flight, steps)
      let place = Vector3(flight.foot.x, flight.foot.y, flight.base)
      if edges.count != flight.risers {
        out.append(
          HomeViolation(
            .stepsUneven, [steps.name, "\(edges.count) of \(flight.risers) risers"], at: place, by: 1))
      }
      rises += edges.map { $0.high - $0.low }
      // Treads' front edges; the last edge is the landing's own, without a nosing.
      let treads = edges.dropLast()
      goings += zip(treads, treads.dropFirst()).map { $1.way - $0.way }
      // To both sides as far as the treads go.
      for edge in treads {
        let middle = flight.foot + flight.direction * (edge.way + 0.05)
        func reach(_ side: Double) -> Double {
          var w = 0.0
          while w < 3,
            let z = ground(steps, at: middle + flight.left * (side * (w + 0.01)), below: edge.high + 1e-3),
            (z - edge.high).magnitude < 1e-3
          {
            w += 0.01
          }
          return w
        }
        let width = reach(1) + reach(-1)
        if width < limits.stairWidth {
          out.append(
            HomeViolation(
              .stairNarrow, [steps.name], at: Vector3(middle.x, middle.y, edge.high),
              by: limits.stairWidth - width))
          break
        }
      }
    }
    func judge(_ values: [Double], _ range: ClosedRange<Double>, _ what: String) {
      guard let low = values.min(), let high = values.max() else { return }
      let off = max(
        high - low - limits.contact, range.lowerBound - low - 1e-4, high - range.upperBound - 1e-4)
      if off > 0 {
        out.append(
          HomeViolation(
            .stepsUneven, [steps.name, what],
            at: Vector3(steps.box.center.x, steps.box.center.y, stair.bottom),
            by: off))
      }
    }
    judge(rises, limits.riser, "risers")
    judge(goings, limits.going, "goings")
    return out
  }

  /// Straight up from the middle and both sides of every tread.
  private func headroomViolations(_ stair: HomePlan.Stair, _ steps: AuditedBody) -> [HomeViolation] {
    var worst: (room: Double, place: Vector3)?
    for flight in stair.flights {
      for tread in 1..<max(2, flight.risers) {
        for side in [-0.8, 0, 0.8] {
          let p =
            flight.foot + flight.direction * ((Double(tread) - 0.5) * flight.going)
            + flight.left * (side * flight.width / 2)
          let z = flight.base + Double(tread) * flight.riser
          let room = ceiling(over: Vector3(p.x, p.y, z)) - z
          if room < worst?.room ?? limits.headroom { worst = (room, Vector3(p.x, p.y, z)) }
        }
      }
    }
    return worst.map {
      [HomeViolation(.headroomLow, [steps.name], at: $0.place, by: limits.headroom - $0.room)]
    } ?? []
  }

  /// The height of what is next above a place, railings left out.
  private func ceiling(over p: Vector3) -> Double {
    var best = p.z + 10
    for body in bodies where body.role != .outdoors && body.className != "railing" {
      for part in body.parts
      where part.box.max.z > p.z + 0.02 && p.x >= part.box.min.x && p.x <= part.box.max.x
        && p.y >= part.box.min.y && p.y <= part.box.max.y
      {
        for t in part.triangles {
          let (a, b, c) = part.corners(t)
          guard max(a.z, max(b.z, c.z)) > p.z + 0.02 else { continue }
          let n = cross(b - a, c - a)
          if n.z != 0, let z = SurfaceLevels.height(p.x, p.y, a, b, c, n), z > p.z + 0.02 {
            best = min(best, z)
          }
        }
      }
    }
    return best
  }

  /// Just outside of landings there is a wall, a step, another landing, or a railing before a drop.
  private func edgeViolations(_ stair: HomePlan.Stair, _ steps: AuditedBody) -> [HomeViolation] {
    let well = Polygon(plan.rooms[stair.room].outline)
    let stairs = bodies.filter { $0.className == "stairs" }
    let rails = bodies.filter { $0.className == "railing" && $0.role == .fitting }.flatMap(\.parts)
    for landing in stair.landings {
      for (a, b) in Polygon(landing.outline).edges {
        let count = max(1, Int((length(b - a) / 0.05).rounded(.up)))
        let d = normalized(b - a)
        let out = Vector2(d.y, -d.x)
        for k in 0..<count {
          let edge = a + d * (length(b - a) * (Double(k) + 0.5) / Double(count))
          let p = edge + out * 0.03
          guard well.contains(p) else { continue }
          let ground =
            stairs.compactMap { self.ground($0, at: p, below: landing.top + 0.25) }.max()
            ?? plan.rooms[stair.room].floor
          guard landing.top - ground > limits.fall else { continue }
          // A hand's breadth off the edge, at the height of a hip.
          let hip = Vector3(edge.x, edge.y, landing.top + 0.5)
          let isGuarded = rails.contains { part in
            part.box.grown(by: 0.12).contains(hip) && part.distance(to: hip, atLeast: 0.12) <= 0.12
          }
          if !isGuarded {
            return [
              HomeViolation(
                .edgeUnguarded, [steps.name], at: Vector3(edge.x, edge.y, landing.top),
                by: landing.top - ground)
            ]
          }
        }
      }
    }
    return []
  }
}
