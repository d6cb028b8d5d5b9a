import Annotations
package import Checks
package import Diagnostics
import Encodings
package import WorldModel

/// visual-54 for RTTM, CTM, STM and UEM of any maker: files of these endings in the folder.
package struct RTTMValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-rttm", name: "rttm-is-well-formed",
    summary:
      "RTTM: ten fields a segment, CTM five or six, STM a transcript after six; times are numbers of at least 0, durations positive, nobody's segments overlap, and all lies in what UEM names.",
    unit: "lines")
  package static let matched = CheckRule(
    id: "visual-54-rttm-native", name: "rttm-matches-native",
    summary:
      "RTTM, CTM, STM and UEM read back have the native recordings' segments and words to the microsecond.",
    unit: "recordings and lines")

  /// Of seconds with six decimals.
  package static let slack = 1e-6

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    let files = folder.names(in: "").filter { name in
      RTTMFormat.kinds.contains { name.hasSuffix("." + $0) } && folder.isFile(name)
    }
    guard files.contains(where: { $0.hasSuffix(".rttm") }) else {
      throw DioramaError(
        .noInput, "\(folder.root) holds no RTTM file", remedy: "Name the folder with *.rttm in it.")
    }
    finding.applied += 1
    var lines = RTTMLines()
    for kind in ["uem", "rttm", "ctm", "stm", "lst"] {
      for file in files where file.hasSuffix("." + kind) {
        for line in try folder.lines(file) {
          lines.read(line.text, kind, place: "\(file):\(line.number)", &finding)
        }
      }
    }
    var reading = FormatReading()
    for name in lines.recordings.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard !name.contains("/"),
        let sound = FormatFolder.soundEndings.map({ "audio/" + name + $0 }).first(where: { folder.isFile($0) }
        )
      else {
        finding.expect(
          !folder.isFolder("audio"),
          Violation(item: name, found: "no sound in audio", expected: "a recording"))
        continue
      }
      guard var picture = folder.sound(sound, &finding) else { continue }
      for kind in ["uem", "rttm", "ctm", "stm"] { picture.objects += lines.objects["\(kind) \(name)"] ?? [] }
      reading.pictures[sound] = picture
    }
    return reading
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      var picture = try heard.nativeSound()
      picture.objects.append(.init(category: "uem", numbers: [0, heard.label.duration]))
      func add(_ entries: [RTTMFormat.Entry], _ kind: (RTTMFormat.Entry) -> String) {
        for one in entries {
          picture.objects.append(
            .init(
              category: kind(one),
              numbers: [heard.seconds(one.range.lowerBound), heard.seconds(one.range.upperBound)]))
        }
      }
      add(RTTMFormat.segments(heard)) { "rttm \($0.speaker)" }
      add(RTTMFormat.words(heard)) { "ctm \($0.words)" }
      add(RTTMFormat.utterances(heard)) { "stm \($0.speaker) \($0.note) \($0.words)" }
      out["audio/\(heard.nativeName)"] = picture
    }
    return out
  }
}

/// What the lines of a diarisation dataset say.
private struct RTTMLines {
  /// By kind and recording.
  var objects: [String: [FormatReading.Object]] = [:]
  var recordings: Set<String> = []
  private var judged: [String: Double] = [:]
  private var ends: [String: Double] = [:]

  mutating func read(_ text: Substring, _ kind: String, place: String, _ finding: inout CheckFinding) {
    guard !text.hasPrefix(";;") else { return }
    let fields = text.split { $0 == " " || $0 == "\t" }.map(String.init)
    if kind == "lst" {
      finding.expect(
        fields.count == 1 && recordings.contains(fields[0]),
        Violation(item: place, found: String(text.prefix(60)), expected: "the name of a recording"))
      return
    }
    // Where name, begin and end or duration stand.
    let layout: (name: Int, from: Int, to: Int, isDuration: Bool, fewest: Int)
    switch kind {
    case "rttm": layout = (1, 3, 4, true, 9)
    case "ctm": layout = (0, 2, 3, true, 5)
    case "stm": layout = (0, 3, 4, false, 6)
    default: layout = (0, 2, 3, false, 4)
    }
    guard fields.count >= layout.fewest, let from = FieldNumber.finite(fields[layout.from]),
      var to = FieldNumber.finite(fields[layout.to])
    else {
      finding.expect(
        false, Violation(item: place, found: String(text.prefix(60)), expected: "fields of \(kind)"))
      return
    }
    if layout.isDuration { to += from }
    let name = fields[layout.name]
    let said: String
    switch kind {
    case "rttm": said = " " + fields[7]
    case "ctm": said = " " + fields[4]
    case "stm": said = " " + ([fields[2]] + fields[5...]).joined(separator: " ")
    default: said = ""
    }
    finding.expect(
      from >= 0 && to > from && (kind != "rttm" || fields[0] == "SPEAKER" && fields.count == 10)
        && to <= (judged[name] ?? to) + 1e-5,
      Violation(
        item: place, found: String(text.prefix(60)),
        expected: "a stretch of time within \(judged[name].map { "\($0) s" } ?? "the recording")"))
    if kind == "uem" { judged[name] = max(judged[name] ?? 0, to) }
    if kind == "rttm" || kind == "stm" {
      // Who speaks cannot speak at the same time.
      let key = "\(kind) \(name) \(kind == "rttm" ? fields[7] : fields[2])"
      finding.expect(
        from >= (ends[key] ?? 0) - 1e-5,
        Violation(
          item: place, found: "begin \(from)", expected: "after the speaker's last, \(ends[key] ?? 0)"))
      ends[key] = max(ends[key] ?? 0, to)
    }
    recordings.insert(name)
    objects["\(kind) \(name)", default: []].append(
      .init(place: place, category: kind + said, numbers: [from, to]))
  }
}
