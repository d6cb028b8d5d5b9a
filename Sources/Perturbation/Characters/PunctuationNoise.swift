package import TextModel

/// Marks left out, repeated, in the other width, behind a space, or added at the end.
package struct PunctuationNoise: SitePerturbation {
  package let rule = PerturbationRule(
    "punctuation-noise", "Punctuation left out, repeated, in the other width or set off.")

  package init() {}

  private static let half: [Unicode.Scalar: Unicode.Scalar] = [
    "，": ",", "。": ".", "！": "!", "？": "?", "；": ";", "：": ":", "、": ",",
  ]
  private static let marks: Set<Unicode.Scalar> = [",", ".", "!", "?", ";", ":"]

  package func sites(in text: PerturbableText) -> [EditSite] {
    let scalars = text.scalars
    var sites: [EditSite] = []
    for (i, mark) in scalars.enumerated() {
      if let half = Self.half[mark] {
        sites.append(
          EditSite(
            i..<(i + 1),
            [
              .init("", reason: "left out"), .init("\(mark)\(mark)", reason: "repeated"),
              .init("\(half)", reason: "half width"),
            ]))
      } else if Self.marks.contains(mark), i > 0 {
        // A mark within a number, a time or an address is part of it.
        let isInner = i + 1 < scalars.count && scalars[i + 1] != " " && !Self.marks.contains(scalars[i + 1])
        guard !isInner else { continue }
        sites.append(
          EditSite(
            i..<(i + 1),
            [
              .init("", reason: "left out"), .init("\(mark)\(mark)", reason: "repeated"),
              .init(" \(mark)", reason: "set off"),
            ]))
      }
    }
    if let last = scalars.last, PerturbableText.isLetter(last) || PerturbableText.isHan(last) {
      sites.append(EditSite(scalars.count..<scalars.count, text.isChinese ? "。" : ".", reason: "added"))
    }
    return sites
  }
}
