import Mandarin
package import TextModel

/// What comes out when pinyin is typed as many speak it, without telling `zh` from `z`, `n` from `l` or `in` from
/// `ing`, or with two letters swapped for their neighbours.
package struct PinyinTypo: SitePerturbation {
  package let rule = PerturbationRule(
    "pinyin-typo", "A character of a syllable that is often mistyped for the right one.",
    languages: [.chinese],
    ladder: .letters)

  package init() {}

  private static let initials = [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("f", "h"), ("r", "l")]
  private static let finals = [
    ("ang", "an"), ("eng", "en"), ("ing", "in"), ("uang", "uan"), ("iang", "ian"),
  ]

  /// Existing syllables that sound or are typed nearly like one.
  static func near(_ syllable: String) -> [(syllable: String, reason: String)] {
    var out: [(syllable: String, reason: String)] = []
    func add(_ other: String, _ reason: String) {
      guard other != syllable, MandarinTable.standard.has(other),
        !out.contains(where: { $0.syllable == other })
      else { return }
      out.append((other, reason))
    }
    for (a, b) in initials {
      if syllable.hasPrefix(a) {
        add(b + syllable.dropFirst(a.count), "fuzzy initial")
      } else if syllable.hasPrefix(b) {
        add(a + syllable.dropFirst(b.count), "fuzzy initial")
      }
    }
    for (a, b) in finals {
      if syllable.hasSuffix(a) {
        add(syllable.dropLast(a.count) + b, "fuzzy final")
      } else if syllable.hasSuffix(b) {
        add(syllable.dropLast(b.count) + a, "fuzzy final")
      }
    }
    let letters = Array(syllable.unicodeScalars)
    for (i, letter) in letters.enumerated() {
      for n in 0..<KeyboardLayout.qwerty.count(letter) {
        var typed = letters
        typed[i] = KeyboardLayout.qwerty.neighbour(letter, UInt64(n))
        add(GraphemeBoundaries.string(typed), "neighbouring key")
      }
    }
    return out
  }

  package func sites(in text: PerturbableText) -> [EditSite] {
    text.scalars.enumerated().compactMap { i, scalar in
      guard let reading = MandarinTable.standard.reading(scalar) else { return nil }
      let alternatives = Self.near(reading.syllable).compactMap { near -> EditSite.Alternative? in
        MandarinTable.standard.common(near.syllable, tone: reading.tone).map {
          .init("\($0)", reason: near.reason)
        }
      }
      return alternatives.isEmpty ? nil : EditSite(i..<(i + 1), alternatives)
    }
  }
}
