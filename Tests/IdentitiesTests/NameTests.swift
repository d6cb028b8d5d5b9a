import CivilCalendar
import Identities
import RandomStreams
import Testing

/// Names follow their statistics and their grammar.
@Suite struct NameTests {
  private func people(_ locale: IdentityLocale, _ count: Int) throws -> [Person] {
    let population = try PopulationTests.population(locale, count)
    return (0..<count).map { population.person($0) }
  }

  /// Shares of the five commonest Chinese surnames within three standard errors of the published ones, relative to the
  /// total of the list.
  @Test func surnamesByFrequency() throws {
    let people = try people(.chinese, 50_000)
    var counts: [String: Int] = [:]
    for person in people { counts[person.name.surname.text, default: 0] += 1 }
    // Published: Wang 7.17 %, Li 7.00 %, Zhang 6.74 %, Liu 5.10 %, Chen 4.61 % of the population; the list covers 85 … 95 %.
    let wang = Double(counts["王"] ?? 0)
    for (name, share) in [("李", 7.00), ("张", 6.74), ("刘", 5.10), ("陈", 4.61)] {
      let ratio = Double(counts[name] ?? 0) / wang
      #expect(abs(ratio - share / 7.17) < 0.075, "\(name): \(ratio)")
    }
    #expect((0.07...0.09).contains(wang / 50_000))
    #expect(counts.count > 180)
  }

  /// Generations sound like themselves.
  @Test func generations() throws {
    let people = try people(.chinese, 50_000)
    func share(_ years: ClosedRange<Int>, _ gender: Gender, _ characters: String) -> Double {
      let group = people.filter { years.contains($0.birthDate.year) && $0.gender == gender }
      return Double(group.filter { $0.name.given.text.contains(where: { characters.contains($0) }) }.count)
        / Double(max(1, group.count))
    }
    #expect(share(1940...1966, .female, "英兰珍秀桂") > 0.5)
    #expect(share(1996...2006, .female, "英兰珍秀桂") < 0.02)
    #expect(share(1996...2006, .female, "涵欣怡琪雨") > 0.4)
    #expect(share(1940...1966, .male, "建国志德") > 0.3)
    #expect(share(1996...2006, .male, "豪宇轩航浩") > 0.3)
    let young = people.filter { $0.birthDate.year > 1996 }
    let singles = young.filter { $0.name.given.text.count == 1 }
    #expect(Double(singles.count) / Double(young.count) < 0.2)
    #expect(people.allSatisfy { !$0.name.given.text.contains($0.name.surname.text) })
  }

  /// Patronymics and surnames agree with the gender.
  @Test func russianAgreement() throws {
    for person in try people(.russian, 5_000) {
      let patronymic = person.name.middle?.text ?? ""
      let isFemale = person.gender == .female
      #expect(patronymic.hasSuffix("на") == isFemale, "\(person.name.full)")
      #expect(patronymic.hasSuffix("ич") == !isFemale, "\(person.name.full)")
      let surname = person.name.surname.text
      if !surname.hasSuffix("ко") {
        #expect(surname.hasSuffix("а") || surname.hasSuffix("ая") ? isFemale : !isFemale, "\(surname)")
      }
    }
  }

  @Test func nobodyIsWellKnown() throws {
    for locale in IdentityLocale.allCases {
      var certificate = PrivacyCertificate()
      for person in try people(locale, 20_000) {
        certificate.examine(.name, person.name.full, locale, record: person.index)
      }
      #expect(certificate.holds, "\(certificate.violations.prefix(2))")
    }
  }
}
