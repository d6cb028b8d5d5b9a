import Annotations
import AudioFiles
package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for ESC-50 of any maker: `meta/esc50.csv` with `audio`.
package struct ESC50Validator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-esc-50", name: "esc-50-is-well-formed",
    summary:
      "ESC-50: every row names a clip of five seconds at 44.1 kHz, target and category are one of the fifty, fold and target are those of the name, and every clip has a row.",
    unit: "clips")
  package static let matched = CheckRule(
    id: "visual-54-esc-50-native", name: "esc-50-matches-native",
    summary: "ESC-50 read back has the native recordings' events, sample by sample.", unit: "clips")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let table = "meta/esc50.csv"
    guard folder.isFile(table) else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no ESC-50", remedy: "Name the folder with meta/esc50.csv in it.")
    }
    finding.applied += 1
    let header = ["filename", "fold", "target", "category", "esc10"]
    for row in try folder.table(table, separator: ",", header: header, &finding) {
      let (name, target) = (row.fields[0], Int(row.fields[2]) ?? -1)
      let parts = name.dropLast(4).split(separator: "-").map(String.init)
      let category = ESC50Format.categories.indices.contains(target) ? ESC50Format.categories[target] : ""
      finding.expect(
        category == row.fields[3] && parts.first == row.fields[1] && parts.last == row.fields[2]
          && (row.fields[4] == "True") == ESC50Format.ten.contains(target),
        Violation(
          item: row.place, found: row.fields.joined(separator: ","),
          expected: "one of the fifty categories, fold and target as in the name"))
      let path = "audio/" + name
      guard reading.pictures[path] == nil,
        var picture = folder.sound(path, place: row.place, rate: 44_100, channels: 1, &finding)
      else {
        finding.expect(false, Violation(item: row.place, found: name, expected: "a clip, once"))
        continue
      }
      finding.expect(
        picture.width == 220_500,
        Violation(item: path, found: "\(picture.width) samples", expected: "220500, five seconds"))
      picture.objects.append(.init(place: row.place, category: row.fields[3]))
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
      for one in try ESC50Format.clips(heard) {
        let path = "audio/\(one.name)"
        var picture = try ESC50Format.copy.expected(path, one.clip)
        picture.objects.append(.init(category: ESC50Format.categories[one.target]))
        out[path] = picture
      }
    }
    return out
  }
}
