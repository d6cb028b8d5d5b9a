package import VectorMath

/// Cuts a simple polygon into triangles by clipping ears; corners counter-clockwise, indices into `ring`.
///
/// Corners on a straight line are kept, so that neighbours that share them stay closed. A ring that is not
/// simple still yields `count − 2` triangles.
package func triangulated(_ ring: [Vector2]) -> [(Int, Int, Int)] {
  var left = Array(ring.indices)
  var out: [(Int, Int, Int)] = []
  out.reserveCapacity(max(0, ring.count - 2))
  while left.count > 3 {
    var best = 0
    var bestScore = -Double.infinity
    for i in left.indices {
      let (a, b, c) = (
        ring[left[(i + left.count - 1) % left.count]], ring[left[i]], ring[left[(i + 1) % left.count]]
      )
      let area = cross(b - a, c - b)
      guard area > 0 else { continue }
      let blocked = left.contains { k in
        let p = ring[k]
        guard p != a, p != b, p != c else { return false }
        return cross(b - a, p - a) >= 0 && cross(c - b, p - b) >= 0 && cross(a - c, p - c) >= 0
      }
      if blocked { continue }
      // The roundest ear first keeps slivers away.
      let score = area / (dot(b - a, b - a) + dot(c - b, c - b) + dot(a - c, a - c))
      if score > bestScore { (best, bestScore) = (i, score) }
    }
    let n = left.count
    out.append((left[(best + n - 1) % n], left[best], left[(best + 1) % n]))
    left.remove(at: best)
  }
  if left.count == 3 { out.append((left[0], left[1], left[2])) }
  return out
}
