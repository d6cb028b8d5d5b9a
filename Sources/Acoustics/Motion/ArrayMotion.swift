package import VectorMath

/// A microphone array that moves and turns.
package struct ArrayMotion: Sendable {
  package let array: MicrophoneArray
  /// Of the array's origin, in the world.
  package let path: SmoothPath
  /// World from array, by time in seconds.
  package let rotation: @Sendable (Double) -> Quaternion
  /// Knots of one recording, once worked out for all that it hears.
  private var kept: ArrayKnots?

  package init(
    _ array: MicrophoneArray, path: SmoothPath,
    rotation: @escaping @Sendable (Double) -> Quaternion = { _ in .identity }
  ) {
    self.array = array
    self.path = path
    self.rotation = rotation
  }

  /// The same, ready to hear many sounds from `from` seconds on, `count` samples at `rate`.
  package func ready(from: Double, count: Int, rate: Double) -> ArrayMotion {
    var out = self
    out.kept = knots(from: from, count: count, rate: rate)
    return out
  }

  func knots(from: Double, count: Int, rate: Double) -> ArrayKnots {
    if let kept, kept.serves(from: from, count: count, rate: rate) { return kept }
    return ArrayKnots(self, from: from, count: count, rate: rate)
  }
}

/// Where an array's microphones are, how they move and where they look, at equidistant times of a recording: what all sources
/// and all ways have in common.
struct ArrayKnots: Sendable {
  struct Ear {
    /// In the world, metres, and metres a second.
    var place: Vector3
    var velocity: Vector3
    /// Unit.
    var axis: Vector3
  }

  let from: Double
  let rate: Double
  /// Samples from knot to knot, a multiple of sixteen.
  let step: Int
  /// One more than there are stretches.
  let count: Int
  let microphones: [Microphone]
  /// By knot, then by microphone.
  private let ears: [Ear]

  /// Knots lie about 4 ms apart.
  init(_ motion: ArrayMotion, from: Double, count: Int, rate: Double) {
    self.from = from
    self.rate = rate
    let step = max(16, Int(rate / 250) & ~15)
    self.step = step
    self.count = max(0, count - 1) / step + 2
    let microphones = motion.array.microphones
    self.microphones = microphones
    // An arm's own motion by turning, from its place a little later.
    let later = 1e-4
    let turns = microphones.contains { $0.position != .zero }
    ears = (0..<self.count).flatMap { k in
      let time = from + Double(k * step) / rate
      let rotation = motion.rotation(time)
      let next = turns ? motion.rotation(time + later) : rotation
      let (origin, velocity) = motion.path.state(at: time)
      return microphones.map { microphone in
        let arm = rotation * microphone.position
        let swing = turns ? (next * microphone.position - arm) / later : .zero
        return Ear(place: origin + arm, velocity: velocity + swing, axis: rotation * microphone.axis)
      }
    }
  }

  func serves(from: Double, count: Int, rate: Double) -> Bool {
    from == self.from && rate == self.rate && max(0, count - 1) / step + 2 <= self.count
  }

  func time(_ knot: Int) -> Double { from + Double(knot * step) / rate }

  func ear(_ knot: Int, _ microphone: Int) -> Ear { ears[knot * microphones.count + microphone] }

  /// Microphones by place: those of one place share their delays.
  var groups: [[Int]] {
    var groups: [[Int]] = []
    for (m, microphone) in microphones.enumerated() {
      // Ears lie at the head's centre, but hear at times of their own.
      let found = groups.firstIndex { group in
        let first = microphones[group[0]]
        return first.position == microphone.position && first.pattern != .sphericalHeadEar
          && microphone.pattern != .sphericalHeadEar
      }
      if let found { groups[found].append(m) } else { groups.append([m]) }
    }
    return groups
  }
}
