import Geometry
import VectorMath
package import WorldModel

/// The floor of a storey as cells of 5 mm, each with its distance to what is in the way.
///
/// A cell is taken where something is within half of its diagonal of its middle; distances are right to that.
package struct OpenFloor {
  /// A connected part of the floor for a disc.
  package struct Part {
    /// By number: whether it is in them.
    package var rooms: [Bool]
    /// The stairs that it leads to, up or down.
    package var stairs: Set<Int> = []
  }

  private let plan: HomePlan
  private let floor: Double
  private let origin: Vector2
  private let columns: Int
  private let rows: Int
  /// From the middles of cells to the middles of the nearest taken ones, metres, row by row.
  private let distances: [Float]

  static let cell = 0.005

  package init(_ plan: HomePlan, on floor: Double, obstacles: [SolidPart], heights: ClosedRange<Double>) {
    self.plan = plan
    self.floor = floor
    let heights = floor + heights.lowerBound...floor + heights.upperBound
    let rooms = plan.rooms.indices.filter { plan.isRoom($0, on: floor) }.map { plan.rooms[$0] }
    let box = Box3(rooms.flatMap(\.outline).map { Vector3($0.x, $0.y, 0) })
    origin = Vector2(box.min.x, box.min.y)
    columns = max(1, Int((box.size.x / Self.cell).rounded(.up)))
    rows = max(1, Int((box.size.y / Self.cell).rounded(.up)))
    var map = CellMap(origin: origin, columns: columns, rows: rows, cell: Self.cell)
    // Stairwells have floor where they begin, and landings above.
    for room in rooms where HomePlan.isLevel(room.floor, floor) { map.open(room.outline) }
    for stair in plan.stairs {
      for landing in stair.landings where HomePlan.isLevel(landing.top, floor) { map.open(landing.outline) }
    }
    for wall in plan.walls where HomePlan.isLevel(wall.floor, floor) {
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

  /// The parts of the floor in which a disc can move about and that lie in rooms.
  ///
  /// - Parameters:
  ///   - radius: of the disc, metres.
  ///   - margin: a room is reached when the disc's middle is that far inside of it.
  package func parts(radius: Double, inside margin: Double) -> [Part] {
    var part = [Int32](repeating: -1, count: distances.count)
    let least = Float(radius)
    var reached: [Part] = []
    var stack: [Int] = []
    for room in plan.rooms.indices where plan.isRoom(room, on: floor) {
      for start in cells(of: plan.rooms[room].outline, inside: margin) where distances[start] >= least {
        if part[start] < 0 {
          let number = Int32(reached.count)
          reached.append(Part(rooms: [Bool](repeating: false, count: plan.rooms.count)))
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
        reached[Int(part[start])].rooms[room] = true
      }
    }
    for (k, stair) in plan.stairs.enumerated() {
      guard let ends = plan.ends(of: stair, away: radius + 0.05) else { continue }
      for (end, level) in [(ends.lower, stair.bottom), (ends.upper, stair.top)]
      where HomePlan.isLevel(level, floor) {
        let q = (end - origin) / Self.cell
        let (i, j) = (Int(q.x.rounded(.down)), Int(q.y.rounded(.down)))
        guard i >= 0, j >= 0, i < columns, j < rows, part[j * columns + i] >= 0 else { continue }
        reached[Int(part[j * columns + i])].stairs.insert(k)
      }
    }
    return reached
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
