import Testing
import VectorMath
import WorldModel

/// Two rooms with one door between them.
@Suite struct NavigationGridTests {
  private static let plan: HomePlan = {
    func box(_ x0: Double, _ x1: Double) -> [Vector2] {
      [Vector2(x0, 0), Vector2(x1, 0), Vector2(x1, 3), Vector2(x0, 3)]
    }
    func wall(
      _ a: Vector2, _ b: Vector2, _ left: Int?, _ right: Int?, _ openings: [HomePlan.Opening] = []
    ) -> HomePlan.Wall {
      HomePlan.Wall(start: a, end: b, thickness: 0.1, left: left, right: right, openings: openings)
    }
    let door = HomePlan.Opening(kind: .hingedDoor, offset: 1, width: 0.9, sill: 0, height: 2.1)
    let (l, m, r, b, t) = (-0.05, 4.05, 8.15, -0.05, 3.05)
    return HomePlan(
      rooms: [
        HomePlan.Room(kind: .livingRoom, outline: box(0, 4), height: 2.5),
        HomePlan.Room(kind: .bedroom, outline: box(4.1, 8.1), height: 2.5),
      ],
      walls: [
        wall(Vector2(l, b), Vector2(m, b), 0, nil), wall(Vector2(m, b), Vector2(r, b), 1, nil),
        wall(Vector2(r, b), Vector2(r, t), 1, nil), wall(Vector2(r, t), Vector2(m, t), 1, nil),
        wall(Vector2(m, t), Vector2(l, t), 0, nil), wall(Vector2(l, t), Vector2(l, b), 0, nil),
        wall(Vector2(m, b), Vector2(m, t), 0, 1, [door]),
      ],
      footprint: [Vector2(-0.1, -0.1), Vector2(8.2, -0.1), Vector2(8.2, 3.1), Vector2(-0.1, 3.1)])
  }()

  private static func grid(_ things: [FloorObstacle] = []) -> NavigationGrid {
    NavigationGrid(plan: plan, things: things, radius: 0.25, height: 1.8)
  }

  @Test func clearanceIsTheDistanceToTheNearestOfAll() {
    let grid = Self.grid([
      FloorObstacle(center: Vector2(2, 2), axis: normalized(Vector2(2, 1)), half: Vector2(0.5, 0.3))
    ])
    for i in grid.clearance.indices where grid.clearance[i] > 0 {
      let exact = min(NavigationGrid.farthest, grid.distance(to: grid.middle(of: i)))
      #expect((grid.clearance[i] - exact).magnitude < 1e-12)
    }
    #expect(grid.clearance.contains { $0 == 0 })
  }

  @Test func aWardrobeBeforeTheDoorCutsARoomOff() throws {
    let open = Self.grid()
    let a = try #require(open.index(of: Vector2(0.75, 0.75)))
    let b = try #require(open.index(of: Vector2(7.25, 2.25)))
    #expect(open.part(around: a)[b])
    #expect(open.path(from: a, to: b) != nil)
    let shut = Self.grid([FloorObstacle(center: Vector2(4.4, 1.4), half: Vector2(0.3, 0.7))])
    #expect(!shut.part(around: a)[b])
    #expect(shut.path(from: a, to: b) == nil)
  }

  /// Relaxation of all cells until nothing changes, without a heap.
  @Test func pathsAreTheShortest() throws {
    let grid = Self.grid([FloorObstacle(center: Vector2(2, 1), half: Vector2(0.4, 1))])
    let start = try #require(grid.index(of: Vector2(0.55, 0.55)))
    let goal = try #require(grid.index(of: Vector2(7.05, 0.55)))
    let free = grid.isFree
    var best = [Double](repeating: .infinity, count: free.count)
    best[start] = 0
    var changes = true
    while changes {
      changes = false
      for at in free.indices where free[at] && best[at] < .infinity {
        let (i, j) = (at % grid.columns, at / grid.columns)
        for (a, b) in [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1), (-1, -1), (1, -1)] {
          guard i + a >= 0, j + b >= 0, i + a < grid.columns, j + b < grid.rows else { continue }
          let next = (j + b) * grid.columns + i + a
          guard free[next], free[j * grid.columns + i + a], free[(j + b) * grid.columns + i] else { continue }
          let total = best[at] + (Double(a * a + b * b)).squareRoot() * grid.cell
          if total < best[next] - 1e-12 {
            best[next] = total
            changes = true
          }
        }
      }
    }
    let path = try #require(grid.path(from: start, to: goal, comfort: 0))
    let length = zip(path, path.dropFirst()).reduce(0.0) {
      $0 + VectorMath.length(grid.middle(of: $1.1) - grid.middle(of: $1.0))
    }
    #expect((length - best[goal]).magnitude < 1e-9)
  }
}
