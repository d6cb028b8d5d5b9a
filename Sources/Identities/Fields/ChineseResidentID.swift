import CivilCalendar
import RandomStreams

/// The eighteen characters of a Chinese resident identity number (GB 11643): region, birthday, sequence whose parity
/// tells the gender, check character.
///
/// Reserved: region codes 99xxxx, which GB/T 2260 does not have. Realistic: the district of residence.
struct ChineseResidentID: FieldGenerator {
  let kind = FieldKind.residentID

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? { 10_000 * 500 }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    guard let person = holder.person, person.locale == .chinese else { return nil }
    let half = draw.serial % 500
    draw.serial /= 500
    let region: String
    if draw.policy == .reserved {
      region = "99" + draw.serialDigits(4)
    } else {
      let district = person.residence.place.districts.first { $0.name == person.residence.district }
      region = district?.code ?? "110101"
    }
    let sequence = String(1000 + half * 2 + (person.gender == .male ? 1 : 0)).dropFirst()
    return ResidentIDCheck.completed(region + person.birthDate.basic + sequence)
  }
}
