import Diagnostics
import Signals
import VectorMath

/// What microphones hear, channel after channel, each with room for a whole last stretch.
struct HeardChannels {
  private(set) var samples: [Float]
  let count: Int
  let stride: Int

  init(channels: Int, count: Int, step: Int) {
    self.count = count
    stride = (count + step - 1) / step * step
    samples = [Float](repeating: 0, count: channels * stride)
  }

  /// Reaches all of them at once.
  mutating func withSamples(_ body: (UnsafeMutablePointer<Float>) throws -> Void) rethrows {
    try samples.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { try body(base) } }
  }

  /// `count` samples a channel.
  var channels: [[Float]] {
    Swift.stride(from: 0, to: samples.count, by: max(1, stride)).map { Array(samples[$0..<$0 + count]) }
  }
}

/// Reading a source along one path.
///
/// Its delay is solved for the source's place at the time of emission at every knot and carried between by cubics with the
/// true speeds. Amplitudes fall as 1/distance: they go through the knots by cubics too, in two straight lines a stretch.
struct PathReading {
  let path: SoundPath
  let source: SmoothPath
  let knots: ArrayKnots
  let air: Air
  /// Seconds at which the source's first sample is emitted.
  let start: Double

  private struct Knot {
    /// Where the source is read, in samples of what is read, and how that changes a sample of the recording.
    var position: Double
    var speed: Double
    /// When that is heard, and when it was emitted, seconds.
    var time: Double
    var emission: Double
    /// Emitted seconds a second of hearing.
    var pace: Double
  }

  /// Fills in `gains` by microphone of the group. `before` are the knots before this one, the last first, as far as there are
  /// any.
  private func knot(
    _ k: Int, _ group: [Int], lead: Double, _ gains: UnsafeMutablePointer<Float>, after before: (Knot?, Knot?)
  ) -> Knot {
    let time = knots.time(k)
    let ear = knots.ear(k, group[0])
    var guess: Double
    if let last = before.0 {
      // Along a parabola, where two knots tell how the pace changes.
      guess =
        last.emission + (time - last.time) * (before.1.map { 1.5 * last.pace - 0.5 * $0.pace } ?? last.pace)
    } else {
      guess = time - length(path.image(of: source.place(at: time)) - ear.place) / air.soundSpeed
    }
    let (emission, place, velocity) = Arrival.emission(
      at: time, source: source, ear: ear.place, path: path, soundSpeed: air.soundSpeed, near: guess)
    let offset = path.image(of: place) - ear.place
    let distance = max(length(offset), 1e-3)
    let u = offset / distance
    var late = 0.0
    for (g, m) in group.enumerated() {
      let pattern = knots.microphones[m].pattern
      let cosine = dot(knots.ear(k, m).axis, u)
      var sensitivity: Double
      if pattern == .sphericalHeadEar {
        late = SphericalHead.extraPath(cosine: cosine) / air.soundSpeed
        // One gain for all bands: what the head shades at 1 kHz.
        sensitivity = SphericalHead.shadow(cosine: cosine, soundSpeed: air.soundSpeed)[3]
      } else {
        let share = pattern.omnidirectionalShare
        sensitivity = share + (1 - share) * cosine
      }
      // Nearer than 10 cm there is no source of this kind.
      sensitivity /= max(distance, 0.1)
      gains[g] = Float(sensitivity)
    }
    let c = air.soundSpeed
    var pace = (1 + dot(ear.velocity, u) / c) / (1 + dot(path.linear * velocity, u) / c)
    if let excess = path.wandering?.excess(at: time, over: distance) {
      late += excess.metres / c
      pace -= excess.rate / c
    }
    return Knot(
      position: 2 * (emission - late - start) * knots.rate + lead, speed: 2 * pace, time: time,
      emission: emission, pace: pace)
  }

  /// Adds what the microphones of one place hear.
  func add(_ sound: ColouredSound, _ group: [Int], to out: inout HeardChannels) throws(DioramaError) {
    let (step, stride) = (knots.step, out.stride)
    let cubic = CubicStretch(step)
    let width = group.count
    var tooFast: Int?
    sound.samples.withUnsafeBufferPointer { samples in
      out.withSamples { out in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: step) { positions in
          withUnsafeTemporaryAllocation(of: Float.self, capacity: step) { values in
            withUnsafeTemporaryAllocation(of: Float.self, capacity: 4 * width) { gains in
              guard let at = positions.baseAddress, let read = values.baseAddress,
                var g0 = gains.baseAddress
              else { return }
              // Gains at the knot before a stretch, at its two ends, and at the knot after.
              var (g1, g2, g3) = (g0 + width, g0 + 2 * width, g0 + 3 * width)
              let lead = sound.lead
              var a = knot(0, group, lead: lead, g1, after: (nil, nil))
              var b = knot(1, group, lead: lead, g2, after: (a, nil))
              for g in 0..<width { g0[g] = 2 * g1[g] - g2[g] }
              let count = stride / step
              for k in 0..<count {
                var c = b
                if k + 1 < count {
                  c = knot(k + 2, group, lead: lead, g3, after: (b, a))
                } else {
                  for g in 0..<width { g3[g] = 2 * g2[g] - g1[g] }
                }
                defer {
                  (a, b) = (b, c)
                  (g0, g1, g2, g3) = (g1, g2, g3, g0)
                }
                guard (a.pace - 1).magnitude <= 0.5, (b.pace - 1).magnitude <= 0.5 else {
                  tooFast = k
                  return
                }
                guard sound.isAudible(from: min(a.position, b.position), to: max(a.position, b.position))
                else { continue }
                cubic.fill(at, a.position, a.speed, b.position, b.speed)
                DoubleRateDelay.standard.read(samples, at: at, count: step, into: read)
                let half = step / 2
                for (g, m) in group.enumerated() {
                  // A cubic through four knots.
                  let middle = 0.5625 * (g1[g] + g2[g]) - 0.0625 * (g0[g] + g3[g])
                  let to = out + (m &* stride &+ k &* step)
                  Self.add(read, to, half, from: g1[g], to: middle)
                  Self.add(read + half, to + half, half, from: middle, to: g2[g])
                }
              }
            }
          }
        }
      }
    }
    guard let tooFast else { return }
    throw DioramaError(
      .badInput,
      "a source or receiver moves at more than half the speed of sound \(knots.time(tooFast) - knots.from) s into the recording",
      remedy: "Slow it down: sound at such speeds is outside of the model.")
  }

  /// Adds `values` under a gain that goes in a straight line. `count` is a multiple of eight.
  private static func add(
    _ values: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>, _ count: Int, from: Float, to: Float
  ) {
    let slope = (to - from) / Float(count)
    var level = SIMD8<Float>(0, 1, 2, 3, 4, 5, 6, 7) * slope + from
    var n = 0
    while n < count {
      Lanes.store(Lanes.load(UnsafePointer(out + n)) + Lanes.load(values + n) * level, out + n)
      level += 8 * slope
      n = n &+ 8
    }
  }
}

/// Cubics over one stretch of samples by values and slopes at its ends (Hermite).
private struct CubicStretch {
  /// Weights of the first value, the first slope, the last value and the last slope, by sample.
  private let weights: [SIMD4<Double>]

  init(_ step: Int) {
    let h = Double(step)
    weights = (0..<step).map { n in
      let t = Double(n) / h
      let (t2, t3) = (t * t, t * t * t)
      return SIMD4(2 * t3 - 3 * t2 + 1, (t3 - 2 * t2 + t) * h, 3 * t2 - 2 * t3, (t3 - t2) * h)
    }
  }

  func fill(_ out: UnsafeMutablePointer<Double>, _ a: Double, _ slope: Double, _ b: Double, _ last: Double) {
    let ends = SIMD4(a, slope, b, last)
    weights.withUnsafeBufferPointer { weights in
      for n in weights.indices {
        let parts = weights[n] * ends
        out[n] = (parts[0] + parts[1]) + (parts[2] + parts[3])
      }
    }
  }
}
