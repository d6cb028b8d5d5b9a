package import TextModel

/// Words in the wrong case: `PLAY some music`, `play Some Music`.
package struct CaseNoise: SitePerturbation {
  package let rule = PerturbationRule(
    "case-noise", "Words in capitals, without capitals, with wrong ones or with caps lock on.")

  package init() {}

  package func sites(in text: PerturbableText) -> [EditSite] {
    text.latinWords.compactMap { word in
      let original = text.text.surface(word)
      let lower = original.lowercased()
      let toggled = String(
        original.map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined())
      let forms: [(String, String)] = [
        (lower, "lower case"), (original.uppercased(), "upper case"),
        (lower.prefix(1).uppercased() + lower.dropFirst(), "capitalised"), (toggled, "caps lock"),
      ]
      var seen: [String] = [original]
      var alternatives: [EditSite.Alternative] = []
      for (form, reason) in forms where !seen.contains(form) {
        seen.append(form)
        alternatives.append(.init(form, reason: reason))
      }
      return alternatives.isEmpty ? nil : EditSite(word, alternatives)
    }
  }
}
