package import VectorMath

/// What a body covers of the ground: a turned rectangle, and the heights between which it stands.
package struct Footprint: Sendable, Hashable {
  package var center: Vector2
  /// Unit.
  package var forward: Vector2
  /// Half the length and half the width, metres.
  package var half: Vector2 { didSet { radius = reach } }
  package var low: Double
  package var high: Double
  /// Sine of the angle by which it is turned about `forward`, its upper side to the left, about its middle: bodies on banked
  /// roads. 0 = upright.
  package var lean = 0.0 { didSet { radius = reach } }
  /// Of the circle around it, metres; kept, for it is asked for very often.
  package private(set) var radius: Double

  package init(center: Vector2, forward: Vector2, half: Vector2, low: Double, high: Double) {
    self.center = center
    self.forward = forward
    self.half = half
    self.low = low
    self.high = high
    radius = length(half)
  }

  private var reach: Double {
    length(lean == 0 ? half : half + Vector2(0, (high - low) / 2 * lean.magnitude))
  }

  package var left: Vector2 { Vector2(-forward.y, forward.x) }

  package var corners: [Vector2] {
    let (f, l) = (forward * half.x, left * half.y)
    return [center + f + l, center - f + l, center - f - l, center + f - l]
  }

  /// Some point of both is common, or nearer than `gap` along one of their axes.
  package func overlaps(_ other: Footprint, gap: Double = 0) -> Bool {
    guard lean == 0, other.lean == 0 else { return overlapsLeaning(other, gap) }
    guard low < other.high, other.low < high else { return false }
    let d = other.center - center
    let reach = radius + other.radius + gap
    guard dot(d, d) < reach * reach else { return false }
    return !isApart(d, other, gap) && !other.isApart(-d, self, gap)
  }

  /// The same where one leans: none of the axes of both, in space, separates the two.
  @inline(never)
  private func overlapsLeaning(_ other: Footprint, _ gap: Double) -> Bool {
    let plan = other.center - center
    let reach = radius + other.radius + gap
    guard dot(plan, plan) < reach * reach else { return false }
    let d = Vector3(plan.x, plan.y, (other.low + other.high - low - high) / 2)
    let (mine, theirs) = (edges, other.edges)
    for edge in mine + theirs {
      let size = length(edge)
      guard size > 0 else { continue }
      let axis = edge / size
      let extent = (mine + theirs).reduce(0) { $0 + dot($1, axis).magnitude }
      if dot(d, axis).magnitude >= extent + gap { return false }
    }
    return true
  }

  /// From its middle to the front, the left and the upper side.
  private var edges: [Vector3] {
    let upright = max(0, 1 - lean * lean).squareRoot()
    let up = (high - low) / 2
    return [
      Vector3(forward.x, forward.y, 0) * half.x,
      Vector3(left.x * upright, left.y * upright, -lean) * half.y,
      Vector3(left.x * lean, left.y * lean, upright) * up,
    ]
  }

  /// Distance of a plan point, 0 inside; of one that leans, as if it stood upright.
  @inline(__always)
  package func distance(to p: Vector2) -> Double {
    let d = p - center
    let u = max(0, dot(d, forward).magnitude - half.x)
    let v = max(0, dot(d, left).magnitude - half.y)
    return (u * u + v * v).squareRoot()
  }

  /// Points of a grid over it with at most `step` metres between, its edge among them.
  package func samples(step: Double) -> [Vector2] {
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
  @inline(__always)
  private func isApart(_ d: Vector2, _ other: Footprint, _ gap: Double) -> Bool {
    let side = other.left
    for (axis, extent) in [(forward, half.x), (left, half.y)] {
      let reach = dot(other.forward, axis).magnitude * other.half.x + dot(side, axis).magnitude * other.half.y
      if dot(d, axis).magnitude >= extent + reach + gap { return true }
    }
    return false
  }
}
