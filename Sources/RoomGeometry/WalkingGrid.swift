import Geometry
package import VectorMath
import WorldModel

/// Where a person can walk in a room: square cells whose middle keeps a body's radius from everything that stands.
package struct WalkingGrid: Sendable {
  package let origin: Vector2
  package let cell: Double
  package let columns: Int
  package let rows: Int
  /// How far skirtings stand out from walls, metres.
  private static let skirting = 0.014
  /// Row by row.
  package private(set) var isOpen: [Bool]
  private let space: RoomSpace

  /// - Parameters:
  ///   - solids: what lies lower than 0.03 m or higher than 1.9 m hinders nobody.
  ///   - radius: half the narrowest passage, metres.
  package init(space: RoomSpace, solids: [RoomSpace.Solid], cell: Double, radius: Double) {
    self.space = space
    self.cell = cell
    let (low, high) = space.bounds
    origin = low
    columns = max(1, Int(((high.x - low.x) / cell).rounded(.up)))
    rows = max(1, Int(((high.y - low.y) / cell).rounded(.up)))
    isOpen = [Bool](repeating: false, count: columns * rows)
    for j in 0..<rows {
      for i in 0..<columns {
        let p = low + Vector2(Double(i) + 0.5, Double(j) + 0.5) * cell
        isOpen[j * columns + i] = space.contains(p) && space.distanceToWall(p) >= radius + Self.skirting
      }
    }
    close(solids, radius: radius)
  }

  /// Takes away what more things stand on or near.
  package mutating func close(_ solids: [RoomSpace.Solid], radius: Double) {
    let low = origin
    for solid in solids where solid.heights.upperBound > 0.03 && solid.heights.lowerBound < 1.9 {
      let area = solid.area
      let reach = Vector2(area.reach(Vector2(1, 0)), area.reach(Vector2(0, 1))) + radius
      let a = (area.center - reach - low) / cell
      let b = (area.center + reach - low) / cell
      let (firstRow, lastRow) = (max(0, Int(a.y)), min(rows - 1, Int(b.y)))
      let (first, last) = (max(0, Int(a.x)), min(columns - 1, Int(b.x)))
      guard firstRow <= lastRow, first <= last else { continue }
      for j in firstRow...lastRow {
        for i in first...last where isOpen[j * columns + i] {
          let p = low + Vector2(Double(i) + 0.5, Double(j) + 0.5) * cell
          if area.distance(to: p) < radius { isOpen[j * columns + i] = false }
        }
      }
    }
  }

  private func index(of p: Vector2) -> Int? {
    let q = (p - origin) / cell
    let (i, j) = (Int(q.x.rounded(.down)), Int(q.y.rounded(.down)))
    guard i >= 0 && j >= 0 && i < columns && j < rows else { return nil }
    return j * columns + i
  }

  /// Cells connected with the ways into the room; empty where no way has an open cell.
  package func connected() -> [Bool] {
    var seen = [Bool](repeating: false, count: isOpen.count)
    guard let start = entries.first?.first else { return seen }
    var stack = [start]
    seen[start] = true
    while let at = stack.popLast() {
      let (i, j) = (at % columns, at / columns)
      for (a, b) in [(i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)]
      where a >= 0 && b >= 0 && a < columns && b < rows {
        let next = b * columns + a
        if isOpen[next] && !seen[next] {
          seen[next] = true
          stack.append(next)
        }
      }
    }
    return seen
  }

  /// Open cells just inside each way.
  private var entries: [[Int]] {
    space.ways.map { face, gap in
      let middle = (gap.range.lowerBound + gap.range.upperBound) / 2
      var cells: [Int] = []
      for depth in [0.3, 0.4, 0.5, 0.6] {
        for side in [0, -0.1, 0.1, -0.2, 0.2] {
          if let at = index(of: face.point(middle + side) + face.inward * depth), isOpen[at] {
            cells.append(at)
          }
        }
      }
      return cells
    }
  }

  /// Whether one can walk from the first way to all others, and to each of the areas.
  package func reaches(_ areas: [FloorRectangle]) -> Bool {
    let entries = self.entries
    guard entries.allSatisfy({ !$0.isEmpty }) else { return false }
    let seen = connected()
    guard entries.allSatisfy({ $0.contains { seen[$0] } }) else { return false }
    return areas.allSatisfy { area in
      // Somewhere in it, or a step beside it: where one sits there is no room to walk.
      let reach = area.grown(0.35)
      let a = (reach.center - reach.half.max() - origin) / cell
      let b = (reach.center + reach.half.max() - origin) / cell
      for j in max(0, Int(a.y))...max(0, min(rows - 1, Int(b.y))) where j < rows {
        for i in max(0, Int(a.x))...max(0, min(columns - 1, Int(b.x)))
        where i < columns && seen[j * columns + i] {
          if reach.contains(origin + Vector2(Double(i) + 0.5, Double(j) + 0.5) * cell) { return true }
        }
      }
      return false
    }
  }
}
