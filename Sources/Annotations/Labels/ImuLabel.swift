import WorldModel

/// `imu`: what an accelerometer and a gyroscope on the carrier read between the frame before and this one.
///
/// Axes of the carrier (x forward, y left, z up), at its origin; all views of a sample say the same.
package struct ImuLabel: StructuredLabel {
  package static let name = "imu"

  package struct Entry: Codable, Sendable, Hashable {
    /// Seconds of world time; ascending, the last at the frame's own time at the latest.
    package var time: Double
    /// Specific force, m/s²: (0, 0, 9.80665) at rest.
    package var accelerometer: [Double]
    /// rad/s.
    package var gyroscope: [Double]
    /// The same with white noise and biases that walk.
    package var noisyAccelerometer: [Double]
    package var noisyGyroscope: [Double]

    package init(
      time: Double, accelerometer: [Double], gyroscope: [Double], noisyAccelerometer: [Double],
      noisyGyroscope: [Double]
    ) {
      self.time = time
      self.accelerometer = accelerometer
      self.gyroscope = gyroscope
      self.noisyAccelerometer = noisyAccelerometer
      self.noisyGyroscope = noisyGyroscope
    }
  }

  /// What the noise is drawn with, standard deviations by the square root of bandwidth or time.
  package struct Noise: Codable, Sendable, Hashable {
    /// m/s²/√Hz and m/s³/√Hz.
    package var accelerometerDensity: Double
    package var accelerometerWalk: Double
    /// rad/s/√Hz and rad/s²/√Hz.
    package var gyroscopeDensity: Double
    package var gyroscopeWalk: Double

    package init(
      accelerometerDensity: Double, accelerometerWalk: Double, gyroscopeDensity: Double,
      gyroscopeWalk: Double
    ) {
      self.accelerometerDensity = accelerometerDensity
      self.accelerometerWalk = accelerometerWalk
      self.gyroscopeDensity = gyroscopeDensity
      self.gyroscopeWalk = gyroscopeWalk
    }
  }

  /// What is true of the carrier at the frame's time, beyond its pose.
  package struct Carrier: Codable, Sendable, Hashable {
    /// World, m/s.
    package var velocity: [Double]
    /// In the last reading up to the frame, carrier's axes: m/s² and rad/s.
    package var accelerometerBias: [Double]
    package var gyroscopeBias: [Double]

    package init(velocity: [Double], accelerometerBias: [Double], gyroscopeBias: [Double]) {
      self.velocity = velocity
      self.accelerometerBias = accelerometerBias
      self.gyroscopeBias = gyroscopeBias
    }
  }

  /// Readings a second.
  package var rate: Double
  /// Absent in datasets of older versions, as is `carrier`.
  package var noise: Noise?
  package var carrier: Carrier?
  package var entries: [Entry]

  package init(rate: Double, noise: Noise? = nil, carrier: Carrier? = nil, entries: [Entry]) {
    self.rate = rate
    self.noise = noise
    self.carrier = carrier
    self.entries = entries
  }
}
