import CivilCalendar
import RandomStreams

/// A mailbox whose local part comes from the holder's name, in a domain that RFC 2606 and RFC 6761 set aside.
///
/// The serial chooses domain and number, so mailboxes differ even where names agree. A year of birth stands only where
/// there is no number, and numbers of four digits stand behind a dot: the three forms cannot meet.
struct EmailAddress: FieldGenerator {
  let kind = FieldKind.email
  let guarantee = Guarantee.reserved

  func capacity(_ locale: IdentityLocale, population: UInt64) -> UInt64? {
    let domains = UInt64(Self.domains.count)
    // Twice as many: pseudonyms take the other half.
    return (2 * population + domains - 1) / domains * domains
  }

  func value(for holder: Holder, _ draw: inout FieldDraw) -> String? {
    let domains = UInt64(Self.domains.count)
    let domain = Self.domains[Int(draw.serial % domains)]
    let number = draw.serial / domains
    let suffix = number == 0 ? "" : String(number)
    switch holder {
    case .organisation:
      let role = draw.stream.choose(["info", "sales", "office", "contact", "support"]) ?? "info"
      return "\(role)\(suffix)@\(domain)"
    case .vehicle: return nil
    case .person(let person):
      let surname = person.name.surname.latin
      let given = person.name.given.latin
      guard let initial = given.first, let familyInitial = surname.first else { return nil }
      let name =
        switch draw.stream.weighted([30, 20, 15, 15, 12, 8]) {
        case 0: "\(given).\(surname)"
        case 1: "\(given)\(surname)"
        case 2: "\(initial)\(surname)"
        case 3: "\(surname).\(given)"
        case 4: "\(given)_\(surname)"
        default: "\(given)\(familyInitial)"
        }
      if number == 0, draw.stream.bool(probability: 0.6) {
        return "\(name)\(person.birthDate.year)@\(domain)"
      }
      // Four digits right behind a name would read as a year.
      return "\(name)\(number > 999 ? "." : "")\(suffix)@\(domain)"
    }
  }

  static let domains: [String] = {
    let heads = [
      "blue", "north", "quiet", "silver", "green", "bright", "little", "open", "river", "cloud", "stone",
      "maple",
    ]
    let tails = [
      "lake", "post", "mail", "field", "harbor", "letter", "window", "garden", "bridge", "meadow", "lamp",
      "wave",
    ]
    let coined = heads.flatMap { head in tails.map { "\(head)\($0)" } }
    return ["example.com", "example.net", "example.org"] + coined.map { "\($0).example" }
      + coined.map { "\($0).test" }
  }()
}
