import VectorMath

/// What a body covers of the ground: a turned rectangle and the heights between which it stands.
struct Footprint: Sendable {
  var center: Vector2
  /// Unit.
  var forward: Vector2
  /// Half the length and half the width, metres.
  var half: Vector2
  var low: Double
  var high: Double

  init(center: Vector2, forward: Vector2, half: Vector2, low: Double, high: Double) {
    self.center = center
    self.forward = forward
    self.half = half
    self.low = low
    self.high = high
  }

  var left: Vector2 { Vector2(-forward.y, forward.x) }
  /// Of the circle around it.
  var radius: Double { length(half) }

  var corners: [Vector2] {
    let (f, l) = (forward * half.x, left * half.y)
    return [center + f + l, center - f + l, center - f - l, center + f - l]
  }

  /// Some point of both is common, or nearer than `gap` along one of the axes.
  func overlaps(_ other: Footprint, gap: Double = 0) -> Bool {
    guard low < other.high, other.low < high else { return false }
    let d = other.center - center
    let reach = radius + other.radius + gap
    guard dot(d, d) < reach * reach else { return false }
    return !isApart(d, other, gap) && !other.isApart(-d, self, gap)
  }

  /// Distance of a plan point, 0 inside.
  func distance(to p: Vector2) -> Double {
    let d = p - center
    let outside = Vector2(
      max(0, dot(d, forward).magnitude - half.x), max(0, dot(d, left).magnitude - half.y))
    return length(outside)
  }

  /// Points of a grid over it with at most `step` metres between, its edge among them.
  func samples(step: Double) -> [Vector2] {
    let n = max(1, Int((2 * half.x / step).rounded(.up)))
    let m = max(1, Int((2 * half.y / step).rounded(.up)))
    var out: [Vector2] = []
    for i in 0...n {
      for j in 0...m {
        let u = half.x * (2 * Double(i) / Double(n) - 1)
        let v = half.y * (2 * Double(j) / Double(m) - 1)
        out.append(center + forward * u + left * v)
      }
    }
    return out
  }

  /// Some axis of this rectangle separates the two.
  private func isApart(_ d: Vector2, _ other: Footprint, _ gap: Double) -> Bool {
    for (axis, extent) in [(forward, half.x), (left, half.y)] {
      let reach =
        (dot(other.forward, axis) * other.half.x).magnitude + (dot(other.left, axis) * other.half.y).magnitude
      if dot(d, axis).magnitude >= extent + reach + gap { return true }
    }
    return false
  }
}

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
