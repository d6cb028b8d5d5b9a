import Geometry
import HomePlans
import IndoorWorld
import RandomStreams
import Testing
import VectorMath
import WorldModel

/// What must hold of every plan on several storeys, whatever chance says.
struct StackPlannerTests {
  static let seeds = Array(0..<60)

  private static func made(_ seed: Int) -> HomePlan? {
    var draws = Draws(stream: RandomStream(seed: UInt64(seed) &* 7919 &+ 23), index: 0)
    let programme = HomeProgramme.usual(bedrooms: 1 + seed % 4, &draws)
    return StackPlanner(programme, storeys: 2 + seed % 2).plan(&draws)
  }

  /// Planned once for all tests.
  private static let plans = seeds.map { made($0) }

  private func plan(_ seed: Int) throws -> HomePlan { try #require(Self.plans[seed], "seed \(seed)") }

  private func rectangle(_ flight: HomePlan.Stair.Flight) -> Box3 {
    Box3(flight.outline.map { Vector3($0.x, $0.y, 0) })
  }

  private func box(_ landing: HomePlan.Stair.Landing) -> Box3 {
    Box3(landing.outline.map { Vector3($0.x, $0.y, 0) })
  }

  /// Square metres that two rectangles along the axes share.
  private func shared(_ a: Box3, _ b: Box3) -> Double {
    max(0, min(a.max.x, b.max.x) - max(a.min.x, b.min.x))
      * max(0, min(a.max.y, b.max.y) - max(a.min.y, b.min.y))
  }

  @Test(arguments: seeds) func storeysAreAsAskedFor(_ seed: Int) throws {
    let plan = try plan(seed)
    #expect(plan.floors.count == 2 + seed % 2)
    #expect(plan.stairs.count == plan.floors.count - 1)
    #expect(plan.rooms.count { $0.kind == .stairwell } == 1)
    #expect(plan.rooms.count { $0.kind == .hallway } == plan.floors.count)
    #expect(plan.isConnected)
    let entrances = plan.walls.filter { w in w.isExterior && w.openings.contains { $0.kind == .hingedDoor } }
    #expect(entrances.count == 1 && entrances.allSatisfy { $0.floor == 0 })
    // By day below, by night above.
    #expect(
      plan.rooms.allSatisfy { ![.livingRoom, .kitchen, .diningRoom].contains($0.kind) || $0.floor == 0 })
    let beds = plan.rooms.filter { $0.kind == .bedroom }
    #expect(beds.count { $0.floor == 0 } <= 1 && beds.contains { $0.floor > 0 })
    // Nobody steps out of an upper storey.
    #expect(
      plan.walls.allSatisfy { w in w.floor == 0 || !w.isExterior || !w.openings.contains(where: \.isWay) })
  }

  @Test(arguments: seeds) func roomsAndWallsTileEveryStorey(_ seed: Int) throws {
    let plan = try plan(seed)
    let footprint = Polygon(plan.footprint)
    for floor in plan.floors {
      let rooms = plan.rooms.indices.filter { plan.isRoom($0, on: floor) }.map {
        Polygon(plan.rooms[$0].outline)
      }
      let walls = plan.walls.filter { $0.floor == floor }.map { wall -> Box3 in
        let (along, across) = (wall.direction * (wall.thickness / 2), wall.normal * (wall.thickness / 2))
        return Box3(
          [wall.start - along, wall.end + along].flatMap { [$0 - across, $0 + across] }.map {
            Vector3($0.x, $0.y, 0)
          })
      }
      func lines(_ values: [Double]) -> [Double] {
        values.sorted().reduce(into: []) { if $1 - ($0.last ?? -.infinity) > 1e-7 { $0.append($1) } }
      }
      let corners = (rooms + [footprint]).flatMap(\.points)
      let xs = lines(corners.map(\.x) + walls.flatMap { [$0.min.x, $0.max.x] })
      let ys = lines(corners.map(\.y) + walls.flatMap { [$0.min.y, $0.max.y] })
      var area = 0.0
      for (x0, x1) in zip(xs, xs.dropFirst()) {
        for (y0, y1) in zip(ys, ys.dropFirst()) {
          let p = Vector2((x0 + x1) / 2, (y0 + y1) / 2)
          let inside = rooms.count { $0.contains(p) }
          let isWall = walls.contains { $0.contains(Vector3(p.x, p.y, 0)) }
          #expect(footprint.contains(p) ? inside == 1 || (inside == 0 && isWall) : inside == 0)
          if inside == 1 { area += (x1 - x0) * (y1 - y0) }
        }
      }
      #expect((rooms.reduce(0) { $0 + $1.area } - area).magnitude < 1e-6)
    }
  }

  @Test(arguments: seeds) func stairsKeepTheMeasuresOfHomes(_ seed: Int) throws {
    let plan = try plan(seed)
    for (stair, (low, high)) in zip(plan.stairs, zip(plan.floors, plan.floors.dropFirst())) {
      #expect((stair.bottom - low).magnitude < 1e-9 && (stair.top - high).magnitude < 1e-9)
      let well = Polygon(plan.rooms[stair.room].outline)
      var height = low
      for flight in stair.flights {
        #expect((flight.base - height).magnitude < 1e-9)
        height = flight.top
        #expect((0.16 - 1e-9...0.19 + 1e-9).contains(flight.riser))
        #expect((0.24 - 1e-9...0.29 + 1e-9).contains(flight.going))
        #expect((0.6 - 1e-9...0.65 + 1e-9).contains(2 * flight.riser + flight.going))
        #expect(flight.width >= 0.85 - 1e-9)
        #expect(
          flight.outline.allSatisfy { well.contains($0) || well.distanceToBoundary($0) < 1e-9 },
          "\(stair.form) \(flight)")
        // What it leads to, right behind its last riser, as wide as itself.
        for side in [-0.45, 0, 0.45] {
          let p = flight.head + flight.direction * 0.01 + flight.left * (flight.width * side)
          #expect(
            stair.landings.contains { $0.contains(p) && ($0.top - flight.top).magnitude < 1e-9 },
            "\(stair.form)")
        }
      }
      // Landings lie in the well, and no floor lies over a flight of the same stair with less than two metres between.
      for landing in stair.landings {
        #expect(landing.outline.allSatisfy { well.contains($0) || well.distanceToBoundary($0) < 1e-9 })
        for flight in stair.flights where landing.top - 2.2 < flight.top - 1e-9 {
          #expect(shared(box(landing), rectangle(flight)) < 1e-9, "\(stair.form)")
        }
      }
      for (k, a) in stair.flights.enumerated() {
        for b in stair.flights.dropFirst(k + 1) { #expect(shared(rectangle(a), rectangle(b)) < 1e-9) }
      }
    }
  }

  /// One who is 0.6 m wide gets from every storey's hallway to the steps.
  @Test(arguments: seeds) func stairsAreReachedOnBothStoreys(_ seed: Int) throws {
    let plan = try plan(seed)
    let reach = HomeReach(plan: plan, radius: 0.3, height: 1.9, cell: 0.05) { _ in [] }
    for (grid, part) in zip(reach.grids, reach.isReached) {
      for room in plan.rooms.indices where plan.isRoom(room, on: grid.floor) {
        #expect(
          part.indices.contains { part[$0] && grid.rooms[$0] == room },
          "\(plan.rooms[room].kind) on \(grid.floor)")
      }
    }
  }

  @Test func allFormsOccur() throws {
    let forms = try Set(Self.seeds.flatMap { try plan($0).stairs.map(\.form) })
    #expect(forms == Set(HomePlan.Stair.Form.allCases))
  }

  @Test(arguments: 0..<8) func stairsRunAsAskedFor(_ seed: Int) throws {
    for form in HomePlan.Stair.Form.allCases {
      var draws = Draws(stream: RandomStream(seed: UInt64(seed)), index: 0)
      var programme = HomeProgramme.usual(bedrooms: 2 + seed % 3, &draws)
      programme.stairs = form
      let plan = try #require(StackPlanner(programme, storeys: 2).plan(&draws))
      #expect(plan.stairs.allSatisfy { $0.form == form })
    }
  }

  @Test func theSameDrawsGiveTheSamePlan() throws {
    #expect(Self.made(5) == Self.made(5))
  }
}
