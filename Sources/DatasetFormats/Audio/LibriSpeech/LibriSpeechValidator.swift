import Annotations
import AudioFiles
package import Checks
package import Diagnostics
import Encodings
package import WorldModel

/// visual-54 for LibriSpeech of any maker: subsets with `SPEAKER/CHAPTER/*.flac` and `*.trans.txt`.
package struct LibriSpeechValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-librispeech", name: "librispeech-is-well-formed",
    summary:
      "LibriSpeech: every file of one channel at 16 kHz has one transcript without small letters, every transcript a file, names say folder and speaker, and the speaker is listed with F or M.",
    unit: "utterances")
  package static let matched = CheckRule(
    id: "visual-54-librispeech-native", name: "librispeech-matches-native",
    summary: "LibriSpeech read back has the native recordings' utterances: the same samples, the same words.",
    unit: "utterances")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let tables = folder.files(below: "") { $0.hasSuffix(".trans.txt") }
    let sounds = folder.files(below: "") { $0.hasSuffix(".flac") }
    guard !tables.isEmpty || folder.isFile("SPEAKERS.TXT") else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no LibriSpeech transcripts",
        remedy: "Name the folder with SPEAKERS.TXT in it.")
    }
    finding.applied += 1
    let speakers = try speakers(folder, &finding)
    for table in tables {
      let parts = table.split(separator: "/").dropLast().suffix(2)
      let chapter = parts.joined(separator: "-")
      let prefix = table.split(separator: "/").dropLast().joined(separator: "/") + "/"
      for line in try folder.lines(table) {
        let place = "\(table):\(line.number)"
        let fields = line.text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        let text = fields.count == 2 ? String(fields[1]) : ""
        let isPlain =
          !text.isEmpty && text == text.uppercased() && !text.contains("  ") && !text.hasSuffix(" ")
        finding.expect(
          isPlain && fields[0].hasPrefix(chapter + "-"),
          Violation(
            item: place, found: String(line.text.prefix(60)),
            expected: "\(chapter)-NNNN and words in capitals"))
        if let speakers {
          finding.expect(
            parts.first.map { speakers.contains(String($0)) } ?? false,
            Violation(item: place, found: "speaker \(parts.first ?? "")", expected: "one of SPEAKERS.TXT"))
        }
        let path = prefix + fields[0] + ".flac"
        guard reading.pictures[path] == nil else {
          finding.expect(
            false, Violation(item: place, found: "\(fields[0]) a second time", expected: "one transcript"))
          continue
        }
        guard var picture = folder.sound(path, place: place, rate: 16_000, channels: 1, &finding) else {
          continue
        }
        picture.objects.append(.init(place: place, category: text))
        reading.pictures[path] = picture
      }
    }
    for path in sounds {
      finding.expect(
        reading.pictures[path] != nil, Violation(item: path, found: "no transcript", expected: "one"))
    }
    return reading
  }

  /// Numbers of speakers; `nil` where there is no list.
  private func speakers(
    _ folder: FormatFolder, _ finding: inout CheckFinding
  ) throws(DioramaError) -> Set<String>? {
    guard folder.isFile("SPEAKERS.TXT") else { return nil }
    var out: Set<String> = []
    for line in try folder.lines("SPEAKERS.TXT") where !line.text.hasPrefix(";") {
      let fields = line.text.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
        .map { $0.filter { $0 != " " } }
      finding.expect(
        fields.count == 5 && Int(fields[0]) != nil && ["F", "M", "O"].contains(fields[1])
          && FieldNumber.finite(fields[3]) != nil && out.insert(fields[0]).inserted,
        Violation(
          item: "SPEAKERS.TXT:\(line.number)", found: String(line.text.prefix(60)),
          expected: "number | F or M | subset | minutes | name"))
    }
    return out
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      for entry in try LibriSpeechFormat.entries(heard) where entry.clip.count > 0 {
        var picture = try LibriSpeechFormat.copy.expected(entry.path, entry.clip)
        picture.objects.append(.init(category: entry.text))
        out[entry.path] = picture
      }
    }
    return out
  }
}
