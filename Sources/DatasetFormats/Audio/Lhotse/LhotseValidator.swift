import Annotations
package import Checks
package import Diagnostics
package import WorldModel

/// visual-54 for Lhotse manifests of any maker: `*recordings*.jsonl[.gz]` with `*supervisions*` and `*cuts*` of the same
/// name. Sources that are no files of the folder are not opened.
package struct LhotseValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-lhotse", name: "lhotse-is-well-formed",
    summary:
      "Lhotse: recordings last as long as their sound, supervisions lie in a recording, alignments ascend within their supervision, and cuts hold the same supervisions.",
    unit: "recordings, supervisions and aligned items")
  package static let matched = CheckRule(
    id: "visual-54-lhotse-native", name: "lhotse-matches-native",
    summary:
      "Lhotse manifests read back have the native recordings' sound, utterances and alignments to the sample.",
    unit: "recordings and aligned items")

  /// Of seconds with nine decimals.
  package static let slack = 1e-9

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let names = folder.names(in: "").filter { $0.hasSuffix(".jsonl.gz") || $0.hasSuffix(".jsonl") }
    let files = names.filter { $0.contains("recordings") }
    guard !files.isEmpty else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no Lhotse recordings",
        remedy: "Name the folder with *recordings.jsonl.gz in it.")
    }
    finding.applied += 1
    for file in files {
      var known: [String: (path: String, duration: Double)] = [:]
      for (place, tree) in try lines(file, folder, &finding) {
        recording(tree, place, folder, &known, &reading, &finding)
      }
      let supervisions = file.replacing("recordings", with: "supervisions")
      var supervised: [String: [String]] = [:]
      if names.contains(supervisions) {
        for (place, tree) in try lines(supervisions, folder, &finding) {
          supervision(tree, place, known, &reading, &finding)
          supervised[tree["recording_id"]?.text ?? "", default: []].append(tree["id"]?.text ?? "")
        }
      }
      let cuts = file.replacing("recordings", with: "cuts")
      guard names.contains(cuts) else { continue }
      for (place, tree) in try lines(cuts, folder, &finding) {
        let id = tree["recording"]?["id"]?.text ?? ""
        let inner = (tree["supervisions"]?.items ?? []).map { $0["id"]?.text ?? "" }
        finding.expect(
          known[id] != nil && inner == supervised[id] ?? []
            && ["MonoCut", "MultiCut"].contains(tree["type"]?.text),
          Violation(
            item: place,
            found: "\(tree["type"]?.text ?? "no type") of \(id) with \(inner.count) supervisions",
            expected: "a cut of a recording with all its supervisions"))
      }
    }
    return reading
  }

  private func lines(
    _ file: String, _ folder: FormatFolder, _ finding: inout CheckFinding
  ) throws(DioramaError) -> [(place: String, tree: JSONTree)] {
    var bytes = try folder.bytes(file)
    if file.hasSuffix(".gz") { bytes = try Gzip.decompress(bytes, name: file) }
    return try FormatFolder.jsonLines(String(decoding: bytes, as: UTF8.self), file, &finding)
  }

  private func recording(
    _ tree: JSONTree, _ place: String, _ folder: FormatFolder,
    _ known: inout [String: (path: String, duration: Double)], _ reading: inout FormatReading,
    _ finding: inout CheckFinding
  ) {
    let (rate, count) = (tree["sampling_rate"]?.whole ?? 0, tree["num_samples"]?.whole ?? 0)
    let duration = tree["duration"]?.number ?? -1
    let source = tree["sources"]?.items?.first
    let id = tree["id"]?.text ?? ""
    finding.expect(
      !id.isEmpty && known[id] == nil && rate > 0
        && abs(Double(count) / Double(max(1, rate)) - duration) <= 1e-6,
      Violation(
        item: place, found: "\(id): \(count) samples at \(rate) Hz, \(duration) s",
        expected: "an id of its own, and a duration of samples / rate"))
    guard source?["type"]?.text == "file", let path = source?["source"]?.text, FormatFolder.isInside(path)
    else {
      known[id] = ("", duration)
      return
    }
    known[id] = (path, duration)
    guard let picture = folder.sound(path, place: place, rate: rate, &finding) else { return }
    finding.expect(
      picture.width == count && picture.height == source?["channels"]?.items?.count,
      Violation(
        item: place, found: "\(count) samples of \(source?["channels"]?.items?.count ?? 0) channels",
        expected: "the sound's \(picture.width) of \(picture.height)"))
    reading.pictures[path] = picture
  }

  private func supervision(
    _ tree: JSONTree, _ place: String, _ known: [String: (path: String, duration: Double)],
    _ reading: inout FormatReading, _ finding: inout CheckFinding
  ) {
    let (start, duration) = (tree["start"]?.number ?? -1, tree["duration"]?.number ?? -1)
    let recording = known[tree["recording_id"]?.text ?? ""]
    finding.expect(
      start >= 0 && duration > 0 && start + duration <= (recording?.duration ?? -1) + 1e-6,
      Violation(
        item: place, found: "\(start) s and \(duration) s of \(tree["recording_id"]?.text ?? "nothing")",
        expected: "a stretch of a recording"))
    guard let path = recording?.path else { return }
    let text = tree["text"]?.text ?? ""
    reading.pictures[path]?.objects.append(
      .init(place: place, category: "\(tree["speaker"]?.text ?? ""): \(text)", numbers: [start, duration]))
    for (kind, items) in tree["alignment"]?.members ?? [] {
      var last = start
      for item in items.items ?? [] {
        let fields = item.items ?? []
        let from = fields.count > 1 ? fields[1].number : nil
        let length = fields.count > 2 ? fields[2].number : nil
        guard let from, let length, let symbol = fields.first?.text else {
          finding.expect(
            false,
            Violation(item: place, found: "an alignment of \(kind)", expected: "symbol, start, duration"))
          continue
        }
        finding.expect(
          from >= last - 1e-6 && length > 0 && from + length <= start + duration + 1e-6,
          Violation(
            item: "\(place), \(kind) \(symbol)", found: "\(from) s and \(length) s",
            expected: "after \(last), up to \(start + duration)"))
        last = from
        reading.pictures[path]?.objects.append(
          .init(place: place, category: "\(kind) \(symbol)", numbers: [from, length]))
      }
    }
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      var picture = try heard.nativeSound()
      func add(_ category: String, _ range: Range<Int>) {
        picture.objects.append(
          .init(category: category, numbers: [heard.seconds(range.lowerBound), heard.seconds(range.count)]))
      }
      for (_, speech) in LhotseFormat.utterances(heard) {
        add("\(speech.spoken.speaker): \(speech.transcript)", speech.range)
        for word in speech.words { add("word \(word.text)", word.range) }
        for phone in speech.phones { add("phone \(phone.text)", phone.range) }
        for syllable in speech.syllables { add("syllable \(syllable.text)", syllable.range) }
      }
      out["audio/\(heard.nativeName)"] = picture
    }
    return out
  }
}
