import Geometry
import HomePlans
import IndoorWorld
import RandomStreams
import Testing
import VectorMath
import WorldModel

/// What must hold of every plan, whatever chance says. Most seeds are plans of their own.
struct HomePlannerTests {
  static let seeds = Array(0..<240)

  /// Planned once for all tests.
  private static let homes: [(programme: HomeProgramme, plan: HomePlan)] = seeds.map { seed in
    var draws = Draws(stream: RandomStream(seed: UInt64(seed) &* 7919 &+ 17), index: 0)
    let programme = HomeProgramme.usual(bedrooms: seed % 6, &draws)
    return (programme, HomePlanner(programme).plan(&draws))
  }

  private func home(_ seed: Int) -> (programme: HomeProgramme, plan: HomePlan) { Self.homes[seed] }

  /// A wall's rectangle, its ends drawn out by half of its own thickness when `extended`.
  private func body(_ wall: HomePlan.Wall, extended: Bool) -> Box3 {
    let along = wall.direction * (extended ? wall.thickness / 2 : 0)
    let across = wall.normal * (wall.thickness / 2)
    return Box3(
      [wall.start - along, wall.end + along].flatMap { [$0 - across, $0 + across] }.map {
        Vector3($0.x, $0.y, 0)
      })
  }

  /// Sorted, numbers that differ by rounding alone taken as one.
  private func lines(_ values: [Double]) -> [Double] {
    values.sorted().reduce(into: []) { if $1 - ($0.last ?? -.infinity) > 1e-7 { $0.append($1) } }
  }

  @Test(arguments: seeds) func roomsAndWallsTileTheFootprint(_ seed: Int) {
    let plan = home(seed).plan
    let rooms = plan.rooms.map { Polygon($0.outline) }
    let footprint = Polygon(plan.footprint)
    let extended = plan.walls.map { body($0, extended: true) }
    let exact = plan.walls.map { body($0, extended: false) }
    let corners = (rooms + [footprint]).flatMap(\.points)
    let xs = lines(corners.map(\.x) + (extended + exact).flatMap { [$0.min.x, $0.max.x] })
    let ys = lines(corners.map(\.y) + (extended + exact).flatMap { [$0.min.y, $0.max.y] })
    var area = (rooms: 0.0, walls: 0.0)
    var faults = 0
    for (x0, x1) in zip(xs, xs.dropFirst()) {
      for (y0, y1) in zip(ys, ys.dropFirst()) {
        let p = Vector2((x0 + x1) / 2, (y0 + y1) / 2)
        let inside = rooms.filter { $0.contains(p) }.count
        let isWall = extended.contains { $0.contains(Vector3(p.x, p.y, 0)) }
        if inside > 1 || (inside == 1 && !footprint.contains(p)) { faults += 1 }
        if inside == 1 && exact.contains(where: { $0.contains(Vector3(p.x, p.y, 0)) }) { faults += 1 }
        if inside == 0 && footprint.contains(p) && !isWall { faults += 1 }
        if inside == 1 { area.rooms += (x1 - x0) * (y1 - y0) }
        if inside == 0 && isWall && footprint.contains(p) { area.walls += (x1 - x0) * (y1 - y0) }
      }
    }
    #expect(faults == 0)
    #expect((area.rooms + area.walls - footprint.area).magnitude < 1e-6)
    #expect((rooms.reduce(0) { $0 + $1.area } - area.rooms).magnitude < 1e-6)
    #expect(footprint.isSimple && footprint.isCounterClockwise)
    #expect(rooms.allSatisfy { $0.isSimple && $0.isCounterClockwise })
  }

  @Test(arguments: seeds) func facesOfWallsAreEdgesOfRooms(_ seed: Int) {
    let plan = home(seed).plan
    for wall in plan.walls {
      #expect(wall.left != nil || wall.right != nil)
      for isLeft in [true, false] {
        let face = wall.face(left: isLeft, at: wall.length / 2)
        let ring = (isLeft ? wall.left : wall.right).map { plan.rooms[$0].outline } ?? plan.footprint
        #expect(Polygon(ring).distanceToBoundary(face) < 1e-9)
      }
    }
  }

  @Test(arguments: seeds) func openingsKeepOffCornersAndEachOther(_ seed: Int) {
    let plan = home(seed).plan
    for wall in plan.walls {
      #expect(zip(wall.openings, wall.openings.dropFirst()).allSatisfy { $0.end + 0.15 < $1.offset })
      for opening in wall.openings {
        let room = wall.left ?? wall.right
        #expect(opening.width > 0.4 && opening.head < (room.map { plan.rooms[$0].height } ?? 0) - 0.1)
        #expect(opening.isGlazed ? wall.isExterior : opening.sill == 0)
        for isLeft in [true, false] {
          let ring = (isLeft ? wall.left : wall.right).map { plan.rooms[$0].outline } ?? plan.footprint
          let margin = opening.isGlazed ? 0.24 : 0.09
          for u in [opening.offset - margin, opening.end + margin] {
            #expect(Polygon(ring).distanceToBoundary(wall.face(left: isLeft, at: u)) < 1e-6)
          }
        }
      }
    }
  }

  @Test(arguments: seeds) func oneDoorLeadsInAndOnToAllRooms(_ seed: Int) {
    let plan = home(seed).plan
    let entrances = plan.walls.filter { w in w.isExterior && w.openings.contains { $0.kind == .hingedDoor } }
    #expect(entrances.count == 1)
    #expect(plan.isConnected)
  }

  /// Nobody walks through a bedroom or a bathroom, but to a bathroom of its own.
  @Test(arguments: seeds) func privateRoomsAreNoThoroughfares(_ seed: Int) {
    let plan = home(seed).plan
    func isPrivate(_ room: Int) -> Bool { [.bedroom, .bathroom, .study].contains(plan.rooms[room].kind) }
    var reached: Set<Int> = []
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for wall in plan.walls where wall.openings.contains(where: { $0.isWay && $0.kind != .balconyDoor }) {
        for (a, b) in [(wall.left, wall.right), (wall.right, wall.left)] {
          guard let b, !reached.contains(b) else { continue }
          if let a, !reached.contains(a) || isPrivate(a) { continue }
          reached.insert(b)
          isGrowing = true
        }
      }
    }
    let missed = plan.rooms.indices.filter { !reached.contains($0) }
    #expect(missed.allSatisfy { plan.rooms[$0].kind == .bathroom })
    #expect(reached.contains { plan.rooms[$0].kind == .bathroom })
  }

  @Test(arguments: seeds) func leavesSwingFreely(_ seed: Int) {
    let plan = home(seed).plan
    var sweeps: [(door: Int, box: Box3)] = []
    var aprons: [(door: Int, box: Box3)] = []
    var door = 0
    for wall in plan.walls {
      for opening in wall.openings where opening.isWay && !opening.isGlazed {
        if let sweep = wall.sweep(of: opening) {
          sweeps.append((door, sweep))
          let room = opening.opensToLeft ? wall.left : wall.right
          #expect(room != nil)
          let inner = Polygon(room.map { plan.rooms[$0].outline } ?? [])
          for c in sweep.corners {
            let p = Vector2(c.x, c.y)
            #expect(inner.contains(p) || inner.distanceToBoundary(p) < 1e-6)
          }
        }
        for isLeft in [true, false] {
          aprons.append((door, wall.apron(of: opening, left: isLeft, depth: 0.3)))
        }
        door += 1
      }
    }
    for (i, a) in sweeps {
      for (j, b) in sweeps + aprons where i != j {
        let dx = min(a.max.x, b.max.x) - max(a.min.x, b.min.x)
        let dy = min(a.max.y, b.max.y) - max(a.min.y, b.min.y)
        #expect(dx < 1e-6 || dy < 1e-6)
      }
    }
  }

  @Test(arguments: seeds) func roomsHaveDaylightAndBreadth(_ seed: Int) {
    let plan = home(seed).plan
    let least: [RoomKind: Double] = [
      .livingRoom: 2.8, .bedroom: 2.35, .kitchen: 1.75, .bathroom: 1.4, .hallway: 1, .diningRoom: 2.25,
      .study: 1.9,
    ]
    for (i, room) in plan.rooms.enumerated() {
      if [.livingRoom, .bedroom, .kitchen, .diningRoom, .study].contains(room.kind) {
        #expect(plan.walls(of: i).contains { plan.walls[$0.wall].openings.contains(where: \.isGlazed) })
      }
      let box = Box3(room.outline.map { Vector3($0.x, $0.y, 0) })
      #expect(min(box.size.x, box.size.y) >= least[room.kind] ?? 0.9)
    }
  }

  /// Rooms may be left out or grow when nothing else fits, but seldom.
  @Test func programmesAreKept() {
    var kept = 0
    for seed in Self.seeds {
      let (programme, plan) = home(seed)
      let area = plan.rooms.reduce(0) { $0 + Polygon($1.outline).area }
      let hasRooms = RoomKind.allCases.allSatisfy { kind in
        plan.rooms.filter { $0.kind == kind }.count == programme.count(kind)
      }
      if hasRooms && (area / programme.area - 1).magnitude < 0.15 { kept += 1 }
    }
    #expect(kept * 100 >= Self.seeds.count * 70)
  }

  @Test func plansRepeatAndDiffer() {
    #expect(home(3).plan == home(3).plan)
    #expect(Set(Self.seeds.prefix(60).map { home($0).plan }).count == 60)
  }

  @Test(arguments: HomeProgramme.Outline.allCases) func outlinesAreOfTheirFamily(
    _ outline: HomeProgramme.Outline
  ) {
    let corners: [HomeProgramme.Outline: Set<Int>] = [
      .rectangular: [4], .l: [6], .u: [8], .t: [8], .irregular: [8],
    ]
    var fitting = 0
    for seed in 0..<30 {
      var draws = Draws(stream: RandomStream(seed: UInt64(seed) &+ 900), index: 0)
      let programme = HomeProgramme(bedrooms: 3, bathrooms: 2, area: 105, outline: outline)
      let plan = HomePlanner(programme).plan(&draws)
      if corners[outline]?.contains(plan.footprint.count) ?? false { fitting += 1 }
    }
    #expect(fitting >= 18)
  }

  /// A programme that cannot be: still a home with a room to live in, a bathroom and a way in.
  @Test func impossibleProgrammesStillGiveHomes() {
    for (bedrooms, area) in [(5, 30.0), (0, 400), (4, 1000), (1, 8)] {
      var draws = Draws(stream: RandomStream(seed: 5), index: 0)
      let plan = HomePlanner(HomeProgramme(bedrooms: bedrooms, bathrooms: 3, area: area)).plan(&draws)
      #expect(plan.isConnected)
      for kind in [RoomKind.livingRoom, .bathroom, .hallway] {
        #expect(plan.rooms.contains { $0.kind == kind })
      }
    }
  }
}
