package import TextModel

/// What a perturbation does to the labels of a text: a promise, tested over the whole catalog.
package enum LabelEffect: Sendable, Hashable {
  /// Labels of the text and all spans, with roles and values, are as before.
  case invariant
  /// As `invariant`, but spans that were replaced as a whole have another value, which the span says.
  case revalues
  /// Labels of the text turn into their opposites (`positive` and `negative`, `true` and `false`).
  case flips
  /// Labels stay; a model's score for the label must not fall (CheckList's directional expectation).
  case strengthens
}

/// Labels that have an opposite.
package enum LabelOpposite {
  private static let pairs: [(String, String)] = [
    ("positive", "negative"), ("true", "false"), ("yes", "no"), ("正面", "负面"), ("积极", "消极"), ("是", "否"),
    ("对", "错"),
  ]

  /// Labels that are the first of their pair: what a sentence without negation and with a favourable word says.
  package static func isAffirmative(_ value: String) -> Bool { pairs.contains { $0.0 == value } }

  package static func of(_ value: String) -> String? {
    for (a, b) in pairs {
      if value == a { return b }
      if value == b { return a }
    }
    return nil
  }

  /// All labels turned; `nil` when one has no opposite, as an intent has none.
  static func flipped(_ labels: [TextLabel]) -> [TextLabel]? {
    var out: [TextLabel] = []
    for label in labels {
      guard let opposite = of(label.value) else { return nil }
      out.append(TextLabel(label.task, opposite))
    }
    return out
  }
}
