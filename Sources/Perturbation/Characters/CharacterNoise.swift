package import TextModel

/// One letter too few, too many, wrong, or two in the wrong order; inner letters only, so that words stay legible
/// (their first letters matter most to readers).
package struct CharacterNoise: SitePerturbation {
  package enum Kind: String, Sendable, CaseIterable {
    case swap
    case delete
    case insert
    case substitute
  }

  package let kind: Kind
  package let rule: PerturbationRule

  package init(_ kind: Kind) {
    self.kind = kind
    let summary =
      switch kind {
      case .swap: "Two letters of a word in the wrong order."
      case .delete: "A letter of a word left out."
      case .insert: "A letter of a word typed twice, or with its neighbour's key."
      case .substitute: "Another letter in place of one."
      }
    rule = PerturbationRule("letter-\(kind.rawValue)", summary, ladder: .letters)
  }

  package func sites(in text: PerturbableText) -> [EditSite] {
    var sites: [EditSite] = []
    for word in text.latinWords where word.count >= 4 {
      for i in (word.lowerBound + 1)..<(word.upperBound - 1) {
        if let site = site(i, within: word, text.scalars) { sites.append(site) }
      }
    }
    return sites
  }

  private func site(_ i: Int, within word: Range<Int>, _ scalars: [Unicode.Scalar]) -> EditSite? {
    let scalar = scalars[i]
    // Letters that may bear marks are left whole.
    guard scalar.value < 128, scalars[i + 1].value < 128, PerturbableText.isLetter(scalar) else { return nil }
    switch kind {
    case .swap:
      let next = scalars[i + 1]
      guard i + 1 < word.upperBound - 1, next != scalar, PerturbableText.isLetter(next) else { return nil }
      return EditSite(i..<(i + 2), "\(next)\(scalar)", reason: "transposed")
    case .delete: return EditSite(i..<(i + 1), "", reason: "left out")
    case .insert:
      var alternatives = [EditSite.Alternative("\(scalar)", reason: "doubled")]
      for n in 0..<KeyboardLayout.qwerty.count(scalar) {
        let key = KeyboardLayout.qwerty.neighbour(scalar, UInt64(n))
        if !PerturbableText.isDigit(key) { alternatives.append(.init("\(key)", reason: "neighbour")) }
      }
      return EditSite((i + 1)..<(i + 1), alternatives)
    case .substitute:
      let isUpper = scalar.value < 0x61
      let letters = (isUpper ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "abcdefghijklmnopqrstuvwxyz").unicodeScalars
      return EditSite(
        i..<(i + 1), letters.filter { $0 != scalar }.map { .init("\($0)", reason: "another letter") })
    }
  }
}
