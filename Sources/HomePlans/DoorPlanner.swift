import Geometry
import RandomStreams
import VectorMath
import WorldModel

/// Puts doors into the walls of one storey's plan, so that every room is reached as it should be and no two leaves meet.
struct DoorPlanner {
  var plan: HomePlan
  /// Where each wall is free on both faces, metres from its start.
  let free: [ClosedRange<Double>]
  let layout: PlanLayout
  let programme: HomeProgramme
  /// Whether the door of the home is on this storey.
  let isEntered: Bool
  /// From an opening's edge to the next corner, metres.
  private let margin = 0.1
  private let head: Double
  /// What leaves sweep and what must stay clear of them.
  private var sweeps: [Box3] = []
  private var aprons: [Box3] = []

  init(
    plan: HomePlan, free: [ClosedRange<Double>], layout: PlanLayout, programme: HomeProgramme,
    isEntered: Bool = true
  ) {
    self.plan = plan
    self.isEntered = isEntered
    self.free = free
    self.layout = layout
    self.programme = programme
    head = programme.height >= 2.55 ? 2.1 : 2.05
  }

  /// False when some room cannot be reached.
  mutating func place(_ chance: inout RandomStream) -> Bool {
    guard let hall = all(.hallway).first else { return false }
    if isEntered { guard enter(hall, &chance) else { return false } }
    // Before anything else takes the wall.
    for stairs in all(.stairwell) {
      guard wide(hall, stairs, .passage, 1.3...2.6, &chance) else { return false }
    }
    if let living = all(.livingRoom).first {
      guard placeByDay(hall, living, &chance) else { return false }
    }
    guard placeByNight(hall, all(.livingRoom).first, &chance) else { return false }
    for i in plan.walls.indices { plan.walls[i].openings.sort { $0.offset < $1.offset } }
    return isEntered ? plan.isConnected : true
  }

  private func all(_ kind: RoomKind) -> [Int] { plan.rooms.indices.filter { plan.rooms[$0].kind == kind } }

  /// Day rooms: wide where they belong together.
  private mutating func placeByDay(_ hall: Int, _ living: Int, _ chance: inout RandomStream) -> Bool {
    let toLiving = chance.uniform()
    guard
      (toLiving < 0.3 && wide(hall, living, .doubleDoor, 1.3...1.6, &chance))
        || (toLiving > 0.75 && wide(hall, living, .passage, 1.1...1.8, &chance))
        || hinged(from: hall, into: living, 0.86...0.92, &chance)
        || wide(hall, living, .passage, 0.86...1.0, &chance)
    else { return false }
    for dining in all(.diningRoom) {
      let isJoined =
        wide(living, dining, programme.isOpenPlan ? .passage : .doubleDoor, 1.4...2.6, &chance)
        || hinged(from: living, into: dining, 0.82...0.9, &chance)
      if !isJoined, !hinged(from: hall, into: dining, 0.82...0.9, &chance),
        !all(.kitchen).contains(where: { wide($0, dining, .passage, 1.0...1.8, &chance) })
      {
        return false
      }
    }
    for kitchen in all(.kitchen) {
      let partner = all(.diningRoom).first { contact($0, kitchen) > 1.1 } ?? living
      var isJoined = false
      if programme.isOpenPlan || chance.bool(probability: 0.3) {
        isJoined = wide(partner, kitchen, .passage, 1.2...2.6, &chance)
      } else if chance.bool(probability: 0.4) {
        isJoined = wide(partner, kitchen, .slidingDoor, 1.4...1.8, &chance)
      }
      let toHall =
        (!isJoined || chance.bool(probability: 0.4)) && hinged(from: hall, into: kitchen, 0.8...0.86, &chance)
      if !isJoined && (!toHall || chance.bool(probability: 0.5)) {
        isJoined =
          hinged(from: partner, into: kitchen, 0.8...0.86, &chance)
          || (!toHall && wide(partner, kitchen, .passage, 0.8...1.2, &chance))
      }
      guard isJoined || toHall else { return false }
    }
    return true
  }

  /// Private rooms, and those for things.
  private mutating func placeByNight(_ hall: Int, _ living: Int?, _ chance: inout RandomStream) -> Bool {
    for room in all(.bedroom) + all(.study) {
      if hinged(from: hall, into: room, 0.82...0.88, &chance) { continue }
      guard let living, hinged(from: living, into: room, 0.82...0.88, &chance) else { return false }
    }
    for bath in all(.bathroom) {
      let width = 0.76...0.82
      if let room = layout.zones[bath].suiteOf {
        guard hinged(from: room, into: bath, width, &chance) || hinged(from: bath, into: room, width, &chance)
        else { return false }
      } else {
        guard hinged(from: hall, into: bath, width, &chance) || hinged(from: bath, into: hall, width, &chance)
        else { return false }
      }
    }
    for room in all(.storage) + all(.laundry) {
      let width = 0.76...0.82
      let kitchen = all(.kitchen).first
      guard
        hinged(from: hall, into: room, width, &chance) || hinged(from: room, into: hall, width, &chance)
          || kitchen.map({
            hinged(from: $0, into: room, width, &chance) || hinged(from: room, into: $0, width, &chance)
          })
            ?? false
      else { return false }
    }
    return true
  }

  /// Metres of wall between two rooms, the longest piece.
  private func contact(_ a: Int, _ b: Int) -> Double {
    plan.walls.indices.filter { joins($0, a, b) }.map { free[$0].upperBound - free[$0].lowerBound }.max() ?? 0
  }

  private func joins(_ wall: Int, _ a: Int?, _ b: Int?) -> Bool {
    let w = plan.walls[wall]
    return w.left == a && w.right == b || w.left == b && w.right == a
  }

  // MARK: Kinds of openings

  /// The door of the home.
  private mutating func enter(_ hall: Int, _ chance: inout RandomStream) -> Bool {
    let at = layout.entrance.map {
      Vector2(Double($0.x0 + $0.x1) / 20, Double($0.y0 + $0.y1) / 20)
    }
    let candidates = plan.walls.indices.filter {
      joins($0, hall, nil) && free[$0].upperBound - free[$0].lowerBound >= 0.8 + 2 * margin
    }
    func distance(_ i: Int) -> Double {
      guard let at else { return -plan.walls[i].length }
      return length(plan.walls[i].start + plan.walls[i].direction * (plan.walls[i].length / 2) - at)
    }
    guard let best = candidates.min(by: { distance($0) < distance($1) }) else { return false }
    let room = free[best].upperBound - free[best].lowerBound - 2 * margin
    let width = min(room, chance.uniform(0.9, 1.0))
    let opening = HomePlan.Opening(
      kind: .hingedDoor, offset: free[best].lowerBound + margin + max(0, (room - width) / 2),
      width: round(width),
      sill: 0, height: head, hingeAtStart: chance.bool(), opensToLeft: plan.walls[best].left == hall)
    return add(opening, to: best)
  }

  /// A door with one leaf that opens into `b`, by preference against the wall in a corner of it.
  private mutating func hinged(
    from a: Int, into b: Int, _ widths: ClosedRange<Double>, _ chance: inout RandomStream
  ) -> Bool {
    let width = round(chance.uniform(widths.lowerBound, widths.upperBound))
    var best: (cost: Double, wall: Int, opening: HomePlan.Opening)?
    for i in plan.walls.indices where joins(i, a, b) {
      let (low, high) = (free[i].lowerBound + margin, free[i].upperBound - margin - width)
      guard high >= low - 1e-9 else { continue }
      // Near the corners, a little off them, and in the middle.
      let slack = max(0, high - low)
      let steps = [0, 0.06, 0.3, 0.6].filter { $0 <= slack }
      var places = steps.map { (low + $0, true, $0) } + steps.map { (low + slack - $0, false, $0) }
      places.append((low + slack / 2, chance.bool(), slack / 2 + 0.5))
      for (offset, isLow, off) in places {
        for hingeAtStart in [isLow, !isLow] {
          let opening = HomePlan.Opening(
            kind: .hingedDoor, offset: round(offset), width: width, sill: 0, height: head,
            hingeAtStart: hingeAtStart, opensToLeft: plan.walls[i].left == b)
          var cost = min(off, 1.5) * 0.8 + (hingeAtStart == isLow ? 0 : 1.2) + chance.uniform(0, 0.7)
          cost += off == 0.06 ? -0.1 : 0
          guard cost < best?.cost ?? .infinity, fits(opening, in: i) else { continue }
          best = (cost, i, opening)
        }
      }
    }
    guard let best else { return false }
    return add(best.opening, to: best.wall)
  }

  /// A wide opening in the middle of a wall.
  private mutating func wide(
    _ a: Int, _ b: Int, _ kind: HomePlan.Opening.Kind, _ widths: ClosedRange<Double>,
    _ chance: inout RandomStream
  ) -> Bool {
    let walls = plan.walls.indices.filter { joins($0, a, b) }
    guard
      let i = walls.max(by: {
        free[$0].upperBound - free[$0].lowerBound < free[$1].upperBound - free[$1].lowerBound
      })
    else { return false }
    let room = free[i].upperBound - free[i].lowerBound - 0.3
    guard room >= widths.lowerBound else { return false }
    let width = round(min(room, chance.uniform(widths.lowerBound, widths.upperBound)))
    let taller = kind == .passage && plan.rooms[a].height >= 2.65 && chance.bool() ? 0.25 : 0
    for part in [0.5, 0.2, 0.8, 0.0, 1.0] {
      let opening = HomePlan.Opening(
        kind: kind, offset: round(free[i].lowerBound + 0.15 + (room - width) * part), width: width, sill: 0,
        height: head + taller, hingeAtStart: true, opensToLeft: plan.walls[i].left == b)
      if fits(opening, in: i) { return add(opening, to: i) }
    }
    return false
  }

  private func round(_ x: Double) -> Double { (x * 100).rounded() / 100 }

  // MARK: Collisions

  private func fits(_ opening: HomePlan.Opening, in wall: Int) -> Bool {
    let w = plan.walls[wall]
    guard opening.offset >= free[wall].lowerBound + margin - 0.006,
      opening.end <= free[wall].upperBound - margin + 0.006,
      w.openings.allSatisfy({ $0.end + 0.2 <= opening.offset || opening.end + 0.2 <= $0.offset })
    else { return false }
    if let sweep = w.sweep(of: opening) {
      if let room = opening.opensToLeft ? w.left : w.right {
        let outline = Polygon(plan.rooms[room].outline)
        let inner = [sweep.min + Vector3(0.02, 0.02, 0), sweep.max - Vector3(0.02, 0.02, 0)]
        let corners = [
          Vector2(inner[0].x, inner[0].y), Vector2(inner[1].x, inner[0].y), Vector2(inner[0].x, inner[1].y),
          Vector2(inner[1].x, inner[1].y),
        ]
        guard corners.allSatisfy(outline.contains) else { return false }
      }
      if sweeps.contains(where: { $0.overlaps(sweep) }) || aprons.contains(where: { $0.overlaps(sweep) }) {
        return false
      }
    }
    return [true, false].allSatisfy { left in
      let apron = w.apron(of: opening, left: left, depth: 0.35)
      return !sweeps.contains { $0.overlaps(apron) }
    }
  }

  private mutating func add(_ opening: HomePlan.Opening, to wall: Int) -> Bool {
    let w = plan.walls[wall]
    plan.walls[wall].openings.append(opening)
    if let sweep = w.sweep(of: opening) { sweeps.append(sweep) }
    for left in [true, false] { aprons.append(w.apron(of: opening, left: left, depth: 0.35)) }
    return true
  }
}

extension Box3 {
  /// Whether two boxes in the plan share floor.
  fileprivate func overlaps(_ other: Box3) -> Bool {
    min.x < other.max.x - 1e-6 && other.min.x < max.x - 1e-6 && min.y < other.max.y - 1e-6
      && other.min.y < max.y - 1e-6
  }
}

extension HomePlan {
  /// Whether every room is reached from outdoors through openings that one can walk through.
  package var isConnected: Bool {
    var reached = [Bool](repeating: false, count: rooms.count)
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for wall in walls where wall.openings.contains(where: \.isWay) {
        let left = wall.left.map { reached[$0] } ?? true
        let right = wall.right.map { reached[$0] } ?? true
        guard left != right else { continue }
        isGrowing = true
        if let l = wall.left { reached[l] = true }
        if let r = wall.right { reached[r] = true }
      }
    }
    return reached.allSatisfy { $0 }
  }
}
