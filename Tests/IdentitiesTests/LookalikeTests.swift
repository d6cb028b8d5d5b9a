import Identities
import RandomStreams
import Testing

/// Negatives are none: refused by the validators, each for its own reason.
@Suite struct LookalikeTests {
  @Test func everyLookalikeIsRefused() throws {
    var made: [String: Int] = [:]
    var kinds = Set<FieldKind>()
    for locale in [IdentityLocale.chinese, .american, .german, .italian] {
      let people = try PopulationTests.population(locale, 5_000)
      for index in 0..<people.count {
        var records = [people.record(index)]
        if let o = people.organisation(index) { records.append(people.record(of: .organisation(o), index)) }
        if let v = people.vehicle(index) { records.append(people.record(of: .vehicle(v), index)) }
        for record in records {
          for generator in LookalikeCatalog.all {
            var stream = RandomStream(seed: 3).child("\(locale.rawValue)/\(index)/\(generator.reason)")
            guard let lookalike = generator.lookalike(of: record, &stream) else { continue }
            made[generator.reason, default: 0] += 1
            kinds.insert(lookalike.resembles)
            #expect(lookalike.reason == generator.reason)
            if let isValid = Validators.of(lookalike.resembles.rawValue) {
              #expect(!isValid(lookalike.text), "\(lookalike)")
            } else {
              var certificate = PrivacyCertificate()
              certificate.examine(lookalike.resembles, lookalike.text, locale, record: index)
              #expect(!certificate.holds, "\(lookalike)")
            }
            // It looks alike: the same length as something of its kind, or the same alphabet.
            #expect(lookalike.text.utf8.count >= 7)
          }
        }
      }
    }
    #expect(made.count == LookalikeCatalog.all.count)
    #expect(made.values.allSatisfy { $0 >= 5_000 }, "\(made)")
    #expect(
      kinds.isSuperset(of: [
        .paymentCard, .iban, .residentID, .creditCode, .vehicleNumber, .imei, .isbn, .issn,
      ]))
  }
}
