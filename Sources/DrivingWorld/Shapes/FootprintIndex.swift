import Traffic
import VectorMath

/// Footprints that are taken, in squares of the plan.
struct FootprintIndex: Sendable {
  private var items: [Footprint] = []
  /// Looked up, never iterated.
  private var cells: [SIMD2<Int32>: [Int32]] = [:]
  private static let cellSize = 8.0

  mutating func insert(_ item: Footprint) {
    let index = Int32(items.count)
    items.append(item)
    Self.forEachCell(item, gap: 0) { cells[$0, default: []].append(index) }
  }

  func isFree(_ item: Footprint, gap: Double = 0) -> Bool {
    var isFree = true
    Self.forEachCell(item, gap: gap) { cell in
      guard isFree, let found = cells[cell] else { return }
      isFree = !found.contains { items[Int($0)].overlaps(item, gap: gap) }
    }
    return isFree
  }

  private static func forEachCell(_ item: Footprint, gap: Double, _ body: (SIMD2<Int32>) -> Void) {
    let axes = (item.forward * item.half.x, item.left * item.half.y)
    let reach =
      Vector2(axes.0.x.magnitude + axes.1.x.magnitude, axes.0.y.magnitude + axes.1.y.magnitude) + gap
    let (a, b) = (cell(item.center - reach), cell(item.center + reach))
    guard a.x <= b.x, a.y <= b.y else { return }
    for y in a.y...b.y { for x in a.x...b.x { body(SIMD2(x, y)) } }
  }

  private static func cell(_ p: Vector2) -> SIMD2<Int32> {
    func index(_ v: Double) -> Int32 {
      v.isFinite ? Int32(max(-1e8, min(1e8, (v / cellSize).rounded(.down)))) : 0
    }
    return SIMD2(index(p.x), index(p.y))
  }
}
