import VectorMath

/// The cells between all grid lines that a layout uses, and which zone each belongs to: how walls and outlines are
/// found.
struct PlanMesh {
  let xs: [Int]
  let ys: [Int]
  /// Zone by cell, row by row; -1 = outdoors.
  private let cells: [Int]

  init(_ layout: PlanLayout) {
    var lines: (x: Set<Int>, y: Set<Int>) = ([], [])
    for rect in layout.zones.flatMap(\.rects) {
      lines.x.formUnion([rect.x0, rect.x1])
      lines.y.formUnion([rect.y0, rect.y1])
    }
    xs = lines.x.sorted()
    ys = lines.y.sorted()
    var cells = [Int](repeating: -1, count: max(0, xs.count - 1) * max(0, ys.count - 1))
    for (k, zone) in layout.zones.enumerated() {
      for r in zone.rects {
        for j in 0..<max(0, ys.count - 1) where ys[j] >= r.y0 && ys[j + 1] <= r.y1 {
          for i in 0..<max(0, xs.count - 1) where xs[i] >= r.x0 && xs[i + 1] <= r.x1 {
            cells[j * (xs.count - 1) + i] = k
          }
        }
      }
    }
    self.cells = cells
  }

  /// The zone of column `i`, row `j`; -1 outdoors.
  func zone(_ i: Int, _ j: Int) -> Int {
    guard i >= 0, j >= 0, i < xs.count - 1, j < ys.count - 1 else { return -1 }
    return cells[j * (xs.count - 1) + i]
  }

  /// A straight run of boundary with one zone on each side.
  struct Run {
    var isVertical: Bool
    /// Its grid line, and from where to where along it; `from` < `to`.
    var line: Int
    var from: Int
    var to: Int
    /// The zones at smaller and greater coordinates across the line.
    var below: Int
    var above: Int
  }

  /// All runs, vertical ones first.
  var runs: [Run] {
    var out: [Run] = []
    func collect(_ isVertical: Bool) {
      let (lines, along) = isVertical ? (xs, ys) : (ys, xs)
      for k in lines.indices {
        var open: Run?
        for m in 0..<max(0, along.count - 1) {
          let (a, b) = isVertical ? (zone(k - 1, m), zone(k, m)) : (zone(m, k - 1), zone(m, k))
          if var run = open, run.below == a, run.above == b {
            run.to = along[m + 1]
            open = run
          } else {
            if let run = open { out.append(run) }
            open =
              a == b
              ? nil
              : Run(
                isVertical: isVertical, line: lines[k], from: along[m], to: along[m + 1], below: a, above: b)
          }
        }
        if let run = open { out.append(run) }
      }
    }
    collect(true)
    collect(false)
    return out
  }

  /// The corners of the region of all cells that `holds` accepts by zone, counter-clockwise, the longest loop first;
  /// one loop when the region is one piece without holes.
  func outlines(_ holds: (Int) -> Bool) -> [[SIMD2<Int>]] {
    // Directed edges with the region on their left, from each corner at most two.
    var next: [SIMD2<Int>: [SIMD2<Int>]] = [:]
    var starts: [SIMD2<Int>] = []
    func add(_ a: SIMD2<Int>, _ b: SIMD2<Int>) {
      next[a, default: []].append(b)
      starts.append(a)
    }
    for j in 0..<max(0, ys.count - 1) {
      for i in 0..<max(0, xs.count - 1) where holds(zone(i, j)) {
        if !holds(zone(i, j - 1)) { add(SIMD2(i, j), SIMD2(i + 1, j)) }
        if !holds(zone(i + 1, j)) { add(SIMD2(i + 1, j), SIMD2(i + 1, j + 1)) }
        if !holds(zone(i, j + 1)) { add(SIMD2(i + 1, j + 1), SIMD2(i, j + 1)) }
        if !holds(zone(i - 1, j)) { add(SIMD2(i, j + 1), SIMD2(i, j)) }
      }
    }
    var loops: [[SIMD2<Int>]] = []
    for start in starts {
      var loop: [SIMD2<Int>] = []
      var at = start
      var way = SIMD2<Int>(0, 0)
      while let ends = next[at], !ends.isEmpty {
        // Where two loops touch, turn left, so that each stays on its own side.
        let pick =
          ends.indices.max { a, b in
            let (d, e) = (ends[a] &- at, ends[b] &- at)
            return way.x * d.y - way.y * d.x < way.x * e.y - way.y * e.x
          } ?? 0
        let to = ends[pick]
        next[at]?.remove(at: pick)
        let step = to &- at
        if step != way { loop.append(at) }
        way = step
        at = to
      }
      guard loop.count >= 4 else { continue }
      // The walk may have begun in the middle of an edge.
      let (a, b, c) = (loop[loop.count - 1], loop[0], loop[1])
      if (a.x == b.x && b.x == c.x) || (a.y == b.y && b.y == c.y) { loop.removeFirst() }
      loops.append(loop.map { SIMD2(xs[$0.x], ys[$0.y]) })
    }
    return loops.sorted { $0.count > $1.count }
  }
}
