import RandomStreams
import VectorMath
import WorldModel

/// Decides which corners of a home are cut off or rounded: on all storeys the same ones, of rooms that one lives in.
struct CornerPlanner {
  let form: HomeProgramme.Corners

  /// Rooms that one corner less does no harm to: no fixtures stand along their walls.
  private static let kinds: Set<RoomKind> = [.livingRoom, .diningRoom, .bedroom, .study]
  /// How much of a wall must be left beside a cut, metres: for a window, or a bed.
  private static let rest = 1.5
  /// The least that a cut takes of either wall, and the most of one that is straight and of one that is round; metres.
  private static let (least, mostSlanted, mostRounded) = (0.7, 1.5, 1.7)
  /// About how long the walls of a rounding are, metres.
  private static let chord = 0.22

  /// Cuts corners off the storeys of a home, which have no openings yet.
  ///
  /// - Parameter storeys: the plan of each, and where along each of its walls both faces are free.
  func shape(_ storeys: inout [(plan: HomePlan, free: [ClosedRange<Double>])], _ chance: inout RandomStream) {
    guard form != .square, let first = storeys.first else { return }
    var places = first.plan.outerCorners.map(\.place)
    chance.shuffle(&places)
    let wanted = chance.bool(probability: 0.6) ? 1 : 2
    var count = 0
    for place in places where count < wanted {
      let isEqual = form == .rounded || chance.bool(probability: 0.6)
      let (a, b) = (chance.uniform(), chance.uniform())
      guard let room = room(at: place, in: storeys) else { continue }
      let most = form == .rounded ? Self.mostRounded : Self.mostSlanted
      func leg(_ room: Double, _ share: Double) -> Double {
        ((Self.least + share * (min(most, room) - Self.least)) * 20).rounded(.down) / 20
      }
      let least = min(room.before, room.after)
      guard least >= Self.least else { continue }
      let before = isEqual ? leg(least, a) : leg(room.before, a)
      let after = isEqual ? before : leg(room.after, b)
      let walls =
        form == .rounded ? max(4, Int((.pi / 2 * (before + after) / 2 / Self.chord).rounded())) : 1
      let cut = CornerCut(corner: place, before: before, after: after, walls: walls)
      var shaped: [(plan: HomePlan, free: [ClosedRange<Double>])] = []
      for var (plan, free) in storeys where plan.take(cut, free: &free) { shaped.append((plan, free)) }
      guard shaped.count == storeys.count else { continue }
      storeys = shaped
      count += 1
    }
  }

  /// How much may be taken of the walls at a corner, metres; `nil` where some storey's room keeps its corner.
  private func room(
    at place: Vector2, in storeys: [(plan: HomePlan, free: [ClosedRange<Double>])]
  ) -> (before: Double, after: Double)? {
    var out = (before: Double.infinity, after: Double.infinity)
    for (plan, free) in storeys {
      guard let corner = plan.outerCorners.first(where: { length($0.place - place) < 1e-9 }),
        Self.kinds.contains(plan.rooms[corner.room].kind)
      else { return nil }
      func spare(_ wall: Int) -> Double { free[wall].upperBound - free[wall].lowerBound - Self.rest }
      out = (min(out.before, spare(corner.before)), min(out.after, spare(corner.after)))
    }
    return out
  }
}
