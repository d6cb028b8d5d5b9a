import VectorMath

/// What lies where among the lanes: for paint, which gives way to other roads' lanes, and verges, which are cut off
/// where they would lie on one.
///
/// Roads more than a metre apart in height (bridges) do not touch each other.
struct SurfaceLayers {
  /// Placed facets after the cut, as convex polygons.
  private(set) var pieces: [(polygon: CutPolygon, facet: Facet)] = []
  private var clippers: [Facet] = []
  private var cells: [SIMD2<Int32>: [Int32]] = [:]
  private static let cellSize = 8.0
  /// Surfaces farther apart in height do not cut each other, metres.
  static let heightReach = 1.0
  /// Overlaps below this are joints of abutting roads, m².
  private static let joint = 2e-3

  /// Remembers a facet that is drawn elsewhere.
  mutating func note(_ facet: Facet) {
    let box = facet.box
    guard box.min.x.isFinite, box.max.y.isFinite else { return }
    let index = Int32(clippers.count)
    clippers.append(facet)
    forEachCell(box) { cells[$0, default: []].append(index) }
  }

  /// Places a facet; it loses what an earlier one of another road covers at about its height.
  mutating func place(_ facet: Facet) {
    let box = facet.box
    guard box.min.x.isFinite, box.max.y.isFinite else { return }
    let rivals = overlapping(facet, box)
    if rivals.isEmpty {
      pieces.append((CutPolygon(facet.corners), facet))
    } else {
      // Halves are plane, so heights on the cuts are exact.
      var parts: [CutPolygon] = []
      for i in 1..<(facet.corners.count - 1) {
        parts.append(CutPolygon([facet.corners[0], facet.corners[i], facet.corners[i + 1]]))
      }
      for rival in rivals {
        parts = parts.flatMap { part -> [CutPolygon] in
          guard let common = part.intersection(rival.corners), common.planArea > Self.joint else {
            return [part]
          }
          return part.subtracting(rival.corners)
        }
        if parts.isEmpty { break }
      }
      // Crumbs of what lies beside the lanes would stand in them like pebbles; below is the bed or the ground.
      let isBeside = facet.priority >= 6
      for part in parts where !isBeside || !part.isSliver { pieces.append((part, facet)) }
    }
    note(facet)
  }

  /// Earlier facets of other roads that overlap this one at about its height, in order.
  private func overlapping(_ facet: Facet, _ box: (min: Vector2, max: Vector2)) -> [Facet] {
    var found: [Int32] = []
    forEachCell(box) { found += cells[$0] ?? [] }
    found.sort()
    var result: [Facet] = []
    var last: Int32 = -1
    for index in found where index != last {
      last = index
      let rival = clippers[Int(index)]
      guard rival.road != facet.road else { continue }
      let other = rival.box
      guard other.min.x < box.max.x, other.max.x > box.min.x, other.min.y < box.max.y,
        other.max.y > box.min.y,
        let common = CutPolygon(facet.corners).intersection(rival.corners), common.planArea > Self.joint
      else { continue }
      let p = common.planCentre
      if (facet.height(at: p) - rival.height(at: p)).magnitude < Self.heightReach { result.append(rival) }
    }
    return result
  }

  /// The parts of the segment, as ranges of 0...1, that no facet of another road with at most `priority` covers.
  ///
  /// - Parameter depth: closer to a facet's edge than this counts as uncovered, metres.
  func uncovered(
    from a: SurfaceVertex, to b: SurfaceVertex, road: Int, priority: Int, depth: Double = 1e-3
  ) -> [(Double, Double)] {
    let low = Vector2(min(a.position.x, b.position.x), min(a.position.y, b.position.y)) - 1e-6
    let high = Vector2(max(a.position.x, b.position.x), max(a.position.y, b.position.y)) + 1e-6
    var found: [Int32] = []
    forEachCell((low, high)) { found += cells[$0] ?? [] }
    found.sort()
    var open = [(0.0, 1.0)]
    var last: Int32 = -1
    for index in found where index != last {
      last = index
      let rival = clippers[Int(index)]
      guard rival.road != road, rival.priority <= priority,
        let (from, to) = Self.inside(a.plan, b.plan, rival.corners, depth)
      else { continue }
      let middle = SurfaceVertex.mix(a, b, (from + to) / 2)
      guard (rival.height(at: middle.plan) - middle.position.z).magnitude < Self.heightReach else { continue }
      open = open.flatMap { range -> [(Double, Double)] in
        [(range.0, min(range.1, from)), (max(range.0, to), range.1)].filter { $0.1 - $0.0 > 1e-6 }
      }
    }
    return open
  }

  private static func cellIndex(_ x: Double) -> Int32 { Int32(clamping: Int((x / cellSize).rounded(.down))) }

  /// The part of the segment within a convex polygon, well inside of its edges.
  private static func inside(
    _ a: Vector2, _ b: Vector2, _ polygon: [SurfaceVertex], _ depth: Double
  ) -> (Double, Double)? {
    var (from, to) = (0.0, 1.0)
    for i in polygon.indices {
      let p = polygon[i].plan
      let direction = normalized(polygon[(i + 1) % polygon.count].plan - p)
      let (da, db) = (cross(direction, a - p) - depth, cross(direction, b - p) - depth)
      if da < 0 && db < 0 { return nil }
      if da < 0 { from = max(from, da / (da - db)) }
      if db < 0 { to = min(to, da / (da - db)) }
    }
    return to - from > 1e-6 ? (from, to) : nil
  }

  private func forEachCell(_ box: (min: Vector2, max: Vector2), _ body: (SIMD2<Int32>) -> Void) {
    for y in Self.cellIndex(box.min.y)...Self.cellIndex(box.max.y) {
      for x in Self.cellIndex(box.min.x)...Self.cellIndex(box.max.x) {
        body(SIMD2(x, y))
      }
    }
  }
}
