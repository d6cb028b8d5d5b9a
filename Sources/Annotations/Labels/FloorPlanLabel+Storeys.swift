import WorldModel

extension FloorPlanLabel {
  /// Heights of the storeys' floors, ascending.
  package var floors: [Double] {
    rooms.map(\.floor).sorted().reduce(into: []) {
      if !HomePlan.isLevel($1, $0.last ?? -.infinity) { $0.append($1) }
    }
  }

  /// What of the plan is on the storey with that floor; numbers stay what they are. A stairwell is on every storey that it
  /// passes, a stair on the two that it joins.
  package func storey(on floor: Double) -> FloorPlanLabel {
    func isHere(_ z: Double) -> Bool { HomePlan.isLevel(z, floor) }
    var out = self
    out.rooms = rooms.filter {
      isHere($0.floor)
        || $0.kind == RoomKind.stairwell.rawValue && $0.floor < floor && $0.floor + $0.height > floor
    }
    out.walls = walls.filter { isHere($0.floor) }
    let own = Set(out.walls.map(\.wall))
    out.openings = openings.filter { own.contains($0.wall) }
    let ways = Set(out.openings.map(\.opening))
    out.passages = passages.filter { ways.contains($0.opening) }
    let inside = Set(rooms.filter { isHere($0.floor) }.map(\.room))
    out.furniture = furniture.filter { inside.contains($0.room) }
    out.stairs = stairs.filter { isHere($0.bottom) || isHere($0.top) }
    return out
  }
}
