package import VectorMath

/// A body as seen from above: a turned rectangle, and the heights between which it stands.
package struct BodyBox: Sendable, Hashable {
  package var center: Vector2
  /// Unit.
  package var forward: Vector2
  /// Half the length and half the width, metres.
  package var half: Vector2 { didSet { radius = length(half) } }
  package var low: Double
  package var high: Double
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

  package var left: Vector2 { Vector2(-forward.y, forward.x) }

  package var corners: [Vector2] {
    let (f, l) = (forward * half.x, left * half.y)
    return [center + f + l, center - f + l, center - f - l, center + f - l]
  }

  /// Some point of both is common, or nearer than `gap` along one of their axes.
  package func overlaps(_ other: BodyBox, gap: Double = 0) -> Bool {
    guard low < other.high, other.low < high else { return false }
    let d = other.center - center
    let reach = radius + other.radius + gap
    guard dot(d, d) < reach * reach else { return false }
    return !isApart(d, other, gap) && !other.isApart(-d, self, gap)
  }

  /// Distance of a plan point, 0 inside.
  @inline(__always)
  func distance(to p: Vector2) -> Double {
    let d = p - center
    let u = max(0, dot(d, forward).magnitude - half.x)
    let v = max(0, dot(d, left).magnitude - half.y)
    return (u * u + v * v).squareRoot()
  }

  /// Some axis of this rectangle separates the two.
  @inline(__always)
  private func isApart(_ d: Vector2, _ other: BodyBox, _ gap: Double) -> Bool {
    let side = other.left
    for (axis, extent) in [(forward, half.x), (left, half.y)] {
      let reach = dot(other.forward, axis).magnitude * other.half.x + dot(side, axis).magnitude * other.half.y
      if dot(d, axis).magnitude >= extent + reach + gap { return true }
    }
    return false
  }
}
