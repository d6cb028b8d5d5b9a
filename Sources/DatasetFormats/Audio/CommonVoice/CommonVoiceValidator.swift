import Annotations
import AudioFiles
package import Checks
package import Diagnostics
import Imaging
package import WorldModel

extension CommonVoiceFormat {
  /// What stands for a speaker.
  static func client(_ speaker: String) -> String { SHA256.hex(of: Array(speaker.utf8)) }
}

/// visual-54 for Common Voice of any maker: folders of languages with `validated.tsv` and `clips`.
package struct CommonVoiceValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-common-voice", name: "common-voice-is-well-formed",
    summary:
      "Common Voice: every row has a speaker, a sentence and a clip that opens, once; splits are parts of what is validated and share no clip; every clip is listed.",
    unit: "rows and clips")
  package static let matched = CheckRule(
    id: "visual-54-common-voice-native", name: "common-voice-matches-native",
    summary:
      "Common Voice read back has the native recordings' utterances: speakers, sentences, and clips as long.",
    unit: "clips")

  package static let slack = 0.0

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let languages = folder.names(in: "").filter { folder.isFile("\($0)/validated.tsv") }
    guard !languages.isEmpty || folder.isFile(LanguageFolders.list) else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no Common Voice",
        remedy: "Name the folder with folders of languages in it.")
    }
    finding.applied += 1
    let header = ["client_id", "path", "sentence", "locale"]
    for language in languages {
      for row in try folder.table("\(language)/validated.tsv", separator: "\t", header: header, &finding) {
        let path = "\(language)/clips/\(row.fields[1])"
        finding.expect(
          !row.fields[0].isEmpty && !row.fields[2].allSatisfy(\.isWhitespace) && row.fields[3] == language
            && reading.pictures[path] == nil,
          Violation(
            item: row.place, found: row.fields.joined(separator: " ").prefix(80).description,
            expected: "a speaker and a sentence in \(language), a clip of its own"))
        guard var picture = folder.sound(path, place: row.place, channels: 1, &finding) else { continue }
        picture.objects.append(.init(place: row.place, category: "\(row.fields[0]): \(row.fields[2])"))
        reading.pictures[path] = picture
      }
      var split: Set<String> = []
      for file in ["train", "dev", "test"] where folder.isFile("\(language)/\(file).tsv") {
        for row in try folder.table("\(language)/\(file).tsv", separator: "\t", header: header, &finding) {
          let path = "\(language)/clips/\(row.fields[1])"
          finding.expect(
            reading.pictures[path] != nil && split.insert(path).inserted,
            Violation(item: row.place, found: row.fields[1], expected: "a validated clip, in one split"))
        }
      }
      for path in folder.files(below: "\(language)/clips", where: FormatFolder.isSound) {
        finding.expect(reading.pictures[path] != nil, Violation(item: path, found: "no row", expected: "one"))
      }
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      for one in try CommonVoiceFormat.clips(heard) where one.clip.count > 0 {
        var picture = try CommonVoiceFormat.copy.expected(one.path, one.clip)
        picture.objects.append(
          .init(category: "\(CommonVoiceFormat.client(one.speaker)): \(one.sentence)"))
        out[one.path] = picture
      }
    }
    return out
  }
}
