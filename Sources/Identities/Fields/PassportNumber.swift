import RandomStreams

/// The document number of a specimen passport: a letter that passports of the holder's country do not begin with,
/// and eight digits. The document itself is of the state UTO (`MachineReadableZone`).
struct PassportNumber: FieldGenerator {
  let kind = FieldKind.passport

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? { 100_000_000 }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil, holder.locale.isFull else { return nil }
    let letter = draw.policy == .reserved ? "Q" : holder.locale == .chinese ? "E" : "A"
    return letter + draw.serialDigits(8)
  }
}
