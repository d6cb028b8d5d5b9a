package import VectorMath

/// A drawing as pixels: 8-bit RGB, rows from the top.
///
/// Edges are smoothed by the share of each pixel that a shape covers: four rows of samples, exact along each.
package struct PlanRaster: Sendable {
  package let width: Int
  package let height: Int
  /// Red, green, blue of each pixel.
  package private(set) var bytes: [UInt8]

  private let corner: Vector2
  private let scale: Double
  private var mask: [Float]
  private static let rows = 4

  /// - Parameters:
  ///   - pixels: of the longer side, 16 to 16,384.
  ///   - background: grey level.
  package init(_ drawing: PlanDrawing, pixels: Int = 2400, background: UInt8 = 244) {
    let (from, to) = drawing.frame
    let size = to - from
    scale = Double(min(16384, max(16, pixels))) / max(size.x, size.y, 1)
    width = max(1, Int((size.x * scale).rounded()))
    height = max(1, Int((size.y * scale).rounded()))
    corner = Vector2(from.x, to.y)
    bytes = [UInt8](repeating: background, count: 3 * width * height)
    mask = [Float](repeating: 0, count: width)
    for item in drawing.items { draw(item) }
  }

  /// The pixel at a point of the drawing, as red, green and blue; nil outside.
  package func pixel(at p: Vector2) -> (UInt8, UInt8, UInt8)? {
    let q = place(p)
    guard q.x >= 0, q.y >= 0, q.x < Double(width), q.y < Double(height) else { return nil }
    let i = 3 * (Int(q.y) * width + Int(q.x))
    return (bytes[i], bytes[i + 1], bytes[i + 2])
  }

  private func place(_ p: Vector2) -> Vector2 { Vector2(p.x - corner.x, corner.y - p.y) * scale }

  private mutating func draw(_ item: PlanDrawing.Item) {
    let style = item.style
    switch item.shape {
    case .groupBegins, .groupEnds: break
    case .polygon(let points):
      if let fill = style.fill { paint([points.map(place)], fill) }
      if let stroke = style.stroke { paint(strokes(points + points.prefix(1), style), stroke) }
    case .line(let points):
      if let stroke = style.stroke { paint(strokes(points, style), stroke) }
    case .circle(let centre, let radius):
      let ring = Self.ring(centre, radius)
      if let fill = style.fill { paint([ring.map(place)], fill) }
      if let stroke = style.stroke { paint(strokes(ring + ring.prefix(1), style), stroke) }
    case .text(let text, let at, let size, let angle):
      let (sin, cos) = DeterministicMath.sincos(angle)
      let (u, v) = (Vector2(cos, sin) * size, Vector2(-sin, cos) * size)
      let pen = PlanDrawing.Style(width: size * 0.16)
      let lines = StrokeDigits.lines(text)
      let pieces = lines.flatMap { line in
        strokes(line.map { at + $0.x * u + $0.y * v }, pen)
      }
      paint(pieces, style.fill ?? "#000000")
    }
  }

  private static func ring(_ centre: Vector2, _ radius: Double) -> [Vector2] {
    (0..<32).map {
      let (sin, cos) = DeterministicMath.sincos(Double($0) * Double.pi / 16)
      return centre + radius * Vector2(cos, sin)
    }
  }

  /// Quads along the line, one for each stretch that is painted, with a wedge at each bend.
  private func strokes(_ points: [Vector2], _ style: PlanDrawing.Style) -> [[Vector2]] {
    var result: [[Vector2]] = []
    let half = max(style.width * scale, 0.35) / 2
    let period = style.dashes.reduce(0, +)
    var travelled = 0.0
    var previous: Vector2?
    for (a, b) in zip(points, points.dropFirst()) {
      let way = length(b - a)
      guard way > 0 else { continue }
      let aside = normalized(place(b) - place(a)) * half
      let side = Vector2(-aside.y, aside.x)
      func quad(_ from: Double, _ to: Double) {
        let (p, q) = (place(a + (b - a) * (from / way)), place(a + (b - a) * (to / way)))
        result.append([p - side, q - side, q + side, p + side])
      }
      if period > 0, way / period < 10_000 {
        var at = 0.0
        while at < way {
          // Where in its period the line is, and how far the present dash or gap goes on.
          var phase = (travelled + at).truncatingRemainder(dividingBy: period)
          var k = 0
          while k < style.dashes.count - 1, phase >= style.dashes[k] {
            phase -= style.dashes[k]
            k += 1
          }
          let end = min(way, at + max(style.dashes[k] - phase, 1e-6))
          if k % 2 == 0 { quad(at, end) }
          at = end
        }
      } else {
        quad(0, way)
        if let before = previous, half > 0.5 {
          let p = place(a)
          result.append([p, p + before, p + side])
          result.append([p, p - before, p - side])
        }
      }
      previous = side
      travelled += way
    }
    return result
  }

  /// Lays a colour over all that the polygons cover (even-odd within one, together where they overlap).
  private mutating func paint(_ polygons: [[Vector2]], _ color: String) {
    guard let rgb = Self.rgb(color) else { return }
    var low = Double.infinity
    var high = -Double.infinity
    for p in polygons.joined() {
      low = min(low, p.y)
      high = max(high, p.y)
    }
    guard low <= high, high > 0, low < Double(height) else { return }
    let boxes = polygons.map { ring in
      (low: ring.reduce(.infinity) { min($0, $1.y) }, high: ring.reduce(-.infinity) { max($0, $1.y) })
    }
    for y in max(0, Int(low))...min(height - 1, max(0, Int(high))) {
      var touched = false
      for (i, ring) in polygons.enumerated()
      where boxes[i].low < Double(y + 1) && boxes[i].high > Double(y) {
        for row in 0..<Self.rows {
          touched = cover(ring, at: Double(y) + (Double(row) + 0.5) / Double(Self.rows)) || touched
        }
      }
      if touched { lay(rgb, y) }
    }
  }

  /// Adds the spans of one row of samples to the mask.
  private mutating func cover(_ ring: [Vector2], at y: Double) -> Bool {
    var crossings: [Double] = []
    guard var a = ring.last else { return false }
    for b in ring {
      if (a.y > y) != (b.y > y) { crossings.append(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y))) }
      a = b
    }
    guard crossings.count > 1 else { return false }
    crossings.sort()
    let share = Float(1) / Float(Self.rows)
    for i in stride(from: 0, to: crossings.count - 1, by: 2) {
      let (from, to) = (max(0, crossings[i]), min(Double(width), crossings[i + 1]))
      guard from < to else { continue }
      let (first, last) = (Int(from), min(width - 1, Int(to)))
      for x in first...last {
        let inside = min(to, Double(x + 1)) - max(from, Double(x))
        mask[x] += share * Float(max(0, inside))
      }
    }
    return true
  }

  private mutating func lay(_ rgb: (Float, Float, Float), _ y: Int) {
    for x in 0..<width where mask[x] > 0 {
      let w = min(1, mask[x])
      mask[x] = 0
      let i = 3 * (y * width + x)
      bytes[i] = Self.mix(bytes[i], rgb.0, w)
      bytes[i + 1] = Self.mix(bytes[i + 1], rgb.1, w)
      bytes[i + 2] = Self.mix(bytes[i + 2], rgb.2, w)
    }
  }

  private static func mix(_ old: UInt8, _ new: Float, _ w: Float) -> UInt8 {
    UInt8(min(255, max(0, (Float(old) + (new - Float(old)) * w).rounded())))
  }

  private static func rgb(_ color: String) -> (Float, Float, Float)? {
    guard color.hasPrefix("#"), let value = UInt32(color.dropFirst(), radix: 16) else { return nil }
    return (Float(value >> 16 & 255), Float(value >> 8 & 255), Float(value & 255))
  }
}

/// Digits as strokes, for the ids of lanes and roads: 1 high, their middle at the origin.
enum StrokeDigits {
  /// Corners of a cell of 2 by 4 quarters, as column + 3 · row from the lower left.
  private static let shapes: [Character: [[Int]]] = [
    "0": [[0, 2, 14, 12, 0]], "1": [[9, 13, 1]], "2": [[12, 14, 8, 6, 0, 2]],
    "3": [[12, 14, 2, 0], [6, 8]], "4": [[12, 6, 8], [14, 2]], "5": [[14, 12, 6, 8, 2, 0]],
    "6": [[14, 12, 0, 2, 8, 6]], "7": [[12, 14, 1]], "8": [[0, 2, 14, 12, 0], [6, 8]],
    "9": [[8, 6, 12, 14, 2, 0]], "-": [[6, 8]], "_": [[0, 2]], ".": [[0, 1]],
  ]
  private static let advance = 0.75

  /// Characters that are not known are drawn as small boxes.
  static func lines(_ text: String) -> [[Vector2]] {
    let all = Array(text.prefix(24))
    let start = -Double(all.count) * advance / 2
    return all.enumerated().flatMap { i, character -> [[Vector2]] in
      let strokes = shapes[character] ?? [[3, 5, 11, 9, 3]]
      return strokes.map { line in
        line.map { point in
          Vector2(
            start + Double(i) * advance + 0.125 + 0.25 * Double(point % 3), 0.25 * Double(point / 3) - 0.5)
        }
      }
    }
  }
}
