import Mandarin
package import TextModel

/// The wrong character of the right sound, as pinyin input offers it: 导航 → 导杭.
package struct HomophoneCharacter: SitePerturbation {
  package let rule = PerturbationRule(
    "homophone-character", "A character of the same sound and tone.", languages: [.chinese], ladder: .letters)

  package init() {}

  package func sites(in text: PerturbableText) -> [EditSite] {
    text.scalars.enumerated().compactMap { i, scalar in
      let alike = MandarinTable.standard.homophones(scalar).prefix(6)
      guard !alike.isEmpty else { return nil }
      return EditSite(i..<(i + 1), alike.map { .init("\($0)", reason: "homophone") })
    }
  }
}
