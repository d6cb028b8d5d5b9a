import Annotations
import AudioFiles
package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for DCASE localisation datasets of any maker: `metadata_dev` beside `foa_dev` or `mic_dev`.
package struct SELDValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-dcase-seld", name: "dcase-seld-is-well-formed",
    summary:
      "DCASE localisation: recordings have four channels at 24 kHz and rows of six whole numbers; frames ascend and lie in the recording, a source has one row a frame, azimuths are in [−180, 180), elevations in [−90, 90], classes in the map.",
    unit: "recordings and rows")
  package static let matched = CheckRule(
    id: "visual-54-dcase-seld-native", name: "dcase-seld-matches-native",
    summary:
      "DCASE localisation read back has the native recordings' sound and their sources in every frame.",
    unit: "recordings and rows")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let sounds = ["foa_dev", "mic_dev"].flatMap { folder.files(below: $0) { $0.hasSuffix(".wav") } }
    guard !sounds.isEmpty || folder.isFile("class_map.csv") else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no DCASE localisation dataset",
        remedy: "Name the folder with metadata_dev and foa_dev or mic_dev in it.")
    }
    finding.applied += 1
    let classes = try self.classes(folder, &finding)
    for path in sounds {
      guard var picture = folder.sound(path, rate: 24_000, channels: 4, &finding) else { continue }
      let table = "metadata_dev/" + path.dropFirst("foa_dev/".count).dropLast(4) + ".csv"
      if folder.isFile(table) {
        try rows(table, folder, classes, &picture, &finding)
      } else {
        finding.expect(
          false, Violation(item: table, found: "no such file", expected: "the sources of \(path)"))
      }
      reading.pictures[path] = picture
    }
    return reading
  }

  /// Names by number; empty where there is no map.
  private func classes(_ folder: FormatFolder, _ finding: inout CheckFinding) throws(DioramaError) -> [String]
  {
    guard folder.isFile("class_map.csv") else { return [] }
    var out: [String] = []
    for line in try folder.lines("class_map.csv").dropFirst() {
      let parts = line.text.split(separator: ",", maxSplits: 1)
      finding.expect(
        parts.count == 2 && parts.first.flatMap { Int($0) } == out.count,
        Violation(
          item: "class_map.csv:\(line.number)", found: String(line.text.prefix(60)),
          expected: "\(out.count) and a name"))
      out.append(parts.count == 2 ? parts[1].filter { $0 != "\"" } : "")
    }
    return out
  }

  private func rows(
    _ table: String, _ folder: FormatFolder, _ classes: [String], _ picture: inout FormatReading.Picture,
    _ finding: inout CheckFinding
  ) throws(DioramaError) {
    var seen: Set<[Int]> = []
    var last = 0
    // Frames that the recording reaches into.
    let frames = (picture.width * SELDFrames.rate + 23_999) / 24_000
    for line in try folder.lines(table) {
      let place = "\(table):\(line.number)"
      let fields = line.text.split(separator: ",", omittingEmptySubsequences: false)
      let values = fields.compactMap { Int($0) }
      guard fields.count == 6, values.count == 6 else {
        finding.expect(
          false,
          Violation(item: place, found: String(line.text.prefix(60)), expected: "six whole numbers"))
        continue
      }
      let isPlace =
        (-180..<180).contains(values[3]) && (-90...90).contains(values[4])
        && (0...100_000_000).contains(values[5])
      finding.expect(
        values[0] >= last && values[0] < frames && isPlace && values[2] >= 0 && values[1] >= 0
          && (classes.isEmpty || values[1] < classes.count) && seen.insert(Array(values.prefix(3))).inserted,
        Violation(
          item: place, found: String(line.text),
          expected: "a frame from \(last) to \(frames - 1), a known class, its source once, a direction"))
      last = max(last, values[0])
      let name = classes.indices.contains(values[1]) ? classes[values[1]] : "\(values[1])"
      picture.objects.append(
        .init(
          place: place, category: name,
          numbers: [values[0], values[2], values[3], values[4], values[5]].map(Double.init)))
    }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      guard let folder = SELDFormat.folder(heard) else { continue }
      let path = "\(folder)/\(SELDFormat.stem(heard)).wav"
      var picture = try SELDFormat.copy.expected(path, try SELDFormat.copy.clip(heard, isMono: false))
      let frames = SELDFrames(heard)
      for row in frames.rows(SELDClasses.list(Set(frames.rows.map(\.name)))) {
        picture.objects.append(
          .init(
            category: row.name,
            numbers: [row.frame, row.source, row.azimuth, row.elevation, row.centimetres].map(Double.init)))
      }
      out[path] = picture
    }
    return out
  }
}
