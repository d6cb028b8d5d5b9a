import Traffic
import VectorMath

/// The plan of a building: four corners, the first two on the street.
struct Lot: Sendable {
  /// Counter-clockwise, map frame.
  var corners: [Vector2]
  /// Away from the street at the front's two ends, unit.
  var outward: Vector2

  var center: Vector2 { corners.reduce(.zero, +) / Double(max(1, corners.count)) }
  var radius: Double { corners.map { length($0 - center) }.max() ?? 0 }

  /// Not bent over itself, its rear at least half as wide as its front.
  var isSound: Bool {
    guard corners.count == 4 else { return false }
    for i in 0..<4 {
      let side: Vector2 = corners[(i + 1) % 4] - corners[i]
      let next: Vector2 = corners[(i + 2) % 4] - corners[(i + 1) % 4]
      guard cross(side, next) > 0.5 else { return false }
    }
    let (front, rear) = (length(corners[1] - corners[0]), length(corners[2] - corners[3]))
    return rear > 0.5 * front && rear < 2 * front
  }

  /// Points of a grid over it, its edge among them, at most `step` metres apart.
  func samples(step: Double) -> [Vector2] {
    let n = max(1, Int((length(corners[1] - corners[0]) / step).rounded(.up)))
    let m = max(1, Int((length(corners[2] - corners[1]) / step).rounded(.up)))
    return (0...n).flatMap { i -> [Vector2] in
      let u = Double(i) / Double(n)
      let a = corners[0] + (corners[1] - corners[0]) * u
      let b = corners[3] + (corners[2] - corners[3]) * u
      return (0...m).map { a + (b - a) * (Double($0) / Double(m)) }
    }
  }

  /// Some point of both is common, other than within `slack` metres of an edge.
  func overlaps(_ other: Lot, slack: Double = 0.02) -> Bool {
    guard length(other.center - center) < radius + other.radius else { return false }
    return !isApart(other, slack) && !other.isApart(self, slack)
  }

  /// All of the other lies beyond one of this one's sides (separating axes; Ericson 2005, §5.2.1).
  private func isApart(_ other: Lot, _ slack: Double) -> Bool {
    corners.indices.contains { i in
      let a = corners[i]
      let side = normalized(corners[(i + 1) % corners.count] - a)
      let out = Vector2(side.y, -side.x)
      return other.corners.allSatisfy { dot($0 - a, out) > -slack }
    }
  }

  /// The least rectangle around it along its front.
  var footprint: Footprint {
    let forward = -outward
    let left = Vector2(-forward.y, forward.x)
    var low = Vector2(repeating: .infinity)
    var high = Vector2(repeating: -.infinity)
    for c in corners {
      let p = Vector2(dot(c - center, forward), dot(c - center, left))
      low = Vector2(min(low.x, p.x), min(low.y, p.y))
      high = Vector2(max(high.x, p.x), max(high.y, p.y))
    }
    let middle = (low + high) / 2
    return Footprint(
      center: center + forward * middle.x + left * middle.y, forward: forward, half: (high - low) / 2,
      low: -.infinity, high: .infinity)
  }
}
