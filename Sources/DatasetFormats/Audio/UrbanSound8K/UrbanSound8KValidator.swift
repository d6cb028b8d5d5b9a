import Annotations
import AudioFiles
package import Checks
package import Diagnostics
import Encodings
package import WorldModel

/// visual-54 for UrbanSound8K of any maker: `metadata/UrbanSound8K.csv` with `audio/foldN`.
package struct UrbanSound8KValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-urbansound8k", name: "urbansound8k-is-well-formed",
    summary:
      "UrbanSound8K: every row names a slice of at most four seconds in its fold, as long as from start to end; class and number are one of the ten and those of the name; every slice has a row.",
    unit: "slices")
  package static let matched = CheckRule(
    id: "visual-54-urbansound8k-native", name: "urbansound8k-matches-native",
    summary: "UrbanSound8K read back has the native recordings' events, sample by sample.", unit: "slices")

  /// Of seconds with six decimals.
  package static let slack = 1e-6

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let table = "metadata/UrbanSound8K.csv"
    guard folder.isFile(table) else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no UrbanSound8K",
        remedy: "Name the folder with metadata/UrbanSound8K.csv in it.")
    }
    finding.applied += 1
    let header = ["slice_file_name", "start", "end", "salience", "fold", "classID", "class"]
    for row in try folder.table(table, separator: ",", header: header, &finding) {
      let parts = row.fields[0].split(separator: "-").map(String.init)
      let number = Int(row.fields[5]) ?? -1
      let name = UrbanSound8KFormat.classes.indices.contains(number) ? UrbanSound8KFormat.classes[number] : ""
      let times = [row.fields[1], row.fields[2]].compactMap { FieldNumber.finite($0) }
      finding.expect(
        name == row.fields[6] && parts.count == 4 && parts[1] == row.fields[5] && times.count == 2
          && ["1", "2"].contains(row.fields[3]) && (1...10).contains(Int(row.fields[4]) ?? 0),
        Violation(
          item: row.place, found: row.fields.joined(separator: ","),
          expected: "start and end, salience 1 or 2, fold 1 to 10, a class as in the name"))
      let path = "audio/fold\(row.fields[4])/\(row.fields[0])"
      guard times.count == 2, reading.pictures[path] == nil,
        var picture = folder.sound(path, place: row.place, &finding)
      else {
        finding.expect(false, Violation(item: row.place, found: path, expected: "a slice, once"))
        continue
      }
      let length = Double(picture.width) / max(1, picture.objects.first?.numbers.first ?? 1)
      finding.expect(
        abs(times[1] - times[0] - length) < 0.05 && length <= 4.01,
        Violation(
          item: row.place, found: "\(times[0]) to \(times[1])", expected: "as long as the sound, \(length) s")
      )
      picture.objects.append(.init(place: row.place, category: row.fields[6], numbers: times))
      reading.pictures[path] = picture
    }
    for path in folder.files(below: "audio", where: FormatFolder.isSound) {
      finding.expect(reading.pictures[path] != nil, Violation(item: path, found: "no row", expected: "one"))
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      for one in try UrbanSound8KFormat.slices(heard) {
        var picture = try UrbanSound8KFormat.copy.expected(one.path, one.clip)
        picture.objects.append(
          .init(
            category: UrbanSound8KFormat.classes[one.number],
            numbers: [heard.seconds(one.range.lowerBound), heard.seconds(one.range.upperBound)]))
        out[one.path] = picture
      }
    }
    return out
  }
}
