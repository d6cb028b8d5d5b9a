import Geometry
package import VectorMath

/// Where somebody of a given width and height can go on one storey of a home: square cells, free where the walker can
/// stand with its middle in the middle of the cell. World frame, metres.
package struct NavigationGrid: Sendable {
  package let plan: HomePlan
  /// Height of the storey's floor.
  package let floor: Double
  /// The lowest corner.
  package let origin: Vector2
  package let cell: Double
  package let columns: Int
  package let rows: Int
  /// Of the walker.
  package let radius: Double
  package let height: Double
  /// Row by row: metres from the cell's middle to whatever is nearest, at most `farthest`; 0 outside of rooms and ways.
  package private(set) var clearance: [Double]
  /// Row by row: the room on whose floor the cell's middle is; −1 on none (in a doorway, too).
  package private(set) var rooms: [Int]
  package let obstacles: [FloorObstacle]

  /// Beyond this distance obstacles are not looked for, metres.
  package static let farthest = 1.0

  /// The home as it stands at a time; `nil` for worlds without a plan.
  ///
  /// What is lower than 0.03 m hinders nobody.
  ///
  /// - Parameter floor: of which storey; the lowest where `nil`.
  package init?(
    _ world: World, on floor: Double? = nil, radius: Double, height: Double, cell: Double = 0.1,
    at time: Double = 0
  ) {
    guard let plan = world.plan, !plan.rooms.isEmpty else { return nil }
    let floor = floor ?? plan.floors.first ?? 0
    self.init(
      plan: plan, on: floor,
      things: world.floorObstacles(between: floor + 0.03, and: floor + height, at: time), radius: radius,
      height: height, cell: cell)
  }

  /// - Parameters:
  ///   - floor: height of a storey's floor.
  ///   - things: what stands in the way on it besides walls and stairs.
  package init(
    plan: HomePlan, on floor: Double = 0, things: [FloorObstacle], radius: Double, height: Double,
    cell: Double = 0.1
  ) {
    self.plan = plan
    self.floor = floor
    self.radius = radius
    self.height = height
    self.cell = cell
    let obstacles =
      plan.wallObstacles(on: floor, height: height) + plan.stairObstacles(on: floor, height: height) + things
    self.obstacles = obstacles
    let own = plan.rooms.indices.filter { plan.isRoom($0, on: floor) }
    let box = own.reduce(into: Box3()) { box, room in
      for p in plan.rooms[room].outline { box.insert(Vector3(p.x, p.y, 0)) }
    }
    let low = box.isEmpty ? .zero : Vector2(box.min.x, box.min.y)
    let size = box.isEmpty ? .zero : Vector2(box.size.x, box.size.y)
    let columns = max(1, Int((size.x / cell).rounded(.up)))
    let rows = max(1, Int((size.y / cell).rounded(.up)))
    (origin, self.columns, self.rows) = (low, columns, rows)
    var clearance = [Double](repeating: 0, count: columns * rows)
    var inside = [Int](repeating: -1, count: columns * rows)
    let outlines = own.map { Polygon(plan.rooms[$0].outline) }
    let ways = plan.doorways(on: floor, height: height)
    func middle(_ i: Int, _ j: Int) -> Vector2 { low + Vector2(Double(i) + 0.5, Double(j) + 0.5) * cell }
    for j in 0..<rows {
      for i in 0..<columns {
        let p = middle(i, j)
        let room = outlines.firstIndex { $0.contains(p) }.map { own[$0] }.flatMap {
          plan.hasFloor($0, at: p, on: floor) ? $0 : nil
        }
        inside[j * columns + i] = room ?? -1
        if room != nil || ways.contains(where: { $0.distance(to: p) <= 0 }) {
          clearance[j * columns + i] = Self.farthest
        }
      }
    }
    for obstacle in obstacles {
      let reach = obstacle.reach + Self.farthest
      let a = (obstacle.center - reach - low) / cell
      let b = (obstacle.center + reach - low) / cell
      let (i0, i1) = (max(0, Int(max(-1, a.x))), min(columns - 1, Int(max(-1, min(b.x, 1e6)))))
      let (j0, j1) = (max(0, Int(max(-1, a.y))), min(rows - 1, Int(max(-1, min(b.y, 1e6)))))
      guard i0 <= i1 && j0 <= j1 else { continue }
      for j in j0...j1 {
        for i in i0...i1 where clearance[j * columns + i] > 0 {
          clearance[j * columns + i] = min(clearance[j * columns + i], obstacle.distance(to: middle(i, j)))
        }
      }
    }
    self.clearance = clearance
    rooms = inside
  }

  /// Row by row.
  package var isFree: [Bool] { clearance.map { $0 >= radius } }

  /// The cell that holds a point; `nil` outside of the grid.
  package func index(of p: Vector2) -> Int? {
    let q = (p - origin) / cell
    guard q.x >= 0 && q.y >= 0 && q.x < Double(columns) && q.y < Double(rows) else { return nil }
    return Int(q.y) * columns + Int(q.x)
  }

  /// The middle of a cell.
  package func middle(of index: Int) -> Vector2 {
    origin + Vector2(Double(index % columns) + 0.5, Double(index / columns) + 0.5) * cell
  }

  /// Metres from a point to the nearest obstacle, exactly; whether the point lies indoors is not asked.
  package func distance(to p: Vector2) -> Double {
    obstacles.reduce(.infinity) { min($0, $1.distance(to: p)) }
  }

  /// Whether a point keeps `margin` metres (less than `farthest`) from everything; exact, but quick far from obstacles.
  package func isClear(_ p: Vector2, by margin: Double) -> Bool {
    guard let index = index(of: p) else { return false }
    // From the cell's middle it is at most half a diagonal to the point.
    if clearance[index] - cell * 0.7072 >= margin { return true }
    return obstacles.allSatisfy { $0.distance(to: p) >= margin }
  }

  /// Free cells connected with a cell, itself included; none when it is not free.
  package func part(around start: Int) -> [Bool] {
    let free = isFree
    var seen = [Bool](repeating: false, count: free.count)
    guard free.indices.contains(start), free[start] else { return seen }
    var stack = [start]
    seen[start] = true
    while let at = stack.popLast() {
      for (next, _) in neighbours(of: at, free) where !seen[next] {
        seen[next] = true
        stack.append(next)
      }
    }
    return seen
  }

  /// The largest part whose cells are connected, the first of several.
  package var largestPart: [Bool] {
    let free = isFree
    var known = [Bool](repeating: false, count: free.count)
    var best = known
    var most = 0
    for start in free.indices where free[start] && !known[start] {
      let part = part(around: start)
      var count = 0
      for i in part.indices where part[i] {
        known[i] = true
        count += 1
      }
      if count > most { (best, most) = (part, count) }
    }
    return best
  }

  /// Cells one step away and the length of the step in cells; diagonally only where both corners are free.
  func neighbours(of at: Int, _ free: [Bool]) -> [(cell: Int, length: Double)] {
    let (i, j) = (at % columns, at / columns)
    func isOpen(_ a: Int, _ b: Int) -> Bool {
      a >= 0 && b >= 0 && a < columns && b < rows && free[b * columns + a]
    }
    var out: [(cell: Int, length: Double)] = []
    for (a, b) in [(1, 0), (0, 1), (-1, 0), (0, -1)] where isOpen(i + a, j + b) {
      out.append(((j + b) * columns + i + a, 1))
    }
    for (a, b) in [(1, 1), (-1, 1), (-1, -1), (1, -1)]
    where isOpen(i + a, j + b) && isOpen(i + a, j) && isOpen(i, j + b) {
      out.append(((j + b) * columns + i + a, 2.0.squareRoot()))
    }
    return out
  }
}
