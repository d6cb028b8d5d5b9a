import Testing
import VectorMath
import WorldModel

/// Two storeys with a hall and a stairwell each, in numbers.
///
///     y = 5  +---------+
///            |  stairs |  the way in is at y = 1.5…, one flight along +y at x = 0…1
///     y = 1  +--   ----+
///            |   hall  |
///     y = -1 +---------+
///           x = 0      2
@Suite struct HomeStoreysTests {
  private static let plan: HomePlan = {
    func box(_ y0: Double, _ y1: Double) -> [Vector2] {
      [Vector2(0, y0), Vector2(2, y0), Vector2(2, y1), Vector2(0, y1)]
    }
    let way = HomePlan.Opening(kind: .passage, offset: 0.3, width: 1.5, sill: 0, height: 2.1)
    func walls(_ hall: Int, _ floor: Double) -> [HomePlan.Wall] {
      [
        HomePlan.Wall(
          start: Vector2(-0.05, 1.05), end: Vector2(2.05, 1.05), thickness: 0.1, left: 2, right: hall,
          openings: [way], floor: floor)
      ]
    }
    let flight = HomePlan.Stair.Flight(
      foot: Vector2(0.5, 2), direction: Vector2(0, 1), width: 1, base: 0, risers: 10, riser: 0.3, going: 0.2)
    return HomePlan(
      rooms: [
        HomePlan.Room(kind: .hallway, outline: box(-1, 1), height: 2.7),
        HomePlan.Room(kind: .hallway, outline: box(-1, 1), height: 2.5, floor: 3),
        HomePlan.Room(kind: .stairwell, outline: box(1.1, 5), height: 5.5),
      ],
      walls: walls(0, 0) + walls(1, 3), footprint: box(-1.1, 5.1),
      stairs: [
        HomePlan.Stair(
          form: .straight, room: 2, flights: [flight],
          landings: [
            .init(low: Vector2(0, 3.8), high: Vector2(2, 5), top: 3),
            .init(low: Vector2(1, 1.1), high: Vector2(2, 3.8), top: 3),
            .init(low: Vector2(0, 1.1), high: Vector2(1, 2), top: 3),
          ], rails: [])
      ])
  }()

  @Test func floorsAndRooms() {
    let plan = Self.plan
    #expect(plan.floors == [0, 3])
    #expect(plan.floor(below: 2.9) == 0 && plan.floor(below: 3.2) == 3 && plan.floor(below: -1) == 0)
    #expect((0..<3).map { plan.isRoom($0, on: 0) } == [true, false, true])
    #expect((0..<3).map { plan.isRoom($0, on: 3) } == [false, true, true])
    #expect(plan.room(at: Vector3(1, 0, 1)) == 0 && plan.room(at: Vector3(1, 0, 4)) == 1)
    #expect(plan.room(at: Vector3(1, 3, 1)) == 2 && plan.room(at: Vector3(1, 3, 4)) == 2)
    #expect(plan.room(at: Vector3(1, 0, 2.85)) == nil)
  }

  @Test func aWaySeenFromTheStairsBelongsToThem() {
    // In the upper way, between the faces of its wall; below it there is wall.
    #expect(Self.plan.roomFacing(Vector3(1, 1.08, 3), normal: Vector3(0, 0, 1)) == 2)
    #expect(Self.plan.roomFacing(Vector3(1, 1.02, 3), normal: Vector3(0, 0, 1)) == 1)
    #expect(Self.plan.roomFacing(Vector3(1, 1.02, 0), normal: Vector3(0, 0, 1)) == 0)
  }

  @Test func upstairsTheStairwellHasFloorOnLandingsAlone() {
    let plan = Self.plan
    #expect(plan.hasFloor(2, at: Vector2(0.5, 3), on: 0) && !plan.hasFloor(2, at: Vector2(0.5, 3), on: 3))
    #expect(plan.hasFloor(2, at: Vector2(1.5, 3), on: 3) && plan.hasFloor(2, at: Vector2(0.5, 1.5), on: 3))
    let upper = plan.stairObstacles(on: 3, height: 1.8)
    // The void alone, 1 m × 1.8 m.
    let area = upper.reduce(0) { $0 + 4 * $1.half.x * $1.half.y }
    #expect((area - 1.8).magnitude < 1e-9)
    #expect(upper.contains { $0.distance(to: Vector2(0.5, 3)) == 0 })
  }

  /// A flight is in the way until its underside is higher than the walker: 1.8 + 0.14 m at 1.5 m up to a metre.
  @Test func oneWalksUnderTheUpperSteps() {
    let lower = Self.plan.stairObstacles(on: 0, height: 1.8)
    #expect(lower.count == 1)
    let way = (1.8 + HomePlan.Stair.waist) * 0.2 / 0.3
    #expect(lower[0].distance(to: Vector2(0.5, 2 + way - 0.001)) == 0)
    #expect((lower[0].distance(to: Vector2(0.5, 2 + way + 0.1)) - 0.1).magnitude < 1e-9)
  }

  @Test func stairsJoinTheStoreys() {
    func reached(_ plan: HomePlan) -> [Int] {
      let reach = HomeReach(plan: plan, radius: 0.3, height: 1.8, cell: 0.05) { _ in [] }
      var rooms: Set<Int> = []
      for (grid, part) in zip(reach.grids, reach.isReached) {
        rooms.formUnion(part.indices.filter { part[$0] }.map { grid.rooms[$0] })
      }
      return rooms.filter { $0 >= 0 }.sorted()
    }
    #expect(reached(Self.plan) == [0, 1, 2])
    var apart = Self.plan
    apart.stairs[0].flights[0].foot.y -= 0.8
    // It now ends above its own steps: nobody stands there.
    #expect(reached(apart) != [0, 1, 2])
  }
}
