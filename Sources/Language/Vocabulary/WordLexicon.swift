package import Diagnostics
package import TextModel

/// What is known of the words of a language: part of speech, lemma, features, by a table that people wrote.
///
/// A word may have several rows: the first one that fits where it stands is taken, so narrow ones come before wide ones; rows
/// of the word as it is written come before those of its small letters, and those of `*` behind both. Digits, marks and signs
/// need no rows. What no row fits stays unknown; nothing is guessed.
package struct WordLexicon: Sendable, Hashable {
  /// A row of a word.
  struct Row: Sendable, Hashable {
    var tag: WordTag
    /// The innermost label around the word, `-` for none; `nil` = anywhere.
    var label: String?
    /// The words one of which stands directly before and behind it, `-` for none and `#` for any number in digits; empty = any.
    var previous: Set<String> = []
    var next: Set<String> = []
  }

  private var rows: [String: [Row]] = [:]

  package init() {}

  package var isEmpty: Bool { rows.isEmpty }

  /// Stands for no label and no word.
  private static let nothing = "-"
  private static let anyNumber = "#"
  /// Stands for words that have no row: names and codes, told by their label.
  private static let anyWord = "*"
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
    // What rows know neighbours by.
    let known = folded.map { word in
      word.unicodeScalars.contains { Self.isDigit($0) } ? Self.anyNumber : word
    }
    let names = rows[Self.anyWord] ?? []
    return words.indices.map { i in
      let word = words[i]
      var candidates = rows[word.surface] ?? []
      if word.surface != folded[i] { candidates += rows[folded[i]] ?? [] }
      candidates += names
      let (before, after) = (
        i > 0 ? known[i - 1] : Self.nothing, i + 1 < words.count ? known[i + 1] : Self.nothing
      )
      let row = candidates.first { row in
        (row.label == nil || row.label == word.label ?? Self.nothing)
          && (row.previous.isEmpty || row.previous.contains(before))
          && (row.next.isEmpty || row.next.contains(after))
      }
      guard let row else { return Self.plain(word.surface) }
      var tag = row.tag
      if tag.lemma == Self.anyWord { tag.lemma = word.surface }
      return tag
    }
  }

  /// Of numbers, marks, signs and markup.
  private static func plain(_ word: String) -> WordTag {
    let scalars = word.unicodeScalars
    if scalars.allSatisfy({ isSign($0) || $0 == "-" || $0 == "*" || $0 == "/" }),
      scalars.contains(where: { isSign($0) })
    {
      return WordTag(.symbol, lemma: word)
    }
    if scalars.allSatisfy({ CharacterClass.isPunctuation($0) || "-–—'".unicodeScalars.contains($0) }) {
      return WordTag(.punctuation, lemma: word)
    }
    let amount = scalars.drop { $0.properties.generalCategory == .currencySymbol || $0 == "-" || $0 == "+" }
    let isNumber =
      amount.contains { isDigit($0) }
      && amount.allSatisfy { isDigit($0) || "., -–/".unicodeScalars.contains($0) }
    if isNumber || scalars.allSatisfy({ "零〇一二三四五六七八九十百千万亿点两".unicodeScalars.contains($0) }) {
      return WordTag(.numeral, lemma: word, features: "NumType=Card")
    }
    // Code and tags of documents are no words of a language.
    return scalars.contains { "<>`=_{}~^|\\".unicodeScalars.contains($0) }
      ? WordTag(.other, lemma: word) : .unknown
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Whether a character stands for a word: of mathematics, of money, an emoji, `%`.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .mathSymbol, .currencySymbol, .otherSymbol, .modifierSymbol: true
    default: "%‰&@#/*\u{200D}\u{FE0F}".unicodeScalars.contains(scalar)
    }
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
