import Geometry
import VectorMath

/// Rectangles along the axes that together hold the inside of a room's outline.
///
/// Of sides along the axes they are the tiles between them. Along a side that slants they stand out beyond it, by less
/// than 0.08 m: within its wall, so that no place outdoors is taken for one in a room.
enum InteriorBoxes {
  /// How long a box is along a side that slants, metres along either axis.
  private static let step = 0.1

  static func covering(_ outline: [Vector2]) -> [(low: Vector2, high: Vector2)] {
    let edges = Polygon(outline).edges.filter { $0.from.x != $0.to.x }
    var lines = outline.map(\.x)
    for (a, b) in edges where a.y != b.y {
      let d = b - a
      let parts = Int((max(d.x.magnitude, d.y.magnitude) / step).rounded(.up))
      for k in stride(from: 1, to: parts, by: 1) { lines.append(a.x + d.x * Double(k) / Double(parts)) }
    }
    let xs = lines.sorted().reduce(into: [Double]()) {
      if $1 - ($0.last ?? -.infinity) > 1e-9 { $0.append($1) }
    }
    var out: [(low: Vector2, high: Vector2)] = []
    for (x0, x1) in zip(xs, xs.dropFirst()) {
      let middle = (x0 + x1) / 2
      // The sides above each other over the strip: where each is in its middle, and how far down and up it comes.
      let sides = edges.compactMap { a, b -> (middle: Double, low: Double, high: Double)? in
        guard min(a.x, b.x) < middle, max(a.x, b.x) > middle else { return nil }
        func height(_ x: Double) -> Double {
          a.y == b.y ? a.y : a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x))
        }
        return (height(middle), min(height(x0), height(x1)), max(height(x0), height(x1)))
      }.sorted { $0.middle < $1.middle }
      for k in stride(from: 0, to: sides.count - 1, by: 2) {
        let (low, high) = (sides[k].low, sides[k + 1].high)
        // A strip as high as the one before it grows that one.
        if let before = out.firstIndex(where: { $0.high.x == x0 && $0.low.y == low && $0.high.y == high }) {
          out[before].high.x = x1
        } else {
          out.append((Vector2(x0, low), Vector2(x1, high)))
        }
      }
    }
    return out
  }
}
