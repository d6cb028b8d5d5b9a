/// A text that a recipe leaves to chance, and how.
package enum TextDistribution: Sendable, Hashable {
  /// Always this text.
  case constant(String)
  /// One of these, each with the same chance.
  case choice([String])
  /// One of these, in proportion to their weights.
  case weighted([Weighted<String>])
  /// Text number `index` for sample `index`, starting over at the end.
  case sequence([String])
}

extension TextDistribution: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .constant(value) }
}

extension TextDistribution {
  /// The text that `stream` decides; empty where the distribution has none. The caller's copy does not move.
  package func sample(_ stream: RandomStream, index: Int) -> String {
    var stream = stream
    switch self {
    case .constant(let text): return text
    case .choice(let texts): return stream.choose(texts) ?? ""
    case .weighted(let texts):
      return texts.isEmpty ? "" : texts[stream.weighted(texts.map(\.weight))].value
    case .sequence(let texts): return texts.isEmpty ? "" : texts[wrap(index, texts.count)]
    }
  }

  /// Every text that can be drawn, in the order written.
  package var values: [String] {
    switch self {
    case .constant(let text): [text]
    case .choice(let texts), .sequence(let texts): texts
    case .weighted(let texts): texts.filter { $0.weight > 0 }.map(\.value)
    }
  }

  /// What is wrong with the parameters, as the end of a sentence; `nil` when nothing is.
  package var problem: String? {
    switch self {
    case .constant: nil
    case .choice(let texts), .sequence(let texts): texts.isEmpty ? "at least one value is needed" : nil
    case .weighted(let texts): weightProblem(texts.map(\.weight))
    }
  }
}
