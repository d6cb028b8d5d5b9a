import Annotations
package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for audiofolders of any maker: `metadata.jsonl` in the folder or its folders.
package struct AudioFolderValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-audiofolder", name: "audiofolder-is-well-formed",
    summary:
      "audiofolder: every row names a sound that exists, once, all rows have the same columns, and events lie in the sound.",
    unit: "rows and events")
  package static let matched = CheckRule(
    id: "visual-54-audiofolder-native", name: "audiofolder-matches-native",
    summary:
      "audiofolder read back has the native recordings' sound, words, captions and events to the sample.",
    unit: "recordings and events")

  /// Of seconds with nine decimals.
  package static let slack = 1e-9

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let files = folder.files(below: "") { $0 == "metadata.jsonl" }
    guard !files.isEmpty else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no metadata.jsonl", remedy: "Name the folder with train in it.")
    }
    finding.applied += 1
    for file in files {
      var columns: [String]?
      let top = String(file.dropLast("metadata.jsonl".count))
      for (place, tree) in try folder.jsonLines(file, &finding) {
        columns = columns ?? tree.keys
        let path = top + (tree["file_name"]?.text ?? "")
        finding.expect(
          tree.keys == columns && reading.pictures[path] == nil,
          Violation(
            item: place, found: "\(path), \(tree.keys.count) columns",
            expected: "another sound, the same columns"))
        guard var picture = folder.sound(path, place: place, &finding) else { continue }
        let duration = Double(picture.width) / max(1, picture.objects.first?.numbers.first ?? 1)
        for key in ["transcription", "caption_en", "caption_zh"] {
          guard let text = tree[key]?.text else { continue }
          picture.objects.append(.init(place: place, category: "\(key): \(text)"))
        }
        for (n, event) in (tree["events"]?.items ?? []).enumerated() {
          let (from, to) = (event["onset"]?.number ?? -1, event["offset"]?.number ?? -1)
          let label = event["label"]?.text ?? ""
          finding.expect(
            from >= 0 && to > from && to <= duration + 1e-6 && !label.isEmpty,
            Violation(
              item: "\(place), event \(n)", found: "\(label) from \(from) to \(to)",
              expected: "within \(duration) s"))
          picture.objects.append(.init(place: "\(place), event \(n)", category: label, numbers: [from, to]))
        }
        reading.pictures[path] = picture
      }
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      var picture = try heard.nativeSound()
      picture.objects.append(.init(category: "transcription: \(AudioFolderFormat.transcription(heard))"))
      for language in ["en", "zh"] {
        picture.objects.append(
          .init(category: "caption_\(language): \(AudioFolderFormat.caption(heard, language))"))
      }
      for one in heard.events {
        picture.objects.append(
          .init(
            category: one.event.kind,
            numbers: [heard.seconds(one.range.lowerBound), heard.seconds(one.range.upperBound)]))
      }
      out["\(AudioFolderFormat.side(heard.side))/audio/\(heard.nativeName)"] = picture
    }
    return out
  }
}
