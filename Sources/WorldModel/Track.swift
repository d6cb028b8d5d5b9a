package import VectorMath

/// Where an entity or sensor is at every time: poses at key times, interpolated; constant beyond the ends.
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

  package init(still pose: RigidTransform<WorldSpace, ObjectSpace>) {
    keys = [Key(time: 0, worldFromObject: pose)]
  }

  /// - Precondition: `keys` is not empty and its times ascend strictly.
  package init(keys: [Key]) {
    precondition(!keys.isEmpty)
    precondition(zip(keys, keys.dropFirst()).allSatisfy { $0.time < $1.time })
    self.keys = keys
  }

  package var isStill: Bool { keys.count == 1 }

  package func pose(at t: Double) -> RigidTransform<WorldSpace, ObjectSpace> {
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
