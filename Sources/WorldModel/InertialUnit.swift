package import RandomStreams
package import VectorMath

/// An accelerometer and a gyroscope at the origin of a carrier, along its axes (x forward, y left, z up).
///
/// Noise is white plus a bias that walks at random, the model of IEEE Std 952 and of most estimators: over one sample
/// of `1 / rate` seconds a density of n gives a standard deviation of n·√rate, a walk of w one of w/√rate.
package struct InertialUnit: Sendable {
  /// Noise of one instrument, standard deviations by the square root of bandwidth or time.
  package struct Noise: Sendable, Hashable {
    /// m/s²/√Hz or rad/s/√Hz.
    package var density: Double
    /// m/s³/√Hz or rad/s²/√Hz.
    package var walk: Double

    package init(density: Double, walk: Double) {
      self.density = density
      self.walk = walk
    }
  }

  /// What both instruments say at one instant.
  package struct Reading: Sendable, Hashable {
    /// Seconds of world time.
    package var time: Double
    /// m/s², acceleration less gravity: (0, 0, 9.80665) at rest.
    package var force: Vector3
    /// rad/s, right-handed about each axis.
    package var turn: Vector3
  }

  /// Standard gravity, m/s².
  package static let gravity = 9.80665

  /// Readings a second, more than 0.
  package var rate: Double
  /// Seconds from frame to frame.
  package var step: Double
  package var accelerometer: Noise
  package var gyroscope: Noise
  /// What noise is drawn from.
  package var stream: RandomStream

  package init(
    rate: Double, step: Double, accelerometer: Noise, gyroscope: Noise, stream: RandomStream
  ) {
    self.rate = rate
    self.step = step
    self.accelerometer = accelerometer
    self.gyroscope = gyroscope
    self.stream = stream
  }

  /// Without faults.
  package static func ideal(_ track: Track, at t: Double) -> Reading {
    let motion = track.motion(at: t)
    let body = motion.worldFromObject.rotation.conjugate
    return Reading(
      time: t, force: body * (motion.acceleration + Vector3(0, 0, gravity)), turn: motion.turn)
  }

  /// Numbers of the readings after the frame before and up to frame `frame`; reading k is taken at k / rate.
  package func readings(before frame: Int) -> Range<Int> {
    // A reading at the very time of a frame belongs to it, whatever rounding says.
    func through(_ frame: Int) -> Int { Int((Double(frame) * step * rate + 1e-6).rounded(.down)) }
    return (through(frame - 1) + 1)..<(through(frame) + 1)
  }

  /// What is read between the frame before and this one, without faults and with them.
  ///
  /// The biases walk from zero at the first reading of frame 0; equal streams, equal noise, whatever was asked before.
  package func readings(
    of track: Track, before frame: Int
  ) -> [(ideal: Reading, noisy: Reading)] {
    let wanted = readings(before: frame)
    let first = readings(before: 0).lowerBound
    var (walks, noise) = (stream.child("bias"), stream.child("white"))
    func triple(_ stream: inout RandomStream, _ scale: Double) -> Vector3 {
      let (x, y, z) = (stream.normal(), stream.normal(), stream.normal())
      return Vector3(x, y, z) * scale
    }
    var (forceBias, turnBias) = (Vector3.zero, Vector3.zero)
    var out: [(ideal: Reading, noisy: Reading)] = []
    let root = rate.squareRoot()
    for k in min(first, wanted.lowerBound)..<wanted.upperBound {
      forceBias += triple(&walks, accelerometer.walk / root)
      turnBias += triple(&walks, gyroscope.walk / root)
      let force = triple(&noise, accelerometer.density * root)
      let turn = triple(&noise, gyroscope.density * root)
      guard wanted.contains(k) else { continue }
      let ideal = Self.ideal(track, at: Double(k) / rate)
      out.append(
        (
          ideal,
          Reading(
            time: ideal.time, force: ideal.force + forceBias + force, turn: ideal.turn + turnBias + turn)
        ))
    }
    return out
  }
}
