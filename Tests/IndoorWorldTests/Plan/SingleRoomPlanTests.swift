import HomePlans
import IndoorWorld
import RandomStreams
import RoomGeometry
import Testing
import VectorMath
import WorldModel

@Suite struct SingleRoomPlanTests {
  static let kinds: [RoomKind] = [
    .office, .meetingRoom, .classroom, .hotelRoom, .shop, .clinic, .warehouse,
  ]

  static func plan(_ kind: RoomKind, seed: UInt64) -> HomePlan {
    var draws = Draws(stream: RandomStream(seed: seed), index: 0)
    return SingleRoomPlan(kind).plan(&draws)
  }

  @Test(arguments: kinds) func openingsFitTheirWalls(_ kind: RoomKind) {
    for seed in 0..<40 {
      let plan = Self.plan(kind, seed: UInt64(seed))
      #expect(plan.isConnected)
      #expect(plan.rooms[0].kind == kind)
      for wall in plan.walls {
        var from = 0.15
        for opening in wall.openings {
          #expect(opening.offset >= from, "\(opening) in \(wall)")
          #expect(opening.end <= wall.length - 0.15)
          #expect(opening.head <= plan.rooms[wall.left ?? wall.right ?? 0].height - 0.1)
          from = opening.end + 0.2
        }
      }
    }
  }

  /// Every opening of a wall is found again on the face of each room that it bounds.
  @Test(arguments: kinds) func facesKnowTheirOpenings(_ kind: RoomKind) {
    let plan = Self.plan(kind, seed: 3)
    for room in plan.rooms.indices {
      let found = WallFace.faces(of: room, in: plan).reduce(0) { $0 + $1.gaps.count }
      let expected = plan.walls(of: room).reduce(0) { $0 + plan.walls[$1.wall].openings.count }
      #expect(found == expected)
    }
  }
}
