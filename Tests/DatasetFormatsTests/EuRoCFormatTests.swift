import Annotations
import Checks
import DatasetFormats
import Foundation
import TestSupport
import Testing
import VectorMath
import WorldModel

/// What an estimator reads: times, extrinsics, inertial rows and states.
@Suite struct EuRoCFormatTests {
  private static func imu(_ times: [Double]) -> ImuLabel {
    ImuLabel(
      rate: 200,
      noise: .init(
        accelerometerDensity: 0.0018, accelerometerWalk: 0.000086, gyroscopeDensity: 0.00012,
        gyroscopeWalk: 0.0000022),
      carrier: .init(
        velocity: [0.5, 0, -0.25], accelerometerBias: [0.01, 0, 0], gyroscopeBias: [0, 0.002, 0]),
      entries: times.map {
        .init(
          time: $0, accelerometer: [0, 0, 9.80665], gyroscope: [0.1, 0.2, 0.3],
          noisyAccelerometer: [0.01, 0, 9.8], noisyGyroscope: [0.11, 0.21, 0.31])
      })
  }

  static let samples: [Sample] = (0..<3).map { i in
    var scene = ShapeScene(
      8, 4, [.init(instance: 1, category: "chair", contains: ShapeScene.pixels(2...3, 1...2))])
    scene.camera = Camera(width: 8, height: 4, fx: 6, fy: 7, cx: 3.25, cy: 1.5)
    scene.rigFromCamera = Rig.mount(at: Vector3(0.1, 0.2, 0.3))
    var sample = Sample.test(i, sequence: 0, [scene])
    sample.frame = i
    sample.worldFromRig = RigidTransform(
      rotation: Quaternion(yaw: Double.pi / 2), translation: Vector3(1, 2, 3))
    let first = Double(i) / 10
    sample.views[0].labels.set(imu([first - 0.005, first]))
    return sample
  }

  @Test func rowsInTheirOrder() throws {
    let out = try Written(EuRoCFormat.self, Self.samples, .test())
    let cam = try out.text("000000/mav0/cam0/data.csv").split(separator: "\n")
    #expect(cam[1] == "1000000000000,1000000000000.png" && cam[2] == "1000100000000,1000100000000.png")
    let noisy = try out.text("000000/mav0/imu0/data.csv").split(separator: "\n")
    // Angular rates come first.
    #expect(noisy.count == 7 && noisy[1] == "999995000000,0.11,0.21,0.31,0.01,0,9.8")
    #expect(try out.text("000000/mav0/imu1/data.csv").contains("\n1000000000000,0.1,0.2,0.3,0,0,9.80665\n"))
    let state = try out.text("000000/mav0/state_groundtruth_estimate0/data.csv").split(separator: "\n")
    let numbers = state[1].split(separator: ",").compactMap { Double($0) }
    let h = 0.707106781
    #expect(numbers == [1e12, 1, 2, 3, h, 0, 0, h, 0.5, 0, -0.25, 0, 0.002, 0, 0.01, 0, 0])
    let camera = try out.text("000000/mav0/cam0/sensor.yaml")
    // Right is −y of the body, down −z, forward x.
    #expect(camera.contains("data: [0, 0, 1, 0.1, -1, 0, 0, 0.2, 0, -1, 0, 0.3, 0, 0, 0, 1]"))
    #expect(camera.contains("rate_hz: 10\n") && camera.contains("intrinsics: [6, 7, 3.25, 1.5]"))
    let unit = try out.text("000000/mav0/imu0/sensor.yaml")
    #expect(unit.contains("gyroscope_noise_density: 0.00012\n") && unit.contains("rate_hz: 200.0\n"))
    #expect(try out.text("000000/mav0/imu1/sensor.yaml").contains("accelerometer_random_walk: 0.0\n"))
  }

  private func examine(
    _ change: (WrittenFolder) throws -> Void
  ) throws -> (formed: CheckFinding, matched: CheckFinding) {
    let folder = try WrittenFolder(EuRoCFormat.self, Self.samples, .test())
    try change(folder)
    var formed = CheckFinding()
    var comparison = FormatComparison(
      try EuRoCValidator().read(try FormatFolder(folder.path), into: &formed))
    for sample in Self.samples {
      comparison.compare(
        try EuRoCValidator().expected(of: sample, .test()), sample: sample.index,
        slack: EuRoCValidator.slack)
    }
    return (formed, comparison.finding)
  }

  @Test func inertialReadingsMatchAndMistakesAreFound() throws {
    let sound = try examine { _ in }
    #expect(sound.formed.violations == 0, "\(sound.formed.first.map(\.description))")
    #expect(sound.matched.violations == 0, "\(sound.matched.first.map(\.description))")
    let imu = "000000/mav0/imu0/data.csv"
    #expect(try examine { try $0.edit(imu) { $0.replacing("0.21", with: "0.22") } }.matched.violations > 0)
    #expect(try examine { try $0.edit(imu) { $0.replacing("0.21,", with: "") } }.formed.violations > 0)
    #expect(
      try examine { try $0.edit(imu) { $0.replacing("1000095000000", with: "1000295000000") } }.formed
        .violations > 0)
  }
}
