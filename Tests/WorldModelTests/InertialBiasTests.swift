import RandomStreams
import Testing
import VectorMath
import WorldModel

/// What is known of the carrier beside its readings.
@Suite struct InertialBiasTests {
  /// Without white noise a reading is off by its bias alone.
  @Test(arguments: [50.0, 7.0]) func biasesAreThoseOfTheLastReading(_ rate: Double) {
    let unit = InertialUnit(
      rate: rate, step: 0.1, accelerometer: .init(density: 0, walk: 0.02),
      gyroscope: .init(density: 0, walk: 0.003), stream: RandomStream(seed: 9).child("imu"))
    let still = Track(still: .identity)
    var last = (force: Vector3.zero, turn: Vector3.zero)
    for frame in 0..<40 {
      for (ideal, noisy) in unit.readings(of: still, before: frame) {
        last = (noisy.force - ideal.force, noisy.turn - ideal.turn)
      }
      let found = unit.biases(at: frame)
      #expect(length(found.force - last.force) < 1e-12 && length(found.turn - last.turn) < 1e-12)
    }
    #expect(length(last.force) > 0)
  }
}
