/// A holder and all of its identifiers.
package struct IdentityRecord: Sendable, Hashable {
  package var holder: Holder
  /// Place in the population.
  package var index: Int
  package var policy: RangePolicy
  package var fields: [IdentityField]

  /// The value of a kind in normal form.
  package subscript(kind: FieldKind) -> String? { fields.first { $0.kind == kind }?.value }
}
