package import RandomStreams
package import WorldModel

/// Draws plans of homes to a programme: many layouts from chance, the one that an architect would like best, then doors
/// and windows.
package struct HomePlanner: Sendable {
  package var programme: HomeProgramme

  package init(_ programme: HomeProgramme) { self.programme = programme }

  /// A plan. There always is one: when the programme does not fit, rules are relaxed, then rooms left out.
  package func plan(_ draws: inout Draws) -> HomePlan {
    let outer = draws.count(.choice([6, 6, 8]), "outer_wall")
    let chance = draws.stream("layout")
    var wish: HomeProgramme? = programme
    var round = 0
    while let programme = wish {
      for strictness in [1, 1, 0.96, 0.92, 0.88] {
        let found = layouts(programme, strictness: strictness, chance.child(round))
        round += 1
        for layout in found {
          var openings = chance.child("openings")
          if let plan = finished(layout, programme, outer: outer, &openings) { return plan }
        }
      }
      wish = programme.reduced
    }
    var openings = chance.child("openings")
    return finished(Self.simplest, programme, outer: outer, &openings)
      ?? WallBuilder(outer: outer, height: programme.height).build(Self.simplest).plan
  }

  /// The best few layouts, the best first.
  private func layouts(_ programme: HomeProgramme, strictness: Double, _ chance: RandomStream) -> [PlanLayout]
  {
    let judge = PlanScore(strictness: strictness)
    var best: [(score: Double, layout: PlanLayout)] = []
    // Where many will do there is enough to choose from early.
    var good = 0
    for i in 0..<300 where good < 50 {
      var stream = chance.child(i)
      let scale = stream.uniform(0.94, 1.1)
      let layout =
        programme.bedrooms == 0
        ? StudioScheme(programme: programme, scale: scale).layout(&stream)
        : SpineScheme(programme: programme, scale: scale).layout(&stream)
      guard var layout else { continue }
      layout.joinSuites()
      guard let score = judge.score(layout, programme: programme) else { continue }
      good += 1
      let noisy = score + stream.uniform(0, 0.5)
      let place = best.firstIndex { noisy > $0.score } ?? best.count
      if place < 4 {
        best.insert((noisy, layout.turned(stream.integer(in: 0..<8)).centred), at: place)
        if best.count > 4 { best.removeLast() }
      }
    }
    return best.map(\.layout)
  }

  private func finished(
    _ layout: PlanLayout, _ programme: HomeProgramme, outer: Int, _ chance: inout RandomStream
  ) -> HomePlan? {
    var storeys = [WallBuilder(outer: outer, height: programme.height).build(layout)]
    var corners = chance.child("corners")
    CornerPlanner(form: programme.corners).shape(&storeys, &corners)
    guard let built = storeys.first else { return nil }
    var doors = DoorPlanner(plan: built.plan, free: built.free, layout: layout, programme: programme)
    guard doors.place(&chance) else { return nil }
    var windows = WindowPlanner(plan: doors.plan, free: built.free)
    windows.place(&chance)
    return windows.plan
  }

  /// One room, a bathroom and an entrance.
  private static let simplest: PlanLayout = {
    var layout = PlanLayout()
    layout.zones = [
      PlanZone(kind: .hallway, rects: [PlanRect(-4, -32, 11, -12)], target: 3),
      PlanZone(kind: .bathroom, rects: [PlanRect(-25, -32, -4, -12)], target: 4),
      PlanZone(
        kind: .livingRoom, rects: [PlanRect(-25, -12, 25, 32), PlanRect(11, -32, 25, -12)], target: 24),
    ]
    layout.entrance = PlanRect(-4, -32, 11, -32)
    return layout
  }()
}

extension PlanLayout {
  /// Gives second bathrooms that lie beside a bedroom to it.
  mutating func joinSuites() {
    for i in zones.indices where zones[i].isSuite && zones[i].suiteOf == nil {
      zones[i].suiteOf = zones.indices.first { zones[$0].kind == .bedroom && contact(i, $0) >= 13 }
    }
  }
}
