package import Diagnostics
import Signals
package import VectorMath

/// A microphone array that moves and turns.
package struct ArrayMotion: Sendable {
  package var array: MicrophoneArray
  /// Of the array's origin, in the world.
  package var path: SmoothPath
  /// World from array, by time in seconds.
  package var rotation: @Sendable (Double) -> Quaternion

  package init(
    _ array: MicrophoneArray, path: SmoothPath,
    rotation: @escaping @Sendable (Double) -> Quaternion = { _ in .identity }
  ) {
    self.array = array
    self.path = path
    self.rotation = rotation
  }
}

/// The sound of one moving source at moving microphones, with the Doppler effect that comes from delays that change.
///
/// Each path's delay is solved for the source's place at the time of emission, a thousand times a second, and
/// carried between by cubics with the true speeds; samples are read by a windowed sinc. Amplitudes fall as 1/distance.
package struct MovingSound: Sendable {
  /// Pascals at 1 m on the axis.
  package var samples: [Float]
  /// Seconds at which its first sample is emitted.
  package var start: Double
  package var path: SmoothPath
  /// How it speaks to its directions, by time in seconds.
  package var directivity: @Sendable (Double) -> SourceDirectivity

  package init(
    samples: [Float], start: Double = 0, path: SmoothPath,
    directivity: @escaping @Sendable (Double) -> SourceDirectivity = { _ in .omnidirectional }
  ) {
    self.samples = samples
    self.start = start
    self.path = path
    self.directivity = directivity
  }

  /// What each microphone hears from `from` seconds on, `count` samples at `rate`.
  ///
  /// Throws where a delay would change by more than half a sample a sample (a source at half the speed of sound).
  package func heard(
    by receiver: ArrayMotion, along paths: [SoundPath] = [.direct], air: Air = Air(), airAbsorbs: Bool = true,
    from: Double = 0, count: Int, rate: Double
  ) throws(DioramaError) -> [[Float]] {
    var out = [[Float]](
      repeating: Array(repeating: 0, count: max(count, 0)), count: receiver.array.microphones.count)
    guard count > 0, !samples.isEmpty, rate > 0 else { return out }
    let colour = PathColour(rate: rate)
    let blocks = colour.blocks(samples)
    let loss = airAbsorbs ? air.energyLoss : BandValues()
    for path in paths {
      // Colour follows the array's origin: microphones are near one another.
      // Zeros on both sides, so that reading never meets an end.
      let reach = FractionalDelay.reach
      let source = colour.filtered(
        blocks, count: samples.count, before: reach + 1, after: FractionalDelay.row
      ) { seconds in
        let emission = start + seconds
        let image = path.image(of: self.path.place(at: emission))
        let arrival = Arrival.arrival(
          of: emission, source: self.path, receiver: receiver.path, path: path, soundSpeed: air.soundSpeed)
        let offset = receiver.path.place(at: arrival) - image
        let distance = length(offset)
        // Back through the mirrors.
        let towards = path.linear.transpose * normalized(offset)
        return path.gains(over: offset, at: emission) * directivity(emission).gains(towards: towards)
          * (loss * (-0.5 * distance)).mapped(DeterministicMath.exp)
      }
      let reading = PathReading(
        path: path, source: self.path, receiver: receiver, air: air, from: from, rate: rate, start: start,
        lead: Double(colour.margin + reach + 1))
      for group in PathReading.groups(receiver.array.microphones) {
        try reading.add(source, group, count: count, to: &out)
      }
    }
    return out
  }
}

/// Reading a source along one path for microphones at one place.
private struct PathReading {
  let path: SoundPath
  let source: SmoothPath
  let receiver: ArrayMotion
  let air: Air
  let from: Double
  let rate: Double
  let start: Double
  /// Samples before the source's first in what is read.
  let lead: Double

  /// Microphones by place: those of one place share their delays.
  static func groups(_ microphones: [Microphone]) -> [[Int]] {
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

  private struct Knot {
    /// Where the source is read, in samples, and how that changes a sample.
    var position: Double
    var speed: Double
    /// When that is heard, and when it was emitted, seconds.
    var time: Double
    var emission: Double
  }

  /// Fills in `gains` by microphone. `before` is the knot before this one, if there is one.
  private func knot(
    at time: Double, _ microphones: [Microphone], _ gains: inout [Float], after before: Knot? = nil
  ) -> Knot {
    let rotation = receiver.rotation(time)
    let arm = rotation * microphones[0].position
    let (origin, originVelocity) = receiver.path.state(at: time)
    // The arm's own motion by turning, from its place a little later.
    let step = 1e-4
    let armVelocity =
      arm == .zero ? .zero : (receiver.rotation(time + step) * microphones[0].position - arm) / step
    let (ear, earVelocity) = (origin + arm, originVelocity + armVelocity)
    let guess =
      before.map { $0.emission + (time - $0.time) * $0.speed }
      ?? time - length(path.image(of: source.place(at: time)) - ear) / air.soundSpeed
    let (emission, place, velocity) = Arrival.emission(
      at: time, source: source, ear: ear, path: path, soundSpeed: air.soundSpeed, near: guess)
    let offset = path.image(of: place) - ear
    let distance = max(length(offset), 1e-3)
    let u = offset / distance
    var late = 0.0
    for (g, microphone) in microphones.enumerated() {
      let axis = rotation * microphone.axis
      var sensitivity: Double
      if microphone.pattern == .sphericalHeadEar {
        let cosine = dot(axis, u)
        late = SphericalHead.extraPath(cosine: cosine) / air.soundSpeed
        // One gain for all bands: what the head shades at 1 kHz.
        sensitivity = SphericalHead.shadow(cosine: cosine, soundSpeed: air.soundSpeed)[3]
      } else {
        let share = microphone.pattern.omnidirectionalShare
        sensitivity = share + (1 - share) * dot(axis, u)
      }
      // Nearer than 10 cm there is no source of this kind.
      sensitivity /= max(distance, 0.1)
      gains[g] = Float(sensitivity)
    }
    let c = air.soundSpeed
    return Knot(
      position: (emission - late - start) * rate + lead,
      speed: (1 + dot(earVelocity, u) / c) / (1 + dot(path.linear * velocity, u) / c), time: time,
      emission: emission)
  }

  func add(_ samples: [Float], _ group: [Int], count: Int, to out: inout [[Float]]) throws(DioramaError) {
    let step = max(1, Int(rate / 1000))
    let microphones = group.map { receiver.array.microphones[$0] }
    var gains = [Float](repeating: 0, count: group.count)
    var next = gains
    var a = knot(at: from, microphones, &gains)
    var positions = [Double](repeating: 0, count: step)
    var values = [Float](repeating: 0, count: step)
    for first in stride(from: 0, to: count, by: step) {
      let b = knot(at: from + Double(first + step) / rate, microphones, &next, after: a)
      defer {
        a = b
        swap(&gains, &next)
      }
      guard (a.speed - 1).magnitude <= 0.5, (b.speed - 1).magnitude <= 0.5 else {
        throw DioramaError(
          .badInput,
          "a source or receiver moves at more than half the speed of sound \(from + Double(first) / rate) s into the recording",
          remedy: "Slow it down: sound at such speeds is outside of the model.")
      }
      let length = min(step, count - first)
      // Silence before the source and after it.
      let (low, high) = (min(a.position, b.position), max(a.position, b.position))
      guard high > 0, low < Double(samples.count) else { continue }
      let h = Double(step)
      for n in 0..<length {
        let t = Double(n) / h
        let (t2, t3) = (t * t, t * t * t)
        positions[n] =
          (2 * t3 - 3 * t2 + 1) * a.position + (t3 - 2 * t2 + t) * h * a.speed
          + (3 * t2 - 2 * t3) * b.position + (t3 - t2) * h * b.speed
      }
      FractionalDelay.standard.read(samples, at: positions, count: length, into: &values)
      for (g, m) in group.enumerated() {
        let (level, slope) = (gains[g], (next[g] - gains[g]) / Float(step))
        out[m].withUnsafeMutableBufferPointer { out in
          values.withUnsafeBufferPointer { values in
            for n in 0..<length { out[first &+ n] += values[n] * (level + slope * Float(n)) }
          }
        }
      }
    }
  }
}
