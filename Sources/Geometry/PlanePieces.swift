package import VectorMath

/// The pieces into which edges divide the plane: trapezoids that no edge crosses, so that what holds in the middle of one
/// holds in all of it.
package struct PlanePieces {
  package struct Piece: Sendable, Hashable {
    /// A place inside.
    package var middle: Vector2
    /// Square metres.
    package var area: Double
  }

  /// Of how many edges, slanted edges, strips between heights, and pieces no more are looked at: of what may come from
  /// anywhere only some, evenly spread.
  package struct Limits: Sendable {
    package var edges: Int
    package var slanted: Int
    package var strips: Int
    package var pieces: Int

    package init(edges: Int, slanted: Int, strips: Int, pieces: Int) {
      self.edges = edges
      self.slanted = slanted
      self.strips = strips
      self.pieces = pieces
    }

    package static let none = Limits(edges: .max, slanted: .max, strips: .max, pieces: .max)
  }

  /// The pieces between the outermost edges, from low y to high; slivers that rounding makes are left out.
  package static func dividing(
    _ all: [(from: Vector2, to: Vector2)], limits: Limits = .none
  ) -> [Piece] {
    let edges = some(all, limits.edges)
    // Upwards; level ones divide nothing that their ends do not.
    let rising = edges.compactMap { a, b -> (low: Vector2, high: Vector2)? in
      a.y == b.y ? nil : a.y < b.y ? (a, b) : (b, a)
    }
    let slanted = some(edges.filter { $0.from.x != $0.to.x && $0.from.y != $0.to.y }, limits.slanted)
    var heights = edges.flatMap { [$0.from.y, $0.to.y] }
    for (a, b) in slanted {
      for (c, d) in edges {
        let (s, t) = (cross(b - a, c - a), cross(b - a, d - a))
        guard s * t < 0 else { continue }
        let p = c + (d - c) * (s / (s - t))
        if p.y > min(a.y, b.y), p.y < max(a.y, b.y) { heights.append(p.y) }
      }
    }
    let lines = some(
      heights.sorted().reduce(into: [Double]()) {
        if $1 - ($0.last ?? -.infinity) > sliver { $0.append($1) }
      },
      limits.strips)
    var out: [Piece] = []
    for (low, high) in zip(lines, lines.dropFirst()) {
      let y = (low + high) / 2
      let places = rising.compactMap { a, b -> Double? in
        a.y < y && b.y > y ? a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)) : nil
      }.sorted()
      for (x0, x1) in zip(places, places.dropFirst()) where x1 - x0 > sliver && out.count < limits.pieces {
        out.append(Piece(middle: Vector2((x0 + x1) / 2, y), area: (x1 - x0) * (high - low)))
      }
    }
    return out
  }

  /// What is narrower is left out, metres.
  private static let sliver = 1e-7

  private static func some<T>(_ items: [T], _ most: Int) -> [T] {
    guard items.count > most else { return items }
    let step = (items.count - 1) / most + 1
    return stride(from: 0, to: items.count, by: step).map { items[$0] }
  }
}
