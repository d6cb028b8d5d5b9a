package import TextModel

/// Two characters in the wrong order: 打开 → 开打. Words of two or more characters only, where words are known.
package struct HanSwap: SitePerturbation {
  package let rule = PerturbationRule(
    "han-swap", "Two neighbouring characters in the wrong order.", languages: [.chinese], ladder: .letters)

  package init() {}

  package func sites(in text: PerturbableText) -> [EditSite] {
    let scalars = text.scalars
    return scalars.indices.dropLast().compactMap { i in
      let (a, b) = (scalars[i], scalars[i + 1])
      guard PerturbableText.isHan(a), PerturbableText.isHan(b), a != b, isSafe(a), isSafe(b) else {
        return nil
      }
      guard
        text.text.tokens.isEmpty
          || text.text.tokens.contains(where: { $0.range.lowerBound <= i && i + 2 <= $0.range.upperBound })
      else { return nil }
      return EditSite(i..<(i + 2), "\(b)\(a)", reason: "transposed")
    }
  }

  /// Negations and numerals mean something by where they stand.
  private func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    !"不没别无非未一二三四五六七八九十百千万两半".unicodeScalars.contains(scalar)
  }
}
