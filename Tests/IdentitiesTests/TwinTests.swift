import Identities
import RandomStreams
import Testing

/// Masked and pseudonymised twins, and the ways of writing a value.
@Suite struct TwinTests {
  static let locales: [IdentityLocale] = [.chinese, .american, .japanese, .german, .french, .russian]

  @Test(arguments: locales)
  func everyFormReadsBack(_ locale: IdentityLocale) throws {
    let people = try PopulationTests.population(locale, 2_000)
    var styles = Set<SurfaceForm.Style>()
    for index in 0..<people.count {
      var fields = people.record(index).fields
      if let o = people.organisation(index) { fields += people.record(of: .organisation(o), index).fields }
      if let v = people.vehicle(index) { fields += people.record(of: .vehicle(v), index).fields }
      for field in fields {
        let forms = FormatVariants.forms(of: field, in: locale)
        #expect(forms.first?.text == field.value)
        #expect(Set(forms.map(\.text)).count == forms.count, "\(forms)")
        for form in forms {
          styles.insert(form.style)
          let back = SurfaceNormaliser.value(of: form.text, kind: field.kind, locale: locale)
          if back != field.value {
            Issue.record("\(form.text) (\(form.style)) reads \(back ?? "nothing"), not \(field.value)")
          }
        }
      }
    }
    if locale.isFull { #expect(styles.count >= 9, "\(styles)") }
  }

  @Test func knownForms() {
    func texts(_ kind: FieldKind, _ value: String, _ locale: IdentityLocale) -> [SurfaceForm.Style: String] {
      var out: [SurfaceForm.Style: String] = [:]
      for form in FormatVariants.forms(of: IdentityField(kind, value, .coined), in: locale) {
        out[form.style] = form.text
      }
      return out
    }
    let mobile = texts(.mobilePhone, "12408015376", .chinese)
    #expect(mobile[.spaced] == "124 0801 5376")
    #expect(mobile[.international] == "+86 124 0801 5376")
    #expect(mobile[.fullWidth] == "１２４０８０１５３７６")
    #expect(mobile[.spoken] == "幺二四零八零幺五三七六")
    let phone = texts(.landlinePhone, "2125550142", .american)
    #expect(phone[.parenthesised] == "(212) 555-0142")
    #expect(phone[.spoken] == "two one two five five five oh one four two")
    #expect(texts(.landlinePhone, "01001234567", .chinese)[.dashed] == "010-01234567")
    #expect(texts(.landlinePhone, "075501234567", .chinese)[.dashed] == "0755-01234567")
    #expect(texts(.testCard, "378282246310005", .american)[.spaced] == "3782 822463 10005")
    #expect(texts(.birthDate, "1987-04-03", .chinese)[.written] == "1987年4月3日")
    #expect(texts(.birthDate, "1987-04-03", .american)[.written] == "April 3, 1987")
    #expect(texts(.plate, "沪A1234O", .chinese)[.dotted] == "沪A·1234O")
    #expect(texts(.iban, "DE89370400440532013000", .german)[.spaced] == "DE89 3704 0044 0532 0130 00")
  }

  @Test(arguments: locales)
  func masksHideAndKeepTheirPlaces(_ locale: IdentityLocale) throws {
    let people = try PopulationTests.population(locale, 2_000)
    for index in 0..<people.count {
      for field in people.record(index).fields {
        let partial = Masking.masked(field, .partial)
        let tag = Masking.masked(field, .tag)
        guard field.kind.isPersonal else {
          #expect(partial == field.value && tag == field.value)
          continue
        }
        #expect(tag == "[\(field.kind.rawValue.uppercased())]")
        #expect(partial.count == field.value.count)
        let hidden = zip(partial, field.value).filter { $0 != $1 }
        #expect(hidden.allSatisfy { $0.0 == "*" }, "\(partial) of \(field.value)")
        #expect(hidden.count >= 1, "\(field.kind): \(partial) of \(field.value)")
        if field.kind != .email && field.kind != .name && field.kind != .birthDate {
          #expect(
            hidden.count * 5 >= field.value.filter { $0 != " " && $0 != "," }.count * 2,
            "\(partial) of \(field.value)")
        }
      }
    }
  }

  @Test(arguments: locales)
  func pseudonymsShareNothingWithAnyone(_ locale: IdentityLocale) throws {
    let people = try PopulationTests.population(locale, 5_000)
    let unique: [FieldKind] =
      [
        .email, .residentID, .socialSecurity, .passport, .paymentCard, .iban, .bankAccount, .imei,
      ] + (locale == .chinese ? [.mobilePhone] : [])
    var members: [FieldKind: Set<String>] = [:]
    for index in 0..<people.count {
      for field in people.record(index).fields where unique.contains(field.kind) {
        members[field.kind, default: []].insert(field.value)
      }
    }
    var certificate = PrivacyCertificate()
    for index in 0..<people.count {
      let record = people.record(index)
      let twin = people.pseudonym(of: record)
      certificate.examine(twin)
      #expect(twin.fields.map(\.kind) == record.fields.map(\.kind))
      #expect(twin[.gender] == record[.gender])
      let ages = (Int(twin[.age] ?? "") ?? 0, Int(record[.age] ?? "") ?? 99)
      #expect(abs(ages.0 - ages.1) <= 2 && ages.0 >= 18, "\(ages)")
      for field in twin.fields {
        if unique.contains(field.kind) {
          #expect(members[field.kind]?.contains(field.value) == false, "\(field)")
        }
        if field.kind.isPersonal, field.kind != .postcode {
          #expect(record[field.kind] != field.value, "\(field)")
        }
      }
    }
    #expect(certificate.holds)
  }
}
