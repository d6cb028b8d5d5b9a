import VectorMath
package import WorldModel

/// How far something has gone along its track, and how its path bends: what turns wheels and moves legs.
///
/// Between two keys a track runs straight, so distance is linear in time there and exact. Moving backwards
/// counts negative.
package struct TravelledDistance: Sendable {
  private struct Segment: Sendable {
    var start: Double
    var end: Double
    /// Metres at `start` and `end`.
    var from: Double
    var to: Double
    /// Heading change per metre, 1/m, positive to the left; 0 when standing.
    var curvature: Double
  }

  private let segments: [Segment]
  /// Metres per second where there is no track.
  private let steadySpeed: Double

  /// A constant speed from time 0, straight ahead.
  package init(steadySpeed: Double) {
    segments = []
    self.steadySpeed = steadySpeed
  }

  package init(track: Track) {
    steadySpeed = 0
    var out: [Segment] = []
    var total = 0.0
    var bend = 0.0
    for (a, b) in zip(track.keys, track.keys.dropFirst()) {
      let step = b.worldFromObject.translation - a.worldFromObject.translation
      let forward =
        a.worldFromObject.rotation * Vector3(1, 0, 0) + b.worldFromObject.rotation * Vector3(1, 0, 0)
      let l = dot(step, forward) < 0 ? -length(step) : length(step)
      var turn = b.worldFromObject.rotation.yaw - a.worldFromObject.rotation.yaw
      if turn > Double.pi { turn -= 2 * Double.pi }
      if turn < -Double.pi { turn += 2 * Double.pi }
      // A vehicle that stands keeps its wheels turned as they were.
      if l.magnitude > 1e-6 { bend = turn / l }
      out.append(Segment(start: a.time, end: b.time, from: total, to: total + l, curvature: bend))
      total += l
    }
    segments = out
  }

  /// Metres since the track's first key (or since time 0), at `t` seconds.
  package func distance(at t: Double) -> Double {
    guard let first = segments.first, let last = segments.last else { return steadySpeed * t }
    if t <= first.start { return first.from }
    if t >= last.end { return last.to }
    let s = segments[index(at: t)]
    return s.from + (s.to - s.from) * (t - s.start) / (s.end - s.start)
  }

  /// Metres per second at `t`, negative backwards.
  package func speed(at t: Double) -> Double {
    guard let first = segments.first, let last = segments.last else { return steadySpeed }
    if t < first.start || t > last.end { return 0 }
    let s = segments[index(at: t)]
    return (s.to - s.from) / (s.end - s.start)
  }

  /// The path's curvature at `t`, 1/m, positive to the left, blended between the middles of segments so that
  /// wheels turn without a jump.
  package func curvature(at t: Double) -> Double {
    guard let first = segments.first, let last = segments.last else { return 0 }
    func middle(_ s: Segment) -> Double { (s.start + s.end) / 2 }
    if t <= middle(first) { return first.curvature }
    if t >= middle(last) { return last.curvature }
    let i = index(at: t)
    let (a, b) = t < middle(segments[i]) ? (segments[i - 1], segments[i]) : (segments[i], segments[i + 1])
    return a.curvature + (b.curvature - a.curvature) * (t - middle(a)) / (middle(b) - middle(a))
  }

  /// The segment that holds `t`; `t` lies inside the track.
  private func index(at t: Double) -> Int {
    var low = 0
    var high = segments.count - 1
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].end < t { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
