package import Diagnostics
import JSON
import Language
import TextModel

/// Tables of tab-separated values (quoted as RFC 4180 has it), a text a row, for taggers and classifiers.
///
/// `en/train.tsv` has the words parted by spaces with their entities (IOB2), parts of speech, lemmas and features in the
/// same order. `en/train.intent.tsv`, and one such table for every further task (`en/train.sentiment.tsv`), has the text,
/// the text with its entities masked, its words parted by spaces, and the label.
package struct TabSeparatedFormat: LabelledTextFormat {
  package let name = "tsv"
  package let summary =
    "tab-separated tables: words with tags, and text, masked text, words and label for each task"
  package let positions = "words"
  package let holds: TextHolding = [.text, .words, .tags, .lemmas, .intent, .tasks]

  static let tagged = ["sample", "words", "entities", "pos", "lemmas", "features"]
  static let classified = ["sample", "text", "masked", "words", "label"]

  package init() {}

  package func opening(of file: String, _ facts: TextFacts) -> String {
    Self.line(Self.task(of: file).isEmpty ? Self.tagged : Self.classified)
  }

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      let item = try labelled(placed)
      _ = item.outermost(&notes)
      guard let words = item.text.taggedWords, !words.isEmpty else {
        throw refusal(
          of: placed.text,
          "a span of “\(item.string)” begins or ends inside of a word, or there are no words",
          remedy: "Divide the words there, or leave the format out.")
      }
      let parts =
        words.flatMap {
          [item.text.surface($0.range), $0.tag.lemma ?? "", $0.tag.features ?? "", $0.span?.label ?? ""]
        }
      if let odd = parts.first(where: { $0.unicodeScalars.contains(where: \.properties.isWhitespace) }) {
        throw refusal(
          of: placed.text, "“\(odd)” has a space, and spaces part words", remedy: "Leave the format out.")
      }
      for label in item.text.labels where !SafePathPart.isSafe(label.task) {
        throw refusal(
          of: placed.text, "the task “\(label.task)” cannot be part of a file's name",
          remedy: "Name it with letters, digits, - and _.")
      }
      for (task, cells) in Self.rows(placed.text.index, item) {
        out.append(
          TextFormatEntry(
            file: TextFileName.file(placed, task.isEmpty ? ".tsv" : ".\(task).tsv"), Self.line(cells)))
      }
    }
    return out
  }

  /// The rows of a text by task; that of its words first, under no name.
  private static func rows(_ index: Int, _ item: LabelledText) -> [(task: String, cells: [String])] {
    let words = item.text.taggedWords ?? []
    let said = words.map { item.text.surface($0.range) }.joined(separator: " ")
    func list(_ value: ((range: Range<Int>, span: TextSpan?, isFirst: Bool, tag: WordTag)) -> String)
      -> String
    {
      words.map(value).joined(separator: " ")
    }
    let tagged = [
      String(index), said, list { word in word.span.map { (word.isFirst ? "B-" : "I-") + $0.label } ?? "O" },
      list { $0.tag.pos?.rawValue ?? WordTag.blank }, list { $0.tag.lemma ?? WordTag.blank },
      list { $0.tag.features ?? WordTag.blank },
    ]
    let masked = item.masked(item.text.outermostSpans)
    return [("", tagged)]
      + item.text.labels.map { ($0.task, [String(index), item.string, masked, said, $0.value]) }
  }

  package func expected(of placed: PlacedText) -> [TextReading] {
    guard let item = try? labelled(placed) else { return [] }
    return Self.rows(placed.text.index, item).map { task, cells in
      TextReading(
        language: placed.text.language, part: placed.part.rawValue, group: task, value: Self.json(cells))
    }
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".tsv", of: name) {
      let (language, part) = TextFileName.place(of: path)
      let task = Self.task(of: path)
      guard let text = String(validating: try folder.bytes(path), as: UTF8.self) else {
        throw DioramaError(.badInput, "\(folder.root)/\(path) is no UTF-8 text")
      }
      let table = try SeparatedValues(text, separator: "\t", file: folder.root + "/" + path)
      let columns = task.isEmpty ? Self.tagged : Self.classified
      guard table.header == columns else {
        log.fail(
          path, found: table.header.joined(separator: " "), expected: columns.joined(separator: " "))
        continue
      }
      for row in table.rows {
        let place = "\(path):\(row.line)"
        if let fault = task.isEmpty ? Self.taggingFault(row.cells) : Self.classFault(row.cells) {
          log.fail(place, found: row.cells.joined(separator: " | "), expected: fault)
          continue
        }
        log.add(
          TextReading(
            place: place, language: language, part: part, group: task, value: Self.json(row.cells)))
      }
    }
  }

  /// What must hold of a row of words and does not.
  private static func taggingFault(_ cells: [String]) -> String? {
    let lists = cells.dropFirst().map { $0.split(separator: " ", omittingEmptySubsequences: false) }
    guard Int(cells[0]) != nil, lists.allSatisfy({ $0.count == lists[0].count }) else {
      return "a sample's number, and lists of the same length"
    }
    var sentence = IOBSentence()
    for (word, tag) in zip(lists[0], lists[1]) { sentence.add(String(word), tag: String(tag)) }
    guard sentence.fault == nil else { return "IOB2: I- only behind B- or I- of its label" }
    return lists[2].allSatisfy { $0 == WordTag.blank || UniversalPOS(rawValue: String($0)) != nil }
      ? nil : "parts of speech of Universal Dependencies"
  }

  /// What must hold of a row with a label and does not: words and text are the same but for spaces.
  private static func classFault(_ cells: [String]) -> String? {
    func bare(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }
    return Int(cells[0]) != nil && !cells[4].isEmpty && bare(cells[1]) == bare(cells[3])
      ? nil : "a sample's number, a label, and the words of the text"
  }

  /// The task of a file by its name; empty for the one of words.
  private static func task(of path: String) -> String {
    let parts = (path.split(separator: "/").last ?? "").split(separator: ".")
    return parts.count == 3 ? String(parts[1]) : ""
  }

  private static func line(_ cells: [String]) -> String { SeparatedValues.line(cells, separator: "\t") }

  private static func json(_ cells: [String]) -> JSONValue { .array(cells.map { .string($0) }) }
}
