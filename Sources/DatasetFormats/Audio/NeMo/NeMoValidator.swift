import Annotations
import AudioFiles
package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for NeMo manifests of any maker: `*manifest*.json` and `*.jsonl` in the folder.
package struct NeMoValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-nemo", name: "nemo-is-well-formed",
    summary:
      "NeMo: every line is an object with a text, a sound of one channel that exists, and an offset and duration within it; all lines have the same columns.",
    unit: "utterances")
  package static let matched = CheckRule(
    id: "visual-54-nemo-native", name: "nemo-matches-native",
    summary: "NeMo manifests read back have the native recordings' sound and utterances to the microsecond.",
    unit: "recordings and utterances")

  /// Of seconds with six decimals.
  package static let slack = 1e-6

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let files = folder.names(in: "").filter {
      $0.contains("manifest") && ($0.hasSuffix(".json") || $0.hasSuffix(".jsonl"))
    }
    guard !files.isEmpty else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no NeMo manifest",
        remedy: "Name the folder with *_manifest.json in it.")
    }
    finding.applied += 1
    for file in files {
      var columns: [String]?
      for (place, tree) in try folder.jsonLines(file, &finding) {
        columns = columns ?? tree.keys
        let path = tree["audio_filepath"]?.text ?? ""
        if reading.pictures[path] == nil {
          reading.pictures[path] = folder.sound(path, place: place, channels: 1, &finding)
        }
        guard let picture = reading.pictures[path] else { continue }
        let length = Double(picture.width) / max(1, picture.objects.first?.numbers.first ?? 1)
        let (offset, duration) = (tree["offset"]?.number ?? 0, tree["duration"]?.number ?? -1)
        let text = tree["text"]?.text ?? ""
        finding.expect(
          offset >= 0 && duration > 0 && offset + duration <= length + 1e-4
            && !text.allSatisfy(\.isWhitespace)
            && tree.keys == columns,
          Violation(
            item: place,
            found: "\(offset) s and \(duration) s of “\(text.prefix(30))”, \(tree.keys.count) columns",
            expected: "words within \(length) s, in the columns of the first line"))
        reading.pictures[path]?.objects.append(
          .init(
            place: place, category: "\(tree["speaker"]?.text ?? ""): \(text)", numbers: [offset, duration]))
      }
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      let speech = heard.speech.filter { !$0.lowerCase.isEmpty }
      guard !speech.isEmpty else { continue }
      let path = NeMoFormat.path(heard)
      var picture = try NeMoFormat.copy.expected(path, try NeMoFormat.copy.clip(heard, isMono: true))
      for one in speech {
        picture.objects.append(
          .init(
            category: "\(one.spoken.speaker): \(one.lowerCase)",
            numbers: [heard.seconds(one.range.lowerBound), heard.seconds(one.range.count)]))
      }
      out[path] = picture
    }
    return out
  }
}
