import VectorMath
import WorldModel

/// A rectangle on the grid of a plan, in steps of 0.1 m.
struct PlanRect: Sendable, Hashable {
  var x0: Int
  var y0: Int
  var x1: Int
  var y1: Int

  init(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) {
    (self.x0, self.y0, self.x1, self.y1) = (x0, y0, x1, y1)
  }

  var width: Int { x1 - x0 }
  var depth: Int { y1 - y0 }
  var area: Int { width * depth }

  func moved(_ dx: Int, _ dy: Int) -> PlanRect { PlanRect(x0 + dx, y0 + dy, x1 + dx, y1 + dy) }

  /// One of eight ways: bit 0 mirrors x, bit 1 mirrors y, bit 2 swaps them.
  func turned(_ way: Int) -> PlanRect {
    var r = self
    if way & 1 != 0 { (r.x0, r.x1) = (-r.x1, -r.x0) }
    if way & 2 != 0 { (r.y0, r.y1) = (-r.y1, -r.y0) }
    return way & 4 != 0 ? PlanRect(r.y0, r.x0, r.y1, r.x1) : r
  }
}

/// The room of a plan before there are walls: up to the middle of its inner walls.
struct PlanZone: Sendable, Hashable {
  var kind: RoomKind
  /// Disjoint; together one piece.
  var rects: [PlanRect]
  /// The clear floor wished for, m².
  var target: Double
  /// The zone whose door alone leads here: a bathroom of a bedroom.
  var suiteOf: Int?
  /// A second bathroom, which belongs to the bedroom beside it if there is one.
  var isSuite = false

  init(kind: RoomKind, rects: [PlanRect], target: Double, suiteOf: Int? = nil) {
    self.kind = kind
    self.rects = rects
    self.target = target
    self.suiteOf = suiteOf
  }

  /// Square metres between the middles of walls.
  var area: Double { Double(rects.reduce(0) { $0 + $1.area }) / 100 }
}

/// Zones that tile the home.
struct PlanLayout: Sendable, Hashable {
  var zones: [PlanZone] = []
  /// The stretch of outer wall where one comes in: a rectangle without width.
  var entrance: PlanRect?

  /// One of the eight ways to turn and mirror a plan.
  func turned(_ way: Int) -> PlanLayout {
    var out = self
    for i in out.zones.indices {
      out.zones[i].rects = out.zones[i].rects.map { $0.turned(way) }
    }
    out.entrance = entrance?.turned(way)
    return out
  }

  /// The same with the middle of its bounds near the origin.
  var centred: PlanLayout {
    let all = zones.flatMap(\.rects)
    guard let x0 = all.map(\.x0).min(), let x1 = all.map(\.x1).max(), let y0 = all.map(\.y0).min(),
      let y1 = all.map(\.y1).max()
    else { return self }
    let (dx, dy) = ((x0 + x1) / 2, (y0 + y1) / 2)
    var out = self
    for i in out.zones.indices {
      out.zones[i].rects = out.zones[i].rects.map { $0.moved(-dx, -dy) }
    }
    out.entrance = entrance?.moved(-dx, -dy)
    return out
  }

  /// How much of two zones' edges coincides, in steps: the longest straight piece.
  func contact(_ a: Int, _ b: Int) -> Int {
    var best = 0
    for p in zones[a].rects {
      for q in zones[b].rects {
        if p.x1 == q.x0 || q.x1 == p.x0 { best = max(best, min(p.y1, q.y1) - max(p.y0, q.y0)) }
        if p.y1 == q.y0 || q.y1 == p.y0 { best = max(best, min(p.x1, q.x1) - max(p.x0, q.x0)) }
      }
    }
    return best
  }
}
