/// A stretch of a text that means something: an entity, a slot, an aspect, a phrase about a thing in the world.
package struct TextSpan: Sendable, Hashable {
  /// Unicode scalars of the text, never empty; both edges are closed: what is inserted at an edge stays outside.
  package var range: Range<Int>
  /// The entity type or slot name, `city`.
  package var label: String
  /// What the entity is to the sentence, `origin` or `destination`.
  package var role: String?
  /// Which entities belong together, as in Rasa's groups.
  package var group: String?
  /// The canonical value where it is not the surface: `2026-03-05` for "next Thursday".
  package var value: String?
  /// Unique in its text; stays the same through every edit.
  package var id: Int
  /// The thing that the span speaks of, by its instance id in the world; spans of one referent corefer.
  package var referent: UInt32?
  /// Spans of one number are mentions of one thing.
  package var chain: Int?
  /// Says its thing by a pronoun or another word than its name: a mention, but no entity of its own.
  package var isMention = false
  /// No edit may touch a scalar of it.
  package var isProtected: Bool
  /// Its surface was edited after the text was realised.
  package var isEdited = false

  package init(
    _ label: String, _ range: Range<Int>, id: Int, role: String? = nil, group: String? = nil,
    value: String? = nil, referent: UInt32? = nil, isProtected: Bool = false
  ) {
    self.label = label
    self.range = range
    self.id = id
    self.role = role
    self.group = group
    self.value = value
    self.referent = referent
    self.isProtected = isProtected
  }

  /// Outer spans before those within them, otherwise from left to right; ties by id.
  package static func isOrdered(_ a: TextSpan, _ b: TextSpan) -> Bool {
    if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
    if a.range.upperBound != b.range.upperBound { return a.range.upperBound > b.range.upperBound }
    return a.id < b.id
  }
}
