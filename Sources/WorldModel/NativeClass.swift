/// One class of Diorama's own ontology. Dataset schemas map from it; nothing maps to it.
package struct NativeClass: Sendable, Hashable, CustomStringConvertible {
  /// 1 or more and stable for ever (0 = nothing); the value of semantic label maps.
  package let id: UInt16
  package let name: String
  /// Things are countable and get boxes; stuff is not.
  package let isThing: Bool
  /// sRGB, for pictures of label maps.
  package let color: SIMD3<UInt8>

  package var description: String { name }

  package static func == (a: Self, b: Self) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
