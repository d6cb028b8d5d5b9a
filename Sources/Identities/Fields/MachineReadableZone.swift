import CivilCalendar
import RandomStreams

/// Both lines of a passport's machine readable zone (ICAO Doc 9303-4, TD3: 2 × 44 characters), joined by a line break.
///
/// Reserved: issued by and for Utopia (`UTO`), the specimen state of the specification.
struct MachineReadableZone: FieldGenerator {
  let kind = FieldKind.machineReadableZone
  let guarantee = Guarantee.reserved

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? { 100_000_000 }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard let person = holder.person, holder.locale.isFull else { return nil }
    let state = draw.policy == .reserved ? "UTO" : holder.locale == .chinese ? "CHN" : "USA"
    let number = "L" + draw.serialDigits(8)
    let expiry = CivilDate(daysSinceEpoch: Self.firstExpiry + draw.stream.integer(in: 0..<3650))
    return Self.zone(of: person, state: state, number: number, expiry: expiry)
  }

  /// 2026-01-01.
  private static let firstExpiry = 20_454

  static func zone(of person: Person, state: String, number: String, expiry: CivilDate) -> String {
    func padded(_ text: String, _ length: Int) -> String {
      let cut = text.prefix(length)
      return cut + String(repeating: "<", count: length - cut.count)
    }
    let names = "\(person.name.surname.latin)<<\(person.name.given.latin)".uppercased()
    let document = number + String(MachineReadableCheck.digit(of: number))
    let birth = String(person.birthDate.basic.dropFirst(2))
    let born = birth + String(MachineReadableCheck.digit(of: birth))
    let end = String(expiry.basic.dropFirst(2))
    let ends = end + String(MachineReadableCheck.digit(of: end))
    let personal = padded("", 14) + "0"
    let composite = MachineReadableCheck.digit(of: document + born + ends + personal)
    let sex = person.gender == .male ? "M" : "F"
    return "P<\(state)\(padded(names, 39))\n\(document)\(state)\(born)\(sex)\(ends)\(personal)\(composite)"
  }
}
