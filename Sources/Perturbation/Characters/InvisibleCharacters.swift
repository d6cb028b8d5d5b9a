package import TextModel

/// Characters of no width between letters: a zero-width space, a word joiner.
package struct InvisibleCharacters: SitePerturbation {
  package let rule = PerturbationRule(
    "invisible-characters", "Characters without width between letters.", ladder: .letters)

  package init() {}

  package func sites(in text: PerturbableText) -> [EditSite] {
    let scalars = text.scalars
    func isBase(_ s: Unicode.Scalar) -> Bool {
      s.value < 128 && PerturbableText.isLetter(s) || PerturbableText.isHan(s)
    }
    return scalars.indices.dropFirst().compactMap { i in
      guard isBase(scalars[i - 1]), isBase(scalars[i]) else { return nil }
      return EditSite(
        i..<i,
        [
          .init("\u{200B}", reason: "zero-width space"), .init("\u{2060}", reason: "word joiner"),
          .init("\u{AD}", reason: "soft hyphen"),
        ])
    }
  }
}
