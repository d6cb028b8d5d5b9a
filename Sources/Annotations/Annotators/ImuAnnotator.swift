import VectorMath
package import WorldModel

/// `imu`: readings of the carrier's inertial unit, where the carrier moves smoothly.
package struct ImuAnnotator: Annotator {
  package init() {}
  package var name: String { ImuLabel.name }
  package var summary: String {
    "specific force (m/s²) and turning rate (rad/s) in the carrier's axes since the frame before, ideal and noisy, and the carrier's velocity; for carriers on smooth tracks"
  }
  package var needs: CaptureChannels { .inertia }

  package func annotate(_ view: CapturedView, into labels: inout LabelSet) {
    let rig = view.capture.world.rig
    guard let unit = rig.inertialUnit, rig.track.isSmooth, !rig.track.isStill else { return }
    let frame = Int((view.capture.snapshot.time / unit.step).rounded())
    func list(_ v: Vector3) -> [Double] { [v.x, v.y, v.z] }
    let biases = unit.biases(at: frame)
    labels.set(
      ImuLabel(
        rate: unit.rate,
        noise: ImuLabel.Noise(
          accelerometerDensity: unit.accelerometer.density, accelerometerWalk: unit.accelerometer.walk,
          gyroscopeDensity: unit.gyroscope.density, gyroscopeWalk: unit.gyroscope.walk),
        carrier: ImuLabel.Carrier(
          velocity: list(rig.track.motion(at: view.capture.snapshot.time).velocity),
          accelerometerBias: list(biases.force), gyroscopeBias: list(biases.turn)),
        entries: unit.readings(of: rig.track, before: frame).map { ideal, noisy in
          ImuLabel.Entry(
            time: ideal.time, accelerometer: list(ideal.force), gyroscope: list(ideal.turn),
            noisyAccelerometer: list(noisy.force), noisyGyroscope: list(noisy.turn))
        }))
  }
}
