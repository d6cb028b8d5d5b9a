import Geometry
import VectorMath
import WorldModel

extension HomeAudit {
  /// visual-45, fourth part: a disc as wide as who walks gets from every room to every other, over the floor and
  /// between all that is lower than who walks is tall. Leaves of doors and curtains give way.
  package func passageViolations() -> [HomeViolation] {
    let floor = OpenFloor(plan, obstacles: obstacles, heights: limits.body)
    let radius = limits.walker / 2
    // What may be misjudged is not held against the home.
    let main = floor.reach(radius: radius - limits.passage / 2, inside: radius)
    return plan.rooms.indices.filter { !main[$0] }.map { room in
      var missing = radius
      // The widest disc that gets there.
      for step in 1...30 {
        let narrower = radius - Double(step) * 0.01
        if narrower > 0.05, floor.reach(radius: narrower, inside: narrower)[room] {
          missing = radius - narrower
          break
        }
      }
      let middle = Polygon(plan.rooms[room].outline).centroid
      return HomeViolation(
        .unreachable, ["\(plan.rooms[room].kind.rawValue)_\(room)"], at: Vector3(middle.x, middle.y, 0),
        by: 2 * missing)
    }
  }

  private var obstacles: [SolidPart] {
    bodies.filter {
      $0.role == .thing || $0.role == .fitting && !["curtain", "blind"].contains($0.className)
    }
    .flatMap { $0.parts.filter { !$0.isMoving } } + walls
  }
}

/// The floor of a home as cells of 5 mm, each with its distance to what is in the way.
///
/// A cell is taken where something is within half of its diagonal of its middle; distances are right to that.
struct OpenFloor {
  private let plan: HomePlan
  private let origin: Vector2
  private let columns: Int
  private let rows: Int
  /// From the middles of cells to the middles of the nearest taken ones, metres, row by row.
  private let distances: [Float]

  static let cell = 0.005

  init(_ plan: HomePlan, obstacles: [SolidPart], heights: ClosedRange<Double>) {
    self.plan = plan
    let box = Box3(plan.rooms.flatMap(\.outline).map { Vector3($0.x, $0.y, 0) })
    origin = Vector2(box.min.x, box.min.y)
    columns = max(1, Int((box.size.x / Self.cell).rounded(.up)))
    rows = max(1, Int((box.size.y / Self.cell).rounded(.up)))
    var map = CellMap(origin: origin, columns: columns, rows: rows, cell: Self.cell)
    for room in plan.rooms { map.open(room.outline) }
    for wall in plan.walls {
      for way in wall.openings where way.isWay && way.kind != .balconyDoor {
        guard wall.left != nil, wall.right != nil else { continue }
        // A little into the rooms, so that no row of cells is lost between.
        let (a, b) = (wall.start + wall.direction * way.offset, wall.start + wall.direction * way.end)
        let out = wall.normal * (wall.thickness / 2 + Self.cell)
        map.open([a - out, b - out, b + out, a + out])
      }
    }
    let window = Box3(
      min: Vector3(-.infinity, -.infinity, heights.lowerBound),
      max: Vector3(.infinity, .infinity, heights.upperBound))
    for part in obstacles where part.box.max.z > heights.lowerBound && part.box.min.z < heights.upperBound {
      for t in part.triangles {
        let (a, b, c) = part.corners(t)
        var polygon = [a, b, c]
        if min(a.z, min(b.z, c.z)) < heights.lowerBound || max(a.z, max(b.z, c.z)) > heights.upperBound {
          polygon = Box3.clipped(polygon) { $0.z - window.min.z }
          polygon = Box3.clipped(polygon) { window.max.z - $0.z }
        }
        if !polygon.isEmpty { map.take(polygon.map { Vector2($0.x, $0.y) }) }
      }
    }
    distances = map.distances()
  }

  /// Which rooms the floor holds that a disc can get to from the room that most others can be reached from.
  ///
  /// - Parameters:
  ///   - radius: of the disc, metres.
  ///   - margin: a room is reached when the disc's middle is that far inside of it.
  func reach(radius: Double, inside margin: Double) -> [Bool] {
    var part = [Int32](repeating: -1, count: distances.count)
    let least = Float(radius)
    var reached: [[Bool]] = []
    var stack: [Int] = []
    let seeds = plan.rooms.map { cells(of: $0.outline, inside: margin) }
    for (room, cells) in seeds.enumerated() {
      for start in cells where distances[start] >= least {
        if part[start] < 0 {
          let number = Int32(reached.count)
          reached.append([Bool](repeating: false, count: plan.rooms.count))
          part[start] = number
          stack = [start]
          while let at = stack.popLast() {
            let (i, j) = (at % columns, at / columns)
            func step(_ next: Int) {
              if part[next] < 0 && distances[next] >= least {
                part[next] = number
                stack.append(next)
              }
            }
            if i > 0 { step(at - 1) }
            if i < columns - 1 { step(at + 1) }
            if j > 0 { step(at - columns) }
            if j < rows - 1 { step(at + columns) }
          }
        }
        reached[Int(part[start])][room] = true
      }
    }
    return reached.max { $0.filter { $0 }.count < $1.filter { $0 }.count }
      ?? [Bool](repeating: false, count: plan.rooms.count)
  }

  /// Cells at least `margin` inside of an outline, every second in both directions.
  private func cells(of outline: [Vector2], inside margin: Double) -> [Int] {
    let polygon = Polygon(outline)
    let box = Box3(outline.map { Vector3($0.x, $0.y, 0) })
    var out: [Int] = []
    let step = 0.02
    var y = box.min.y + margin
    while y <= box.max.y - margin {
      var x = box.min.x + margin
      while x <= box.max.x - margin {
        let p = Vector2(x, y)
        let q = (p - origin) / Self.cell
        let (i, j) = (Int(q.x.rounded(.down)), Int(q.y.rounded(.down)))
        if i >= 0, j >= 0, i < columns, j < rows, polygon.contains(p),
          polygon.distanceToBoundary(p) >= margin - 1e-9
        {
          out.append(j * columns + i)
        }
        x += step
      }
      y += step
    }
    return out
  }
}
