package import VectorMath

/// What is seen of a ring's edges from a point inside of it, all around; no edge is seen through another.
///
/// Plan coordinates, metres. One pass over the edges for each direction in which a corner lies: for rings of rooms, not
/// of cities.
package struct VisibilityPolygon: Sendable, Hashable {
  /// A piece of an edge, its ends in the ring's order.
  package struct Piece: Sendable, Hashable {
    /// The edge runs from corner `edge` to the next.
    package var edge: Int
    package var from: Vector2
    package var to: Vector2
    /// The corners of the ring that the ends are; `nil` where a nearer corner cuts the edge.
    package var fromCorner: Int?
    package var toCorner: Int?
  }

  /// Counter-clockwise around the point.
  package let pieces: [Piece]

  /// - Parameters:
  ///   - ring: simple and counter-clockwise.
  ///   - eye: inside; `nil` for points that are not.
  package init?(of ring: Polygon, from eye: Vector2) {
    let corners = ring.points
    guard corners.count >= 3, ring.contains(eye), ring.distanceToBoundary(eye) > 0 else { return nil }
    let directions = Self.directions(to: corners, from: eye)
    var pieces: [Piece] = []
    for (k, first) in directions.enumerated() {
      let second = directions[(k + 1) % directions.count]
      let middle = normalized(first.way) + normalized(second.way)
      guard let edge = Self.nearest(ring, eye, middle) else { return nil }
      func end(_ direction: Direction) -> (Vector2, Int?)? {
        let ends = [edge, (edge + 1) % corners.count]
        if let corner = direction.corners.first(where: ends.contains) { return (corners[corner], corner) }
        let (a, b) = (corners[ends[0]], corners[ends[1]])
        let slope = cross(b - a, direction.way)
        guard slope != 0 else { return nil }
        return (a + (b - a) * (cross(eye - a, direction.way) / slope), nil)
      }
      guard let from = end(first), let to = end(second) else { return nil }
      if let last = pieces.last, last.edge == edge {
        (pieces[pieces.count - 1].to, pieces[pieces.count - 1].toCorner) = to
      } else {
        pieces.append(Piece(edge: edge, from: from.0, to: to.0, fromCorner: from.1, toCorner: to.1))
      }
    }
    // The first direction may lie in the middle of an edge's piece.
    if pieces.count > 1, let first = pieces.first, let last = pieces.last, first.edge == last.edge {
      (pieces[0].from, pieces[0].fromCorner) = (last.from, last.fromCorner)
      pieces.removeLast()
    }
    self.pieces = pieces
  }

  /// Corners that are seen.
  package var corners: Set<Int> {
    Set(pieces.flatMap { [$0.fromCorner, $0.toCorner] }.compactMap { $0 })
  }

  /// The ring around all that is seen, with the corner that each point is.
  package var ring: [(place: Vector2, corner: Int?)] {
    var out: [(place: Vector2, corner: Int?)] = []
    for piece in pieces {
      for end in [(piece.from, piece.fromCorner), (piece.to, piece.toCorner)]
      where out.last.map({ $0.place != end.0 }) ?? true { out.append(end) }
    }
    if out.count > 1, let first = out.first, let last = out.last, first.place == last.place {
      out.removeLast()
    }
    return out
  }

  /// The way from the point to corners that lie one behind the other.
  private struct Direction {
    var way: Vector2
    var corners: [Int]
  }

  private static func directions(to corners: [Vector2], from eye: Vector2) -> [Direction] {
    func half(_ d: Vector2) -> Int { d.y > 0 || (d.y == 0 && d.x > 0) ? 0 : 1 }
    let ways = corners.enumerated().map { Direction(way: $0.element - eye, corners: [$0.offset]) }
    let sorted = ways.sorted { a, b in
      let (h, k) = (half(a.way), half(b.way))
      if h != k { return h < k }
      let side = cross(a.way, b.way)
      return side != 0 ? side > 0 : a.corners[0] < b.corners[0]
    }
    func isSame(_ a: Vector2, _ b: Vector2) -> Bool {
      dot(a, b) > 0 && cross(a, b).magnitude <= 1e-12 * length(a) * length(b)
    }
    var out: [Direction] = []
    for direction in sorted {
      if let last = out.last, isSame(last.way, direction.way) {
        out[out.count - 1].corners += direction.corners
      } else {
        out.append(direction)
      }
    }
    if out.count > 1, let first = out.first, let last = out.last, isSame(first.way, last.way) {
      out[0].corners += last.corners
      out.removeLast()
    }
    return out
  }

  /// The first edge that a ray meets.
  private static func nearest(_ ring: Polygon, _ eye: Vector2, _ way: Vector2) -> Int? {
    var best: (edge: Int, distance: Double)?
    for (i, edge) in ring.edges.enumerated() {
      let along = edge.to - edge.from
      let slope = cross(way, along)
      guard slope != 0 else { continue }
      let t = cross(edge.from - eye, along) / slope
      let s = cross(edge.from - eye, way) / slope
      guard t > 0, s >= 0, s <= 1, best.map({ t < $0.distance }) ?? true else { continue }
      best = (i, t)
    }
    return best?.edge
  }
}
