package import Diagnostics
package import TextModel

/// What is known of the words of a language: part of speech, lemma, features, by a table that people wrote.
///
/// A word may have several rows: the first one that fits where it stands is taken, so narrow ones come before wide ones.
/// Digits and marks need no rows. What no row fits stays unknown; nothing is guessed.
package struct WordLexicon: Sendable, Hashable {
  /// A row of a word.
  struct Row: Sendable, Hashable {
    var tag: WordTag
    /// The innermost label around the word, `-` for none; `nil` = anywhere.
    var label: String?
    /// The words one of which stands directly before and behind it, `-` for none; empty = any.
    var previous: Set<String> = []
    var next: Set<String> = []
  }

  private var rows: [String: [Row]] = [:]

  package init() {}

  package var isEmpty: Bool { rows.isEmpty }

  /// Stands for no label and no word.
  private static let nothing = "-"
  private static let columns: Set<String> = [
    "word", "pos", "lemma", "features", "tag", "label", "previous", "next",
  ]

  /// The rows of a table: `word` and `pos` (of Universal Dependencies); `lemma` where it is not the word, `features` as
  /// CoNLL-U writes them, `tag` of a tag set of one's own; `label`, `previous`, `next`: where the row holds.
  ///
  /// - Throws: `badInput` for a column or part of speech that is none, with file and line.
  package init(_ table: SeparatedValues) throws(DioramaError) {
    func fault(_ message: String, _ line: Int, remedy: String) -> DioramaError {
      DioramaError(
        .badInput, message, at: SourceLocation(file: table.file, line: line), remedy: remedy)
    }
    if let odd = table.header.first(where: { !Self.columns.contains($0) }) {
      throw fault(
        "no column is named \(odd)", 1,
        remedy: "known columns: \(Self.columns.sorted().joined(separator: ", "))")
    }
    guard let word = table.header.firstIndex(of: "word"), let pos = table.header.firstIndex(of: "pos") else {
      throw fault(
        "the columns word and pos are missing", 1, remedy: "begin with a header such as word,pos,lemma")
    }
    for row in table.rows {
      func cell(_ name: String) -> String? {
        guard let column = table.header.firstIndex(of: name) else { return nil }
        return row.cells[column].isEmpty ? nil : row.cells[column]
      }
      guard let part = UniversalPOS(rawValue: row.cells[pos]) else {
        throw fault(
          "\(row.cells[pos]) is no part of speech", row.line,
          remedy: "use one of \(UniversalPOS.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      func words(_ name: String) -> Set<String> {
        Set((cell(name) ?? "").split(separator: "|").map(String.init))
      }
      rows[row.cells[word], default: []].append(
        Row(
          tag: WordTag(
            part, native: cell("tag"), lemma: cell("lemma") ?? row.cells[word], features: cell("features")),
          label: cell("label"), previous: words("previous"), next: words("next")))
    }
  }

  /// Adds rows of another table behind one's own.
  mutating func append(_ other: WordLexicon) { rows.merge(other.rows) { $0 + $1 } }

  /// What is known of the words of a sentence, each with the innermost label around it.
  package func tags(_ words: [(surface: String, label: String?)]) -> [WordTag] {
    let folded = words.map { $0.surface.lowercased() }
    return words.indices.map { i in
      let word = words[i]
      let candidates = rows[word.surface] ?? rows[folded[i]] ?? []
      let (before, after) = (
        i > 0 ? folded[i - 1] : Self.nothing, i + 1 < words.count ? folded[i + 1] : Self.nothing
      )
      let row = candidates.first { row in
        (row.label == nil || row.label == word.label ?? Self.nothing)
          && (row.previous.isEmpty || row.previous.contains(before))
          && (row.next.isEmpty || row.next.contains(after))
      }
      return row?.tag ?? Self.plain(word.surface)
    }
  }

  /// Of numbers in digits or Chinese numerals, and of marks.
  private static func plain(_ word: String) -> WordTag {
    let scalars = word.unicodeScalars
    if scalars.allSatisfy({ CharacterClass.isPunctuation($0) }) { return WordTag(.punctuation, lemma: word) }
    if scalars.allSatisfy({ ("0"..."9").contains($0) || $0 == "." || $0 == "," }) {
      return WordTag(.numeral, lemma: word)
    }
    return scalars.allSatisfy({ "零一二三四五六七八九十百千万亿点两".unicodeScalars.contains($0) })
      ? WordTag(.numeral, lemma: word) : .unknown
  }

  /// Everything that decides what it says, in one order: for fingerprints.
  var digestable: [String] {
    rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { word in
      (rows[word] ?? []).map { row in
        [
          word, row.tag.pos?.rawValue ?? "", row.tag.lemma ?? "", row.tag.features ?? "",
          row.tag.nativePOS ?? "", row.label ?? "", row.previous.sorted().joined(separator: "|"),
          row.next.sorted().joined(separator: "|"),
        ].joined(separator: "\u{0}")
      }
    }
  }
}
