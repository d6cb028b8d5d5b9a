import IndoorWorld
import Testing
import VectorMath
import WorldModel

@Suite struct HomePlanTests {
  @Test func wallsFaceTheirRooms() {
    let plan = SamplePlans.flat
    for (i, room) in plan.rooms.enumerated() {
      let middle = room.outline.reduce(.zero, +) / Double(room.outline.count)
      let bounding = plan.walls(of: i)
      #expect(bounding.count >= 4)
      for (index, isLeft) in bounding {
        let wall = plan.walls[index]
        #expect((dot(middle - wall.start, wall.normal) > 0) == isLeft)
      }
    }
  }
}
