package import WorldModel

/// `caption`: sentences about a view, each phrase with the things that it speaks of, each statement written down so that
/// it can be checked.
package struct CaptionLabel: StructuredLabel {
  package static let name = "caption"

  /// What a sentence says, about things by their instances.
  package struct Claim: Codable, Sendable, Hashable {
    /// `count` (so many of a class: `value`, `number`), `several` (at least so many of a class), `scene` (what is shown:
    /// `value`), the name of an `Attribute` (the thing has `value`), of a `Relation` (the thing stands so to `other`) or of
    /// an `Extreme` (the thing is the one of the class `value`).
    package var predicate: String
    package var instance: UInt32?
    package var value: String?
    package var number: Int?
    package var other: UInt32?

    package init(
      _ predicate: String, instance: UInt32? = nil, value: String? = nil, number: Int? = nil,
      other: UInt32? = nil
    ) {
      self.predicate = predicate
      self.instance = instance
      self.value = value
      self.number = number
      self.other = other
    }
  }

  package struct Entry: Codable, Sendable, Hashable {
    /// `global`, `regional` or `relational`.
    package var kind: String
    package var claims: [Claim]
    /// What it speaks of, ascending by instance.
    package var things: [GroundedThing]
    /// One a language.
    package var texts: [GroundedText]

    package init(kind: String, claims: [Claim], things: [GroundedThing], texts: [GroundedText]) {
      self.kind = kind
      self.claims = claims
      self.things = things
      self.texts = texts
    }
  }

  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}
