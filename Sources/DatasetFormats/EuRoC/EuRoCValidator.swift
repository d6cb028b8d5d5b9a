import Annotations
package import Checks
package import Diagnostics
import VectorMath
package import WorldModel

/// visual-54 for EuRoC: folders with `mav0` of any maker.
package struct EuRoCValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-euroc", name: "euroc-is-well-formed",
    summary:
      "EuRoC: lists name pictures of the sensor's size; times ascend in whole nanoseconds; extrinsics are rigid, quaternions of unit length; inertial rows have seven numbers; every picture has a state.",
    unit: "files and rows")
  package static let matched = CheckRule(
    id: "visual-54-euroc-native", name: "euroc-matches-native",
    summary:
      "EuRoC read back has the native samples' pictures, times, cameras, states and inertial readings to the last decimal.",
    unit: "pictures and objects")

  package static let slack = 1e-8

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    for prefix in try folder.sequences(with: "mav0", of: "EuRoC sequence", &finding) {
      try EuRoCSequence(folder: folder, path: prefix + "mav0").read(into: &reading, &finding)
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    let stamp = EuRoCFormat.stamp(sample.time)
    let imu = sample.views.lazy.compactMap { $0.labels[ImuLabel.self] }.first
    for view in sample.views {
      let c = view.camera
      let camera = try options.cameraIndex(view.sensor)
      var picture = FormatReading.Picture(width: c.width, height: c.height)
      picture.objects = [
        .init(
          category: "camera",
          numbers: [c.fx, c.fy, c.cx, c.cy] + c.distortion.coefficients.prefix(4) + EuRoCFormat.matrix(view)),
        .init(category: "state", numbers: EuRoCFormat.state(sample, imu)),
      ]
      if camera == 0, let imu {
        for isNoisy in [true, false] {
          picture.objects.append(
            .init(
              category: isNoisy ? "imu0" : "imu1",
              numbers: imu.entries.flatMap {
                [Double(EuRoCFormat.stamp($0.time))] + EuRoCFormat.row($0, isNoisy: isNoisy)
              }))
        }
      }
      out["\(FileNames.number(sample.sequence))/mav0/cam\(camera)/data/\(stamp).png"] = picture
    }
    return out
  }
}
