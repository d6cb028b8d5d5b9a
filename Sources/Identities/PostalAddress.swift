/// Where someone lives: a real region, city and postal area, and a street that was made up.
package struct PostalAddress: Sendable, Hashable {
  package var locale: IdentityLocale
  /// Province, state, prefecture, …, as written.
  package var region: String
  package var city: String
  /// District, ward or neighbourhood; empty where addresses have none.
  package var district: String
  package var street: String
  /// House, building and flat, as written in the country.
  package var house: String
  package var postcode: String
  /// One line, in the country's order.
  package var line: String
  /// What the place decides elsewhere.
  package var place: Place
}

/// A real city and what its authorities assign by place.
package struct Place: Sendable, Hashable {
  package var region: String
  package var city: String
  /// Districts with their six-digit codes (GB/T 2260) in China, else with an empty one.
  package var districts: [District]
  /// The leading characters of the city's postcodes.
  package var postcodePrefix: String
  /// Telephone area codes.
  package var areaCodes: [String]
  /// What plates of the region begin with; empty where plates do not tell.
  package var plate: String

  package struct District: Sendable, Hashable {
    package var name: String
    package var code: String
  }
}
