import RandomStreams

/// A United States social security number, nine digits.
///
/// Reserved: areas 000 and 666 have never been and will not be issued. Realistic: areas 001 … 899 without 666.
struct SocialSecurityNumber: FieldGenerator {
  let kind = FieldKind.socialSecurity

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? { 2 * 99 * 9_999 }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard holder.person != nil, holder.locale == .american else { return nil }
    let area: String
    if draw.policy == .reserved {
      area = draw.serial % 2 == 0 ? "000" : "666"
      draw.serial /= 2
    } else {
      let number = draw.stream.integer(in: 1...898)
      area = String(1000 + (number >= 666 ? number + 1 : number)).dropFirst().description
    }
    let group = String(101 + draw.serial % 99).dropFirst()
    let number = String(10_001 + draw.serial / 99 % 9_999).dropFirst()
    return area + group + number
  }
}
