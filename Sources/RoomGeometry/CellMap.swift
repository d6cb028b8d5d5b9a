import Geometry
import VectorMath

/// Square cells of the floor, taken until they are opened.
struct CellMap {
  let origin: Vector2
  let columns: Int
  let rows: Int
  let cell: Double
  private var isOpen: [Bool]

  init(origin: Vector2, columns: Int, rows: Int, cell: Double) {
    (self.origin, self.columns, self.rows, self.cell) = (origin, columns, rows, cell)
    isOpen = [Bool](repeating: false, count: columns * rows)
  }

  private func middle(_ i: Int, _ j: Int) -> Vector2 {
    origin + Vector2(Double(i) + 0.5, Double(j) + 0.5) * cell
  }

  /// Rows and columns of cells whose middles may lie in a box.
  private func span(_ points: [Vector2], margin: Double) -> (i: Range<Int>, j: Range<Int>) {
    var (low, high) = (Vector2(repeating: .infinity), Vector2(repeating: -.infinity))
    for p in points {
      low = Vector2(min(low.x, p.x), min(low.y, p.y))
      high = Vector2(max(high.x, p.x), max(high.y, p.y))
    }
    let (a, b) = ((low - origin - margin) / cell - 0.5, (high - origin + margin) / cell - 0.5)
    func range(_ from: Double, _ to: Double, _ count: Int) -> Range<Int> {
      let first = max(0, min(Double(count), from.rounded(.up)))
      let last = max(-1, min(Double(count) - 1, to.rounded(.down)))
      return Int(first)..<max(Int(first), Int(last) + 1)
    }
    return (range(a.x, b.x, columns), range(a.y, b.y, rows))
  }

  /// Opens cells whose middles lie inside of a ring.
  mutating func open(_ ring: [Vector2]) {
    let (_, js) = span(ring, margin: 0)
    for j in js {
      let y = middle(0, j).y
      var cuts: [Double] = []
      for (k, p) in ring.enumerated() {
        let q = ring[(k + 1) % ring.count]
        if (p.y <= y) != (q.y <= y) { cuts.append(p.x + (q.x - p.x) * ((y - p.y) / (q.y - p.y))) }
      }
      cuts.sort()
      for k in stride(from: 0, to: cuts.count - 1, by: 2) {
        let a = max(0, Int(((cuts[k] - origin.x) / cell - 0.5).rounded(.up)))
        let b = min(columns - 1, Int(((cuts[k + 1] - origin.x) / cell - 0.5).rounded(.down)))
        if a <= b { for i in a...b { isOpen[j * columns + i] = true } }
      }
    }
  }

  /// Takes cells within half a diagonal of a convex polygon.
  mutating func take(_ polygon: [Vector2]) {
    let reach = cell * 0.7072
    let (columnRange, rowRange) = span(polygon, margin: reach)
    guard !columnRange.isEmpty, !rowRange.isEmpty else { return }
    // A step from one middle to the next is longer than the reach: most triangles of small things take few cells.
    for j in rowRange {
      for i in columnRange where isOpen[j * columns + i] {
        if Self.distance(middle(i, j), polygon) <= reach { isOpen[j * columns + i] = false }
      }
    }
  }

  /// Metres from a point to a convex polygon of either turn; 0 inside.
  static func distance(_ p: Vector2, _ polygon: [Vector2]) -> Double {
    var best = Double.infinity
    var (isLeft, isRight) = (true, true)
    for (k, a) in polygon.enumerated() {
      let b = polygon[(k + 1) % polygon.count]
      let (e, d) = (b - a, p - a)
      let side = cross(e, d)
      if side < 0 { isLeft = false }
      if side > 0 { isRight = false }
      let square = dot(e, e)
      let s = square > 0 ? max(0, min(1, dot(d, e) / square)) : 0
      let off = d - e * s
      best = min(best, dot(off, off))
    }
    // On a line all sides are zero: only with some breadth is a point inside.
    if isLeft != isRight { return 0 }
    return best.squareRoot()
  }

  /// Metres from each cell's middle to that of the nearest taken one, exact
  /// (P. Felzenszwalb and D. Huttenlocher, "Distance Transforms of Sampled Functions", 2012). The rim is taken.
  func distances() -> [Float] {
    var down = [Int32](repeating: 0, count: columns * rows)
    for i in 0..<columns {
      var last = Int32(0)
      for j in 0..<rows {
        last = isOpen[j * columns + i] ? last + 1 : 0
        down[j * columns + i] = last
      }
      last = 0
      for j in stride(from: rows - 1, through: 0, by: -1) {
        last = isOpen[j * columns + i] ? last + 1 : 0
        down[j * columns + i] = min(down[j * columns + i], last)
      }
    }
    var out = [Float](repeating: 0, count: columns * rows)
    // Parabolas with their feet at the columns, and a taken column beyond either end.
    var feet = [Int](repeating: 0, count: columns + 2)
    var starts = [Double](repeating: 0, count: columns + 3)
    for j in 0..<rows {
      func height(_ i: Int) -> Double {
        i < 0 || i >= columns ? 0 : Double(down[j * columns + i]) * Double(down[j * columns + i])
      }
      var count = 0
      for i in -1...columns {
        let h = height(i) + Double(i * i)
        var start = -Double.infinity
        while count > 0 {
          let foot = feet[count - 1]
          start = (h - height(foot) - Double(foot * foot)) / Double(2 * (i - foot))
          if start > starts[count - 1] { break }
          count -= 1
        }
        if count == 0 { start = -.infinity }
        feet[count] = i
        starts[count] = start
        count += 1
      }
      starts[count] = .infinity
      var k = 0
      for i in 0..<columns {
        while starts[k + 1] < Double(i) { k += 1 }
        let d = Double(i - feet[k])
        out[j * columns + i] = Float((d * d + height(feet[k])).squareRoot() * cell)
      }
    }
    return out
  }
}
