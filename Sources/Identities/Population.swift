package import CivilCalendar
package import Diagnostics
package import RandomStreams

/// A numbered set of people, companies and cars of one country. Each is a function of the stream and its number, so
/// any can be made alone, in any order, by any number of workers.
package struct Population: Sendable {
  package let locale: IdentityLocale
  package let policy: RangePolicy
  /// How many of each there are.
  package let count: Int
  /// The day on which ages are told; never the clock's.
  package let referenceDate: CivilDate
  /// What whoever asked must be told.
  package let warnings: [Warning]

  private let stream: RandomStream
  private let profile: any LocaleProfile
  private let makers: [Maker]

  /// A generator with what it needs in every draw.
  private struct Maker: Sendable {
    let generator: any FieldGenerator
    let name: String
    let permutation: KeyedPermutation?
  }

  /// - Parameters:
  ///   - count: at least 1.
  ///   - referenceDate: the day on which ages are told.
  ///   - stream: everything is drawn below it, in a branch of the locale.
  /// - Throws: `.usage` when there are no holders, or more than a kind of identifier has values.
  package init(
    _ locale: IdentityLocale, count: Int, policy: RangePolicy = .reserved,
    referenceDate: CivilDate = CivilDate(daysSinceEpoch: 20_270), stream: RandomStream
  ) throws(DioramaError) {
    guard count >= 1 else {
      throw DioramaError(
        .usage, "a population needs at least one member, not \(count)", remedy: "ask for 1 or more")
    }
    let below = stream.child(locale.rawValue)
    var makers: [Maker] = []
    for generator in FieldCatalog.all {
      let name = generator.kind.rawValue
      let capacity = generator.capacity(locale, population: UInt64(count))
      if let capacity, capacity < UInt64(count) {
        throw DioramaError(
          .usage, "\(locale.rawValue) has only \(capacity) distinct values of \(name), not \(count)",
          remedy: "make at most \(capacity) records, or several populations")
      }
      let key = below.child("serial/\(name)")
      makers.append(
        Maker(
          generator: generator, name: name,
          permutation: capacity.map { KeyedPermutation(size: UInt128($0), key: key) }))
    }
    self.locale = locale
    self.policy = policy
    self.count = count
    self.referenceDate = referenceDate
    self.stream = below
    self.makers = makers
    profile = LocaleCatalog.profile(locale)
    warnings = policy.warning.map { [$0] } ?? []
  }

  /// Person number `index` (from 0).
  package func person(_ index: Int) -> Person {
    var draw = stream.child("person/\(index)")
    let gender = draw.bool() ? Gender.female : .male
    return person(index, gender: gender, bornOn: birthDate(&draw), in: nil, &draw)
  }

  /// A record of somebody of the same gender, about the same age and the same city who is not in the population, for a
  /// pseudonymised twin: it has the same kinds of fields, and no personal value of `record` is left in it.
  ///
  /// Identifiers come from serials that no member has, as long as a kind has twice as many values as members.
  package func pseudonym(of record: IdentityRecord) -> IdentityRecord {
    guard case .person(let person) = record.holder else { return record }
    var twin = record
    for lane in 1...16 {
      var draw = stream.child("pseudonym/\(lane)/\(record.index)")
      let shifted = person.birthDate.adding(days: draw.integer(in: -700...700))
      let grown = min(shifted, referenceDate.adding(days: -18 * 366))
      let other = self.person(
        record.index, gender: person.gender, bornOn: grown, in: person.residence.place, &draw)
      twin = self.record(of: .person(other), record.index, lane: lane)
      let leaks = record.fields.contains { field in
        field.kind.isPersonal && field.kind != .postcode && twin[field.kind] == field.value
      }
      if !leaks { break }
    }
    return twin
  }

  /// - Parameter place: where to live; drawn when `nil`.
  private func person(
    _ index: Int, gender: Gender, bornOn birthDate: CivilDate, in place: Place?, _ draw: inout RandomStream
  ) -> Person {
    var name = profile.name(gender, bornIn: birthDate.year, &draw)
    // A handful of redraws is certain to leave the list of the well-known.
    for _ in 0..<16 where WellKnownPeople.contains(name) {
      name = profile.name(gender, bornIn: birthDate.year, &draw)
    }
    return Person(
      index: index, locale: locale, gender: gender, birthDate: birthDate, name: name,
      residence: place.map { profile.address(in: $0, &draw) } ?? address(&draw))
  }

  /// Between 18 and 85 years before the reference date, the young in greater number.
  private func birthDate(_ draw: inout RandomStream) -> CivilDate {
    let youngest = 18 * 366
    let span = 67 * 365
    // The smaller of two uniform numbers is more often near the young end.
    let back = min(draw.integer(in: 0..<span), draw.integer(in: 0..<span))
    return referenceDate.adding(days: -(youngest + back))
  }

  private func address(_ draw: inout RandomStream) -> PostalAddress {
    let places = profile.places
    let place = places[draw.integer(in: 0..<places.count)]
    return profile.address(in: place, &draw)
  }

  /// Company number `index`; China and the United States only, else `nil`.
  package func organisation(_ index: Int) -> Organisation? {
    guard locale.isFull else { return nil }
    var draw = stream.child("organisation/\(index)")
    return OrganisationNames.organisation(index, at: address(&draw), &draw)
  }

  /// Car number `index`; China and the United States only, else `nil`.
  package func vehicle(_ index: Int) -> Vehicle? {
    guard locale.isFull else { return nil }
    var draw = stream.child("vehicle/\(index)")
    let places = profile.places
    let place = places[draw.integer(in: 0..<places.count)]
    return VehicleNames.vehicle(index, locale, at: place, &draw)
  }

  /// All that is known of person number `index`.
  package func record(_ index: Int) -> IdentityRecord { record(of: .person(person(index)), index) }

  /// All that is known of a holder of this population.
  package func record(of holder: Holder, _ index: Int) -> IdentityRecord {
    record(of: holder, index, lane: 0)
  }

  /// - Parameter lane: 0 for members; others take serials and streams that members do not use.
  private func record(of holder: Holder, _ index: Int, lane: Int) -> IdentityRecord {
    var fields: [IdentityField] = []
    fields.reserveCapacity(24)
    describe(holder, into: &fields)
    let base = stream.child(lane == 0 ? "fields" : "pseudonym/\(lane)/fields").child(
      "\(Self.path(of: holder))/\(index)")
    // People, companies and cars of one number take serials of their own.
    let number = UInt64(max(0, index + (3 * lane + Self.place(of: holder)) * count))
    for maker in makers {
      var draw = FieldDraw(
        policy: policy, serial: maker.permutation?[number] ?? 0,
        stream: base.child(maker.name))
      guard let value = maker.generator.value(for: holder, &draw) else { continue }
      let guarantee =
        policy == .reserved || maker.generator.guarantee == .impersonal ? maker.generator.guarantee : .coined
      fields.append(IdentityField(maker.generator.kind, value, guarantee))
    }
    return IdentityRecord(holder: holder, index: index, policy: policy, fields: fields)
  }

  private static func path(of holder: Holder) -> String {
    switch holder {
    case .person: "person"
    case .organisation: "organisation"
    case .vehicle: "vehicle"
    }
  }

  private static func place(of holder: Holder) -> Int {
    switch holder {
    case .person: 0
    case .organisation: 1
    case .vehicle: 2
    }
  }

  /// What a holder is called and where it is.
  private func describe(_ holder: Holder, into fields: inout [IdentityField]) {
    switch holder {
    case .person(let person):
      fields.append(IdentityField(.name, person.name.full, .coined))
      fields.append(IdentityField(.gender, person.gender.rawValue, .impersonal))
      fields.append(IdentityField(.birthDate, person.birthDate.description, .coined))
      fields.append(IdentityField(.age, String(person.age(on: referenceDate)), .impersonal))
      fields.append(IdentityField(.address, person.residence.line, .coined))
      fields.append(IdentityField(.postcode, person.residence.postcode, .coined))
    case .organisation(let organisation):
      fields.append(IdentityField(.organisationName, organisation.name, .coined))
      fields.append(IdentityField(.address, organisation.address.line, .coined))
      fields.append(IdentityField(.postcode, organisation.address.postcode, .coined))
    case .vehicle: break
    }
  }
}
