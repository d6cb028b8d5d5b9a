import Geometry
import RoomGeometry
import VectorMath
package import WorldModel

extension HomeWish {
  /// Whether a home is so. What needs furniture is not so without it.
  package func holds(in plan: HomePlan, _ things: [PlacedThing]) -> Bool {
    switch subject {
    case .home: return isSo(plan.rooms.indices.map { $0 }, plan, things)
    case .room(let kind):
      return quantified(plan.rooms.indices.filter { plan.rooms[$0].kind == kind }) {
        isSo([$0], plan, things)
      }
    case .thing(let name):
      return quantified(things.filter { $0.thing.asset.nativeClass.name == name }) {
        isSo($0, plan, things)
      }
    }
  }

  private func quantified<T>(_ all: [T], _ isSo: (T) -> Bool) -> Bool {
    isEvery ? !all.isEmpty && all.allSatisfy(isSo) : all.contains(where: isSo)
  }

  /// Of one room, or all rooms of a home.
  private func isSo(_ rooms: [Int], _ plan: HomePlan, _ things: [PlacedThing]) -> Bool {
    func area(_ room: Int) -> Double { Polygon(plan.rooms[room].outline).area }
    switch relation {
    case .has(let count, let object): return number(of: object, in: rooms, plan, things) >= count
    case .hasNone(let object): return number(of: object, in: rooms, plan, things) == 0
    case .nextTo(let kind): return rooms.contains { plan.neighbours(of: $0, throughOpenings: false, kind) }
    case .opensTo(let kind): return rooms.contains { plan.neighbours(of: $0, throughOpenings: true, kind) }
    case .largerThan(let least): return rooms.contains { area($0) > least }
    case .smallerThan(let most): return rooms.contains { area($0) < most }
    case .faces, .near, .awayFrom: return false
    }
  }

  private func number(
    of object: Object, in rooms: [Int], _ plan: HomePlan, _ things: [PlacedThing]
  ) -> Int {
    switch object {
    case .thing(let name):
      things.count { rooms.contains($0.room) && $0.thing.asset.nativeClass.name == name }
    case .room(let kind): rooms.count { plan.rooms[$0].kind == kind }
    case .window, .door:
      rooms.reduce(0) { $0 + Self.openings(object, of: $1, in: plan).count }
    }
  }

  /// How far off straight ahead still counts as facing, and what is near and away, metres.
  static let (facingAngle, nearDistance, awayDistance) = (25 * Double.pi / 180, 1.0, 1.5)

  private func isSo(_ thing: PlacedThing, _ plan: HomePlan, _ things: [PlacedThing]) -> Bool {
    func targets(_ object: Object) -> [FloorRectangle] {
      switch object {
      case .thing(let name):
        things.filter {
          $0.room == thing.room && $0.thing.asset.nativeClass.name == name && $0.position != thing.position
        }.map(\.solid.area)
      case .window, .door: Self.openings(object, of: thing.room, in: plan)
      case .room: []
      }
    }
    let area = thing.solid.area
    switch relation {
    case .faces(let object):
      let gaze = Self.isUsedFromBefore(thing) ? area.forward * -1 : area.forward
      return targets(object).contains { Self.isAhead($0, of: area.center, gaze) }
    case .near(let object):
      return targets(object).contains { area.distance(to: $0) <= Self.nearDistance }
    case .awayFrom(let object):
      return targets(object).allSatisfy { area.distance(to: $0) >= Self.awayDistance }
    case .has, .hasNone, .nextTo, .opensTo, .largerThan, .smallerThan: return false
    }
  }

  /// What one stands or sits before and looks at: one who uses it looks against its own front.
  private static func isUsedFromBefore(_ thing: PlacedThing) -> Bool {
    [
      "desk", "school_desk", "dressing_table", "piano", "kitchen_sink", "hob", "washbasin", "kitchen_counter",
    ].contains(thing.thing.asset.nativeClass.name)
  }

  /// Whether one who looks along `gaze` from `eye` sees some of a rectangle before him.
  private static func isAhead(_ target: FloorRectangle, of eye: Vector2, _ gaze: Vector2) -> Bool {
    if target.contains(eye) { return true }
    let angles = (target.corners + [target.center]).map { point -> Double in
      let way = point - eye
      return DeterministicMath.atan2(cross(gaze, way), dot(gaze, way))
    }
    if angles.contains(where: { $0.magnitude <= facingAngle }) { return true }
    // Wide enough to reach past it on both sides.
    return angles.allSatisfy { $0.magnitude < .pi / 2 } && angles.contains { $0 < 0 }
      && angles.contains { $0 > 0 }
  }

  /// Openings of a room as rectangles without depth on its walls.
  private static func openings(_ object: Object, of room: Int, in plan: HomePlan) -> [FloorRectangle] {
    WallFace.faces(of: room, in: plan).flatMap { face in
      face.gaps.filter { object == .window ? $0.opening.isGlazed : $0.opening.isWay }.map { gap in
        FloorRectangle(
          center: face.point((gap.range.lowerBound + gap.range.upperBound) / 2), forward: face.inward,
          half: Vector2(0, (gap.range.upperBound - gap.range.lowerBound) / 2))
      }
    }
  }
}

extension HomePlan {
  /// Whether a room of a kind lies behind one of a room's walls, or behind a way through it.
  fileprivate func neighbours(of room: Int, throughOpenings: Bool, _ kind: RoomKind) -> Bool {
    walls(of: room).contains { index, isLeft in
      let wall = walls[index]
      guard let other = isLeft ? wall.right : wall.left, rooms[other].kind == kind else { return false }
      return !throughOpenings || wall.openings.contains(where: \.isWay)
    }
  }
}
