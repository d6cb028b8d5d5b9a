package import TextModel

/// A character that looks like the right one: 未 → 末.
package struct ShapeCharacter: SitePerturbation {
  package let rule = PerturbationRule(
    "shape-character", "A character of a similar shape.", languages: [.chinese], ladder: .letters)

  package init() {}

  package func sites(in text: PerturbableText) -> [EditSite] {
    text.scalars.enumerated().compactMap { i, scalar in
      let alike = ShapeTable.standard.alike(scalar)
      guard !alike.isEmpty else { return nil }
      return EditSite(i..<(i + 1), alike.map { .init("\($0)", reason: "similar shape") })
    }
  }
}
