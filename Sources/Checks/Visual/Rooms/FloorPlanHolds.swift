import Annotations
import Geometry
import VectorMath
import WorldModel

/// visual-44: rooms and walls fill the house without overlapping, doors are where two rooms meet, and all rooms are
/// joined.
package struct FloorPlanHolds: ViewCheck {
  package static let rule = CheckRule(
    id: "visual-44", name: "floor-plan-holds",
    summary:
      "Rooms are apart and fill the footprint together with the walls; an opening lies in its wall and on the edges of the rooms at its sides; leaves turn about their hinges by their swing; the graph of rooms has the ways and is connected; areas are those of the outlines.",
    unit: "cells, rooms and openings", labels: [FloorPlanLabel.name])

  /// Labels may come from anywhere.
  private static let limits = PlanePieces.Limits(edges: 8000, slanted: 400, strips: 400, pieces: 90_000)

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let label = view[FloorPlanLabel.self] else { return }
    guard let plan = PlanGeometry(label) else {
      finding.expect(
        false,
        view.about(
          item: FloorPlanLabel.name, found: "places that are none", expected: "finite pairs in metres"))
      return
    }
    rooms(plan, view, &finding)
    for floor in plan.floors.prefix(20) { cells(plan, on: floor, view, &finding) }
    for stair in label.stairs { self.stair(stair, plan, view, &finding) }
    for opening in label.openings { self.opening(opening, plan, view, &finding) }
    graph(label, view, &finding)
  }

  private func rooms(_ plan: PlanGeometry, _ view: ViewLabels, _ finding: inout CheckFinding) {
    for (i, (room, outline)) in zip(plan.label.rooms, plan.outlines).enumerated() {
      let area = outline.signedArea
      finding.expect(
        room.room == i + 1 && area > 0 && outline.isSimple && abs(room.area - area) <= 1e-6 * max(1, area)
          && room.height > 0,
        view.about(
          item: "room \(room.room)", found: "\(room.area) m²",
          expected: "number \(i + 1), a counter-clockwise outline without crossings, \(area) m²"))
    }
    for (i, wall) in plan.label.walls.enumerated() {
      let known = [wall.left, wall.right].allSatisfy { $0 >= 0 && $0 <= plan.label.rooms.count }
      finding.expect(
        wall.wall == i + 1 && wall.thickness > 0 && wall.start != wall.end && known
          && wall.left != wall.right,
        view.about(
          item: "wall \(wall.wall)", found: "between \(wall.left) and \(wall.right)",
          expected: "number \(i + 1), some length, between two rooms or a room and outdoors"))
    }
  }

  /// All edges cut the plan of a storey into pieces that are in a room, in a wall, or outdoors as a whole.
  private func cells(
    _ plan: PlanGeometry, on floor: Double, _ view: ViewLabels, _ finding: inout CheckFinding
  ) {
    let home = plan.plan
    let outlines = plan.outlines.indices.filter { home.isRoom($0, on: floor) }.map { plan.outlines[$0] }
    let walls = plan.label.walls.filter { HomePlan.isLevel($0.floor, floor) }
    var edges = plan.footprint.edges + outlines.flatMap(\.edges)
    for wall in walls {
      let (a, b) = (PlanGeometry.point(wall.start), PlanGeometry.point(wall.end))
      guard a != b else { continue }
      let d = normalized(b - a) * (wall.thickness / 2)
      let n = Vector2(-d.y, d.x)
      edges += Polygon([a - d - n, b + d - n, b + d + n, a - d + n]).edges
      edges += [(a - n, a + n), (b - n, b + n)]
    }
    var inside = 0.0
    for piece in PlanePieces.dividing(edges, limits: Self.limits) {
      let p = piece.middle
      let isHouse = plan.footprint.contains(p)
      let rooms = outlines.count { $0.contains(p) }
      let isWall = walls.contains { plan.isInWall($0, p, extra: 1) }
      let isCore = rooms > 0 && walls.contains { plan.isInWall($0, p, extra: 0) }
      if isHouse { inside += piece.area }
      finding.expect(
        isHouse ? rooms == 1 && !isCore || rooms == 0 && isWall : rooms == 0,
        view.about(
          item: "at \(text(p))",
          found: "\(rooms) rooms, \(isWall ? "a wall" : "no wall")\(isCore ? " in a room" : "")",
          expected: isHouse ? "one room or a wall" : "nothing outside of the footprint"))
    }
    finding.expect(
      abs(inside - plan.footprint.area) <= 0.02 * max(1, inside),
      view.about(
        item: "footprint", found: "\(plan.footprint.area) m²", expected: "\(inside) m² of rooms and walls"))
  }

  private func opening(
    _ opening: FloorPlanLabel.Opening, _ plan: PlanGeometry, _ view: ViewLabels,
    _ finding: inout CheckFinding
  ) {
    let item = "opening \(opening.opening)"
    guard let wall = plan.wall(of: opening) else {
      finding.expect(false, view.about(item: item, found: "wall \(opening.wall)", expected: "a listed wall"))
      return
    }
    let (from, to) = (PlanGeometry.point(wall.start), PlanGeometry.point(wall.end))
    let (a, b) = (PlanGeometry.point(opening.start), PlanGeometry.point(opening.end))
    let d = normalized(to - from)
    let n = Vector2(-d.y, d.x) * (wall.thickness / 2)
    let isOnLine = [a, b].allSatisfy { cross(d, $0 - from).magnitude <= 1e-6 }
    let (s, t) = (dot(a - from, d), dot(b - from, d))
    finding.expect(
      isOnLine && s >= -1e-6 && t <= length(to - from) + 1e-6 && s < t
        && abs(t - s - opening.width) <= 1e-6 && opening.left == wall.left && opening.right == wall.right
        && opening.sill >= 0 && opening.sill < opening.head,
      view.about(
        item: item, found: "\(s)…\(t) m along wall \(opening.wall), \(opening.sill)…\(opening.head) m high",
        expected: "\(opening.width) m within the wall's \(length(to - from)) m"))
    for (number, side) in [(wall.left, n), (wall.right, -n)] {
      guard number > 0, plan.outlines.indices.contains(number - 1) else { continue }
      let outline = plan.outlines[number - 1]
      let room = plan.label.rooms[number - 1]
      let off = [a, (a + b) / 2, b].map { outline.distanceToBoundary($0 + side) }.max() ?? 0
      let head = wall.floor + opening.head
      finding.expect(
        off <= 1e-6 && wall.floor >= room.floor - 1e-6 && head <= room.floor + room.height + 1e-6,
        view.about(
          item: item, found: "\(off) m off the edge of room \(number), \(opening.head) m high",
          expected: "on the edge, below the ceiling at \(room.height) m"))
    }
    for leaf in opening.leaves { self.leaf(leaf, opening, a, b, n, item, view, &finding) }
  }

  /// Steps are alike, flights lead from landing to landing, and all of it lies in the stairwell.
  private func stair(
    _ stair: FloorPlanLabel.Stair, _ plan: PlanGeometry, _ view: ViewLabels, _ finding: inout CheckFinding
  ) {
    let item = "stair from \(stair.bottom) m"
    guard plan.label.rooms.indices.contains(stair.room &- 1), let first = stair.flights.first else {
      finding.expect(
        false, view.about(stair.instance, item: item, found: "room \(stair.room)", expected: "a stairwell"))
      return
    }
    let well = plan.outlines[stair.room - 1]
    var height = stair.bottom
    var isRight = true
    for flight in stair.flights {
      isRight =
        isRight && abs(flight.base - height) <= 1e-6 && abs(flight.riser - first.riser) <= 1e-6
        && abs(flight.going - first.going) <= 1e-6
      height = flight.base + Double(flight.risers) * flight.riser
      let (foot, way) = (PlanGeometry.point(flight.foot), PlanGeometry.point(flight.direction))
      let head = foot + way * (Double(flight.risers - 1) * flight.going)
      let side = Vector2(-way.y, way.x) * (flight.width / 2 - 1e-6)
      isRight =
        isRight && abs(length(way) - 1) <= 1e-6
        && [foot, head].allSatisfy { well.contains($0 + side) && well.contains($0 - side) }
      // What it leads to begins where it ends.
      isRight =
        isRight
        && stair.landings.contains { landing in
          abs(landing.top - height) <= 1e-6
            && Polygon(landing.outline.map(PlanGeometry.point)).contains(head + way * 0.01)
        }
    }
    let floors = plan.floors
    finding.expect(
      isRight && abs(height - stair.top) <= 1e-6 && floors.contains { HomePlan.isLevel($0, stair.top) }
        && floors.contains { HomePlan.isLevel($0, stair.bottom) },
      view.about(
        stair.instance, item: item, found: "\(stair.flights.count) flights up to \(height) m",
        expected: "equal steps in the stairwell from landing to landing, from floor to floor"))
  }

  private func leaf(
    _ leaf: FloorPlanLabel.Leaf, _ opening: FloorPlanLabel.Opening, _ a: Vector2, _ b: Vector2, _ n: Vector2,
    _ item: String, _ view: ViewLabels, _ finding: inout CheckFinding
  ) {
    let pivot = PlanGeometry.point(leaf.pivot)
    let (shut, open) = (PlanGeometry.point(leaf.shut), PlanGeometry.point(leaf.open))
    let now = PlanGeometry.point(leaf.now)
    let along = normalized(b - a)
    // Shut it lies in its opening, between the faces of the wall.
    let isInside = [pivot, shut].allSatisfy {
      let s = dot($0 - a, along)
      return s >= -0.01 && s <= opening.width + 0.01
        && cross(along, $0 - a).magnitude <= length(n) + 0.01
    }
    var isRight = isInside && leaf.opening >= 0 && leaf.opening <= 1
    if leaf.motion == "hinge" {
      func turned(_ angle: Double) -> Vector2 {
        let (s, c) = DeterministicMath.sincos(angle)
        let d = shut - pivot
        return pivot + Vector2(c * d.x - s * d.y, s * d.x + c * d.y)
      }
      isRight =
        isRight && length(turned(leaf.swing) - open) <= 1e-6
        && length(turned(leaf.swing * leaf.opening) - now) <= 1e-6
    } else {
      isRight = isRight && length(shut + (open - shut) * leaf.opening - now) <= 1e-3
    }
    finding.expect(
      isRight,
      view.about(
        opening.instance, item: item,
        found: "a leaf from \(text(pivot)) to \(text(shut)), now \(text(now)), open \(leaf.opening)",
        expected: "in the opening when shut, turned by its swing"))
  }

  private func graph(_ label: FloorPlanLabel, _ view: ViewLabels, _ finding: inout CheckFinding) {
    let ways = label.openings.filter { $0.kind != HomePlan.Opening.Kind.window.rawValue }
    for (i, opening) in label.openings.enumerated() {
      let edges = label.passages.filter { $0.opening == opening.opening }
      let wanted = ways.contains { $0.opening == opening.opening } ? 1 : 0
      let isRight = edges.allSatisfy {
        $0.rooms == [min(opening.left, opening.right), max(opening.left, opening.right)]
          && abs($0.width - opening.width) <= 1e-9
      }
      finding.expect(
        opening.opening == i + 1 && edges.count == wanted && isRight,
        view.about(
          item: "opening \(opening.opening)", found: "\(edges.count) edges of the graph",
          expected: "\(wanted), between rooms \(opening.left) and \(opening.right)"))
    }
    finding.expect(
      label.passages.count == ways.count,
      view.about(item: "passages", found: "\(label.passages.count)", expected: "\(ways.count)"))
    var reached: Set<Int> = [label.passages.first?.rooms.first ?? label.rooms.first?.room ?? 0]
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for passage in label.passages where passage.rooms.contains(where: reached.contains) {
        for room in passage.rooms where reached.insert(room).inserted { isGrowing = true }
      }
    }
    let lost = label.rooms.map(\.room).filter { !reached.contains($0) }
    finding.expect(
      lost.isEmpty,
      view.about(item: "passages", found: "no way to rooms \(lost)", expected: "ways between all rooms"))
  }
}
