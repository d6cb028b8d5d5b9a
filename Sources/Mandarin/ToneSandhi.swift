/// How tones change where they meet: third before third, 一 and 不.
package enum ToneSandhi {
  /// A syllable as sandhi sees it.
  package struct Syllable: Sendable, Hashable {
    package var character: Unicode.Scalar?
    /// 1 to 4, 5 for the neutral tone.
    package var tone: Int
    /// Read as a digit or in a word whose reading is given: 一 keeps its first tone.
    package var isFixed: Bool

    package init(character: Unicode.Scalar? = nil, tone: Int, isFixed: Bool = false) {
      self.character = character
      self.tone = tone
      self.isFixed = isFixed
    }
  }

  /// The tones that are spoken, of words within one breath. 一 and 不 first, since what they become counts for third
  /// tones; then third tones inside words, from the left, then across words, where they still meet.
  package static func spoken(_ words: [[Syllable]]) -> [[Int]] {
    var tones = words.map { $0.map(\.tone) }
    let flat = words.flatMap { $0 }
    var index = 0
    for (w, word) in words.enumerated() {
      for (s, syllable) in word.enumerated() {
        defer { index += 1 }
        guard !syllable.isFixed else { continue }
        let next = index + 1 < flat.count ? flat[index + 1].tone : nil
        switch (syllable.character, syllable.tone) {
        case ("一", 1):
          // Neutral 个 was a fourth tone once, and 一 still goes before it as before a fourth.
          if let next { tones[w][s] = next == 4 || next == 5 ? 2 : 4 }
        case ("不", 4):
          if next == 4 { tones[w][s] = 2 }
        default: break
        }
      }
    }
    for w in tones.indices where tones[w].count > 1 {
      // In 3-3-3 all but the last rise; compounds of one and two keep their head low only across words.
      for s in 0..<(tones[w].count - 1) where tones[w][s] == 3 && words[w][s + 1].tone == 3 {
        tones[w][s] = 2
      }
    }
    for w in tones.indices.dropLast() {
      guard let last = tones[w].indices.last, let first = tones[w + 1].first else { continue }
      if tones[w][last] == 3, first == 3 { tones[w][last] = 2 }
    }
    return tones
  }
}
