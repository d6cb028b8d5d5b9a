package import RandomStreams
import VectorMath
package import WorldModel

/// Draws plans of homes on several storeys: by day below, by night above, all as large as each other, with stairs in one
/// shaft through them.
package struct StackPlanner: Sendable {
  package var programme: HomeProgramme
  /// Two or more.
  package var storeys: Int

  package init(_ programme: HomeProgramme, storeys: Int) {
    self.programme = programme
    self.storeys = storeys
  }

  /// Between a ceiling and the floor above it, metres.
  static let slab = 0.3

  /// A plan; `nil` if the programme does not fit on so many storeys.
  package func plan(_ draws: inout Draws) -> HomePlan? {
    let outer = draws.count(.choice([6, 6, 8]), "outer_wall")
    let chance = draws.stream("stack")
    var wish: HomeProgramme? = programme
    var round = 0
    while let programme = wish {
      for strictness in [1, 0.96, 0.92, 0.88, 0.84] {
        for candidate in candidates(programme, strictness: strictness, chance.child(round)) {
          var openings = chance.child("openings").child(round)
          if let plan = finished(candidate, programme, outer: outer, &openings) { return plan }
        }
        round += 1
      }
      // Simpler outlines, then fewer rooms.
      wish = programme.reduced
    }
    return nil
  }

  /// Layouts of all storeys in one frame.
  private struct Candidate {
    var frame: StackFrame
    var fit: StairDesign.Fit
    /// The lowest first.
    var layouts: [PlanLayout]
    /// One of eight ways to turn and mirror them.
    var way: Int
  }

  private var rise: Double { programme.height + Self.slab }

  /// The best few, the best first.
  private func candidates(
    _ programme: HomeProgramme, strictness: Double, _ chance: RandomStream
  ) -> [Candidate] {
    let judge = PlanScore(strictness: strictness)
    var best: [(score: Double, candidate: Candidate)] = []
    var good = 0
    for i in 0..<160 where good < 12 {
      var stream = chance.child(i)
      let rooms = StoreyRooms(programme, storeys: storeys, &stream)
      let area = max(programme.area / Double(storeys), rooms.storeyArea * stream.uniform(0.9, 1.1))
      guard
        let frame = StackFrame(
          area: area, outline: programme.outline, stairs: programme.stairs, rise: rise, &stream)
      else { continue }
      let design = design(frame)
      guard let fit = design.fit(among: [frame.form], &stream) else { continue }
      var layouts: [PlanLayout] = []
      var score = 0.0
      var wanted = programme
      wanted.area = area
      for (k, kinds) in rooms.kinds.enumerated() {
        let scheme = StackScheme(frame: frame, kinds: kinds, isEntered: k == 0)
        var found: (score: Double, layout: PlanLayout)?
        for attempt in 0..<60 {
          var fill = stream.child("storey").child(k).child(attempt)
          guard var layout = scheme.layout(&fill) else { continue }
          layout.joinSuites()
          guard let value = judge.score(layout, programme: wanted), value > found?.score ?? -.infinity else {
            continue
          }
          found = (value, layout)
        }
        guard let found else { break }
        score += found.score
        layouts.append(found.layout)
      }
      guard layouts.count == storeys else { continue }
      good += 1
      let noisy = score + stream.uniform(0, 1)
      let place = best.firstIndex { noisy > $0.score } ?? best.count
      if place < 4 {
        best.insert(
          (noisy, Candidate(frame: frame, fit: fit, layouts: layouts, way: stream.integer(in: 0..<8))),
          at: place)
        if best.count > 4 { best.removeLast() }
      }
    }
    return best.map(\.candidate)
  }

  private func design(_ frame: StackFrame) -> StairDesign {
    StairDesign(
      width: Double(frame.shaft.width) / 10 - 0.1, depth: Double(frame.shaft.depth) / 10 - 0.1, rise: rise)
  }

  private func finished(
    _ candidate: Candidate, _ programme: HomeProgramme, outer: Int, _ chance: inout RandomStream
  ) -> HomePlan? {
    var plans: [HomePlan] = []
    let layouts = candidate.layouts.map { $0.turned(candidate.way).centred }
    var storeys = layouts.map { WallBuilder(outer: outer, height: programme.height).build($0) }
    var corners = chance.child("corners")
    CornerPlanner(form: programme.corners).shape(&storeys, &corners)
    for (k, built) in storeys.enumerated() {
      var stream = chance.child(k)
      var doors = DoorPlanner(
        plan: built.plan, free: built.free, layout: layouts[k], programme: programme, isEntered: k == 0)
      guard doors.place(&stream) else { return nil }
      var windows = WindowPlanner(plan: doors.plan, free: built.free)
      windows.lightsStairs = k == layouts.count - 1
      windows.place(&stream)
      plans.append(windows.plan)
    }
    guard let plan = HomePlan(stacked: plans, rise: rise) else { return nil }
    return withStairs(plan, candidate)
  }

  /// The plan with its stairs; `nil` if some room cannot be reached.
  private func withStairs(_ plan: HomePlan, _ candidate: Candidate) -> HomePlan? {
    guard let shaft = plan.rooms.firstIndex(where: { $0.kind == .stairwell }) else { return nil }
    let ring = plan.rooms[shaft].outline
    let (low, high) = ring.reduce((ring[0], ring[0])) {
      (Vector2(min($0.0.x, $1.x), min($0.0.y, $1.y)), Vector2(max($0.1.x, $1.x), max($0.1.y, $1.y)))
    }
    // Plans lie along x, or turned along y; the ways in are in the side where the corridor is.
    let isAlongX = candidate.way & 4 == 0
    guard
      let wall = plan.walls.first(where: {
        ($0.left == shaft || $0.right == shaft) && $0.openings.contains(where: \.isWay)
      })
    else { return nil }
    let isFromLow = isAlongX ? wall.start.y < (low.y + high.y) / 2 : wall.start.x < (low.x + high.x) / 2
    // Mirrored as the plan is.
    let isMirrored = candidate.way & 1 != 0
    func place(_ p: Vector2) -> Vector2 {
      if isAlongX {
        return Vector2(
          isMirrored ? high.x - p.x : low.x + p.x, isFromLow ? low.y + p.y : high.y - p.y)
      }
      return Vector2(isFromLow ? low.x + p.y : high.x - p.y, isMirrored ? high.y - p.x : low.y + p.x)
    }
    let floors = plan.floors
    var out = plan
    let design = design(candidate.frame)
    for k in 0..<(floors.count - 1) {
      out.stairs.append(
        design.stair(
          candidate.fit, room: shaft, floor: floors[k], upper: floors[k + 1], goesOn: k + 2 < floors.count,
          place: place))
    }
    return out.isConnected ? out : nil
  }
}

extension HomePlan {
  /// The plans of storeys of one outline above each other, their stairwells joined to one room.
  ///
  /// - Parameters:
  ///   - plans: the lowest first, each with a stairwell in the same place.
  ///   - rise: from floor to floor, metres.
  init?(stacked plans: [HomePlan], rise: Double) {
    guard let first = plans.first, let shaft = first.rooms.firstIndex(where: { $0.kind == .stairwell })
    else { return nil }
    self = first
    for (k, plan) in plans.enumerated().dropFirst() {
      guard let own = plan.rooms.firstIndex(where: { $0.kind == .stairwell }),
        plan.rooms[own].outline == first.rooms[shaft].outline, plan.footprint == first.footprint
      else { return nil }
      let floor = rise * Double(k)
      var numbers: [Int] = []
      for (i, room) in plan.rooms.enumerated() {
        if i == own {
          numbers.append(shaft)
          continue
        }
        numbers.append(rooms.count)
        var room = room
        room.floor = floor
        rooms.append(room)
      }
      walls += plan.walls.map { wall in
        var wall = wall
        wall.floor = floor
        wall.left = wall.left.map { numbers[$0] }
        wall.right = wall.right.map { numbers[$0] }
        return wall
      }
      rooms[shaft].height = floor + plan.rooms[own].height
    }
  }
}
