package import TextModel

/// Spaces lost, doubled, or where none belongs.
package struct WhitespaceNoise: SitePerturbation {
  package let rule = PerturbationRule(
    "whitespace-noise", "Spaces lost, doubled, or within a word.", ladder: .letters)

  package init() {}

  package func sites(in text: PerturbableText) -> [EditSite] {
    let scalars = text.scalars
    guard scalars.count > 2 else { return [] }
    var sites: [EditSite] = []
    for i in 1..<(scalars.count - 1) {
      let (before, here, after) = (scalars[i - 1], scalars[i], scalars[i + 1])
      if here == " ", before != " ", after != " " {
        // Two numbers would become one.
        let isBetweenDigits = PerturbableText.isDigit(before) && PerturbableText.isDigit(after)
        sites.append(
          EditSite(
            i..<(i + 1),
            (isBetweenDigits ? [] : [EditSite.Alternative("", reason: "lost")]) + [
              .init("  ", reason: "doubled")
            ]))
      }
      let isWithinWord =
        PerturbableText.isLetter(before) && PerturbableText.isLetter(here) && before.value < 128
        && here.value < 128 || PerturbableText.isHan(before) && PerturbableText.isHan(here)
      if isWithinWord { sites.append(EditSite(i..<i, " ", reason: "inserted")) }
    }
    return sites
  }
}
