import VectorMath

/// Strips of a plan between the heights of its corners and crossings, cut at the edges that pass through: in such a piece
/// everything is the same all over, whatever the directions of walls.
enum PlanSlabs {
  /// Of very many strips, edges, crossings and pieces only some are looked at: labels may come from anywhere.
  private static let (mostStrips, mostEdges, mostSlanted, mostPieces) = (400, 8000, 400, 90_000)

  /// A place in the middle of each piece, and its area in square metres.
  static func pieces(_ all: [(from: Vector2, to: Vector2)]) -> [(middle: Vector2, area: Double)] {
    let edges = sparse(all, mostEdges)
    let slanted = sparse(edges.filter { $0.from.x != $0.to.x && $0.from.y != $0.to.y }, mostSlanted)
    var heights = edges.flatMap { [$0.from.y, $0.to.y] }
    for a in slanted {
      for b in edges {
        if let y = crossing(a, b) { heights.append(y) }
      }
    }
    var lines: [Double] = []
    for y in heights.sorted() where lines.last.map({ y - $0 > 1e-6 }) ?? true { lines.append(y) }
    lines = sparse(lines, mostStrips)
    var out: [(middle: Vector2, area: Double)] = []
    for (low, high) in zip(lines, lines.dropFirst()) {
      let y = (low + high) / 2
      var xs: [Double] = []
      for (a, b) in edges where (a.y < y) != (b.y < y) {
        xs.append(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)))
      }
      xs.sort()
      for (x0, x1) in zip(xs, xs.dropFirst()) where x1 - x0 > 1e-6 && out.count < mostPieces {
        out.append((Vector2((x0 + x1) / 2, y), (x1 - x0) * (high - low)))
      }
    }
    return out
  }

  /// The height at which two edges cross, if they do.
  private static func crossing(
    _ p: (from: Vector2, to: Vector2), _ q: (from: Vector2, to: Vector2)
  ) -> Double? {
    let (d, e) = (p.to - p.from, q.to - q.from)
    let turn = cross(d, e)
    guard turn != 0 else { return nil }
    let s = cross(q.from - p.from, e) / turn
    let t = cross(q.from - p.from, d) / turn
    return s > 0 && s < 1 && t >= 0 && t <= 1 ? p.from.y + d.y * s : nil
  }

  private static func sparse<T>(_ items: [T], _ most: Int) -> [T] {
    guard items.count > most else { return items }
    let step = (items.count + most - 1) / most
    return stride(from: 0, to: items.count, by: step).map { items[$0] }
  }
}
