import CivilCalendar
import RandomStreams

/// What one country knows of names and addresses. A new locale is one such file and one line in `LocaleCatalog`.
protocol LocaleProfile: Sendable {
  var locale: IdentityLocale { get }
  var places: [Place] { get }
  /// A name as people of that gender and year of birth bear it.
  func name(_ gender: Gender, bornIn year: Int, _ stream: inout RandomStream) -> PersonName
  /// An address in that place, on a street that was made up.
  func address(in place: Place, _ stream: inout RandomStream) -> PostalAddress
}

extension LocaleProfile {
  /// `count` random digits.
  func digits(_ count: Int, _ stream: inout RandomStream) -> String {
    var out = ""
    for _ in 0..<count { out += String(stream.integer(in: 0...9)) }
    return out
  }
}

/// Given names of one gender by the years in which they were given.
struct GivenNames: Sendable {
  /// The last year of birth that a list serves, ascending; the last list serves all later years too.
  let cohorts: [(through: Int, names: Lexicon)]

  init(_ cohorts: [(through: Int, names: String)]) {
    self.cohorts = cohorts.map { ($0.through, Lexicon($0.names)) }
  }

  func draw(bornIn year: Int, _ stream: inout RandomStream) -> Word {
    guard let list = cohorts.first(where: { year <= $0.through }) ?? cohorts.last else {
      return Word(text: "", latin: "")
    }
    return list.names.draw(&stream)
  }
}

extension [Place] {
  /// Lines of `region|city|postcode prefix|area codes,…|plate|district[:code] …`; trailing parts may be missing.
  init(table: String) {
    self = table.split(separator: "\n").map { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      func part(_ i: Int) -> String { i < parts.count ? parts[i] : "" }
      return Place(
        region: part(0), city: part(1),
        districts: part(5).split(separator: " ").map { district in
          let pair = district.split(separator: ":").map(String.init)
          return Place.District(
            name: (pair.first ?? "").replacing("_", with: " "), code: pair.count > 1 ? pair[1] : "")
        },
        postcodePrefix: part(2), areaCodes: part(3).split(separator: ",").map(String.init), plate: part(4))
    }
  }
}
