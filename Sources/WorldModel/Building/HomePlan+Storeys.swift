import Geometry
package import VectorMath

extension HomePlan {
  /// Heights of the storeys' floors, ascending; one for a home on one level.
  package var floors: [Double] {
    (rooms.map(\.floor) + walls.map(\.floor)).sorted().reduce(into: []) {
      if !Self.isLevel($1, $0.last ?? -.infinity) { $0.append($1) }
    }
  }

  /// Whether two heights are the same but for rounding.
  package static func isLevel(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude < 1e-6 }

  /// Whether a room has floor on the storey with that floor, or passes through it as a stairwell does.
  package func isRoom(_ room: Int, on floor: Double) -> Bool {
    let it = rooms[room]
    return Self.isLevel(it.floor, floor)
      || (it.kind == .stairwell && it.floor < floor && it.ceiling > floor + 1e-6)
  }

  /// The storey on whose floor who is at that height stands: the highest floor that is not above it.
  package func floor(below z: Double) -> Double {
    let floors = self.floors
    return floors.last { $0 <= z + 1e-6 } ?? floors.first ?? 0
  }

  /// Whether a point of a storey has floor of a room: all of its outline, but of a stairwell above its own floor the
  /// landings at that level alone.
  package func hasFloor(_ room: Int, at p: Vector2, on floor: Double) -> Bool {
    guard isRoom(room, on: floor), Polygon(rooms[room].outline).contains(p) else { return false }
    guard !Self.isLevel(rooms[room].floor, floor) else { return true }
    return stairs.contains { stair in
      stair.room == room && stair.landings.contains { Self.isLevel($0.top, floor) && $0.contains(p) }
    }
  }

  /// What of its stairwells is in the way of a walker on a storey: where there is no floor, flights that begin there,
  /// and what of flights and landings is lower than the walker is tall.
  package func stairObstacles(on floor: Double, height: Double) -> [FloorObstacle] {
    stairs.flatMap { stair -> [FloorObstacle] in
      guard rooms.indices.contains(stair.room), isRoom(stair.room, on: floor) else { return [] }
      if !Self.isLevel(rooms[stair.room].floor, floor) { return voids(of: stair.room, on: floor) }
      var out: [FloorObstacle] = []
      for flight in stair.flights {
        // Until its underside is higher than the walker.
        let rise = floor + height - flight.base + Stair.waist
        let way = min(flight.length, max(0, rise * flight.going / flight.riser))
        guard flight.base - Stair.waist < floor + height, way > 0 else { continue }
        out.append(
          FloorObstacle(
            center: flight.foot + flight.direction * (way / 2), axis: flight.direction,
            half: Vector2(way, flight.width) / 2))
      }
      for landing in stair.landings
      where landing.top > floor + 0.03 && landing.top - Stair.slab < floor + height {
        out.append(
          FloorObstacle(center: (landing.low + landing.high) / 2, half: (landing.high - landing.low) / 2))
      }
      return out
    }
  }

  /// The parts of a stairwell without floor at the level of a storey above its own, as rectangles.
  private func voids(of room: Int, on floor: Double) -> [FloorObstacle] {
    let landings = stairs.filter { $0.room == room }.flatMap(\.landings).filter {
      Self.isLevel($0.top, floor)
    }
    let outline = rooms[room].outline
    func lines(_ values: [Double]) -> [Double] {
      values.sorted().reduce(into: []) { if $1 - ($0.last ?? -.infinity) > 1e-9 { $0.append($1) } }
    }
    let xs = lines(outline.map(\.x) + landings.flatMap { [$0.low.x, $0.high.x] })
    let ys = lines(outline.map(\.y) + landings.flatMap { [$0.low.y, $0.high.y] })
    var out: [FloorObstacle] = []
    for (x0, x1) in zip(xs, xs.dropFirst()) {
      for (y0, y1) in zip(ys, ys.dropFirst()) {
        let middle = Vector2(x0 + x1, y0 + y1) / 2
        if Polygon(outline).contains(middle), !landings.contains(where: { $0.contains(middle) }) {
          out.append(FloorObstacle(center: middle, half: Vector2(x1 - x0, y1 - y0) / 2))
        }
      }
    }
    return out
  }

  /// Where one stands before the steps of a stair on its lower and on its upper storey: `away` metres from the first
  /// riser and beyond the last one.
  package func ends(of stair: Stair, away: Double) -> (lower: Vector2, upper: Vector2)? {
    guard let first = stair.flights.first, let last = stair.flights.last else { return nil }
    return (first.foot - first.direction * away, last.head + last.direction * away)
  }
}
