import Annotations
import Checks
import Testing
import WorldModel

/// Two storeys with stairs between them, every measure written here: check 44 passes them, and no other stairs.
@Suite struct StairPlansTests {
  /// A stairwell of 2 × 4 m beside one room a storey, 2.8 m from floor to floor.
  private static let label: FloorPlanLabel = {
    let well = [[0.0, 0], [2, 0], [2, 4], [0, 4]]
    let room = [[2.1, 0.0], [5, 0], [5, 4], [2.1, 4]]
    func walls(_ first: Int, beside: Int, floor: Double) -> [FloorPlanLabel.Wall] {
      let ring: [(start: [Double], end: [Double], left: Int)] = [
        ([-0.1, -0.1], [2.05, -0.1], 1), ([2.05, -0.1], [5.1, -0.1], beside),
        ([5.1, -0.1], [5.1, 4.1], beside),
        ([5.1, 4.1], [2.05, 4.1], beside), ([2.05, 4.1], [-0.1, 4.1], 1), ([-0.1, 4.1], [-0.1, -0.1], 1),
      ]
      var out = ring.enumerated().map { i, w in
        FloorPlanLabel.Wall(
          wall: first + i, start: w.start, end: w.end, thickness: 0.2, left: w.left, right: 0, floor: floor)
      }
      out.append(
        FloorPlanLabel.Wall(
          wall: first + 6, start: [2.05, 0], end: [2.05, 4], thickness: 0.1, left: 1, right: beside,
          floor: floor))
      return out
    }
    func way(_ opening: Int, wall: Int, beside: Int) -> FloorPlanLabel.Opening {
      FloorPlanLabel.Opening(
        opening: opening, kind: HomePlan.Opening.Kind.passage.rawValue, wall: wall, left: 1, right: beside,
        start: [2.05, 0.1], end: [2.05, 1.1], width: 1, sill: 0, head: 2.1, instance: nil, leaves: [])
    }
    return FloorPlanLabel(
      footprint: [[-0.2, -0.2], [5.2, -0.2], [5.2, 4.2], [-0.2, 4.2]],
      rooms: [
        FloorPlanLabel.Room(
          room: 1, kind: RoomKind.stairwell.rawValue, outline: well, floor: 0, height: 5.3, area: 8),
        FloorPlanLabel.Room(
          room: 2, kind: RoomKind.hallway.rawValue, outline: room, floor: 0, height: 2.5, area: 11.6),
        FloorPlanLabel.Room(
          room: 3, kind: RoomKind.bedroom.rawValue, outline: room, floor: 2.8, height: 2.5, area: 11.6),
      ],
      walls: walls(1, beside: 2, floor: 0) + walls(8, beside: 3, floor: 2.8),
      openings: [way(1, wall: 7, beside: 2), way(2, wall: 14, beside: 3)], furniture: [],
      passages: [
        FloorPlanLabel.Passage(rooms: [1, 2], opening: 1, width: 1),
        FloorPlanLabel.Passage(rooms: [1, 3], opening: 2, width: 1),
      ],
      stairs: [
        FloorPlanLabel.Stair(
          form: HomePlan.Stair.Form.halfTurn.rawValue, room: 1, instance: nil, railing: nil, bottom: 0,
          top: 2.8,
          flights: [
            FloorPlanLabel.Stair.Flight(
              foot: [0.45, 1.2], direction: [0, 1], width: 0.9, base: 0, risers: 8, riser: 0.175, going: 0.25),
            FloorPlanLabel.Stair.Flight(
              foot: [1.55, 2.95], direction: [0, -1], width: 0.9, base: 1.4, risers: 8, riser: 0.175,
              going: 0.25),
          ],
          landings: [
            FloorPlanLabel.Stair.Landing(outline: [[0, 2.95], [2, 2.95], [2, 4], [0, 4]], top: 1.4),
            FloorPlanLabel.Stair.Landing(outline: [[0, 0], [2, 0], [2, 1.2], [0, 1.2]], top: 2.8),
          ])
      ])
  }()

  private static func passes(_ change: (inout FloorPlanLabel.Stair) -> Void) -> Bool {
    var fixture = Fixture.home
    fixture.label(0, FloorPlanLabel.self) {
      $0 = label
      change(&$0.stairs[0])
    }
    let report = fixture.report(["visual-44"].compactMap { CheckCatalog.check($0) })
    return report.entry("visual-44")?.status == .passed
  }

  @Test func rightStairsPass() { #expect(Self.passes { _ in }) }

  @Test func wrongStepsFail() {
    #expect(!Self.passes { $0.flights[1].risers -= 1 }, "a riser too few")
    #expect(!Self.passes { $0.flights[0].riser += 0.001 }, "steps of a flight 1 mm higher")
    #expect(!Self.passes { $0.flights[1].going -= 0.01 }, "treads of a flight 1 cm less deep")
    #expect(!Self.passes { $0.flights[1].base += 0.01 }, "a flight that begins in the air")
  }

  @Test func wrongWaysFail() {
    #expect(!Self.passes { $0.flights[0].direction = [0, 0.9] }, "a way that is no unit")
    #expect(!Self.passes { $0.flights[0].direction = [0, -1] }, "a flight that leads out of the well")
    #expect(!Self.passes { $0.flights[0].foot[0] -= 0.01 }, "a flight 1 cm in the wall")
    #expect(!Self.passes { $0.room = 2 }, "a stair in another room")
  }

  @Test func wrongLandingsFail() {
    #expect(!Self.passes { $0.landings[0].top -= 0.01 }, "a landing 1 cm too low")
    #expect(
      !Self.passes { $0.landings[0].outline = [[0, 3], [2, 3], [2, 4], [0, 4]] }, "a gap before it")
    #expect(!Self.passes { $0.landings.removeLast() }, "no floor to arrive on")
    #expect(!Self.passes { $0.top = 2.9 }, "a storey that is none")
  }
}
