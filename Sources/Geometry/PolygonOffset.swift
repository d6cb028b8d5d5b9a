import VectorMath

extension Polygon {
  /// The ring moved outward (positive `distance`) or inward (negative) by a distance in its own units.
  ///
  /// Corners that open are mitred; a mitre longer than `miterLimit` (1 or more) times the distance is cut straight
  /// across at that length. So the result holds the true offset with round corners, and no point of it is further
  /// from the ring than √(`miterLimit`² + 1) distances. The result is the region itself, without the loops that a moved outline makes: it may be
  /// empty, several rings, or a ring with holes.
  ///
  /// - Precondition: the ring is simple; of either orientation.
  /// - Returns: counter-clockwise outlines and clockwise holes. Time grows with the square of the number of points.
  package func offset(by distance: Double, miterLimit: Double = 2) -> [Polygon] {
    let ring = counterClockwise.withoutRepeats
    // Sizes whose squares overflow, and numbers that are none, have no outline.
    let isSane = ring.points.allSatisfy { $0.x.magnitude < 1e100 && $0.y.magnitude < 1e100 }
    guard ring.points.count >= 3, isSane, distance.magnitude < 1e100, ring.area > 0 else { return [] }
    guard distance != 0 else { return [ring] }
    let raw = ring.rawOffset(distance, miterLimit: Swift.max(1, miterLimit))
    var arrangement = WindingArrangement(raw)
    return arrangement.positiveRegion()
  }

  /// The ring without points that repeat their predecessor.
  var withoutRepeats: Polygon {
    var kept: [Vector2] = []
    for p in points where kept.last != p { kept.append(p) }
    while kept.count > 1, kept.first == kept.last { kept.removeLast() }
    return Polygon(kept)
  }

  /// All edges moved and joined; where corners close, the join runs through the corner itself, which leaves loops
  /// whose winding number is not positive.
  private func rawOffset(_ d: Double, miterLimit: Double) -> [Vector2] {
    let n = points.count
    let normals = edges.map { e -> Vector2 in
      let t = normalized(e.to - e.from)
      return Vector2(t.y, -t.x)
    }
    var out: [Vector2] = []
    for i in 0..<n {
      let p = points[i]
      let (a, b) = (normals[(i + n - 1) % n], normals[i])
      let opens = cross(a, b) * d > 0
      let alignment = 1 + dot(a, b)
      if opens && alignment > 0 && 2 <= miterLimit * miterLimit * alignment {
        out.append(p + (a + b) * (d / alignment))
      } else if opens {
        let (along, onward) = (Vector2(-a.y, a.x), Vector2(-b.y, b.x))
        let bisector = alignment > 1e-9 ? normalized(a + b) : along * (cross(a, b) < 0 ? -1 : 1)
        let reach = d * (miterLimit - dot(a, bisector)) / dot(along, bisector)
        out += [p + a * d + along * reach, p + b * d - onward * reach]
      } else {
        out += [p + a * d, p, p + b * d]
      }
    }
    return out
  }
}

/// The faces that one closed curve, which may cross itself, divides the plane into.
private struct WindingArrangement {
  private let curve: [Vector2]
  /// Points closer than this are one.
  private let tolerance: Double
  private var nodes: [Vector2] = []
  /// Nodes by grid cell. Look-ups only, never iterated.
  private var cells: [SIMD2<Int64>: [Int]] = [:]

  init(_ curve: [Vector2]) {
    self.curve = curve
    var extent = 0.0
    for p in curve { extent = Swift.max(extent, length(p - (curve.first ?? .zero))) }
    tolerance = Swift.max(extent * 1e-11, .leastNormalMagnitude)
  }

  private mutating func node(_ p: Vector2) -> Int {
    let q = (p - curve[0]) / (4 * tolerance)
    let cell = SIMD2(Int64(q.x.rounded(.down)), Int64(q.y.rounded(.down)))
    for dx in -1...1 {
      for dy in -1...1 {
        for i in cells[cell &+ SIMD2(Int64(dx), Int64(dy))] ?? [] where length(nodes[i] - p) <= tolerance {
          return i
        }
      }
    }
    nodes.append(p)
    cells[cell, default: []].append(nodes.count - 1)
    return nodes.count - 1
  }

  /// A stretch between two nodes; `count` = how often the curve runs from → to less how often back.
  private struct Edge {
    var from: Int
    var to: Int
    var count: Int
  }

  /// The outlines of where the curve's winding number is positive.
  mutating func positiveRegion() -> [Polygon] {
    let edges = splitEdges()
    var kept: [(from: Int, to: Int)] = []
    for (i, e) in edges.enumerated() {
      let (left, right) = windings(beside: i, edges)
      if left > 0 && right <= 0 { kept.append((e.from, e.to)) }
      if left <= 0 && right > 0 { kept.append((e.to, e.from)) }
    }
    return loops(kept)
  }

  /// The curve cut wherever it meets itself.
  private mutating func splitEdges() -> [Edge] {
    let n = curve.count
    var out: [Edge] = []
    var known: [SIMD2<Int>: Int] = [:]
    for i in 0..<n {
      let (a, b) = (curve[i], curve[(i + 1) % n])
      let d = b - a
      guard length(d) > tolerance else { continue }
      var cuts = [0.0, 1.0]
      for j in 0..<n where j != i {
        let (p, q) = (curve[j], curve[(j + 1) % n])
        let e = q - p
        let denominator = cross(d, e)
        if denominator.magnitude > 1e-14 * length(d) * length(e) {
          let t = cross(p - a, e) / denominator
          let s = cross(p - a, d) / denominator
          let slack = tolerance / Swift.max(length(e), tolerance)
          if t > 0 && t < 1 && s >= -slack && s <= 1 + slack { cuts.append(t) }
        }
        // Ends of others that lie on this edge, as parallel overlaps have them.
        let t = dot(p - a, d) / dot(d, d)
        if t > 0 && t < 1 && (cross(d, p - a) / length(d)).magnitude <= tolerance { cuts.append(t) }
      }
      cuts.sort()
      let stops = cuts.map { node($0 == 1 ? b : a + d * $0) }
      for (u, v) in zip(stops, stops.dropFirst()) where u != v {
        let key = SIMD2(Swift.min(u, v), Swift.max(u, v))
        if let k = known[key] {
          out[k].count += u == out[k].from ? 1 : -1
        } else {
          known[key] = out.count
          out.append(Edge(from: u, to: v, count: 1))
        }
      }
    }
    return out.filter { $0.count != 0 }
  }

  /// The winding numbers on the left and right of an edge, by a ray from its middle across the others.
  private func windings(beside index: Int, _ edges: [Edge]) -> (left: Int, right: Int) {
    let own = edges[index]
    let d = nodes[own.to] - nodes[own.from]
    // Rays run to +x; flat edges are looked at with the plane turned by a quarter.
    let isTurned = d.y.magnitude < d.x.magnitude
    func place(_ p: Vector2) -> Vector2 { isTurned ? Vector2(p.y, -p.x) : p }
    let (a, b) = (place(nodes[own.from]), place(nodes[own.to]))
    let middle = (a + b) / 2
    var winding = 0
    for (i, e) in edges.enumerated() where i != index {
      let (p, q) = (place(nodes[e.from]), place(nodes[e.to]))
      guard (p.y > middle.y) != (q.y > middle.y) else { continue }
      let x = p.x + (q.x - p.x) * ((middle.y - p.y) / (q.y - p.y))
      if x > middle.x { winding += q.y > p.y ? e.count : -e.count }
    }
    // What the ray leaves from is the edge's right side when it rises, else its left.
    return b.y > a.y ? (winding + own.count, winding) : (winding, winding - own.count)
  }

  /// Directed edges with the region on their left, chained to closed outlines.
  private func loops(_ kept: [(from: Int, to: Int)]) -> [Polygon] {
    var leaving: [Int: [Int]] = [:]
    for (i, e) in kept.enumerated() { leaving[e.from, default: []].append(i) }
    var isUsed = [Bool](repeating: false, count: kept.count)
    var out: [Polygon] = []
    for start in kept.indices where !isUsed[start] {
      var ring: [Vector2] = []
      var edge = start
      while !isUsed[edge] {
        isUsed[edge] = true
        ring.append(nodes[kept[edge].from])
        let direction = nodes[kept[edge].to] - nodes[kept[edge].from]
        // The sharpest turn to the left keeps regions that touch in a point apart.
        var next: Int?
        var sharpest = -Double.infinity
        for candidate in leaving[kept[edge].to] ?? [] where !isUsed[candidate] || candidate == start {
          let e = nodes[kept[candidate].to] - nodes[kept[candidate].from]
          let turn = DeterministicMath.atan2(cross(direction, e), dot(direction, e))
          if turn > sharpest {
            sharpest = turn
            next = candidate
          }
        }
        guard let next else { break }
        edge = next
      }
      let polygon = straightened(ring)
      if polygon.area > tolerance * polygon.perimeter { out.append(polygon) }
    }
    return out
  }

  /// The ring without corners that do not turn.
  private func straightened(_ ring: [Vector2]) -> Polygon {
    var kept = ring
    var i = 0
    while kept.count >= 3 && i < kept.count {
      let (a, b, c) = (kept[(i + kept.count - 1) % kept.count], kept[i], kept[(i + 1) % kept.count])
      let base = length(c - a)
      let height = base > 0 ? cross(c - a, b - a).magnitude / base : length(b - a)
      if height <= 4 * tolerance { kept.remove(at: i) } else { i += 1 }
    }
    return Polygon(kept)
  }
}
