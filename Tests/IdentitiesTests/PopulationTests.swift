import CivilCalendar
import Diagnostics
import Foundation
import Identities
import RandomStreams
import Testing

/// A hundred thousand people of each full locale, and ten thousand of the others: every value valid, apart, in agreement
/// and where nobody's is.
@Suite struct PopulationTests {
  static func population(_ locale: IdentityLocale, _ count: Int, _ policy: RangePolicy = .reserved) throws
    -> Population
  {
    try Population(locale, count: count, policy: policy, stream: RandomStream(seed: 7).child(locale.rawValue))
  }

  /// A hundred thousand when DIORAMA_MEASURE is set, which takes minutes.
  static let count = ProcessInfo.processInfo.environment["DIORAMA_MEASURE"] == nil ? 10_000 : 100_000

  @Test(arguments: [IdentityLocale.chinese, .american])
  func manyRecords(_ locale: IdentityLocale) throws {
    let people = try Self.population(locale, Self.count)
    let unique: [FieldKind] =
      [
        .email, .residentID, .socialSecurity, .passport, .machineReadableZone, .paymentCard, .bankAccount,
        .creditCode,
        .employerID, .vehicleNumber, .imei,
      ] + (locale == .chinese ? [.mobilePhone] : [])
    var seen: [FieldKind: Set<String>] = [:]
    var counts: [FieldKind: Int] = [:]
    var certificate = PrivacyCertificate()
    for index in 0..<people.count {
      var records = [people.record(index)]
      if let organisation = people.organisation(index) {
        records.append(people.record(of: .organisation(organisation), index))
      }
      if let vehicle = people.vehicle(index) { records.append(people.record(of: .vehicle(vehicle), index)) }
      for record in records {
        certificate.examine(record)
        for field in record.fields {
          counts[field.kind, default: 0] += 1
          if let isValid = Validators.of(field.kind.rawValue), !isValid(field.value) {
            Issue.record("\(field.kind.rawValue) \(field.value) fails its check")
            return
          }
          // Offices and people have mailboxes, of separate populations.
          if unique.contains(field.kind), record.holder.organisation == nil || field.kind != .email,
            !seen[field.kind, default: []].insert(field.value).inserted
          {
            Issue.record("\(field.kind.rawValue) \(field.value) occurs twice")
            return
          }
        }
      }
      guard agrees(records[0], people) else { return }
    }
    #expect(certificate.holds, "\(certificate.violations.prefix(3))")
    #expect(certificate.records == 3 * Self.count)
    for kind in unique where counts[kind] != nil { #expect(seen[kind]?.count ?? 0 >= Self.count) }
    // All kinds of the country were there.
    let expected: [FieldKind] =
      locale == .chinese
      ? [.mobilePhone, .landlinePhone, .residentID, .creditCode, .plate]
      : [.landlinePhone, .socialSecurity, .employerID, .routingNumber, .plate]
    for kind in expected { #expect(counts[kind] ?? 0 >= Self.count, "\(kind)") }
  }

  /// Age, gender, birthday, mailbox and area code say the same of one person.
  private func agrees(_ record: IdentityRecord, _ people: Population) -> Bool {
    guard let person = record.holder.person else { return false }
    let birth = person.birthDate.description
    var problems: [String] = []
    if let id = record[.residentID] {
      if id.dropFirst(6).prefix(8) != birth.replacing("-", with: "")[...] {
        problems.append("birthday in \(id)")
      }
      let isOdd = (id.dropFirst(16).first?.wholeNumberValue ?? 0) % 2 == 1
      if isOdd != (record[.gender] == "male") { problems.append("gender in \(id)") }
    }
    if let zone = record[.machineReadableZone] {
      let second = zone.suffix(44)
      if second.dropFirst(13).prefix(6) != birth.replacing("-", with: "").dropFirst(2) {
        problems.append("birthday in MRZ")
      }
      if second.dropFirst(20).prefix(1) != (record[.gender] == "male" ? "M" : "F") {
        problems.append("sex in MRZ")
      }
      if !zone.dropFirst(5).hasPrefix(person.name.surname.latin.uppercased().prefix(37)) {
        problems.append("name in MRZ")
      }
    }
    let parts = birth.split(separator: "-").compactMap { Int($0) }
    let reference = people.referenceDate
    var age = reference.year - parts[0]
    if reference.month * 100 + reference.day < parts[1] * 100 + parts[2] { age -= 1 }
    if record[.age] != String(age) { problems.append("age \(record[.age] ?? "") of \(birth)") }
    if age < 18 || age > 86 { problems.append("age \(age)") }
    if let mail = record[.email] {
      let local = mail.prefix { $0 != "@" }
      let letters = local.filter { $0.isLetter || $0 == "." || $0 == "_" }
      let name = person.name
      if !letters.contains(name.surname.latin) && letters != name.given.latin + name.surname.latin.prefix(1) {
        problems.append("\(mail) of \(name.full)")
      }
      let digits = local.filter(\.isNumber)
      if digits.count >= 4, digits != String(parts[0]) { problems.append("year in \(mail)") }
    }
    if let phone = record[.landlinePhone],
      !person.residence.place.areaCodes.contains(where: { phone.hasPrefix($0) })
    {
      problems.append("area code of \(phone) in \(person.residence.city)")
    }
    if !(record[.postcode] ?? "").replacing("-", with: "").hasPrefix(person.residence.place.postcodePrefix) {
      problems.append("postcode \(record[.postcode] ?? "")")
    }
    if !(record[.address] ?? "").contains(person.residence.city.prefix(2)) {
      problems.append("city in the address")
    }
    for problem in problems { Issue.record("person \(record.index): \(problem)") }
    return problems.isEmpty
  }

  @Test(arguments: IdentityLocale.allCases)
  func tenThousandOfEveryCountry(_ locale: IdentityLocale) throws {
    let people = try Self.population(locale, Self.count / 5)
    var names = Set<String>()
    var mailboxes = Set<String>()
    var certificate = PrivacyCertificate()
    for index in 0..<people.count {
      let record = people.record(index)
      certificate.examine(record)
      guard agrees(record, people) else { return }
      names.insert(record[.name] ?? "")
      mailboxes.insert(record[.email] ?? "")
      let latin = record.holder.person.map { $0.name.surname.latin + $0.name.given.latin } ?? ""
      #expect(!latin.isEmpty && latin.utf8.allSatisfy { (97...122).contains($0) }, "\(record[.name] ?? "")")
      for field in record.fields {
        if let isValid = Validators.of(field.kind.rawValue), !isValid(field.value) {
          Issue.record("\(field.kind.rawValue) \(field.value) fails its check")
          return
        }
      }
    }
    #expect(certificate.holds, "\(certificate.violations.prefix(3))")
    #expect(mailboxes.count == Self.count / 5)
    // Namesakes exist, as in life, but a list of a few dozen names would show.
    #expect(names.count > 1_500, "\(names.count)")
  }

  @Test func aRecordDependsOnItsNumberAlone() throws {
    let people = try Self.population(.chinese, 1_000)
    let again = try Self.population(.chinese, 1_000)
    let late = again.record(999)
    _ = again.record(3)
    #expect(people.record(999) == late)
    #expect(people.record(3) == again.record(3))
    #expect(people.record(3) != people.record(4))
  }

  @Test func tooManyAreRefusedWithTheNumber() {
    let stream = RandomStream(seed: 1)
    #expect {
      _ = try Population(.chinese, count: 6_000_000, stream: stream)
    } throws: { error in
      let error = error as? DioramaError
      return error?.reason == .usage && error?.message.contains("5000000") == true
    }
    #expect(throws: DioramaError.self) { try Population(.american, count: 0, stream: stream) }
  }

  /// The certificate must see live ranges; whoever asks for them is warned.
  @Test(arguments: [IdentityLocale.chinese, .american, .german, .french, .spanish, .italian])
  func realisticRangesAreSeenByTheCertificate(_ locale: IdentityLocale) throws {
    let people = try Self.population(locale, 200, .realistic)
    #expect(people.warnings.count == 1)
    #expect(try Self.population(locale, 1).warnings.isEmpty)
    var caught: [FieldKind: Int] = [:]
    var total: [FieldKind: Int] = [:]
    for index in 0..<people.count {
      var records = [people.record(index)]
      if let o = people.organisation(index) { records.append(people.record(of: .organisation(o), index)) }
      if let v = people.vehicle(index) { records.append(people.record(of: .vehicle(v), index)) }
      for record in records {
        for field in record.fields {
          if let isValid = Validators.of(field.kind.rawValue) { #expect(isValid(field.value), "\(field)") }
          total[field.kind, default: 0] += 1
          var certificate = PrivacyCertificate()
          certificate.examine(field.kind, field.value, locale, record: index)
          if !certificate.holds { caught[field.kind, default: 0] += 1 }
        }
      }
    }
    for kind: FieldKind in [
      .residentID, .mobilePhone, .landlinePhone, .socialSecurity, .passport, .machineReadableZone,
      .paymentCard, .iban,
      .routingNumber, .creditCode, .employerID, .vehicleNumber, .plate, .imei, .mac, .ipv4, .ipv6, .asn,
    ] where total[kind] != nil {
      #expect(
        caught[kind] ?? 0 >= (total[kind] ?? 0) * 98 / 100,
        "\(kind): \(caught[kind] ?? 0) of \(total[kind] ?? 0)")
    }
  }
}
