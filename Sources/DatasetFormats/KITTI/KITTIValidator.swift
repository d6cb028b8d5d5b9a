import Annotations
package import Checks
package import Diagnostics
import Encodings
import VectorMath
package import WorldModel

/// visual-54 for KITTI object detection: `training/{image_2,label_2,calib}` of any maker.
package struct KITTIValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-kitti", name: "kitti-is-well-formed",
    summary:
      "KITTI: every label file has its picture and calibration; rows have 15 or 16 fields, all finite, boxes inside the image, sizes positive, angles in [−π, π]; matrices have 12 (R0_rect 9) numbers; ImageSets name frames that exist.",
    unit: "files and rows")
  package static let matched = CheckRule(
    id: "visual-54-kitti-native", name: "kitti-matches-native",
    summary:
      "KITTI read back has the native samples' objects and boxes exactly; sizes and places to the last decimal; 3D corners projected with P2 meet the native ones within 0.05 px.",
    unit: "pictures and objects")

  package static let slack = 0.05

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    guard let base = ["training", "."].first(where: { folder.isFolder($0 + "/label_2") }) else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no KITTI dataset",
        remedy: "Name the folder with training/label_2 in it.")
    }
    let prefix = base == "." ? "" : base + "/"
    finding.applied += 1
    var reading = FormatReading()
    for name in folder.names(in: prefix + "label_2") where name.hasSuffix(".txt") {
      let stem = String(name.dropLast(4))
      let path = ["png", "jpg", "jpeg"].map { "\(prefix)image_2/\(stem).\($0)" }.first { folder.isFile($0) }
      let size = path.flatMap { folder.pictureSize($0) }
      finding.expect(
        size.map { $0.width > 0 && $0.height > 0 } ?? false,
        Violation(
          item: "\(prefix)label_2/\(name)", found: path.map { "\($0), no PNG or JPEG" } ?? "no picture",
          expected: "\(prefix)image_2/\(stem).png"))
      if let path, let size, let other = folder.pictureSize(path.replacing("image_2/", with: "image_3/")) {
        finding.expect(
          other.width == size.width && other.height == size.height,
          Violation(
            item: "\(prefix)image_3/\(stem)", found: "\(other.width) × \(other.height)",
            expected: "\(size.width) × \(size.height), as the left picture"))
      }
      let p2 = try calibration(folder, "\(prefix)calib/\(name)", &finding)
      var picture = FormatReading.Picture(width: size?.width ?? 0, height: size?.height ?? 0)
      for line in try folder.lines("\(prefix)label_2/\(name)") {
        let place = "\(prefix)label_2/\(name):\(line.number)"
        if let row = KITTIRow(line.text, place, picture, into: &finding) {
          picture.objects.append(row.object(p2))
        }
      }
      if let path { reading.pictures[path] = picture }
    }
    for name in folder.names(in: "ImageSets") where name.hasSuffix(".txt") {
      for line in try folder.lines("ImageSets/" + name) {
        let stem = line.text.trimmingPrefix(while: \.isWhitespace).prefix { !$0.isWhitespace }
        let isTest = name.hasPrefix("test")
        finding.expect(
          isTest
            || (!stem.contains("/") && folder.isFile("\(prefix)label_2/\(stem).txt")),
          Violation(
            item: "ImageSets/\(name):\(line.number)", found: "frame \(stem)",
            expected: "a frame with \(prefix)label_2/\(stem).txt"))
      }
    }
    return reading
  }

  /// Checks one calibration file.
  /// - Returns: P2, row by row.
  private func calibration(
    _ folder: FormatFolder, _ path: String, _ finding: inout CheckFinding
  ) throws(DioramaError) -> [Double]? {
    guard folder.isFile(path) else {
      finding.expect(false, Violation(item: path, found: "no such file", expected: "a calibration"))
      return nil
    }
    var found: [String: [Double]] = [:]
    for line in try folder.lines(path) {
      let fields = line.text.split(whereSeparator: \.isWhitespace)
      let name = fields.first.map { String($0.hasSuffix(":") ? $0.dropLast() : $0) } ?? ""
      let numbers = fields.dropFirst().compactMap { FieldNumber.finite($0) }
      let wanted = name.hasPrefix("R") ? 9 : 12
      finding.expect(
        numbers.count == wanted && fields.count == wanted + 1,
        Violation(
          item: "\(path):\(line.number)", found: "\(name) with \(numbers.count) finite numbers",
          expected: "\(wanted)"))
      if numbers.count == wanted { found[name] = numbers }
    }
    finding.expect(
      found["P2"] != nil, Violation(item: path, found: "no P2", expected: "twelve numbers"))
    return found["P2"]
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    guard let view = sample.views.first(where: { $0.stereoBaseline != nil }) ?? sample.views.first else {
      return [:]
    }
    var picture = FormatReading.Picture(width: view.camera.width, height: view.camera.height)
    let geometry = KITTIGeometry(view: view)
    for object in try ViewObject.all(in: view, sample: sample.index, minimumPixels: options.minimumPixels) {
      guard let type = ClassSchema.kitti.counterpart(of: object.native)?.name else { continue }
      let b = object.amodalBox ?? object.visibleBox
      var out = FormatReading.Object(
        category: type, box: [b.x, b.y, b.width, b.height].map(Double.init))
      let truncation = object.visibility?.truncation ?? 0
      if type != "DontCare", truncation <= KITTIFormat.maximumTruncation, let entry = object.box3D,
        let box = geometry.box(entry), box.location.z > 0
      {
        out.numbers = box.dimensions
        // What leans cannot be said, and corners behind the camera are not seen.
        if box.tilt < 1e-4, entry.corners.count == 8 {
          out.numbers += entry.corners.flatMap { $0.map { [$0[0], $0[1]] } ?? [.nan, .nan] }
        } else {
          out.numbers += [Double](repeating: .nan, count: 16)
        }
      } else {
        out.category = "DontCare"
      }
      picture.objects.append(out)
    }
    return ["training/image_2/\(FileNames.number(sample.index)).png": picture]
  }
}
