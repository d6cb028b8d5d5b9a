import Geometry
import VectorMath
import WorldModel

extension HomeAudit {
  /// visual-44: rooms are apart, rooms and walls fill the footprint, each way lies on a shared edge of two rooms or
  /// leads out, and ways lead to all rooms.
  package func planViolations() -> [HomeViolation] {
    plan.floors.flatMap(areaViolations) + doorViolations() + cutOffRooms()
  }

  private func name(_ room: Int) -> String { "\(plan.rooms[room].kind.rawValue)_\(room)" }

  /// Over the pieces into which all edges of a storey's plan divide it.
  private func areaViolations(on floor: Double) -> [HomeViolation] {
    let numbers = plan.rooms.indices.filter { plan.isRoom($0, on: floor) }
    let rooms = numbers.map { Polygon(plan.rooms[$0].outline) }
    let footprint = Polygon(plan.footprint)
    // Walls end where the centre lines meet: drawn out by half of their thickness they fill the corners.
    let walls = plan.walls.filter { $0.length > 0 && HomePlan.isLevel($0.floor, floor) }.map { wall in
      let half = wall.direction * (wall.thickness / 2)
      let across = wall.normal * (wall.thickness / 2)
      return Polygon([
        wall.start - half - across, wall.end + half - across, wall.end + half + across,
        wall.start - half + across,
      ])
    }
    var open = (area: 0.0, place: Vector3.zero)
    var shared: [SIMD2<Int>: (area: Double, place: Vector3)] = [:]
    for piece in PlanePieces.dividing((rooms + [footprint] + walls).flatMap(\.edges)) {
      let p = piece.middle
      let place = Vector3(p.x, p.y, 0)
      let holders = rooms.indices.filter { rooms[$0].contains(p) }
      if holders.count > 1 {
        shared[SIMD2(holders[0], holders[1]), default: (0, place)].area += piece.area
      }
      let isHome = footprint.contains(p)
      let isFilled = !holders.isEmpty || walls.contains { $0.contains(p) }
      if holders.isEmpty ? isHome && !isFilled : !isHome { open = (open.area + piece.area, place) }
    }
    var out = shared.sorted { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }.filter {
      $0.value.area > limits.area
    }.map {
      HomeViolation(
        .roomsOverlap, [name(numbers[$0.key.x]), name(numbers[$0.key.y])], at: $0.value.place,
        by: $0.value.area)
    }
    if open.area > limits.area {
      out.append(HomeViolation(.footprintOpen, ["plan"], at: open.place, by: open.area))
    }
    return out
  }

  /// The ends of a way, on both faces of its wall, lie on one edge of the room on that side.
  private func doorViolations() -> [HomeViolation] {
    var out: [HomeViolation] = []
    for (i, wall) in plan.walls.enumerated() {
      for opening in wall.openings where opening.isWay {
        let middle = wall.start + wall.direction * ((opening.offset + opening.end) / 2)
        var off = 0.0
        for (room, side) in [(wall.left, 1.0), (wall.right, -1.0)] {
          guard let room, plan.rooms.indices.contains(room) else { continue }
          let ends = [opening.offset, opening.end].map {
            wall.start + wall.direction * $0 + wall.normal * (side * wall.thickness / 2)
          }
          let nearest =
            Polygon(plan.rooms[room].outline).edges.map { edge -> Double in
              let d = normalized(edge.to - edge.from)
              return ends.map { p -> Double in
                let along = dot(p - edge.from, d)
                let beside = max(0, -along, along - length(edge.to - edge.from))
                return max(cross(d, p - edge.from).magnitude, beside)
              }.max() ?? .infinity
            }.min() ?? .infinity
          off = max(off, nearest)
        }
        if wall.left == nil && wall.right == nil { off = .infinity }
        if wall.left == wall.right { off = .infinity }
        if off > 1e-6 {
          out.append(
            HomeViolation(.doorAdrift, ["door_\(i)"], at: Vector3(middle.x, middle.y, 0), by: off))
        }
      }
    }
    return out
  }

  private func cutOffRooms() -> [HomeViolation] {
    guard !plan.rooms.isEmpty else { return [] }
    var reached: Set<Int> = [0]
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for wall in plan.walls where wall.openings.contains(where: { $0.isWay && $0.kind != .balconyDoor }) {
        guard let a = wall.left, let b = wall.right, reached.contains(a) != reached.contains(b) else {
          continue
        }
        reached.formUnion([a, b])
        isGrowing = true
      }
    }
    return plan.rooms.indices.filter { !reached.contains($0) }.map { room in
      let p = plan.rooms[room].outline.first ?? .zero
      return HomeViolation(.roomCutOff, [name(room)], at: Vector3(p.x, p.y, 0), by: 1)
    }
  }
}
