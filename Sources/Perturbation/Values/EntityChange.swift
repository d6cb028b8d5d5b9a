package import TextModel

/// Another name in the place of a person's or a place's: the label of the text must not hang on who or where.
package struct EntityChange: SitePerturbation {
  package enum Kind: String, Sendable, CaseIterable {
    case person
    case location
  }

  package let kind: Kind
  package let rule: PerturbationRule
  /// Spans with these labels are names of the kind.
  package let labels: Set<String>

  package init(_ kind: Kind, labels: Set<String>? = nil) {
    self.kind = kind
    self.labels =
      labels
      ?? (kind == .person
        ? ["person", "name", "contact", "PER", "PERSON"]
        : ["location", "city", "place", "LOC", "GPE", "destination", "origin"])
    rule = PerturbationRule(
      "change-\(kind.rawValue)",
      kind == .person
        ? "Another name, of the same gender and language." : "Another city, of the same language.",
      effect: .revalues)
  }

  /// Names that may stand for one another, by line: given names of one gender, full names of one gender, cities.
  private static let persons: [[String]] = [
    "James Robert Michael David Daniel Thomas Andrew Joshua Kevin Brian Peter Henry Samuel Patrick Oliver",
    "Mary Linda Susan Karen Nancy Emily Laura Rachel Anna Helen Sophia Olivia Grace Julia Claire",
    "王建国 李志强 张伟明 刘海涛 陈俊杰 赵宇航 周子轩 吴文博 孙浩然 郑家豪", "王秀英 李雅婷 张丽华 刘诗涵 陈梦瑶 赵雨欣 周晓燕 吴静怡 孙佳琪 郑思琪",
  ].map { $0.split(separator: " ").map(String.init) }
  private static let cities: [[String]] = [
    [
      "London", "Paris", "Berlin", "Madrid", "Rome", "Vienna", "Oslo", "Dublin", "Chicago", "Boston",
      "Seattle", "Denver",
      "Toronto", "Sydney", "New York", "San Francisco", "Cape Town",
    ],
    "北京 上海 广州 深圳 杭州 南京 成都 武汉 西安 重庆 天津 苏州 长沙 青岛 厦门 昆明 哈尔滨 乌鲁木齐".split(separator: " ").map(String.init),
  ]

  package func sites(in text: PerturbableText) -> [EditSite] {
    let lists = kind == .person ? Self.persons : Self.cities
    return text.text.spans.compactMap { span in
      guard labels.contains(span.label), text.isLeaf(span) else { return nil }
      let surface = text.text.surface(of: span)
      // A name that no list knows has an unknown gender; a place needs only the language.
      let list =
        lists.first { $0.contains(surface) } ?? (kind == .location ? lists[text.isChinese ? 1 : 0] : nil)
      guard let list else { return nil }
      let others = list.filter { $0 != surface }
      return EditSite(
        span.range,
        others.map {
          .init(
            $0, reason: "another \(kind.rawValue)", value: $0,
            tokens: text.words(of: $0, WordTag(.properNoun, lemma: $0)))
        })
    }
  }
}

extension PerturbableText {
  /// Whether no other span lies within a span.
  func isLeaf(_ span: TextSpan) -> Bool {
    !text.spans.contains {
      $0.id != span.id && span.range.lowerBound <= $0.range.lowerBound
        && $0.range.upperBound <= span.range.upperBound
    }
  }
}
