package import TextModel

/// A request in another tone: with `please`, with 麻烦您, with thanks. Only texts that ask for something (they bear an
/// intent) are touched, and once.
package struct RegisterChange: SitePerturbation {
  package let rule = PerturbationRule(
    "register-change", "A request made more polite, by words before or after it.", ladder: .whole)

  package init() {}

  private static let polite = PhraseTable([
    "please", "could you", "would you", "can you", "thanks", "thank you", "请", "麻烦", "谢谢", "劳驾", "您",
  ])

  package func sites(in text: PerturbableText) -> [EditSite] {
    // Nobody begs a product to be soft.
    guard text.text.label("intent") != nil, text.text.label("sentiment") == nil,
      text.text.label("polarity") == nil, !text.scalars.isEmpty, Self.polite.matches(in: text).isEmpty
    else {
      return []
    }
    let scalars = text.scalars
    var end = scalars.count
    while end > 0, ".!?。！？ ".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    let isQuestion = scalars[end...].contains { $0 == "?" || $0 == "？" }
    guard end > 0 else { return [] }
    if text.isChinese {
      let last = scalars[end - 1]
      var alternatives = [EditSite.Alternative("，谢谢", reason: "thanks")]
      if last != "吧", last != "吗", last != "呢", !isQuestion {
        alternatives.append(.init("吧", reason: "softened"))
      }
      return [EditSite(end..<end, alternatives)]
        + (isQuestion
          ? []
          : [
            EditSite(0..<0, [.init("请", reason: "polite"), .init("麻烦您", reason: "formal")])
          ])
    }
    return [
      EditSite(end..<end, [.init(", please", reason: "polite"), .init(", thanks", reason: "thanks")])
    ]
  }
}
