/// Numbers of a text field, refused where they are not finite.
package enum FieldNumber {
  /// A finite decimal number; `nil` for anything else, also `nan`, `inf` and hexadecimal forms.
  package static func finite(_ text: some StringProtocol) -> Double? {
    guard let first = text.utf8.first,
      first == 0x2b || first == 0x2d || first == 0x2e || (0x30...0x39).contains(first),
      !text.utf8.contains(0x78), !text.utf8.contains(0x58), let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  /// A whole number that fits `Int` exactly.
  package static func whole(_ value: Double?) -> Int? {
    guard let value, value.rounded() == value, value.magnitude < 9e15 else { return nil }
    return Int(value)
  }
}
