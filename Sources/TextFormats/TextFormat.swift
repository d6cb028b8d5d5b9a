package import Checks
package import Diagnostics

/// A layout of text datasets that others defined.
///
/// Writing is a pass over the dataset: `entries(for:)` is a pure function of the texts of one block and may run in
/// parallel; the entries of a file's section then stand in the order of their texts. What surrounds them, and files
/// that speak of the whole, are made of `TextFacts`. So memory grows with blocks and vocabularies only, and the bytes
/// depend on neither worker count nor resumption. Paths are relative to the format's folder.
package protocol TextFormat: Sendable {
  /// The name in `--format` and `formats/<name>`.
  var name: String { get }
  /// One line for listings.
  var summary: String { get }
  /// What its positions count, in words: `code points`.
  var positions: String { get }
  /// What it takes.
  var content: TextContent { get }
  /// What it can say of a labelled text.
  var holds: TextHolding { get }
  /// Stands between two entries of a section.
  func separator(in file: String) -> String

  /// What the texts of a block contribute, ascending by index.
  /// - Throws: `badInput` for a text that the format cannot hold; the message says which and why.
  func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError) -> [TextFormatEntry]

  /// What stands before, between and behind the sections of a file.
  func opening(of file: String, _ facts: TextFacts) -> String
  func heading(of section: String, in file: String, isFirst: Bool, _ facts: TextFacts) -> String
  func closing(of file: String, _ facts: TextFacts) -> String

  /// Files that speak of the whole.
  func companions(_ facts: TextFacts) -> [(path: String, text: String)]

  /// Reads a dataset that anybody may have made: every text to `log`, every fault as a violation.
  /// - Throws: `.noInput` when there is no such dataset, `.badInput` when its files cannot be parsed.
  func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError)

  /// What reading must give for a text.
  func expected(of placed: PlacedText) -> [TextReading]
}

extension TextFormat {
  package func separator(in file: String) -> String { "" }
  package func opening(of file: String, _ facts: TextFacts) -> String { "" }
  package func heading(of section: String, in file: String, isFirst: Bool, _ facts: TextFacts) -> String {
    ""
  }
  package func closing(of file: String, _ facts: TextFacts) -> String { "" }
  package func companions(_ facts: TextFacts) -> [(path: String, text: String)] { [] }

  /// What holds of every dataset of the format.
  package var formed: CheckRule {
    CheckRule(
      id: "text-19-\(name)", name: "\(name)-is-well-formed",
      summary: "\(name): every text reads back by the format's own rules; positions lie in their text.",
      unit: "texts")
  }

  /// What holds of one that was written from native texts.
  package var matched: CheckRule {
    CheckRule(
      id: "text-19-\(name)-native", name: "\(name)-matches-native",
      summary:
        "\(name) read back has the native texts in their order, with all that it can say of their labels.",
      unit: "texts")
  }
}

/// A piece of a file.
package struct TextFormatEntry: Sendable, Hashable {
  /// Relative to the format's folder.
  package var file: String
  /// Sections stand in the order of their names' bytes.
  package var section: String
  package var text: String

  package init(file: String, section: String = "", _ text: String) {
    self.file = file
    self.section = section
    self.text = text
  }
}

/// What a format can say of a labelled text.
package struct TextHolding: OptionSet, Sendable {
  package var rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// The text itself; without it only its words.
  package static let text = TextHolding(rawValue: 1)
  /// Where words end.
  package static let words = TextHolding(rawValue: 2)
  package static let intent = TextHolding(rawValue: 4)
  /// Labels of further tasks.
  package static let tasks = TextHolding(rawValue: 8)
  /// Spans inside of others; without it only the outermost.
  package static let nested = TextHolding(rawValue: 16)
  package static let roles = TextHolding(rawValue: 32)
  package static let values = TextHolding(rawValue: 64)
  /// Parts of speech of words.
  package static let tags = TextHolding(rawValue: 256)
  /// Lemmas and features of words.
  package static let lemmas = TextHolding(rawValue: 512)
  /// Mentions, chains of them, and relations.
  package static let relations = TextHolding(rawValue: 1024)
  /// Texts stand by intent.
  package static let groups = TextHolding(rawValue: 128)
}

/// What a format could not say, counted.
package struct TextNotes: Sendable, Hashable {
  package private(set) var counts: [String: Int] = [:]

  package init() {}

  package mutating func note(_ what: String, _ count: Int = 1) {
    if count > 0 { counts[what, default: 0] += count }
  }

  package mutating func merge(_ other: TextNotes) {
    for (what, count) in other.counts { note(what, count) }
  }

  /// One line each, `128 spans inside of others are left out`.
  package var lines: [String] { counts.keys.sorted().map { "\(counts[$0, default: 0]) \($0)" } }
}
