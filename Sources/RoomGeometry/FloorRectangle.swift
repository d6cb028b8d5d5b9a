package import VectorMath

/// A rectangle on the floor, turned about the vertical; metres.
package struct FloorRectangle: Sendable, Hashable {
  package var center: Vector2
  /// Unit; the rectangle's depth runs along it.
  package var forward: Vector2
  /// Half the depth and half the width.
  package var half: Vector2

  package init(center: Vector2, forward: Vector2, half: Vector2) {
    self.center = center
    self.forward = forward
    self.half = half
  }

  /// Unit, to the left of `forward`.
  package var left: Vector2 { Vector2(-forward.y, forward.x) }
  package var area: Double { 4 * half.x * half.y }

  /// Counter-clockwise.
  package var corners: [Vector2] {
    let (f, l) = (forward * half.x, left * half.y)
    return [center - f - l, center + f - l, center + f + l, center - f + l]
  }

  package func contains(_ p: Vector2, slack: Double = 0) -> Bool {
    let d = p - center
    return dot(d, forward).magnitude <= half.x + slack && dot(d, left).magnitude <= half.y + slack
  }

  /// Metres from a point to the rectangle; 0 inside.
  package func distance(to p: Vector2) -> Double {
    let d = p - center
    let x = max(0, dot(d, forward).magnitude - half.x)
    let y = max(0, dot(d, left).magnitude - half.y)
    return (x * x + y * y).squareRoot()
  }

  /// Metres between two rectangles; 0 where they overlap.
  package func distance(to other: FloorRectangle) -> Double {
    if overlaps(other, slack: 0) { return 0 }
    // Between convex shapes apart, a corner of one is among the nearest points.
    return min(
      corners.map { other.distance(to: $0) }.min() ?? .infinity,
      other.corners.map { distance(to: $0) }.min() ?? .infinity)
  }

  /// Whether two rectangles share more than a strip of `slack` metres (separating axes).
  package func overlaps(_ other: FloorRectangle, slack: Double = 1e-6) -> Bool {
    let d = other.center - center
    for axis in [forward, left, other.forward, other.left] {
      let reach = self.reach(axis) + other.reach(axis)
      if dot(d, axis).magnitude >= reach - slack { return false }
    }
    return true
  }

  /// Half its extent along a unit direction.
  package func reach(_ axis: Vector2) -> Double {
    dot(forward, axis).magnitude * half.x + dot(left, axis).magnitude * half.y
  }

  /// Larger by `margin` on all sides.
  package func grown(_ margin: Double) -> FloorRectangle {
    FloorRectangle(
      center: center, forward: forward, half: Vector2(max(0, half.x + margin), max(0, half.y + margin)))
  }
}

/// A place on the floor with a direction: what groups of furniture are moved by.
package struct FloorPose: Sendable, Hashable {
  package var position: Vector2
  /// Unit.
  package var forward: Vector2

  package init(position: Vector2, forward: Vector2) {
    self.position = position
    self.forward = forward
  }

  package var left: Vector2 { Vector2(-forward.y, forward.x) }
  /// Counter-clockwise from world x, radians.
  package var yaw: Double { DeterministicMath.atan2(forward.y, forward.x) }

  /// World from group.
  package static func * (pose: FloorPose, p: Vector2) -> Vector2 {
    pose.position + pose.forward * p.x + pose.left * p.y
  }

  /// A direction of the group in the world.
  package func turned(_ d: Vector2) -> Vector2 { forward * d.x + left * d.y }

  package static func * (pose: FloorPose, r: FloorRectangle) -> FloorRectangle {
    FloorRectangle(center: pose * r.center, forward: pose.turned(r.forward), half: r.half)
  }
}
