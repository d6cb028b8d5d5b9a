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

  /// Readings a second.
  package var rate: Double
  package var entries: [Entry]

  package init(rate: Double, entries: [Entry]) {
    self.rate = rate
    self.entries = entries
  }
}
