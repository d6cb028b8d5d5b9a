package import Annotations

/// One closed polygon for shapes that need several rings.
///
/// Formats with room for a single ring (YOLO segment) get all rings joined by bridges of no width, walked
/// there and back: under the even-odd and the non-zero rule they enclose nothing, so holes stay holes and
/// parts stay whole. Loaders that also draw outlines show a bridge as a thin line.
package enum BridgedPolygon {
  /// A part's outer ring with its holes joined in.
  package static func ring(of part: MaskPart) -> [PixelCorner] {
    part.holes.reduce(part.outer) { join($0, $1) }
  }

  /// All parts in one ring, the largest first; empty when there are none.
  package static func ring(of parts: [MaskPart]) -> [PixelCorner] {
    let rings = parts.map { ring(of: $0) }
    let areas = parts.map { doubledArea($0.outer) }
    let order = rings.indices.sorted { areas[$0] != areas[$1] ? areas[$0] > areas[$1] : $0 < $1 }
    guard let first = order.first else { return [] }
    return order.dropFirst().reduce(rings[first]) { join($0, rings[$1]) }
  }

  /// Splices `b` into `a` where they come close: from the corner of `a` nearest to the start of `b` to the
  /// corner of `b` nearest to that.
  static func join(_ a: [PixelCorner], _ b: [PixelCorner]) -> [PixelCorner] {
    guard let start = b.first, !a.isEmpty else { return a.isEmpty ? b : a }
    let i = nearest(in: a, to: start)
    let j = nearest(in: b, to: a[i])
    var out: [PixelCorner] = []
    out.reserveCapacity(a.count + b.count + 2)
    out += a[...i]
    out += b[j...]
    out += b[...j]
    out += a[i...]
    return out
  }

  /// Twice the enclosed area in pixels, positive for clockwise rings (x right, y down).
  package static func doubledArea(_ ring: [PixelCorner]) -> Int {
    guard var previous = ring.last else { return 0 }
    var sum = 0
    for p in ring {
      sum += previous.x * p.y - p.x * previous.y
      previous = p
    }
    return sum
  }

  private static func nearest(in ring: [PixelCorner], to p: PixelCorner) -> Int {
    var best = (index: 0, distance: Int.max)
    for (i, q) in ring.enumerated() {
      let (dx, dy) = (q.x - p.x, q.y - p.y)
      let distance = dx * dx + dy * dy
      if distance < best.distance { best = (i, distance) }
    }
    return best.index
  }
}
