package import VectorMath

extension PolygonFill {
  /// As `spans` for one triangle, without a list of edges: for meshes of many. Triangles that share an edge share no cell
  /// and leave none out between them.
  package static func spans(
    ofTriangle a: Vector2, _ b: Vector2, _ c: Vector2, width: Int, height: Int,
    _ body: (_ row: Int, _ columns: Range<Int>) -> Void
  ) {
    let low = min(a.y, min(b.y, c.y))
    let high = max(a.y, max(b.y, c.y))
    // Nothing that is not a number passes.
    guard high > 0.5, low < Double(height), max(a.x, max(b.x, c.x)) > 0.5,
      min(a.x, min(b.x, c.x)) < Double(width), (a.x + b.x + c.x + low + high).isFinite
    else { return }
    let first = Int(max(0, (low - 0.5).rounded(.up)))
    let last = Int(min(Double(height), (high + 0.5).rounded(.down)))
    var row = first
    while row < last {
      let y = Double(row) + 0.5
      var (start, end) = (Double.infinity, -Double.infinity)
      cut(a, b, y, &start, &end)
      cut(b, c, y, &start, &end)
      cut(c, a, y, &start, &end)
      let from = column(start, width)
      let to = column(end, width)
      if from < to { body(row, from..<to) }
      row += 1
    }
  }

  /// Widens a row's run by where an edge crosses it, counted from the edge's upper end whatever its direction.
  @inline(__always)
  private static func cut(_ p: Vector2, _ q: Vector2, _ y: Double, _ start: inout Double, _ end: inout Double)
  {
    let (top, bottom) = p.y < q.y ? (p, q) : (q, p)
    guard top.y <= y, y < bottom.y else { return }
    let x = top.x + (y - top.y) / (bottom.y - top.y) * (bottom.x - top.x)
    start = min(start, x)
    end = max(end, x)
  }
}
