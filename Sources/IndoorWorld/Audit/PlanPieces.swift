import Geometry
import VectorMath

/// The pieces into which edges divide the plane: trapezoids that no edge crosses, so that what holds in the middle of one
/// holds in all of it.
struct PlanPieces {
  struct Piece {
    /// A place inside.
    var middle: Vector2
    /// Square metres.
    var area: Double
  }

  /// The pieces between the outermost edges, from low y to high; slivers that rounding makes are left out.
  static func dividing(_ edges: [(from: Vector2, to: Vector2)]) -> [Piece] {
    // Upwards; level ones divide nothing that their ends do not.
    let rising = edges.compactMap { a, b -> (low: Vector2, high: Vector2)? in
      a.y == b.y ? nil : a.y < b.y ? (a, b) : (b, a)
    }
    let slanted = edges.filter { $0.from.x != $0.to.x && $0.from.y != $0.to.y }
    var heights = edges.flatMap { [$0.from.y, $0.to.y] }
    for (a, b) in slanted {
      for (c, d) in edges {
        let (s, t) = (cross(b - a, c - a), cross(b - a, d - a))
        guard s * t < 0 else { continue }
        let p = c + (d - c) * (s / (s - t))
        if p.y > min(a.y, b.y), p.y < max(a.y, b.y) { heights.append(p.y) }
      }
    }
    let lines = heights.sorted().reduce(into: [Double]()) {
      if $1 - ($0.last ?? -.infinity) > 1e-7 { $0.append($1) }
    }
    var out: [Piece] = []
    for (low, high) in zip(lines, lines.dropFirst()) {
      let y = (low + high) / 2
      let places = rising.compactMap { a, b -> Double? in
        a.y < y && b.y > y ? a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)) : nil
      }.sorted()
      for (x0, x1) in zip(places, places.dropFirst()) where x1 - x0 > 1e-7 {
        out.append(Piece(middle: Vector2((x0 + x1) / 2, y), area: (x1 - x0) * (high - low)))
      }
    }
    return out
  }
}
