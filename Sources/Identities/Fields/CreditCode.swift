import RandomStreams

/// The unified social credit code of a Chinese organisation (GB 32100), eighteen characters.
///
/// Reserved: departments B … H and J … M, to which the standard assigns no register; the region is that of the
/// organisation's district. Realistic: department 9, commerce.
struct CreditCode: FieldGenerator {
  let kind = FieldKind.creditCode

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? {
    UInt64(Self.departments.count) * 10_000_000
  }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard let organisation = holder.organisation, organisation.address.locale == .chinese else { return nil }
    let district = organisation.address.place.districts.first { $0.name == organisation.address.district }
    let code = CreditCodeCheck.completedOrganisation("M" + draw.serialDigits(7))
    let department =
      draw.policy == .reserved ? Self.departments[Int(draw.serial) % Self.departments.count] : "9"
    return CreditCodeCheck.completed(department + "1" + (district?.code ?? "110101") + code)
  }

  static let departments = ["B", "C", "D", "E", "F", "G", "H", "J", "K", "L", "M"]
}
