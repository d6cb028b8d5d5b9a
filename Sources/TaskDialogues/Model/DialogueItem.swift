package import Conversations
package import JSON

/// Something that the assistant can find: a table somewhere, a room, a flight, a place.
package struct DialogueItem: Sendable, Hashable {
  /// Unique in its dialogue: `r3`.
  package var id: String
  package var name: Both<String>
  /// Its value of each search slot, by key.
  package var facts: [Fact]
  /// What may be asked of it; whole numbers or words.
  package var attributes: [Attribute]

  /// A search slot and the key of the value that the item has.
  package struct Fact: Sendable, Hashable {
    package var slot: String
    package var key: String
  }

  /// Something that may be asked of the item.
  package struct Attribute: Sendable, Hashable {
    package var name: String
    package var value: JSONValue
  }

  package init(_ id: String, _ name: Both<String>, facts: [Fact], attributes: [Attribute]) {
    self.id = id
    self.name = name
    self.facts = facts
    self.attributes = attributes
  }

  /// The key of a search slot.
  package func fact(_ slot: String) -> String? { facts.first { $0.slot == slot }?.key }
  /// What is so; `nil` where it is not known.
  package func attribute(_ name: String) -> JSONValue? { attributes.first { $0.name == name }?.value }

  /// `{"id":"r3","name":{"zh":"…","en":"…"},"facts":{…},"attributes":{…}}`.
  package var json: JSONValue {
    .object([
      .init("id", .string(id)),
      .init("name", .object([.init("zh", .string(name.chinese)), .init("en", .string(name.english))])),
      .init("facts", .object(facts.map { .init($0.slot, .string($0.key)) })),
      .init("attributes", .object(attributes.map { .init($0.name, $0.value) })),
    ])
  }
}
