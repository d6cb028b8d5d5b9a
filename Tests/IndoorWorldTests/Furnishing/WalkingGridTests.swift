import IndoorWorld
import RandomStreams
import RoomGeometry
import Testing
import VectorMath

@Suite struct WalkingGridTests {
  private static let space = RoomSpace(plan: SamplePlans.flat, room: 0)

  private static func solids(_ stream: inout RandomStream, _ count: Int) -> [RoomSpace.Solid] {
    let (low, high) = space.bounds
    return (0..<count).map { _ in
      let low3 = stream.uniform(0, 2.2)
      return RoomSpace.Solid(
        area: FloorRectangle(
          center: Vector2(stream.uniform(low.x, high.x), stream.uniform(low.y, high.y)),
          forward: stream.unitVector2(), half: Vector2(stream.uniform(0.1, 0.5), stream.uniform(0.1, 0.9))),
        heights: low3...low3 + stream.uniform(0.01, 0.9))
    }
  }

  /// A grid to which things come one after the other is that of all of them.
  @Test func closingInTurnsIsClosingAtOnce() {
    var stream = RandomStream(seed: 3)
    var closed = 0
    let empty = WalkingGrid(space: Self.space, solids: [], cell: 0.1, radius: 0.28)
    for count in 0..<8 {
      let solids = Self.solids(&stream, count)
      let whole = WalkingGrid(space: Self.space, solids: solids, cell: 0.1, radius: 0.28)
      var grid = empty
      for solid in solids.reversed() { grid.close([solid], radius: 0.28) }
      #expect(grid.isOpen == whole.isOpen)
      closed += zip(empty.isOpen, whole.isOpen).count { $0 && !$1 }
    }
    #expect(closed > 200)
  }

  /// Against the definition: a cell is open where its middle keeps its distance from the walls and from what stands.
  @Test func cellsKeepTheirDistance() {
    var stream = RandomStream(seed: 4)
    let solids = Self.solids(&stream, 6)
    let grid = WalkingGrid(space: Self.space, solids: solids, cell: 0.1, radius: 0.28)
    for j in 0..<grid.rows {
      for i in 0..<grid.columns {
        let p = grid.origin + Vector2(Double(i) + 0.5, Double(j) + 0.5) * grid.cell
        let isFree =
          Self.space.contains(p) && Self.space.distanceToWall(p) >= 0.28 + 0.014
          && solids.allSatisfy {
            $0.heights.upperBound <= 0.03 || $0.heights.lowerBound >= 1.9 || $0.area.distance(to: p) >= 0.28
          }
        #expect(grid.isOpen[j * grid.columns + i] == isFree, "\(p)")
      }
    }
  }
}
