import CivilCalendar
import RandomStreams

/// Eighteen digits with a right check character around a day that no calendar has.
struct ImpossibleBirthday: LookalikeGenerator {
  let reason = "no_such_day"

  func lookalike(of record: IdentityRecord, _ stream: inout RandomStream) -> Lookalike? {
    guard let person = record.holder.person, let value = record[.residentID] else { return nil }
    let day = stream.choose(["0230", "0231", "0431", "0631", "1131", "1301", "0010", "0732"]) ?? "0230"
    let digits = value.prefix(6) + String(person.birthDate.year) + day + value.dropFirst(14).prefix(3)
    return Lookalike(resembles: .residentID, text: ResidentIDCheck.completed(String(digits)), reason: reason)
  }
}
