import RandomStreams
package import VectorMath

extension InertialUnit {
  /// The biases in the last reading up to frame `frame`, carrier's axes: m/s² and rad/s.
  ///
  /// As `readings(of:before:)` walks them, from zero at the first reading of frame 0.
  package func biases(at frame: Int) -> (force: Vector3, turn: Vector3) {
    var walks = stream.child("bias")
    func triple(_ scale: Double) -> Vector3 {
      let (x, y, z) = (walks.normal(), walks.normal(), walks.normal())
      return Vector3(x, y, z) * scale
    }
    var (force, turn) = (Vector3.zero, Vector3.zero)
    let root = rate.squareRoot()
    let first = readings(before: 0).lowerBound
    for _ in first..<max(first, readings(before: frame).upperBound) {
      force += triple(accelerometer.walk / root)
      turn += triple(gyroscope.walk / root)
    }
    return (force, turn)
  }
}
