import RandomStreams

/// A United States employer identification number, nine digits.
///
/// Reserved: prefixes that no campus of the revenue service assigns. Realistic: prefixes in use.
struct EmployerID: FieldGenerator {
  let kind = FieldKind.employerID

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? {
    UInt64(Self.unassigned.count) * 10_000_000
  }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.organisation != nil, holder.locale == .american else { return nil }
    let number = draw.serialDigits(7)
    let list = draw.policy == .reserved ? Self.unassigned : ["12", "36", "54", "81"]
    return list[Int(draw.serial) % list.count] + number
  }

  static let unassigned = [
    "00", "07", "08", "09", "17", "18", "19", "28", "29", "49", "69", "70", "78", "79", "89", "96", "97",
  ]
}
