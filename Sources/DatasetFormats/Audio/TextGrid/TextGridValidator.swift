import Annotations
package import Checks
package import Diagnostics
import Encodings
package import WorldModel

/// visual-54 for TextGrids of any maker, in Praat's long or short text form: files `*.TextGrid`, at most six folders deep.
/// The sound is looked for beside them, and in `audio`.
package struct TextGridValidator: FormatValidator {
  package static let formed = CheckRule(
    id: "visual-54-textgrid", name: "textgrid-is-well-formed",
    summary:
      "TextGrid: as many tiers and intervals as are announced; tiers span the grid, their intervals fill them without gap or overlap; the sound lasts as long.",
    unit: "files and intervals")
  package static let matched = CheckRule(
    id: "visual-54-textgrid-native", name: "textgrid-matches-native",
    summary:
      "TextGrids read back have the native recordings' words, phones, syllables, tones and speakers to the sample.",
    unit: "recordings and intervals")

  /// Of seconds with nine decimals.
  package static let slack = 1e-9

  package init() {}

  package func read(_ folder: FormatFolder, into finding: inout CheckFinding) throws(DioramaError)
    -> FormatReading
  {
    var reading = FormatReading()
    let files = try folder.listed(".TextGrid", as: "TextGrids", each: "a TextGrid", &finding)
    for path in files {
      var tokens = TextGridTokens(String(decoding: try folder.bytes(path, limit: 256 << 20), as: UTF8.self))
      guard tokens.string() == "ooTextFile", tokens.string() == "TextGrid", let start = tokens.number(),
        let end = tokens.number(), start <= end, tokens.flag() == "exists"
      else {
        finding.expect(
          false,
          Violation(item: path, found: "no header of a TextGrid", expected: "type, class, times and tiers"))
        continue
      }
      let stem = path.split(separator: "/").last.map { String($0.dropLast(".TextGrid".count)) } ?? ""
      let parent = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
      let sound = ["audio/", parent].flatMap { top in FormatFolder.soundEndings.map { top + stem + $0 } }
        .first { folder.isFile($0) }
      var picture = sound.flatMap { folder.sound($0, &finding) }
      if let picture, let rate = picture.objects.first?.numbers.first, rate > 0 {
        finding.expect(
          abs(end - start - Double(picture.width) / rate) <= 0.5 / rate,
          Violation(
            item: path, found: "\(end - start) s", expected: "the sound's \(Double(picture.width) / rate)"))
      }
      let objects = self.tiers(&tokens, path, start, end, &finding)
      picture?.objects += objects
      if let sound, let picture { reading.pictures[sound] = picture }
    }
    return reading
  }

  private func tiers(
    _ tokens: inout TextGridTokens, _ path: String, _ start: Double, _ end: Double,
    _ finding: inout CheckFinding
  ) -> [FormatReading.Object] {
    var out: [FormatReading.Object] = []
    let size = tokens.count() ?? -1
    finding.expect(
      size >= 0, Violation(item: path, found: "no count of tiers", expected: "size = …"))
    for n in 0..<max(0, size) {
      let place = "\(path), tier \(n + 1)"
      guard let kind = tokens.string(), kind == "IntervalTier" || kind == "TextTier",
        let name = tokens.string(),
        let from = tokens.number(), let to = tokens.number(), let count = tokens.count()
      else {
        finding.expect(false, Violation(item: place, found: "nothing that is one", expected: "\(size) tiers"))
        return out
      }
      finding.expect(
        from == start && to == end,
        Violation(item: place, found: "\(from) to \(to)", expected: "the grid's \(start) to \(end)"))
      var last = start
      for k in 0..<count {
        let place = "\(place), interval \(k + 1)"
        let from = tokens.number()
        let to = kind == "TextTier" ? from : tokens.number()
        guard let from, let to, let text = tokens.string() else {
          finding.expect(
            false, Violation(item: place, found: "nothing that is one", expected: "\(count) intervals"))
          return out
        }
        finding.expect(
          kind == "TextTier" ? from >= last : from == last && to > from,
          Violation(item: place, found: "\(from) to \(to)", expected: "to begin at \(last)"))
        last = to
        out.append(.init(place: place, category: "\(name): \(text)", numbers: [from, to]))
      }
      if kind == "IntervalTier" {
        finding.expect(
          last == end, Violation(item: place, found: "intervals up to \(last)", expected: "up to \(end)"))
      }
    }
    return out
  }

  package func expected(of sample: Sample, _ options: FormatOptions) throws -> [String: FormatReading.Picture]
  {
    var out: [String: FormatReading.Picture] = [:]
    for heard in try sample.heard(options) {
      var picture = try heard.nativeSound()
      for tier in TextGrid(heard).tiers {
        for interval in tier.intervals {
          picture.objects.append(
            .init(
              category: "\(tier.name): \(interval.text)",
              numbers: [heard.seconds(interval.range.lowerBound), heard.seconds(interval.range.upperBound)]))
        }
      }
      out["audio/\(heard.nativeName)"] = picture
    }
    return out
  }
}

/// The free-standing strings, numbers and flags of Praat's text files, which is all that Praat itself reads of them.
struct TextGridTokens {
  private enum Token {
    case string(String)
    case number(Double)
    case flag(String)
  }

  private var tokens: ArraySlice<Token>

  init(_ text: String) {
    var out: [Token] = []
    let bytes = Array(text.utf8)
    var at = 0
    var isFree = true
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        var inner: [UInt8] = []
        at += 1
        while at < bytes.count {
          if bytes[at] == byte {
            guard at + 1 < bytes.count, bytes[at + 1] == byte else { break }
            at += 1
          }
          inner.append(bytes[at])
          at += 1
        }
        out.append(.string(String(decoding: inner, as: UTF8.self)))
        isFree = true
        at += 1
      case UInt8(ascii: "!") where isFree:
        while at < bytes.count, bytes[at] != 10 { at += 1 }
      default:
        let end = bytes[at...].firstIndex { $0 <= 32 || $0 == UInt8(ascii: "\"") } ?? bytes.count
        let word = String(decoding: bytes[at..<end], as: UTF8.self)
        if isFree, word.hasPrefix("<"), word.hasSuffix(">") {
          out.append(.flag(String(word.dropFirst().dropLast())))
        } else if isFree, let number = FieldNumber.finite(word) {
          out.append(.number(number))
        }
        isFree = true
        at = max(end, at + 1)
      }
    }
    tokens = out[...]
  }

  mutating func string() -> String? {
    guard case .string(let text)? = tokens.first else { return nil }
    tokens.removeFirst()
    return text
  }

  mutating func number() -> Double? {
    guard case .number(let number)? = tokens.first else { return nil }
    tokens.removeFirst()
    return number
  }

  mutating func count() -> Int? {
    guard let whole = FieldNumber.whole(number()), (0...tokens.count).contains(whole) else { return nil }
    return whole
  }

  mutating func flag() -> String? {
    guard case .flag(let text)? = tokens.first else { return nil }
    tokens.removeFirst()
    return text
  }
}
