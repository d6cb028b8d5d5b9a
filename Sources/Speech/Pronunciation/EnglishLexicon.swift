/// How English words sound: a list of common words, their endings, then rules for spelling.
package struct EnglishLexicon: Sendable {
  private let entries: [String: [Phoneme]]

  package static let standard = EnglishLexicon(englishPronunciations)

  init(_ table: String) {
    var entries: [String: [Phoneme]] = [:]
    for line in table.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      guard let space = line.firstIndex(of: " ") else { continue }
      entries[String(line[..<space])] = Phoneme.list(line[line.index(after: space)...])
    }
    self.entries = entries
  }

  /// All words of the list, sorted.
  package var words: [String] { entries.keys.sorted() }

  /// A word of the list, or one of its regular forms; `nil` for others. Lower case.
  package func phones(of word: String) -> [Phoneme]? { entries[word] ?? inflected(word) ?? compound(word) }

  /// Any word: from the list, or by rules.
  package func pronunciation(of word: String) -> [Phoneme] {
    if let phones = phones(of: word) { return phones }
    if let quote = word.firstIndex(of: "'") {
      // Somebody's, and what is left over of contractions.
      let stem = pronunciation(of: String(word[..<quote]))
      let rest = word[word.index(after: quote)...]
      switch rest {
      case "s": return plural(stem)
      case "ll": return stem + Phoneme.list("AH0 L")
      case "re": return stem + Phoneme.list("ER0")
      case "ve": return stem + Phoneme.list("AH0 V")
      case "d": return stem + Phoneme.list("D")
      case "t": return stem + Phoneme.list("T")
      default: return stem + (rest.isEmpty ? [] : LetterToSound.standard.phones(of: String(rest)))
      }
    }
    return LetterToSound.standard.phones(of: word)
  }

  private func plural(_ stem: [Phoneme]) -> [Phoneme] {
    guard let last = stem.last else { return [] }
    if ARPAbet.sibilants.contains(last.symbol) { return stem + Phoneme.list("AH0 Z") }
    return stem + Phoneme.list(ARPAbet.voiceless.contains(last.symbol) ? "S" : "Z")
  }

  private func past(_ stem: [Phoneme]) -> [Phoneme] {
    guard let last = stem.last else { return [] }
    if last.symbol == "T" || last.symbol == "D" { return stem + Phoneme.list("AH0 D") }
    return stem + Phoneme.list(ARPAbet.voiceless.contains(last.symbol) ? "T" : "D")
  }

  /// The stem of a word without a regular ending: as it is, with e, without a doubled letter, with y for i.
  private func stem(_ word: String, without ending: String) -> [Phoneme]? {
    guard word.hasSuffix(ending), word.count > ending.count + 1 else { return nil }
    let base = String(word.dropLast(ending.count))
    if let phones = entries[base] { return phones }
    if ending.first != "s" {
      if let phones = entries[base + "e"] { return phones }
      if let last = base.last, base.dropLast().last == last, let phones = entries[String(base.dropLast())] {
        return phones
      }
    }
    if base.last == "i", let phones = entries[base.dropLast() + "y"] { return phones }
    return nil
  }

  private func inflected(_ word: String) -> [Phoneme]? {
    if let stem = stem(word, without: "s") ?? stem(word, without: "es") { return plural(stem) }
    if let stem = stem(word, without: "ed") { return past(stem) }
    if let stem = stem(word, without: "ing") { return stem + Phoneme.list("IH0 NG") }
    if let stem = stem(word, without: "ly") { return stem + Phoneme.list("L IY0") }
    if let stem = stem(word, without: "er") { return stem + Phoneme.list("ER0") }
    if let stem = stem(word, without: "ers") { return stem + Phoneme.list("ER0 Z") }
    if let stem = stem(word, without: "est") { return stem + Phoneme.list("AH0 S T") }
    if let stem = stem(word, without: "y") { return stem + Phoneme.list("IY0") }
    if let stem = stem(word, without: "ness") { return stem + Phoneme.list("N AH0 S") }
    if let stem = stem(word, without: "ful") { return stem + Phoneme.list("F AH0 L") }
    if let stem = stem(word, without: "less") { return stem + Phoneme.list("L AH0 S") }
    return nil
  }

  /// Two words of the list in one, the second with less stress: `headlights`, `seatbelt`.
  private func compound(_ word: String) -> [Phoneme]? {
    guard word.count >= 6 else { return nil }
    for length in 3...(word.count - 3) {
      guard let first = entries[String(word.prefix(length))] else { continue }
      let rest = String(word.dropFirst(length))
      guard let second = entries[rest] ?? inflected(rest) else { continue }
      return first + second.map { Phoneme(symbol: $0.symbol, stress: $0.stress == 1 ? 2 : $0.stress) }
    }
    return nil
  }
}
