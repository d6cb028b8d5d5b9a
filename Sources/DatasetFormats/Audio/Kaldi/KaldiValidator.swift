import Annotations
import AudioFiles
package import Checks
package import Diagnostics
import Encodings
package import WorldModel

/// visual-54 for Kaldi data directories of any maker: folders with `wav.scp` in `data`, or the folder itself. Entries of
/// `wav.scp` that are commands are not run.
package struct KaldiValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-kaldi", name: "kaldi-is-well-formed",
    summary:
      "Kaldi: files are sorted by bytes without repetition, segments lie in a recording, utterances have a segment, a text and a speaker, which is their prefix, and spk2utt is the inverse of utt2spk.",
    unit: "lines")
  package static let matched = CheckRule(
    id: "visual-54-kaldi-native", name: "kaldi-matches-native",
    summary:
      "Kaldi directories read back have the native recordings' sound and utterances to the microsecond.",
    unit: "recordings and utterances")

  /// Of seconds with six decimals.
  package static let slack = 1e-6

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let tops = ([""] + folder.names(in: "data").map { "data/\($0)/" }).filter {
      folder.isFile($0 + "wav.scp")
    }
    guard !tops.isEmpty else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no wav.scp", remedy: "Name the folder with data in it.")
    }
    finding.applied += 1
    for top in tops {
      let wavs = try lines(folder, top + "wav.scp", &finding)
      var paths: [String: String] = [:]
      for one in wavs where !one.value.hasSuffix("|") {
        paths[one.key] = one.value
        reading.pictures[one.value] = folder.sound(one.value, place: one.place, channels: 1, &finding)
      }
      let known = Set(wavs.map(\.key))
      let texts = try lines(folder, top + "text", &finding)
      let speakers = try lines(folder, top + "utt2spk", &finding)
      let (text, speaker) = (Self.table(texts), Self.table(speakers))
      let segments = try lines(folder, top + "segments", &finding)
      for one in segments {
        let fields = one.value.split(separator: " ").map(String.init)
        let times = fields.dropFirst().compactMap { FieldNumber.finite($0) }
        guard fields.count == 3, times.count == 2, known.contains(fields[0]) else {
          finding.expect(
            false,
            Violation(
              item: one.place, found: String(one.value.prefix(60)), expected: "a recording, begin and end"))
          continue
        }
        let picture = paths[fields[0]].flatMap { reading.pictures[$0] }
        let duration = picture.map { Double($0.width) / max(1, $0.objects.first?.numbers.first ?? 1) }
        finding.expect(
          times[0] >= 0 && times[1] > times[0] && times[1] <= (duration ?? times[1]) + 1e-4
            && text[one.key] != nil
            && (speaker[one.key].map { one.key.hasPrefix($0) } ?? false),
          Violation(
            item: one.place, found: "\(one.key) \(one.value)",
            expected: "a stretch of the recording, with a text, and the speaker in front"))
        guard let path = paths[fields[0]] else { continue }
        reading.pictures[path]?.objects.append(
          .init(
            place: one.place, category: "\(one.key) \(speaker[one.key] ?? "") \(text[one.key] ?? "")",
            numbers: times))
      }
      let segmented = Set(segments.map(\.key))
      for one in texts where folder.isFile(top + "segments") {
        finding.expect(
          segmented.contains(one.key),
          Violation(item: one.place, found: one.key, expected: "an utterance of segments"))
      }
      var inverse: [String: String] = [:]
      for one in try lines(folder, top + "spk2utt", &finding) {
        for utterance in one.value.split(separator: " ") {
          finding.expect(
            speaker[String(utterance)] == one.key
              && inverse.updateValue(one.key, forKey: String(utterance)) == nil,
            Violation(item: one.place, found: "\(one.key) \(utterance)", expected: "what utt2spk says"))
        }
      }
      finding.expect(
        inverse.count == speaker.count,
        Violation(item: top + "spk2utt", found: "\(inverse.count) utterances", expected: "\(speaker.count)"))
    }
    return reading
  }

  private static func table(_ lines: [(place: String, key: String, value: String)]) -> [String: String] {
    Dictionary(lines.map { ($0.key, $0.value) }) { a, _ in a }
  }

  /// The keys and values of a file, which must ascend by bytes.
  private func lines(
    _ folder: FormatFolder, _ path: String, _ finding: inout CheckFinding
  ) throws(DioramaError) -> [(place: String, key: String, value: String)] {
    guard folder.isFile(path) else { return [] }
    var out: [(place: String, key: String, value: String)] = []
    for line in try folder.lines(path) {
      let fields = line.text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      let place = "\(path):\(line.number)"
      let isNext = out.last.map { $0.key.utf8.lexicographicallyPrecedes(fields[0].utf8) } ?? true
      finding.expect(
        fields.count == 2 && isNext,
        Violation(
          item: place, found: String(line.text.prefix(60)),
          expected: "a key after '\(out.last?.key ?? "")' in the order of bytes, and a value"))
      if fields.count == 2 { out.append((place, String(fields[0]), String(fields[1]))) }
    }
    return out
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      let path = KaldiFormat.path(heard)
      var picture = try KaldiFormat.copy.expected(path, try KaldiFormat.copy.clip(heard, isMono: true))
      let sorted = KaldiFormat.utterances(heard).sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
      for one in sorted {
        let range = one.speech.range
        picture.objects.append(
          .init(
            category: "\(one.id) \(one.speaker) \(one.text)",
            numbers: [heard.seconds(range.lowerBound), heard.seconds(range.upperBound)]))
      }
      out[path] = picture
    }
    return out
  }
}
