package import RandomStreams

/// A text that resembles an identifier and is none: what a detector must let pass.
package struct Lookalike: Sendable, Hashable {
  /// What it resembles.
  package var resembles: FieldKind
  package var text: String
  /// Why it is none, as the name of a rule: `check_digit`, `length`, ….
  package var reason: String
}

/// Makes one sort of look-alike. A new one is a file here and a line in `LookalikeCatalog`.
package protocol LookalikeGenerator: Sendable {
  /// The rule by which all that it makes is no identifier.
  var reason: String { get }
  /// - Parameter record: someone whose identifiers may be imitated.
  func lookalike(of record: IdentityRecord, _ stream: inout RandomStream) -> Lookalike?
}
