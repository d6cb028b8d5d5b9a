import Annotations
import AudioFiles
package import Checks
package import Diagnostics
import Encodings
package import WorldModel

/// visual-54 for sound event detection of any maker: `metadata/SIDE/strong.tsv` with `audio/SIDE`, in the layout of DESED.
package struct SEDValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-dcase-sed", name: "dcase-sed-is-well-formed",
    summary:
      "Sound event detection: every row names a clip and lies in it, onsets come before offsets, weak labels are the classes of the strong ones, durations those of the clips.",
    unit: "clips and rows")
  package static let matched = CheckRule(
    id: "visual-54-dcase-sed-native", name: "dcase-sed-matches-native",
    summary:
      "Sound event detection read back has the native recordings' sound and events to the microsecond.",
    unit: "clips and events")

  /// Of seconds with six decimals.
  package static let slack = 1e-6

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let sides = folder.names(in: "metadata").filter { folder.isFile("metadata/\($0)/strong.tsv") }
    guard !sides.isEmpty else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no strong labels",
        remedy: "Name the folder with metadata/*/strong.tsv in it.")
    }
    finding.applied += 1
    for side in sides {
      let top = "audio/\(side)/"
      for path in folder.files(below: "audio/\(side)", where: FormatFolder.isSound) {
        reading.pictures[path] = folder.sound(path, channels: 1, &finding)
      }
      var tags: [String: Set<String>] = [:]
      let strong = "metadata/\(side)/strong.tsv"
      for row in try folder.table(
        strong, separator: "\t", header: ["filename", "onset", "offset", "event_label"], &finding)
      {
        let path = top + row.fields[0]
        let duration = reading.pictures[path].map(Self.duration) ?? -1
        let isEmpty = row.fields.dropFirst().allSatisfy(\.isEmpty)
        let (from, to) = (FieldNumber.finite(row.fields[1]), FieldNumber.finite(row.fields[2]))
        let holds = isEmpty || (from ?? -1) >= 0 && (to ?? -1) > (from ?? 0) && (to ?? 0) <= duration + 1e-4
        finding.expect(
          duration >= 0 && holds && isEmpty == row.fields[3].isEmpty,
          Violation(
            item: row.place, found: row.fields.joined(separator: " "),
            expected: "a clip, and a class within its \(duration) s"))
        tags[row.fields[0], default: []].formUnion(isEmpty ? [] : [row.fields[3]])
        guard holds, !isEmpty, let from, let to else { continue }
        let object = FormatReading.Object(place: row.place, category: row.fields[3], numbers: [from, to])
        reading.pictures[path]?.objects.append(object)
      }
      try weak(folder, side, tags, reading, &finding)
    }
    return reading
  }

  private func weak(
    _ folder: FormatFolder, _ side: String, _ tags: [String: Set<String>], _ reading: FormatReading,
    _ finding: inout CheckFinding
  ) throws(DioramaError) {
    if folder.isFile("metadata/\(side)/weak.tsv") {
      for row in try folder.table(
        "metadata/\(side)/weak.tsv", separator: "\t", header: ["filename", "event_labels"], &finding)
      {
        let said = Set(row.fields[1].split(separator: ",").map(String.init))
        finding.expect(
          said == tags[row.fields[0]],
          Violation(
            item: row.place, found: row.fields[1],
            expected: (tags[row.fields[0]] ?? []).sorted().joined(separator: ",")))
      }
    }
    guard folder.isFile("metadata/\(side)/durations.tsv") else { return }
    for row in try folder.table(
      "metadata/\(side)/durations.tsv", separator: "\t", header: ["filename", "duration"], &finding)
    {
      let duration = reading.pictures["audio/\(side)/" + row.fields[0]].map(Self.duration)
      finding.expect(
        abs((FieldNumber.finite(row.fields[1]) ?? -1) - (duration ?? -2)) <= 1e-4,
        Violation(item: row.place, found: row.fields[1], expected: duration.map { "\($0)" } ?? "a clip"))
    }
  }

  /// Seconds of a sound.
  private static func duration(_ picture: FormatReading.Picture) -> Double {
    Double(picture.width) / max(1, picture.objects.first?.numbers.first ?? 1)
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      let path = SEDFormat.path(heard)
      var picture = try SEDFormat.copy.expected(path, try SEDFormat.copy.clip(heard, isMono: true))
      for one in SEDFormat.events(heard) {
        picture.objects.append(
          .init(
            category: SEDFormat.name(one.event),
            numbers: [heard.seconds(one.range.lowerBound), heard.seconds(one.range.upperBound)]))
      }
      out[path] = picture
    }
    return out
  }
}
