package import Diagnostics
import Language
import TextModel

/// CoNLL-2003: a word a line with part of speech, chunk and entity, IOB2; an empty line ends a sentence.
///
/// Parts of speech are those of Universal Dependencies, `_` where nothing is known of the word; chunks are `_`. Positions
/// are words.
package struct ConLL2003Format: LabelledTextFormat {
  package let name = "conll2003"
  package let summary = "CoNLL-2003 columns, IOB2 tags: word, part of speech, _, entity"
  package let positions = "words"
  package let holds: TextHolding = [.words, .tags]

  private static let document = "-DOCSTART-"

  package init() {}

  package func opening(of file: String, _ facts: TextFacts) -> String { "\(Self.document) -X- -X- O\n\n" }

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      let item = try labelled(placed)
      _ = item.outermost(&notes)
      let words = try self.words(of: item)
      var lines = ""
      for word in words {
        let surface = item.text.surface(word.range)
        guard !surface.unicodeScalars.contains(where: \.properties.isWhitespace), surface != Self.document
        else {
          throw refusal(
            of: placed.text, "“\(surface)” cannot stand in a column", remedy: "Leave the format out.")
        }
        lines +=
          surface + " " + (word.tag.pos?.rawValue ?? WordTag.blank) + " _ "
          + (word.span.map { (word.isFirst ? "B-" : "I-") + $0.label } ?? "O") + "\n"
      }
      out.append(TextFormatEntry(file: TextFileName.file(placed, ".txt"), lines + "\n"))
    }
    return out
  }

  /// Words with their spans.
  /// - Throws: `badInput` where a span's edge is inside of a word.
  private func words(of item: LabelledText) throws(DioramaError) -> [(
    range: Range<Int>, span: TextSpan?, isFirst: Bool, tag: WordTag
  )] {
    guard let words = item.text.taggedWords, !words.isEmpty else {
      throw refusal(
        of: item.placed.text,
        item.text.tokens.isEmpty
          ? "“\(item.string)” has no words" : "a span of “\(item.string)” begins or ends inside of a word",
        remedy: "Divide the words where the span begins and ends, or leave the format out.")
    }
    for (_, span, _, _) in words {
      if let span, span.label.unicodeScalars.contains(where: \.properties.isWhitespace) {
        throw refusal(
          of: item.placed.text, "the label “\(span.label)” has a space", remedy: "Name it without spaces.")
      }
    }
    return words
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".txt", ".conll", of: name) {
      let (language, part) = TextFileName.place(of: path)
      var sentence = IOBSentence()
      var start = 0
      func finish() {
        defer { sentence = IOBSentence() }
        guard !sentence.words.isEmpty, sentence.words != [Self.document] else { return }
        if let fault = sentence.fault {
          log.fail("\(path):\(start)", found: fault, expected: "IOB2: I- only behind B- or I- of its label")
        }
        log.add(
          TextReading(
            place: "\(path):\(start)", language: language, part: part, value: sentence.reading.json))
      }
      try folder.forEachLine(of: path) { number, line throws(DioramaError) in
        guard !line.allSatisfy(\.isWhitespace) else { return finish() }
        let columns = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
        if sentence.words.isEmpty { start = number }
        guard columns.count == 4, let word = columns.first, let tag = columns.last else {
          return log.fail("\(path):\(number)", found: line, expected: "4 columns")
        }
        if word != Self.document || !sentence.words.isEmpty || columns[1] != "-X-" {
          sentence.add(String(word), tag: String(tag), pos: String(columns[1]))
        }
      }
      finish()
    }
  }
}
