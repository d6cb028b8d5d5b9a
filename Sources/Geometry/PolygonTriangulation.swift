import VectorMath

extension Polygon {
  /// Triangles that cover the polygon less its holes, by ear clipping.
  ///
  /// Orientations do not matter; triangles come out counter-clockwise. Corners in a straight line stay corners of
  /// triangles where possible, so neighbours that share them show no cracks. Holes that lie outside are passed over.
  /// A ring that crosses itself still gives triangles that close it, but they may overlap and turn the other way. Time grows with the square of
  /// the number of points.
  ///
  /// - Returns: indices into this ring's points followed by those of the holes in their order.
  package func triangulated(holes: [Polygon] = []) -> [SIMD3<Int>] {
    var all = points
    var ring = Array(points.indices)
    if signedArea < 0 { ring.reverse() }
    var rings: [[Int]] = []
    for hole in holes {
      let indices = Array(all.count..<(all.count + hole.points.count))
      all += hole.points
      if hole.points.count >= 3 { rings.append(hole.signedArea > 0 ? indices.reversed() : indices) }
    }
    // The rightmost hole first: the way from it to the outside is then free of other holes.
    func rightmost(_ r: [Int]) -> Double { r.reduce(-.infinity) { Swift.max($0, all[$1].x) } }
    let order = rings.indices.sorted {
      let (a, b) = (rightmost(rings[$0]), rightmost(rings[$1]))
      return a != b ? a > b : $0 < $1
    }
    for i in order { bridge(rings[i], into: &ring, all) }
    var clipper = EarClipper(points: all, ring: ring)
    return clipper.triangles()
  }
}

/// Joins a clockwise hole to the counter-clockwise ring around it by a cut there and back (Eberly's way).
private func bridge(_ hole: [Int], into ring: inout [Int], _ points: [Vector2]) {
  guard let start = hole.indices.max(by: { points[hole[$0]].x < points[hole[$1]].x }) else { return }
  let m = points[hole[start]]
  // The nearest edge to the right that has the inside on its left.
  var nearest = Double.infinity
  var found: Int?
  for i in ring.indices {
    let (a, b) = (points[ring[i]], points[ring[(i + 1) % ring.count]])
    guard a.y <= m.y && m.y < b.y else { continue }
    let x = a.x + (b.x - a.x) * ((m.y - a.y) / (b.y - a.y))
    if x >= m.x && x < nearest {
      nearest = x
      found = points[ring[i]].x > points[ring[(i + 1) % ring.count]].x ? i : (i + 1) % ring.count
    }
  }
  guard var target = found else { return }
  // Corners in the triangle between the hole, the point hit and the edge's end would be in the way: take the one
  // that the ray sees first.
  let hit = Vector2(nearest, m.y)
  let end = points[ring[target]]
  var slope = Double.infinity
  var best = Double.infinity
  for i in ring.indices {
    let p = points[ring[i]]
    guard p.x >= m.x, isInClosedTriangle(p, m, hit, end) else { continue }
    let before = points[ring[(i + ring.count - 1) % ring.count]]
    let after = points[ring[(i + 1) % ring.count]]
    guard cross(p - before, after - p) <= 0 || p == end, sees(m, from: p, before, after) else { continue }
    let steepness = p == m ? 0 : (p.y - m.y).magnitude / Swift.max(p.x - m.x, 1e-300)
    let distance = length(p - m)
    if steepness < slope || (steepness == slope && distance < best) {
      slope = steepness
      best = distance
      target = i
    }
  }
  let round = hole[start...] + hole[..<start]
  ring.insert(contentsOf: Array(round) + [hole[start], ring[target]], at: target + 1)
}

/// Whether the way from corner `p` to `q` starts into the inside, between the edges to its neighbours.
private func sees(_ q: Vector2, from p: Vector2, _ before: Vector2, _ after: Vector2) -> Bool {
  let leftOfOut = cross(after - p, q - p) >= 0
  let leftOfIn = cross(p - before, q - p) >= 0
  return cross(p - before, after - p) > 0 ? leftOfOut && leftOfIn : leftOfOut || leftOfIn
}

/// Inside or on the edge, whatever the triangle's orientation.
private func isInClosedTriangle(_ p: Vector2, _ a: Vector2, _ b: Vector2, _ c: Vector2) -> Bool {
  let (u, v, w) = (cross(b - a, p - a), cross(c - b, p - b), cross(a - c, p - c))
  return (u >= 0 && v >= 0 && w >= 0) || (u <= 0 && v <= 0 && w <= 0)
}

/// A ring that loses one ear after the other.
private struct EarClipper {
  let points: [Vector2]
  /// Point index at each place of the ring, and the places before and after it that are left.
  var ring: [Int]
  var before: [Int]
  var after: [Int]
  var isLeft: [Bool]

  init(points: [Vector2], ring: [Int]) {
    self.points = points
    // Repeated points make no edges.
    var kept: [Int] = []
    for i in ring where kept.last.map({ points[$0] != points[i] }) ?? true { kept.append(i) }
    while kept.count > 1, let a = kept.first, let b = kept.last, points[a] == points[b] { kept.removeLast() }
    self.ring = kept
    let n = kept.count
    before = (0..<n).map { ($0 + n - 1) % n }
    after = (0..<n).map { ($0 + 1) % n }
    isLeft = [Bool](repeating: true, count: n)
  }

  private func point(_ place: Int) -> Vector2 { points[ring[place]] }
  private func turn(_ place: Int) -> Double {
    cross(point(place) - point(before[place]), point(after[place]) - point(place))
  }

  mutating func triangles() -> [SIMD3<Int>] {
    guard ring.count >= 3 else { return [] }
    var out: [SIMD3<Int>] = []
    out.reserveCapacity(ring.count - 2)
    var left = ring.count
    // Cutting an ear changes nothing for corners other than its two neighbours, so each is looked at again
    // only then.
    var queue = Array(ring.indices)
    var head = 0
    var anyPlace = 0
    while left > 3 {
      var chosen: Int?
      while head < queue.count, chosen == nil {
        let place = queue[head]
        head += 1
        if isLeft[place] && isEar(place) { chosen = place }
      }
      if head > 4096 && head * 2 > queue.count {
        queue.removeFirst(head)
        head = 0
      }
      let place = chosen ?? makeshift(from: anyPlace)
      if turn(place) != 0 { out.append(triangle(place)) }
      let (p, q) = (before[place], after[place])
      after[p] = q
      before[q] = p
      isLeft[place] = false
      anyPlace = p
      left -= 1
      queue.append(p)
      queue.append(q)
    }
    if let place = isLeft.firstIndex(of: true), turn(place) != 0 { out.append(triangle(place)) }
    return out
  }

  private func triangle(_ place: Int) -> SIMD3<Int> {
    SIMD3(ring[before[place]], ring[place], ring[after[place]])
  }

  private func isEar(_ place: Int) -> Bool {
    guard turn(place) > 0 else { return false }
    let (a, b, c) = (point(before[place]), point(place), point(after[place]))
    var i = after[after[place]]
    while i != before[place] {
      let p = point(i)
      if p != a, p != b, p != c, turn(i) <= 0, isInClosedTriangle(p, a, b, c) { return false }
      i = after[i]
    }
    return true
  }

  /// Without a proper ear (straight runs, rings that touch or cross themselves): a straight corner, whose loss
  /// costs no area, else the sharpest left turn, else anything.
  private func makeshift(from start: Int) -> Int {
    var best = start
    var bestTurn = -Double.infinity
    var i = start
    repeat {
      let t = turn(i)
      if t == 0 { return i }
      if t > bestTurn {
        bestTurn = t
        best = i
      }
      i = after[i]
    } while i != start
    return best
  }
}
