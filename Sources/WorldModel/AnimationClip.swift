internal import VectorMath

/// Plays one of an asset's animations (glTF 2.0 §3.11): nodes that it does not drive stay at rest.
package struct AnimationClip: Articulating {
  /// What happens after the last keyframe.
  package enum Ending: Sendable, Hashable {
    /// Start again; before `start` the clip has been running for ever.
    case loop
    /// Keep the last pose (and the first one before `start`).
    case hold
  }

  /// Index into `Asset.animations`; beyond its end, everything stays at rest.
  package var animation: Int
  /// The world time at which the clip is at its beginning, seconds.
  package var start: Double
  /// Clip seconds a world second; negative plays backwards.
  package var speed: Double
  package var ending: Ending

  package init(animation: Int, start: Double = 0, speed: Double = 1, ending: Ending = .loop) {
    self.animation = animation
    self.start = start
    self.speed = speed
    self.ending = ending
  }

  /// The clip's own time at world time `t`, in 0...`duration`.
  package func clipTime(at t: Double, duration: Double) -> Double {
    guard duration > 0 else { return 0 }
    let u = (t - start) * speed
    switch ending {
    case .hold: return min(max(u, 0), duration)
    case .loop:
      let r = u.truncatingRemainder(dividingBy: duration)
      return r < 0 ? r + duration : r
    }
  }

  package func articulation(of asset: Asset, at t: Double) -> Articulation {
    guard asset.animations.indices.contains(animation) else { return Articulation(poses: asset.restPoses) }
    let clip = asset.animations[animation]
    return clip.articulation(of: asset, atClipTime: clipTime(at: t, duration: clip.duration))
  }
}

extension Animation {
  /// The poses and weights of an asset's nodes `u` seconds into the animation.
  package func articulation(of asset: Asset, atClipTime u: Double) -> Articulation {
    var out = Articulation(poses: asset.restPoses)
    for channel in channels where out.poses.indices.contains(channel.node) {
      let value = channel.value(at: u)
      switch channel.target {
      case .weights: out.morphWeights[channel.node] = value.map { Float($0) }
      case .translation where value.count == 3:
        out.poses[channel.node].translation = Vector3(value[0], value[1], value[2])
      case .scale where value.count == 3:
        out.poses[channel.node].scale = Vector3(value[0], value[1], value[2])
      case .rotation where value.count == 4:
        out.poses[channel.node].rotation =
          Quaternion(w: value[3], x: value[0], y: value[1], z: value[2]).normalized
      default: break
      }
    }
    return out
  }
}

extension Animation.Channel {
  /// The driven value `u` seconds into the animation (glTF 2.0 appendix C): constant before the first and
  /// after the last keyframe. Rotations are x, y, z, w. Empty when the channel holds no full keyframe.
  package func value(at u: Double) -> [Double] {
    guard let first = times.first, let last = times.last else { return [] }
    let perKey = values.count / times.count
    let isSpline = interpolation == .cubicSpline
    let width = isSpline ? perKey / 3 : perKey
    guard width > 0 else { return [] }

    /// One of the up to three values of a keyframe: 0 = in-tangent, 1 = value, 2 = out-tangent.
    func part(_ key: Int, _ which: Int) -> [Double] {
      let from = key * perKey + (isSpline ? which * width : 0)
      return values[from..<(from + width)].map { Double($0) }
    }

    guard u > Double(first) else { return part(0, 1) }
    guard u < Double(last) else { return part(times.count - 1, 1) }
    // The last key at or before u; a later one exists because u < last.
    var low = 0
    var high = times.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if Double(times[middle]) <= u { low = middle } else { high = middle }
    }
    let span = Double(times[high]) - Double(times[low])
    let s = span > 0 ? (u - Double(times[low])) / span : 0
    let a = part(low, 1)
    let b = part(high, 1)
    switch interpolation {
    case .step: return a
    case .linear:
      if target == .rotation && width == 4 { return slerp(a, b, s) }
      return zip(a, b).map { $0 + ($1 - $0) * s }
    case .cubicSpline:
      let s2 = s * s
      let s3 = s2 * s
      let (h00, h01) = (2 * s3 - 3 * s2 + 1, -2 * s3 + 3 * s2)
      let (h10, h11) = (span * (s3 - 2 * s2 + s), span * (s3 - s2))
      let out = part(low, 2)
      let into = part(high, 0)
      return (0..<width).map { h00 * a[$0] + h10 * out[$0] + h01 * b[$0] + h11 * into[$0] }
    }
  }

  /// Spherical interpolation along the shorter arc of two unit quaternions given as four numbers.
  ///
  /// The angle comes from atan2 of the chord and the sum, which stays exact where the cosine is flat.
  private func slerp(_ a: [Double], _ b: [Double], _ s: Double) -> [Double] {
    let d = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
    let sign: Double = d < 0 ? -1 : 1
    var chord = 0.0
    var sum = 0.0
    for i in 0..<4 {
      let minus = a[i] - sign * b[i]
      let plus = a[i] + sign * b[i]
      chord += minus * minus
      sum += plus * plus
    }
    let angle = 2 * DeterministicMath.atan2(chord.squareRoot(), sum.squareRoot())
    let sine = DeterministicMath.sin(angle)
    // Below 1e-9 rad the weights are linear to the last bit.
    let wa = angle > 1e-9 ? DeterministicMath.sin((1 - s) * angle) / sine : 1 - s
    let wb = sign * (angle > 1e-9 ? DeterministicMath.sin(s * angle) / sine : s)
    return (0..<4).map { wa * a[$0] + wb * b[$0] }
  }
}
