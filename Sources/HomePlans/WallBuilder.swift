import VectorMath
import WorldModel

/// Turns zones into rooms and walls. All planes lie on a grid of 1/20 m.
///
/// Inner walls are 0.1 m thick, centred on the zones' edges. Outer walls have their inner face in line with that of
/// inner walls, so that the wall of a room runs straight where the outline of the home steps back from it.
struct WallBuilder {
  /// Thickness of outer walls in twentieths of a metre; even.
  var outer: Int
  var height: Double

  /// A plan without openings, and where along each wall both faces are free of other walls, metres from its start.
  func build(_ layout: PlanLayout) -> (plan: HomePlan, free: [ClosedRange<Double>]) {
    let mesh = PlanMesh(layout)
    let rooms = layout.zones.enumerated().map { k, zone in
      HomePlan.Room(
        kind: zone.kind, outline: outline(mesh.outlines { $0 == k }.first ?? [], inset: 1), height: height)
    }
    let whole = mesh.outlines { $0 >= 0 }.first ?? []
    let border = Border(whole)
    /// How far outwards the middle of an outer wall lies off the grid line.
    let shift = (outer - 2) / 2
    var walls: [HomePlan.Wall] = []
    var free: [ClosedRange<Double>] = []
    for run in mesh.runs {
      let isOuter = run.below < 0 || run.above < 0
      var (a, b) = (run.from * 2, run.to * 2)
      var line = run.line * 2
      if isOuter {
        let outward = run.below < 0 ? -1 : 1
        line += outward * shift
        a -= shift * border.turn(at: run.point(run.from))
        b += shift * border.turn(at: run.point(run.to))
      } else {
        if border.holds(run.point(run.from)) { a -= shift }
        if border.holds(run.point(run.to)) { b += shift }
      }
      func place(_ t: Int) -> Vector2 {
        run.isVertical ? metres(SIMD2(line, t)) : metres(SIMD2(t, line))
      }
      func index(_ zone: Int) -> Int? { zone >= 0 ? zone : nil }
      // Along +y the smaller x is on the left; along +x the greater y is. Outer walls have their room to the left.
      var forward = true
      if isOuter { forward = run.isVertical == (run.below >= 0) }
      let (left, right) = run.isVertical == forward ? (run.below, run.above) : (run.above, run.below)
      walls.append(
        HomePlan.Wall(
          start: place(forward ? a : b), end: place(forward ? b : a),
          thickness: Double(isOuter ? outer : 2) / 20, left: index(left), right: index(right)))
      // Where the home's edge reaches in, the wall round the corner covers more of the outer face.
      let (reachesInAtFrom, reachesInAtTo) = (
        isOuter && border.turn(at: run.point(run.from)) < 0, isOuter && border.turn(at: run.point(run.to)) < 0
      )
      let low = run.from * 2 + (reachesInAtFrom ? outer - 1 : 1)
      let high = run.to * 2 - (reachesInAtTo ? outer - 1 : 1)
      free.append(
        forward
          ? Double(low - a) / 20...Double(max(low, high) - a) / 20
          : Double(b - max(low, high)) / 20...Double(b - low) / 20)
    }
    let plan = HomePlan(rooms: rooms, walls: walls, footprint: outline(whole, inset: 1 - outer))
    return (plan, free)
  }

  private func metres(_ p: SIMD2<Int>) -> Vector2 { Vector2(Double(p.x) / 20, Double(p.y) / 20) }

  /// A rectilinear ring (grid steps, counter-clockwise) moved inwards by twentieths of a metre.
  private func outline(_ ring: [SIMD2<Int>], inset: Int) -> [Vector2] {
    ring.indices.map { i in
      let before = ring[(i + ring.count - 1) % ring.count]
      let (at, after) = (ring[i], ring[(i + 1) % ring.count])
      func inward(_ from: SIMD2<Int>, _ to: SIMD2<Int>) -> SIMD2<Int> {
        let d = to &- from
        return SIMD2(-d.y.signum(), d.x.signum())
      }
      let n = inward(before, at) &+ inward(at, after)
      return metres(SIMD2(at.x * 2 + n.x * inset, at.y * 2 + n.y * inset))
    }
  }

  /// The edge of the home.
  private struct Border {
    /// 1 at corners that stick out, -1 at those that reach in.
    private var turns: [SIMD2<Int>: Int] = [:]
    private let ring: [SIMD2<Int>]

    init(_ ring: [SIMD2<Int>]) {
      self.ring = ring
      for i in ring.indices {
        let before = ring[(i + ring.count - 1) % ring.count]
        let (d, e) = (ring[i] &- before, ring[(i + 1) % ring.count] &- ring[i])
        turns[ring[i]] = (d.x * e.y - d.y * e.x).signum()
      }
    }

    func turn(at p: SIMD2<Int>) -> Int { turns[p] ?? 0 }

    func holds(_ p: SIMD2<Int>) -> Bool {
      ring.indices.contains { i in
        let (a, b) = (ring[i], ring[(i + 1) % ring.count])
        return a.x == b.x
          ? p.x == a.x && p.y >= min(a.y, b.y) && p.y <= max(a.y, b.y)
          : p.y == a.y && p.x >= min(a.x, b.x) && p.x <= max(a.x, b.x)
      }
    }
  }
}

extension PlanMesh.Run {
  /// The grid point at `t` along the run.
  func point(_ t: Int) -> SIMD2<Int> { isVertical ? SIMD2(line, t) : SIMD2(t, line) }
}
