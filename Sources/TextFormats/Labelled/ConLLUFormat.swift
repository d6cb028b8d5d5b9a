package import Diagnostics
import Language
import TextModel

/// CoNLL-U (Universal Dependencies): ten columns a word; entities as `NER` in MISC, IOB2, with role and value where the
/// span begins; comments `sent_id`, `text` and `intent`.
///
/// Lemma, part of speech and features are those of the template's table of words, `_` where it has none, as heads always
/// are: it is no treebank. Positions are words and
/// `SpaceAfter`; the text can be put together again to the bit.
package struct ConLLUFormat: LabelledTextFormat {
  package let name = "conllu"
  package let summary =
    "CoNLL-U: words with lemma, part of speech and SpaceAfter, entities in MISC, intent in a comment"
  package let positions = "words"
  package let holds: TextHolding = [.text, .words, .tags, .lemmas, .intent, .roles, .values]

  package init() {}

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      let item = try labelled(placed)
      _ = item.outermost(&notes)
      guard let words = item.text.taggedWords else {
        throw refusal(
          of: placed.text, "a span of “\(item.string)” begins or ends inside of a word",
          remedy: "Divide the words there, or leave the format out.")
      }
      guard !words.isEmpty, words.first?.range.lowerBound == 0,
        words.last?.range.upperBound == item.text.scalars.count
      else {
        throw refusal(
          of: placed.text,
          "“\(item.string)” is not made of words and the spaces between them",
          remedy: "Leave the format out.")
      }
      guard
        !item.string.unicodeScalars.contains(where: {
          $0.value < 0x20 || $0 == "\u{85}" || $0 == "\u{2028}" || $0 == "\u{2029}"
        })
      else {
        throw refusal(
          of: placed.text, "“\(item.string)” is not on one line", remedy: "Leave the format out.")
      }
      var lines = "# sent_id = \(placed.text.language)-\(placed.text.index)\n# text = \(item.string)\n"
      if !item.intent.isEmpty { lines += "# intent = \(item.intent)\n" }
      for (i, word) in words.enumerated() {
        let next = i + 1 < words.count ? words[i + 1].range.lowerBound : nil
        var misc =
          word.span.map { span in
            ["NER=" + (word.isFirst ? "B-" : "I-") + Self.escaped(span.label)]
              + (word.isFirst ? span.role.map { ["NERRole=" + Self.escaped($0)] } ?? [] : [])
              + (word.isFirst ? ["NERValue=" + Self.escaped(item.value(span))] : [])
          } ?? []
        if let next,
          next != word.range.upperBound + 1 || item.text.surface(word.range.upperBound..<next) != " "
        {
          let gap = item.text.surface(word.range.upperBound..<next)
          misc.append(gap.isEmpty ? "SpaceAfter=No" : "SpacesAfter=" + Self.escaped(gap))
        }
        let form = item.text.surface(word.range)
        lines +=
          "\(i + 1)\t\(form)\t" + Self.columns(word.tag) + "\t_\t_\t_\t"
          + (misc.isEmpty ? "_" : misc.joined(separator: "|"))
          + "\n"
      }
      out.append(TextFormatEntry(file: TextFileName.file(placed, ".conllu"), lines + "\n"))
    }
    return out
  }

  /// LEMMA, UPOS, XPOS and FEATS.
  private static func columns(_ tag: WordTag) -> String {
    [tag.lemma, tag.pos?.rawValue, tag.nativePOS, tag.features].map { $0 ?? WordTag.blank }
      .joined(separator: "\t")
  }

  /// As MISC takes it (UDPipe's escapes): `\s` a space, `\p` a bar, `\\` a backslash.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ": out += "\\s"
      case "|": out += "\\p"
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\\": out += "\\\\"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private static func unescaped(_ text: some StringProtocol) -> String {
    var out = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        switch scalar {
        case "s": out += " "
        case "p": out += "|"
        case "t": out += "\t"
        case "n": out += "\n"
        case "r": out += "\r"
        default: out.unicodeScalars.append(scalar)
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  // MARK: reading

  /// A sentence as it is read.
  private struct Sentence {
    var start = 0
    var text: String?
    var intent: String?
    var rebuilt = ""
    /// What stands behind the last word.
    var gap = ""
    var words: [String] = []
    var tags: [String] = []
    var lemmas: [String] = []
    var features: [String] = []
    var spans: [LabelledReading.Span] = []
    var open: String?
    var fault: String?
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".conllu", of: name) {
      let (language, part) = TextFileName.place(of: path)
      var sentence = Sentence()
      func finish() {
        defer { sentence = Sentence() }
        guard !sentence.words.isEmpty else { return }
        let place = "\(path):\(sentence.start)"
        if let fault = sentence.fault {
          log.fail(place, found: fault, expected: "words numbered from 1, ten columns, IOB2 in MISC")
        }
        if let text = sentence.text, !text.unicodeScalars.elementsEqual(sentence.rebuilt.unicodeScalars) {
          log.fail(place, found: sentence.rebuilt, expected: "the words of # text = \(text)")
        }
        var reading = LabelledReading(
          text: sentence.rebuilt, words: sentence.words, intent: sentence.intent, spans: sentence.spans)
        (reading.tags, reading.lemmas, reading.features) = (sentence.tags, sentence.lemmas, sentence.features)
        log.add(TextReading(place: place, language: language, part: part, value: reading.json))
      }
      try folder.forEachLine(of: path) { number, line throws(DioramaError) in
        if line.isEmpty { return finish() }
        if sentence.words.isEmpty, sentence.start == 0 { sentence.start = number }
        if line.hasPrefix("#") {
          if line.hasPrefix("# text = ") { sentence.text = String(line.dropFirst(9)) }
          if line.hasPrefix("# intent = ") { sentence.intent = String(line.dropFirst(11)) }
          return
        }
        Self.take(line, into: &sentence)
      }
      finish()
    }
  }

  private static func take(_ line: String, into sentence: inout Sentence) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard columns.count == 10, columns.allSatisfy({ !$0.isEmpty }) else {
      sentence.fault = sentence.fault ?? line
      return
    }
    // Multi-word ranges and empty nodes are words of other layers.
    if columns[0].contains("-") || columns[0].contains(".") { return }
    guard columns[0] == String(sentence.words.count + 1) else {
      sentence.fault = sentence.fault ?? line
      return
    }
    sentence.rebuilt += sentence.gap
    let start = sentence.rebuilt.unicodeScalars.count
    sentence.rebuilt += columns[1]
    let end = sentence.rebuilt.unicodeScalars.count
    sentence.words.append(columns[1])
    sentence.lemmas.append(columns[2])
    sentence.tags.append(columns[3])
    sentence.features.append(columns[5])
    sentence.gap = " "
    var tag = "O"
    var role: String?
    var value: String?
    for item in columns[9] == "_" ? [] : columns[9].split(separator: "|") {
      guard let equals = item.firstIndex(of: "=") else { continue }
      let content = item[item.index(after: equals)...]
      switch item[..<equals] {
      case "NER": tag = unescaped(content)
      case "NERRole": role = unescaped(content)
      case "NERValue": value = unescaped(content)
      case "SpaceAfter": if content == "No" { sentence.gap = "" }
      case "SpacesAfter": sentence.gap = unescaped(content)
      default: continue
      }
    }
    let label = String(tag.dropFirst(2))
    if tag.hasPrefix("B-") {
      sentence.spans.append(.init(start, end, label, role: role, value: value))
      sentence.open = label
    } else if tag.hasPrefix("I-"), sentence.open == label, !sentence.spans.isEmpty {
      sentence.spans[sentence.spans.count - 1].end = end
    } else {
      if tag != "O" { sentence.fault = sentence.fault ?? tag }
      sentence.open = nil
    }
  }
}
