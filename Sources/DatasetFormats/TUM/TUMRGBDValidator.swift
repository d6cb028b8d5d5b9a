import Annotations
package import Checks
package import Diagnostics
import Encodings
import Imaging
package import WorldModel

/// visual-54 for TUM RGB-D: folders with `rgb.txt`, `depth.txt` and `groundtruth.txt` of any maker.
package struct TUMRGBDValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-tum-rgbd", name: "tum-rgbd-is-well-formed",
    summary:
      "TUM RGB-D: lists name pictures that exist; timestamps ascend; depth is 16-bit grey of the colour picture's size; trajectories have eight finite numbers a line and unit quaternions.",
    unit: "files and rows")
  package static let matched = CheckRule(
    id: "visual-54-tum-rgbd-native", name: "tum-rgbd-matches-native",
    summary:
      "TUM RGB-D read back has the native samples' pictures, timestamps and poses to the last decimal, and their depth in fifths of a millimetre exactly.",
    unit: "pictures and objects")

  package static let slack = 1e-6

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    for prefix in try folder.sequences(with: "rgb.txt", of: "TUM RGB-D sequence", &finding) {
      try sequence(folder, prefix, &reading, &finding)
    }
    return reading
  }

  private func sequence(
    _ folder: FormatFolder, _ prefix: String, _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) throws(DioramaError) {
    let depth = try rows(folder, prefix + "depth.txt", columns: 2, &finding)
    let poses = try rows(folder, prefix + "groundtruth.txt", columns: 8, &finding)
    var poseAt: [Double: [Double]] = [:]
    for row in poses {
      let numbers = row.fields.compactMap { FieldNumber.finite($0) }
      let norm = numbers.suffix(4).reduce(0) { $0 + $1 * $1 }
      let sound = numbers.count == 8 && abs(norm - 1) < 1e-3
      finding.expect(
        sound,
        Violation(
          item: row.place, found: row.fields.joined(separator: " "),
          expected: "eight finite numbers, the last four a unit quaternion"))
      if sound { poseAt[row.time] = numbers }
    }
    let depthAt = Dictionary(depth.map { ($0.time, $0) }, uniquingKeysWith: { first, _ in first })
    for row in try rows(folder, prefix + "rgb.txt", columns: 2, &finding) {
      let path = prefix + row.fields[1]
      let size = FormatFolder.isInside(path) ? folder.pictureSize(path) : nil
      finding.expect(size != nil, Violation(item: row.place, found: "no picture", expected: path))
      var picture = FormatReading.Picture(width: size?.width ?? 0, height: size?.height ?? 0)
      if let pose = poseAt[row.time] {
        picture.objects.append(.init(place: row.place, category: "camera", numbers: pose))
      }
      if let other = depthAt[row.time] {
        let numbers = depthNumbers(folder, prefix + other.fields[1], size)
        finding.expect(
          numbers != nil,
          Violation(
            item: other.place, found: "no such picture, or of another kind or size",
            expected: "16-bit grey of the colour picture's size"))
        picture.objects.append(.init(place: other.place, category: "depth", numbers: numbers ?? []))
      }
      if FormatFolder.isInside(path) { reading.pictures[path] = picture }
    }
  }

  private struct Row {
    var place: String
    var time: Double
    var fields: [String]
  }

  /// The lines of a list that are no remarks, with ascending timestamps; others are reported.
  private func rows(
    _ folder: FormatFolder, _ path: String, columns: Int, _ finding: inout CheckFinding
  ) throws(DioramaError) -> [Row] {
    guard folder.isFile(path) else {
      finding.expect(false, Violation(item: path, found: "no such file", expected: "a list"))
      return []
    }
    var out: [Row] = []
    for line in try folder.lines(path) where !line.text.hasPrefix("#") {
      let fields = line.text.split(whereSeparator: \.isWhitespace).map(String.init)
      let place = "\(path):\(line.number)"
      guard fields.count == columns, let time = fields.first.flatMap({ FieldNumber.finite($0) }) else {
        finding.expect(
          false,
          Violation(
            item: place, found: String(line.text.prefix(80)), expected: "\(columns) fields, first a time"))
        continue
      }
      finding.expect(
        out.last.map { $0.time < time } ?? true,
        Violation(item: place, found: "time \(time)", expected: "later than the line before"))
      out.append(Row(place: place, time: time, fields: fields))
    }
    return out
  }

  /// Of a depth picture; `nil` when it is none of that size.
  private func depthNumbers(
    _ folder: FormatFolder, _ path: String, _ size: (width: Int, height: Int)?
  ) -> [Double]? {
    guard FormatFolder.isInside(path), let size, let head = folder.pictureSize(path), head == size,
      let bytes = try? folder.bytes(path),
      case .uint16(let raster)? = try? ImageFile.decode(bytes, name: path), raster.channels == 1
    else { return nil }
    return PictureDigest.numbers(raster.values)
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    let stamp = TUMRGBDFormat.stamp(sample)
    for view in sample.views {
      var picture = FormatReading.Picture(width: view.camera.width, height: view.camera.height)
      picture.objects.append(.init(category: "camera", numbers: [sample.time] + TUMRGBDFormat.pose(view)))
      picture.objects.append(
        .init(
          category: "depth",
          numbers: PictureDigest.numbers(try TUMRGBDFormat.depth(of: view, sample: sample.index).values)))
      out["\(TUMRGBDFormat.folder(sample, view))/rgb/\(stamp).png"] = picture
    }
    return out
  }
}
