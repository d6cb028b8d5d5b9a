import RandomStreams

/// An identifier with one digit changed: every scheme here notices any single wrong digit.
struct BrokenCheckDigit: LookalikeGenerator {
  let reason = "check_digit"

  func lookalike(of record: IdentityRecord, _ stream: inout RandomStream) -> Lookalike? {
    let candidates = record.fields.filter { Self.kinds.contains($0.kind) }
    guard let field = stream.choose(candidates) else { return nil }
    var bytes = Array(field.value.utf8)
    let places = bytes.indices.filter { (48...57).contains(bytes[$0]) }
    guard let place = stream.choose(places) else { return nil }
    // One of the nine other digits.
    bytes[place] = 48 + (bytes[place] - 48 + UInt8(stream.integer(in: 1...9))) % 10
    return Lookalike(resembles: field.kind, text: String(decoding: bytes, as: UTF8.self), reason: reason)
  }

  static let kinds: Set<FieldKind> = [
    .paymentCard, .testCard, .iban, .residentID, .creditCode, .vehicleNumber, .imei, .isbn, .issn, .ean,
    .routingNumber,
  ]
}
