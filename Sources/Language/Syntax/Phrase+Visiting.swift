extension Phrase {
  /// Calls `body` with this phrase and everything inside of it, outside first.
  package func visit(_ body: (Phrase) -> Void) {
    body(self)
    switch self {
    case .text, .article, .slot, .read, .call: return
    case .sequence(let parts): for part in parts { part.visit(body) }
    case .choice(let alternatives): for item in alternatives { item.phrase.visit(body) }
    case .optional(let inner, _): inner.visit(body)
    case .alias(let use): for argument in use.arguments { argument.visit(body) }
    case .labelled(let slot): slot.phrase.visit(body)
    }
  }

  /// Inline alternatives inside of it.
  func visitAlternatives(_ body: (Alternative) -> Void) {
    visit { if case .choice(let alternatives) = $0 { alternatives.forEach(body) } }
  }
}
