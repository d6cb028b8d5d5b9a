/// What a whole text is labelled with in one task: `intent` = `navigate`, `sentiment` = `positive`.
package struct TextLabel: Sendable, Hashable {
  package var task: String
  package var value: String

  package init(_ task: String, _ value: String) {
    self.task = task
    self.value = value
  }
}

/// How a text came about: enough to make it again.
package struct TextProvenance: Sendable, Hashable {
  /// The rule or template; empty when there is none.
  package var template = ""
  /// The rank of the derivation in its template's space, decimal.
  package var derivation = ""
  /// Path of the stream that chance came from.
  package var stream = ""
  /// Names of the perturbations that were applied, first to last.
  package var perturbations: [String] = []

  package init(template: String = "", derivation: String = "", stream: String = "") {
    self.template = template
    self.derivation = derivation
    self.stream = stream
  }
}
