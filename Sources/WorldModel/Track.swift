package import VectorMath

/// Where an entity or sensor is at every time: poses at key times, interpolated; constant beyond the ends.
///
/// Either linear from key to key, or smooth: a spline with continuous acceleration that has the keys as control poses.
package struct Track: Sendable {
  package struct Key: Sendable {
    /// Seconds.
    package var time: Double
    package var worldFromObject: RigidTransform<WorldSpace, ObjectSpace>

    package init(time: Double, worldFromObject: RigidTransform<WorldSpace, ObjectSpace>) {
      self.time = time
      self.worldFromObject = worldFromObject
    }
  }

  /// At least one, times strictly ascending.
  package let keys: [Key]
  /// Seconds between the keys of a smooth track; `nil` = linear from key to key.
  private let spacing: Double?

  package init(still pose: RigidTransform<WorldSpace, ObjectSpace>) {
    keys = [Key(time: 0, worldFromObject: pose)]
    spacing = nil
  }

  /// A smooth track: acceleration and turning rate are continuous (`TrackSpline`).
  ///
  /// - Parameters:
  ///   - poses: control poses, near which the track passes; at least one. It rests at the ends.
  ///   - start: time of the first, seconds.
  ///   - spacing: seconds from one to the next, more than 0.
  /// - Precondition: `poses` is not empty, `spacing` is positive.
  package init(smooth poses: [RigidTransform<WorldSpace, ObjectSpace>], from start: Double, spacing: Double) {
    precondition(!poses.isEmpty && spacing > 0)
    keys = poses.enumerated().map { Key(time: start + Double($0) * spacing, worldFromObject: $1) }
    self.spacing = spacing
  }

  /// - Precondition: `keys` is not empty and its times ascend strictly.
  package init(keys: [Key]) {
    precondition(!keys.isEmpty)
    precondition(zip(keys, keys.dropFirst()).allSatisfy { $0.time < $1.time })
    self.keys = keys
    spacing = nil
  }

  package var isStill: Bool { keys.count == 1 }
  /// Whether acceleration is continuous.
  package var isSmooth: Bool { spacing != nil || isStill }

  /// The pose with its derivatives, of the very function that `pose(at:)` is.
  ///
  /// In closed form for smooth tracks. Linear ones have pieces of constant velocity; what happens at their keys in no
  /// time at all is no part of it, and their turning rate is left at zero.
  package func motion(at t: Double) -> Motion {
    if let spacing { return TrackSpline.motion(of: keys, spacing: spacing, at: t) }
    return Motion(worldFromObject: pose(at: t), velocity: velocity(at: t))
  }

  package func pose(at t: Double) -> RigidTransform<WorldSpace, ObjectSpace> {
    if let spacing { return TrackSpline.motion(of: keys, spacing: spacing, at: t).worldFromObject }
    guard let first = keys.first, let last = keys.last, t > first.time else { return keys[0].worldFromObject }
    guard t < last.time else { return last.worldFromObject }
    var low = 0
    var high = keys.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if keys[middle].time <= t { low = middle } else { high = middle }
    }
    let (a, b) = (keys[low], keys[high])
    return .interpolate(a.worldFromObject, b.worldFromObject, (t - a.time) / (b.time - a.time))
  }

  /// Velocity of the origin in the world, m/s: the centred difference over ±`dt`, one-sided at the track's ends.
  package func velocity(at t: Double, dt: Double = 1e-3) -> Vector3 {
    guard let first = keys.first?.time, let last = keys.last?.time, first < last else { return .zero }
    let a = max(first, min(last, t - dt))
    let b = max(first, min(last, t + dt))
    return b > a ? (pose(at: b).translation - pose(at: a).translation) / (b - a) : .zero
  }

  /// Turning rate about world z, counter-clockwise, rad/s: the difference over ±`dt`, one-sided at the track's ends.
  package func yawRate(at t: Double, dt: Double = 1e-3) -> Double {
    guard let first = keys.first?.time, let last = keys.last?.time, first < last else { return 0 }
    let a = max(first, min(last, t - dt))
    let b = max(first, min(last, t + dt))
    guard b > a else { return 0 }
    let turn = (pose(at: b).rotation * pose(at: a).rotation.conjugate).yaw
    return turn / (b - a)
  }
}
