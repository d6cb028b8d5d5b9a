package import TextModel

/// What speakers put in: fillers (`um,`), words said twice (`to to`), words begun anew (`nav- navigate`).
package struct SpokenInsertion: SitePerturbation {
  package enum Kind: String, Sendable, CaseIterable {
    case filler
    case repetition
    case restart
  }

  package let kind: Kind
  package let rule: PerturbationRule

  package init(_ kind: Kind) {
    self.kind = kind
    let summary =
      switch kind {
      case .filler: "Fillers between words: um, 那个."
      case .repetition: "Short words said twice."
      case .restart: "Words begun and begun anew."
      }
    rule = PerturbationRule("spoken-\(kind.rawValue)", summary)
  }

  private static let english = ["um, ", "uh, ", "er, ", "you know, ", "I mean, ", "like, "]
  private static let chinese = ["嗯，", "呃，", "那个，", "就是，", "这个，"]

  package func sites(in text: PerturbableText) -> [EditSite] {
    starts(in: text).compactMap { word in
      let scalars = text.scalars[word]
      let place = word.lowerBound..<word.lowerBound
      // Outside of spans: what is said in between is no part of a name.
      guard let first = scalars.first,
        !text.text.spans.contains(where: {
          $0.range.lowerBound < word.lowerBound && word.lowerBound < $0.range.upperBound
        })
      else { return nil }
      switch kind {
      case .filler:
        if text.isChinese { return EditSite(place, Self.chinese.map { .init($0, reason: "filler") }) }
        // A capital tells a sentence's first word, before which a filler would need the capital.
        guard word.lowerBound > 0 else { return nil }
        return EditSite(place, Self.english.map { .init($0, reason: "filler") })
      case .repetition:
        if text.isChinese {
          guard "我你他她这那就去要想我请把给在".unicodeScalars.contains(first) else { return nil }
          return EditSite(place, "\(first)", reason: "said twice")
        }
        guard word.count <= 3, word.lowerBound > 0 else { return nil }
        return EditSite(place, GraphemeBoundaries.string(scalars) + " ", reason: "said twice")
      case .restart:
        if text.isChinese {
          guard PerturbableText.isHan(first), word.count >= 2 else { return nil }
          return EditSite(place, "\(first)，", reason: "begun anew")
        }
        guard word.count >= 4, scalars.prefix(3).allSatisfy({ $0.value < 128 }) else { return nil }
        let size = word.count > 5 ? 3 : 2
        return EditSite(place, GraphemeBoundaries.string(scalars.prefix(size)) + "- ", reason: "begun anew")
      }
    }
  }

  /// Words at the beginnings of which something may be said in between.
  private func starts(in text: PerturbableText) -> [Range<Int>] {
    guard text.isChinese else { return text.latinWords }
    if !text.text.tokens.isEmpty {
      return text.text.tokens.map(\.range).filter { PerturbableText.isHan(text.scalars[$0.lowerBound]) }
    }
    // Without known words: beginnings of clauses and of what spans hold.
    let scalars = text.scalars
    return scalars.indices.compactMap { i in
      guard PerturbableText.isHan(scalars[i]) else { return nil }
      let isStart =
        i == 0 || "，。！？；：、".unicodeScalars.contains(scalars[i - 1])
        || text.text.spans.contains { $0.range.lowerBound == i }
      guard isStart else { return nil }
      let isPair = i + 1 < scalars.count && PerturbableText.isHan(scalars[i + 1])
      return i..<(i + (isPair ? 2 : 1))
    }
  }
}
