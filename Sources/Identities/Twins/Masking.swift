/// Hides values: the masked twin of a record.
package enum Masking {
  /// How much is left to see.
  package enum Style: String, Sendable, Hashable, CaseIterable, Codable {
    /// Stars for all but the ends that forms and receipts show.
    case partial
    /// The kind's name in brackets.
    case tag
  }

  /// The masked value. Partial masks keep the number of characters.
  package static func masked(_ field: IdentityField, _ style: Style) -> String {
    guard field.kind.isPersonal else { return field.value }
    if style == .tag { return "[\(field.kind.rawValue.uppercased())]" }
    let value = field.value
    switch field.kind {
    case .name: return name(value)
    case .email: return email(value)
    case .mobilePhone, .landlinePhone: return keeping(value, 3, 4)
    case .residentID: return keeping(value, 3, 1)
    case .paymentCard, .iban, .bankAccount: return keeping(value, 0, 4)
    case .socialSecurity: return keeping(value, 0, 4)
    case .birthDate: return keeping(value, 4, 0, sparing: "-")
    case .plate: return keeping(value, 2, 1)
    case .vehicleNumber: return keeping(value, 3, 0)
    case .passport: return keeping(value, 1, 2)
    case .address: return keeping(value, 6, 0, sparing: " ,")
    case .imei: return keeping(value, 8, 0)
    default: return keeping(value, 0, 0)
    }
  }

  /// The record with every personal value masked.
  package static func masked(_ record: IdentityRecord, _ style: Style) -> [IdentityField] {
    record.fields.map { IdentityField($0.kind, masked($0, style), $0.guarantee) }
  }

  /// Stars between the first and last characters, but for separators.
  private static func keeping(_ value: String, _ first: Int, _ last: Int, sparing: String = "") -> String {
    let count = value.count
    // At least half is hidden, however short the value.
    let (first, last) = first + last <= count / 2 ? (first, last) : (count / 4, count / 4)
    return String(
      value.enumerated().map { i, character in
        i < first || i >= count - last || sparing.contains(character) ? character : "*"
      })
  }

  /// The first letter of each word of two and more; in China and Korea that is the family name.
  private static func name(_ value: String) -> String {
    value.split(separator: " ", omittingEmptySubsequences: false).map { word in
      word.count < 2
        ? String(repeating: "*", count: word.count)
        : word.prefix(1) + String(repeating: "*", count: word.count - 1)
    }.joined(separator: " ")
  }

  private static func email(_ value: String) -> String {
    guard let at = value.firstIndex(of: "@") else { return keeping(value, 0, 0) }
    return keeping(String(value[..<at]), 1, 0) + value[at...]
  }
}
