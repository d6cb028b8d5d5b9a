import Geometry
package import VectorMath
package import WorldModel

/// The map of a home on a grid: of each cell, the kind of the room and the class of what stands on its floor.
///
/// The grid lies centred on the footprint's bounds. Two layouts are compared in all eight positions that a square can
/// have, since a mirrored or turned home is no new one.
package struct Layout: Sendable, Hashable {
  /// Metres a cell.
  package static let cell = 0.25

  private var width: Int
  private var height: Int
  /// Row by row from the bounds' lower left; 0 = outside of all rooms.
  private var cells: [UInt32]
  /// Cells inside of rooms.
  private var area: Int

  private init(width: Int, height: Int, cells: [UInt32]) {
    self.width = width
    self.height = height
    self.cells = cells
    area = cells.reduce(0) { $0 + ($1 == 0 ? 0 : 1) }
  }

  /// - Parameters:
  ///   - rooms: outlines with the kind of each room.
  ///   - things: floors that things take, with their class; a later one covers an earlier.
  package init(
    rooms: [(outline: [Vector2], kind: RoomKind)], things: [(area: [Vector2], nativeClass: NativeClass)]
  ) {
    let bounds = Box3(rooms.flatMap(\.outline).map { Vector3($0.x, $0.y, 0) })
    guard !bounds.isEmpty else {
      self.init(width: 0, height: 0, cells: [])
      return
    }
    let width = max(1, Int((bounds.size.x / Self.cell).rounded(.up)))
    let height = max(1, Int((bounds.size.y / Self.cell).rounded(.up)))
    let corner = Vector2(
      bounds.center.x - Double(width) * Self.cell / 2, bounds.center.y - Double(height) * Self.cell / 2)
    var cells = [UInt32](repeating: 0, count: width * height)
    func fill(_ outline: [Vector2], _ body: (inout UInt32) -> Void) {
      let polygon = Polygon(outline)
      let box = Box3(outline.map { Vector3($0.x, $0.y, 0) })
      guard !box.isEmpty else { return }
      func range(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
        let a = min(max(Int((low / Self.cell).rounded(.down)), 0), count)
        return a..<max(a, min(Int((high / Self.cell).rounded(.up)), count))
      }
      for y in range(box.min.y - corner.y, box.max.y - corner.y, height) {
        for x in range(box.min.x - corner.x, box.max.x - corner.x, width) {
          let p = corner + Vector2(Double(x) + 0.5, Double(y) + 0.5) * Self.cell
          if polygon.contains(p) { body(&cells[y * width + x]) }
        }
      }
    }
    let kinds = RoomKind.allCases
    for room in rooms {
      let kind = UInt32((kinds.firstIndex(of: room.kind) ?? 0) + 1)
      fill(room.outline) { $0 = kind << 16 }
    }
    for thing in things {
      fill(thing.area) { if $0 != 0 { $0 = $0 & 0xffff_0000 | UInt32(thing.nativeClass.id) } }
    }
    self.init(width: width, height: height, cells: cells)
  }

  /// The share of the cells of either that differ, 0...1: 0 for the same home, however turned; `nil` where neither has
  /// any.
  package func distance(to other: Layout) -> Double? {
    guard area > 0 || other.area > 0 else { return nil }
    let (small, large) = isTurned(before: other) ? (self, other) : (other, self)
    return small.positions.reduce(1) { min($0, large.differences(to: $1)) }
  }

  /// Which of two is turned in comparing them: the smaller, or it would matter in what order they are named.
  private func isTurned(before other: Layout) -> Bool {
    let (p, q) = ((area, width, height), (other.area, other.width, other.height))
    return p == q ? cells.lexicographicallyPrecedes(other.cells) : p < q
  }

  /// What the areas alone say: no distance is below.
  private func leastDistance(to other: Layout) -> Double {
    let (small, large) = (min(area, other.area), max(area, other.area))
    return large > 0 ? 1 - Double(small) / Double(large) : 0
  }

  /// With the middles of both together, neither turned.
  private func differences(to other: Layout) -> Double {
    // Of the other's corner in this one's cells.
    let (dx, dy) = ((width - other.width) >> 1, (height - other.height) >> 1)
    let columns = max(0, dx)..<max(0, dx, min(width, dx + other.width))
    let rows = max(0, dy)..<max(0, dy, min(height, dy + other.height))
    var (common, differing) = (0, 0)
    cells.withUnsafeBufferPointer { a in
      other.cells.withUnsafeBufferPointer { b in
        for y in rows {
          let (p, q) = (y &* width, (y &- dy) &* other.width &- dx)
          for x in columns where a[p &+ x] != 0 && b[q &+ x] != 0 {
            common &+= 1
            differing &+= a[p &+ x] != b[q &+ x] ? 1 : 0
          }
        }
      }
    }
    // Cells that only one of them has differ too.
    let union = area + other.area - common
    return Double(union - common + differing) / Double(union)
  }

  /// The eight positions, this one first.
  private var positions: [Layout] {
    [false, true].flatMap { swaps in
      [false, true].flatMap { x in
        [false, true].map { turned(swapping: swaps, flippingX: x, flippingY: $0) }
      }
    }
  }

  private func turned(swapping: Bool, flippingX: Bool, flippingY: Bool) -> Layout {
    let (w, h) = swapping ? (height, width) : (width, height)
    var out: [UInt32] = []
    out.reserveCapacity(cells.count)
    for y in 0..<h {
      for x in 0..<w {
        let (a, b) = swapping ? (y, x) : (x, y)
        out.append(cells[(flippingY ? height - 1 - b : b) * width + (flippingX ? width - 1 - a : a)])
      }
    }
    return Layout(width: w, height: h, cells: out)
  }

  /// For each layout, the nearest other one, the earlier of equally near ones; `nil` where there is none to compare
  /// with.
  package static func nearest(_ layouts: [Layout]) -> [(other: Int, distance: Double)?] {
    let byArea = layouts.indices.sorted { layouts[$0].isTurned(before: layouts[$1]) }
    var best = [(other: Int, distance: Double)?](repeating: nil, count: layouts.count)
    for (place, i) in byArea.enumerated() where layouts[i].area > 0 {
      let positions = layouts[i].positions
      for j in byArea[(place + 1)...] {
        // Most pairs are told apart by their areas.
        let limit = max(best[i]?.distance ?? 1, best[j]?.distance ?? 1)
        if layouts[i].leastDistance(to: layouts[j]) > limit { continue }
        let d = positions.reduce(1) { min($0, layouts[j].differences(to: $1)) }
        for (a, b) in [(i, j), (j, i)] where best[a].map({ (d, b) < ($0.distance, $0.other) }) ?? true {
          best[a] = (b, d)
        }
      }
    }
    return best
  }
}
