package import VectorMath

/// Fills rings by the even-odd rule, sampled at the centres of pixels.
///
/// Coordinates have the image's corner as origin: pixel (x, y) is the square from (x, y) to (x + 1, y + 1), its centre
/// half a pixel on. A centre exactly on an edge belongs to what lies to the right of the edge.
package enum PolygonFill {
  /// Calls `body` with the filled pixels of each row, in runs, top to bottom and left to right. Runs may touch.
  ///
  /// Takes any numbers: rings with coordinates that are not finite enclose nothing, and what lies outside
  /// 0…width × 0…height is cut off.
  package static func spans(
    of rings: [[Vector2]], width: Int, height: Int, _ body: (_ row: Int, _ columns: Range<Int>) -> Void
  ) {
    guard width > 0, height > 0 else { return }
    var low = Double.infinity
    var high = -Double.infinity
    var edges: [(top: Vector2, bottom: Vector2)] = []
    for ring in rings where ring.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) {
      guard var a = ring.last else { continue }
      for b in ring {
        if a.y != b.y { edges.append(a.y < b.y ? (a, b) : (b, a)) }
        low = min(low, b.y)
        high = max(high, b.y)
        a = b
      }
    }
    guard !edges.isEmpty else { return }
    // Only rows whose centre an edge can cross.
    let first = Int(max(0, min(Double(height), (low - 0.5).rounded(.up))))
    let last = Int(max(0, min(Double(height), (high + 0.5).rounded(.down))))
    edges.sort { $0.top.y < $1.top.y }
    var active: [(top: Vector2, bottom: Vector2)] = []
    var next = 0
    for row in first..<max(first, last) {
      let y = Double(row) + 0.5
      while next < edges.count, edges[next].top.y <= y {
        active.append(edges[next])
        next += 1
      }
      active.removeAll { $0.bottom.y <= y }
      let crossings = active.map { edge in
        edge.top.x + (y - edge.top.y) / (edge.bottom.y - edge.top.y) * (edge.bottom.x - edge.top.x)
      }.sorted()
      for pair in 0..<(crossings.count / 2) {
        let start = column(crossings[2 * pair], width)
        let end = column(crossings[2 * pair + 1], width)
        if start < end { body(row, start..<end) }
      }
    }
  }

  /// The first column whose centre is not left of `x`, in 0…width.
  static func column(_ x: Double, _ width: Int) -> Int {
    let c = (x - 0.5).rounded(.up)
    // Sums of huge coordinates may overflow to what is not a number.
    guard c > 0 else { return 0 }
    return c < Double(width) ? Int(c) : width
  }
}
