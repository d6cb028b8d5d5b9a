import Geometry
import VectorMath

/// A flat ring of points, some of which have a name, cut by planes.
///
/// Where a cut parts a ring, rings of their own come out, not one with seams: pictures are drawn from their outlines.
struct RingCut {
  struct Corner {
    var place: Vector3
    /// What the point is; `nil` for those that a cut made.
    var id: Int?
  }

  private(set) var rings: [[Corner]]

  init(_ ring: [Corner]) { rings = ring.count >= 3 ? [ring] : [] }

  /// Keeps what is in front of a plane or on it.
  mutating func keep(inFrontOf plane: Plane) { rings = rings.flatMap { Self.cut($0, plane) } }

  private static func cut(_ ring: [Corner], _ plane: Plane) -> [[Corner]] {
    let d = ring.map { plane.distance(to: $0.place) }
    if d.allSatisfy({ $0 >= 0 }) { return [ring] }
    guard let start = d.indices.first(where: { d[$0] < 0 && d[($0 + 1) % d.count] >= 0 }) else { return [] }
    // From each entry to the exit after it.
    var chains: [[Corner]] = []
    for step in 0..<ring.count {
      let (i, j) = ((start + step) % ring.count, (start + step + 1) % ring.count)
      // From the side that is kept to the other, so that neighbours with one edge get one point.
      func crossing(_ kept: Int, _ lost: Int) -> Corner {
        if d[kept] == 0 { return ring[kept] }
        let t = d[kept] / (d[kept] - d[lost])
        return Corner(place: ring[kept].place + (ring[lost].place - ring[kept].place) * t, id: nil)
      }
      switch (d[i] >= 0, d[j] >= 0) {
      case (false, true):
        chains.append([crossing(j, i)])
        if d[j] > 0 { chains[chains.count - 1].append(ring[j]) }
      case (true, true): chains[chains.count - 1].append(ring[j])
      case (true, false): if d[i] > 0 { chains[chains.count - 1].append(crossing(i, j)) }
      case (false, false): break
      }
    }
    return joined(chains).filter { $0.count >= 3 }
  }

  /// Along the cut the ring goes in and out by turns: ends next to each other belong together.
  private static func joined(_ chains: [[Corner]]) -> [[Corner]] {
    guard chains.count > 1, let origin = chains.first?.first?.place else { return chains }
    let ends = chains.indices.flatMap { k in
      [(k, true, chains[k].first), (k, false, chains[k].last)].compactMap { chain, isEntry, corner in
        corner.map { (chain: chain, isEntry: isEntry, place: $0.place) }
      }
    }
    let far = ends.max { length($0.place - origin) < length($1.place - origin) }?.place ?? origin
    let along = far - origin
    let order = ends.indices.sorted {
      let (a, b) = (dot(ends[$0].place - origin, along), dot(ends[$1].place - origin, along))
      return a < b || (a == b && $0 < $1)
    }
    // The chain that goes on where one leaves.
    var next: [Int: Int] = [:]
    for pair in stride(from: 0, to: order.count - 1, by: 2) {
      let (a, b) = (ends[order[pair]], ends[order[pair + 1]])
      guard a.isEntry != b.isEntry else { return [chains.flatMap { $0 }] }
      next[a.isEntry ? b.chain : a.chain] = a.isEntry ? a.chain : b.chain
    }
    var out: [[Corner]] = []
    var used: Set<Int> = []
    for first in chains.indices where !used.contains(first) {
      var ring: [Corner] = []
      var at = first
      while used.insert(at).inserted {
        ring += chains[at]
        at = next[at] ?? first
      }
      out.append(ring)
    }
    return out
  }
}
