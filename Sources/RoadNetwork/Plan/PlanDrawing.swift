package import VectorMath

/// A drawing in metres, x to the right and y up; written as SVG or drawn as pixels.
///
/// Shapes lie upon one another in the order in which they are added.
package struct PlanDrawing: Sendable {
  /// How a shape is painted.
  package struct Style: Sendable, Hashable {
    /// `#rrggbb`; nil = not filled.
    package var fill: String?
    /// `#rrggbb`; nil = no outline.
    package var stroke: String?
    /// Metres.
    package var width: Double
    /// Lengths in metres, painted and unpainted in turn; empty = unbroken.
    package var dashes: [Double]

    package init(fill: String? = nil, stroke: String? = nil, width: Double = 0.1, dashes: [Double] = []) {
      self.fill = fill
      self.stroke = stroke
      self.width = width
      self.dashes = dashes
    }
  }

  /// What is drawn.
  enum Shape: Sendable, Hashable {
    case polygon([Vector2])
    case line([Vector2])
    case circle(Vector2, radius: Double)
    /// Letters of that height, turned counter-clockwise by radians, their middle at the place.
    case text(String, at: Vector2, size: Double, angle: Double)
    case groupBegins(String)
    case groupEnds
  }

  struct Item: Sendable, Hashable {
    var shape: Shape
    var style = Style()
    var title: String?
  }

  private(set) var items: [Item] = []
  private var low = Vector2(repeating: .infinity)
  private var high = Vector2(repeating: -.infinity)

  package init() {}

  /// The extent of what was added, metres; nil while that is nothing.
  package var bounds: (low: Vector2, high: Vector2)? { low.x <= high.x ? (low, high) : nil }

  /// Groups are layers that viewers can show and hide.
  package mutating func beginGroup(_ name: String) { items.append(Item(shape: .groupBegins(name))) }
  package mutating func endGroup() { items.append(Item(shape: .groupEnds)) }

  /// - Parameter title: what viewers show where the pointer rests.
  package mutating func polygon(_ points: [Vector2], _ style: Style, title: String? = nil) {
    let points = included(points)
    guard points.count >= 3 else { return }
    items.append(Item(shape: .polygon(points), style: style, title: title))
  }

  package mutating func line(_ points: [Vector2], _ style: Style, title: String? = nil) {
    let points = included(points)
    guard points.count >= 2 else { return }
    items.append(Item(shape: .line(points), style: style, title: title))
  }

  /// - Parameter radius: metres.
  package mutating func circle(_ centre: Vector2, radius: Double, _ style: Style, title: String? = nil) {
    guard let centre = included([centre]).first, radius.isFinite else { return }
    items.append(Item(shape: .circle(centre, radius: radius), style: style, title: title))
  }

  /// A line of text whose middle stands at `at`.
  ///
  /// - Parameters:
  ///   - size: height of the letters, metres.
  ///   - angle: radians, counter-clockwise; turned by half a turn where the text would stand on its head.
  package mutating func text(_ text: String, at: Vector2, size: Double, angle: Double = 0, fill: String) {
    guard let at = included([at]).first, angle.isFinite else { return }
    var upright = angle - (angle / (2 * Double.pi)).rounded() * 2 * Double.pi
    if upright > Double.pi / 2 { upright -= Double.pi }
    if upright < -Double.pi / 2 { upright += Double.pi }
    items.append(
      Item(shape: .text(text, at: at, size: size, angle: upright), style: Style(fill: fill)))
  }

  /// Finite points only, and the bounds around them.
  private mutating func included(_ points: [Vector2]) -> [Vector2] {
    let kept = points.filter { $0.x.magnitude < 1e9 && $0.y.magnitude < 1e9 }
    for p in kept {
      low = Vector2(min(low.x, p.x), min(low.y, p.y))
      high = Vector2(max(high.x, p.x), max(high.y, p.y))
    }
    return kept
  }
}
