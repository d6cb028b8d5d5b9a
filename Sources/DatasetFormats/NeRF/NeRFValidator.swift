package import Checks
package import Diagnostics
import VectorMath
package import WorldModel

/// visual-54 for `transforms.json`: folders of any maker with matrices and intrinsics, a frame's own or common.
package struct NeRFValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-nerf", name: "nerf-is-well-formed",
    summary:
      "transforms.json: frames name pictures that exist, of the size given; matrices are 4 × 4, finite, rotations that do not mirror; focal lengths are positive.",
    unit: "files and frames")
  package static let matched = CheckRule(
    id: "visual-54-nerf-native", name: "nerf-matches-native",
    summary:
      "transforms.json read back has the native samples' pictures, poses and intrinsics to the last decimal.",
    unit: "pictures and objects")

  package static let slack = 1e-6

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    for prefix in try folder.sequences(with: "transforms.json", of: "transforms.json", &finding) {
      let file = prefix + "transforms.json"
      let tree = try JSONTree(try folder.bytes(file, limit: 256 << 20), name: file)
      let frames = tree["frames"]?.items
      finding.expect(
        frames != nil, Violation(item: file, found: "no frames", expected: "a list of frames"))
      for (i, frame) in (frames ?? []).enumerated() {
        read(frame, common: tree, "\(file): frame \(i)", prefix, folder, &reading, &finding)
      }
    }
    return reading
  }

  private func read(
    _ frame: JSONTree, common: JSONTree, _ place: String, _ prefix: String, _ folder: FormatFolder,
    _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) {
    func number(_ key: String) -> Double? { (frame[key] ?? common[key])?.number }
    let name = frame["file_path"]?.text ?? ""
    let path = prefix + name
    let size = FormatFolder.isInside(path) && !name.isEmpty ? folder.pictureSize(path) : nil
    finding.expect(
      size.map { Double($0.width) == number("w") && Double($0.height) == number("h") } ?? false,
      Violation(
        item: place,
        found: size.map { "\($0.width) × \($0.height)" } ?? "no picture \(name.prefix(80))",
        expected: "a picture of the size given"))
    let lens = ["fl_x", "fl_y", "cx", "cy"].compactMap(number)
    finding.expect(
      lens.count == 4 && lens.prefix(2).allSatisfy { $0 > 0 },
      Violation(item: place, found: "\(lens)", expected: "fl_x, fl_y > 0, cx, cy"))
    let rows = (frame["transform_matrix"]?.items ?? []).compactMap(\.numbers)
    let sound = rows.count == 4 && rows.allSatisfy { $0.count == 4 } && Self.isPose(rows)
    finding.expect(
      sound,
      Violation(item: place, found: "transform_matrix \(rows)", expected: "a rotation and a place"))
    guard sound, lens.count == 4, FormatFolder.isInside(path) else { return }
    // Back to camera axes right, down, forward, and to pixels with integers at their centres.
    var columns: [Double] = []
    for c in 0..<4 {
      let sign: Double = c == 1 || c == 2 ? -1 : 1
      for row in rows.prefix(3) { columns.append(sign * row[c]) }
    }
    reading.pictures[path] = FormatReading.Picture(
      width: size?.width ?? 0, height: size?.height ?? 0,
      objects: [
        .init(
          place: place, category: "camera",
          numbers: columns + [lens[0], lens[1], lens[2] - 0.5, lens[3] - 0.5]
            + NeRFFormat.distortion.map { number($0) ?? 0 })
      ])
  }

  /// Columns of unit length, the third the product of the first two, and the last row 0 0 0 1.
  private static func isPose(_ m: [[Double]]) -> Bool {
    func column(_ c: Int) -> Vector3 { Vector3(m[0][c], m[1][c], m[2][c]) }
    let (x, y, z) = (column(0), column(1), column(2))
    return m[3] == [0, 0, 0, 1] && abs(length(x) - 1) < 1e-4 && abs(length(y) - 1) < 1e-4
      && length(cross(x, y) - z) < 1e-4
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    let format = NeRFFormat(options: options)
    var out: [String: FormatReading.Picture] = [:]
    for view in sample.views {
      let (pose, c) = (view.worldFromCamera, view.camera)
      let m = pose.rotation
      var numbers: [Double] = []
      for v in [m * Vector3(1, 0, 0), m * Vector3(0, 1, 0), m * Vector3(0, 0, 1), pose.translation] {
        numbers += [v.x, v.y, v.z]
      }
      numbers += [c.fx, c.fy, c.cx, c.cy] + c.distortion.coefficients
      out["\(FileNames.number(sample.sequence))/\(format.picture(sample, view))"] = FormatReading.Picture(
        width: c.width, height: c.height, objects: [.init(category: "camera", numbers: numbers)])
    }
    return out
  }
}
