/// How Chinese text is read: words by the longest match, characters by their word or else their usual reading.
package struct MandarinReader: Sendable {
  /// A word found in a text.
  package struct Word: Sendable, Hashable {
    /// Scalars, in the text.
    package var range: Range<Int>
    /// One for each character.
    package var readings: [MandarinTable.Reading]
    /// Whether the word list gives the reading of a character, which sandhi of 一 then leaves alone.
    package var isGiven: [Bool]
  }

  private struct Entry: Sendable {
    var given: [MandarinTable.Reading?]
  }

  private let words: [[Unicode.Scalar]: Entry]
  private let longest: Int
  private let usual: MandarinTable
  private let single: MandarinTable

  package static let standard = MandarinReader(
    words: wordReadings, usual: MandarinTable(defaultReadings), single: .standard)

  init(words list: String, usual: MandarinTable, single: MandarinTable) {
    var words: [[Unicode.Scalar]: Entry] = [:]
    for item in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      var characters: [Unicode.Scalar] = []
      var given: [MandarinTable.Reading?] = []
      var pending = ""
      for scalar in item.unicodeScalars {
        if scalar.isASCII {
          if let tone = Int(String(scalar)) {
            if !given.isEmpty { given[given.count - 1] = .init(syllable: pending, tone: tone) }
            pending = ""
          } else {
            pending.unicodeScalars.append(scalar)
          }
        } else {
          characters.append(scalar)
          given.append(nil)
        }
      }
      words[characters] = Entry(given: given)
    }
    self.words = words
    longest = words.keys.map(\.count).max() ?? 1
    self.usual = usual
    self.single = single
  }

  /// How a character is read by itself; `nil` for characters that are not known.
  package func reading(_ scalar: Unicode.Scalar) -> MandarinTable.Reading? {
    usual.reading(scalar) ?? single.reading(scalar)
  }

  /// The words of a run of Han characters that lies in a text from `start` on.
  ///
  /// - Parameter edges: where words of the text begin, if it has been divided; no word crosses an edge.
  /// - Returns: `nil` where a character has no reading, with its place in `unknown`.
  package func words(
    of run: ArraySlice<Unicode.Scalar>, edges: Set<Int> = [], unknown: inout Int?
  ) -> [Word]? {
    var out: [Word] = []
    var at = run.startIndex
    while at < run.endIndex {
      var length = min(longest, run.endIndex - at)
      if !edges.isEmpty {
        // A divided text: the word ends at the next edge, whether it is known or not.
        var end = at + 1
        while end < run.endIndex, !edges.contains(end) { end += 1 }
        length = end - at
      } else {
        while length > 1, words[Array(run[at..<(at + length)])] == nil { length -= 1 }
        let numeral = run[at...].prefix { Self.numerals.contains($0) }.count
        if numeral >= 2, numeral >= length {
          guard let word = self.numeral(run[at..<(at + numeral)], unknown: &unknown) else { return nil }
          out.append(word)
          at += numeral
          continue
        }
      }
      guard let word = word(run[at..<(at + length)], unknown: &unknown) else { return nil }
      out.append(word)
      at += length
    }
    return out
  }

  private static let numerals = Set("零〇一二三四五六七八九十百千万亿两".unicodeScalars)
  private static let powers = Set("百千万亿".unicodeScalars)

  /// A number in characters is one word; its 一 changes before 百, 千, 万 and 亿 alone.
  private func numeral(_ characters: ArraySlice<Unicode.Scalar>, unknown: inout Int?) -> Word? {
    guard var word = word(characters, unknown: &unknown) else { return nil }
    for (offset, at) in word.range.enumerated() {
      let isBeforePower = at + 1 < word.range.upperBound && Self.powers.contains(characters[at + 1])
      if !isBeforePower { word.isGiven[offset] = true }
    }
    return word
  }

  /// One word; parts of it are looked up where the whole is not known.
  private func word(_ characters: ArraySlice<Unicode.Scalar>, unknown: inout Int?) -> Word? {
    var word = Word(range: characters.startIndex..<characters.endIndex, readings: [], isGiven: [])
    var at = characters.startIndex
    while at < characters.endIndex {
      var length = min(longest, characters.endIndex - at)
      while length > 1, words[Array(characters[at..<(at + length)])] == nil { length -= 1 }
      let entry = words[Array(characters[at..<(at + length)])]
      for offset in 0..<length {
        // A word of one character in the list stands for itself, not for every text with it.
        let given = length > 1 ? entry?.given[offset] : nil
        guard let reading = given ?? reading(characters[at + offset]) else {
          unknown = at + offset
          return nil
        }
        word.readings.append(reading)
        word.isGiven.append(given != nil)
      }
      at += length
    }
    return word
  }
}
