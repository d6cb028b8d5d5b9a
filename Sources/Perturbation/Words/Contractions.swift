package import TextModel

/// `do not` ↔ `don't`: the same words, written together or apart.
package struct Contractions: SitePerturbation {
  package enum Direction: String, Sendable, CaseIterable {
    case contract
    case expand
  }

  package let direction: Direction
  package let rule: PerturbationRule

  package init(_ direction: Direction) {
    self.direction = direction
    rule = PerturbationRule(
      "contractions-\(direction.rawValue)",
      direction == .contract ? "Words drawn together: don't." : "Contractions written out: do not.",
      languages: [.english])
  }

  /// Both forms, with the parts of the short one. `'d` and most `'s` are left out: only grammar tells what they mean.
  private static let forms: [(long: String, short: [String])] = [
    ("do not", ["do", "n't"]), ("does not", ["does", "n't"]), ("did not", ["did", "n't"]),
    ("is not", ["is", "n't"]),
    ("are not", ["are", "n't"]), ("was not", ["was", "n't"]), ("were not", ["were", "n't"]),
    ("have not", ["have", "n't"]), ("has not", ["has", "n't"]), ("had not", ["had", "n't"]),
    ("could not", ["could", "n't"]), ("would not", ["would", "n't"]), ("should not", ["should", "n't"]),
    ("will not", ["wo", "n't"]), ("cannot", ["ca", "n't"]), ("must not", ["must", "n't"]),
    ("I am", ["I", "'m"]),
    ("I will", ["I", "'ll"]), ("I have", ["I", "'ve"]), ("you are", ["you", "'re"]),
    ("you will", ["you", "'ll"]),
    ("we are", ["we", "'re"]), ("we will", ["we", "'ll"]), ("we have", ["we", "'ve"]),
    ("they are", ["they", "'re"]),
    ("they will", ["they", "'ll"]), ("they have", ["they", "'ve"]), ("it will", ["it", "'ll"]),
    ("it is", ["it", "'s"]), ("that is", ["that", "'s"]), ("there is", ["there", "'s"]),
    ("what is", ["what", "'s"]),
    ("where is", ["where", "'s"]), ("let us", ["let", "'s"]),
  ]
  private static let long = PhraseTable(forms.map(\.long))
  private static let short = PhraseTable(forms.map { $0.short.joined() })

  package func sites(in text: PerturbableText) -> [EditSite] {
    let table = direction == .contract ? Self.long : Self.short
    return table.matches(in: text).compactMap { match in
      let form = Self.forms[match.phrase]
      let original = text.scalars[match.range]
      if direction == .expand, form.short.last == "'s", form.short.first != "let",
        Self.isParticiple(after: match.range.upperBound, in: text)
      {
        return nil
      }
      if direction == .contract, !Self.leansOn(match.range.upperBound, in: text, form.short) { return nil }
      var words = direction == .contract ? form.short : form.long.split(separator: " ").map(String.init)
      // `I` keeps its case; others take that of what was there.
      if let first = words.first, first != "I" { words[0] = Casing.match(first, to: original.prefix(2)) }
      if original.count(where: \.properties.isUppercase) > 2 { words = words.map { $0.uppercased() } }
      let replacement = words.joined(separator: direction == .contract ? "" : " ")
      return EditSite(
        match.range,
        [
          .init(
            replacement, reason: direction.rawValue,
            tokens: tokens(words, in: text, replacing: match.range))
        ])
    }
  }

  /// Whether `'s` before it stands for `has`: `it's been`.
  private static func isParticiple(after end: Int, in text: PerturbableText) -> Bool {
    guard let next = text.latinWords.first(where: { $0.lowerBound >= end }) else { return false }
    let word = text.text.surface(next).lowercased()
    return word.hasSuffix("ed")
      || ["been", "got", "become", "gone", "had", "done", "taken", "made"].contains(word)
  }

  /// A contracted verb needs something behind it: nobody says `Yes, I'm.` or `Where's?`; `n't` stands alone.
  private static func leansOn(_ end: Int, in text: PerturbableText, _ short: [String]) -> Bool {
    if short.last == "n't" { return true }
    return end + 1 < text.scalars.count && text.scalars[end] == " "
      && PerturbableText.isLetter(text.scalars[end + 1])
  }

  /// The words with the tags of those that they stand for.
  private func tokens(_ words: [String], in text: PerturbableText, replacing range: Range<Int>)
    -> [TextToken]?
  {
    guard !text.text.tokens.isEmpty else { return nil }
    let old = text.text.tokens.filter {
      range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
    }
    var out: [TextToken] = []
    var position = 0
    for (i, word) in words.enumerated() {
      let end = position + word.unicodeScalars.count
      out.append(TextToken(position..<end, old.count == words.count ? old[i].tag : .unknown))
      position = end + (direction == .contract ? 0 : 1)
    }
    return out
  }
}
