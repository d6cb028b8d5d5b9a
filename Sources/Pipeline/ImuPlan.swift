package import LocatedYAML
import RandomStreams
import WorldModel

/// The inertial unit on the carrier.
///
/// The defaults are of the order of a telephone's chip: densities as in the data sheet of Bosch's BMI160 (180 µg/√Hz
/// and 0.007 °/s/√Hz), walks as measured with it by D. Schubert et al., "The TUM VI Benchmark", 2018.
package struct ImuPlan: YAMLDecodable, Sendable {
  package static let summary = "The inertial unit on the carrier, for the label imu."
  package var rate: Double
  package var accelerometerNoise: Double
  package var accelerometerWalk: Double
  package var gyroscopeNoise: Double
  package var gyroscopeWalk: Double

  package init(from fields: FieldReader) {
    rate = fields.read("rate", .number(in: 1...10_000, unit: "Hz"), default: 200, "Readings a second.")
    accelerometerNoise = fields.read(
      "accelerometer_noise", .number(in: 0...10, unit: "m/s²/√Hz"), default: 0.0018, "White noise.")
    accelerometerWalk = fields.read(
      "accelerometer_walk", .number(in: 0...10, unit: "m/s³/√Hz"), default: 0.000086,
      "Random walk of the bias.")
    gyroscopeNoise = fields.read(
      "gyroscope_noise", .number(in: 0...10, unit: "rad/s/√Hz"), default: 0.00012, "White noise.")
    gyroscopeWalk = fields.read(
      "gyroscope_walk", .number(in: 0...10, unit: "rad/s²/√Hz"), default: 0.0000022,
      "Random walk of the bias.")
  }

  /// - Parameter step: seconds from frame to frame.
  func unit(step: Double, stream: RandomStream) -> InertialUnit {
    InertialUnit(
      rate: rate, step: step,
      accelerometer: InertialUnit.Noise(density: accelerometerNoise, walk: accelerometerWalk),
      gyroscope: InertialUnit.Noise(density: gyroscopeNoise, walk: gyroscopeWalk), stream: stream)
  }
}
