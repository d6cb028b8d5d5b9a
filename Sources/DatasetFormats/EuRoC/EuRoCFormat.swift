import Annotations
import Encodings
import VectorMath
package import WorldModel

/// EuRoC MAV, the layout of ASL datasets (Burri et al. 2016): one folder a sequence.
///
/// - `NNNNNN/mav0/camK/data/T.png`, `data.csv` (`T,T.png`) and `sensor.yaml` for every camera in rig order. T is in
///   nanoseconds, world time plus 1000 s, so that no reading before the first picture is below zero. Pictures are the
///   native ones, in colour. `T_BS` is body from camera (axes right, down, forward), row-major, metres; `intrinsics`
///   are fx, fy, cx, cy in pixels with integers at their centres, the distortion k1, k2, p1, p2; a lens with a third
///   radial coefficient it cannot express.
/// - The body is the carrier: x forward, y left, z up; the world's z is up.
/// - `imu0/data.csv`: angular rate (rad/s) and specific force (m/s²) with noise and bias, `imu1` the same without; both
///   only where the label `imu` is.
/// - `state_groundtruth_estimate0/data.csv`: at every picture's time, position (m), quaternion w x y z with w ≥ 0 (world
///   from body) and, with `imu`, velocity in the world and the biases of gyroscope and accelerometer.
/// - `sequences.txt` names the folders.
package struct EuRoCFormat: DatasetFormat {
  package static let name = "euroc"
  package static let summary =
    "EuRoC MAV (ASL): pictures, inertial readings and true states of every sequence"
  package static let requiredLabels = [LabelNames.rgb]
  package static let optionalLabels = [ImuLabel.name]
  package static let lenses: Set<Projection> = [.pinhole, .brownConrady]
  package static let radialTerms = 2
  package static var validator: any FormatValidator { EuRoCValidator() }

  /// Added to world time, seconds.
  static let epoch = 1000.0

  let options: FormatOptions

  package init(options: FormatOptions) { self.options = options }

  package func fragment(for sample: Sample) throws -> FormatFragment {
    var out = FormatFragment(sample: sample.index)
    let folder = FileNames.number(sample.sequence)
    let stamp = Self.stamp(sample.time)
    for view in sample.views {
      let camera = try options.cameraIndex(view.sensor)
      out.files.append(.picture("\(folder)/mav0/cam\(camera)/data/\(stamp).png", view, of: sample))
      out.records.append(
        FormatRecord(
          "cameras",
          [
            folder, "cam\(camera)", FileNames.component(view.sensor), String(stamp), Self.lens(view),
            Self.mount(view),
          ]
          .joined(separator: "|")))
    }
    let imu = sample.views.lazy.compactMap { $0.labels[ImuLabel.self] }.first
    out.records.append(
      FormatRecord(
        "states",
        "\(folder)|\(stamp)|"
          + Self.state(sample, imu).map { DecimalText.short($0, 9) }.joined(separator: ",")))
    if let imu {
      out.records.append(FormatRecord("units", "\(folder)|\(Self.unit(imu))"))
      for (kind, isNoisy) in [("imu0", true), ("imu1", false)] {
        for entry in imu.entries {
          let row = Self.row(entry, isNoisy: isNoisy).map { DecimalText.short($0, 9) }.joined(separator: ",")
          out.records.append(FormatRecord(kind, "\(folder)|\(Self.stamp(entry.time)),\(row)"))
        }
      }
    }
    return out
  }

  package func assemble(_ records: any FormatRecordSource, into sink: any FormatSink) throws {
    try EuRoCAssembly(records: records, sink: sink).write()
  }

  /// Nanoseconds.
  static func stamp(_ time: Double) -> Int {
    let ns = ((time + epoch) * 1e9).rounded()
    return ns.magnitude < 9e18 ? Int(ns) : 0
  }

  private static func lens(_ view: Sample.View) -> String {
    let c = view.camera
    return [c.fx, c.fy, c.cx, c.cy].map { DecimalText.short($0, 9) }.joined(separator: ", ")
      + "|\(c.width), \(c.height)|"
      + c.distortion.coefficients.prefix(4).map { DecimalText.short($0, 9) }.joined(separator: ", ")
  }

  /// Body from camera, row-major.
  static func matrix(_ view: Sample.View) -> [Double] {
    let (r, t) = (view.rigFromCamera.rotation, view.rigFromCamera.translation)
    let (x, y, z) = (r * Vector3(1, 0, 0), r * Vector3(0, 1, 0), r * Vector3(0, 0, 1))
    return [x.x, y.x, z.x, t.x, x.y, y.y, z.y, t.y, x.z, y.z, z.z, t.z, 0, 0, 0, 1]
  }

  private static func mount(_ view: Sample.View) -> String {
    matrix(view).map { DecimalText.short($0, 9) }.joined(separator: ", ")
  }

  /// Position, w x y z and, if known, velocity and biases.
  static func state(_ sample: Sample, _ imu: ImuLabel?) -> [Double] {
    let (p, q) = (sample.worldFromRig.translation, sample.worldFromRig.rotation)
    let sign = q.w < 0 ? -1.0 : 1.0
    let pose = [p.x, p.y, p.z, sign * q.w, sign * q.x, sign * q.y, sign * q.z]
    guard let carrier = imu?.carrier else { return pose }
    let more = carrier.velocity + carrier.gyroscopeBias + carrier.accelerometerBias
    return more.count == 9 ? pose + more : pose
  }

  /// Rate and noise: what `imu0/sensor.yaml` says.
  private static func unit(_ imu: ImuLabel) -> String {
    let noise = imu.noise
    let numbers = [
      imu.rate, noise?.gyroscopeDensity, noise?.gyroscopeWalk, noise?.accelerometerDensity,
      noise?.accelerometerWalk,
    ]
    return numbers.map { $0.map { "\($0)" } ?? "" }.joined(separator: " ")
  }

  /// Angular rate, then specific force.
  static func row(_ entry: ImuLabel.Entry, isNoisy: Bool) -> [Double] {
    isNoisy ? entry.noisyGyroscope + entry.noisyAccelerometer : entry.gyroscope + entry.accelerometer
  }
}
