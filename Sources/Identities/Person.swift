package import CivilCalendar

/// Someone who does not exist: the one source of all fields of a record, so that they agree.
package struct Person: Sendable, Hashable {
  /// Place in the population.
  package var index: Int
  package var locale: IdentityLocale
  package var gender: Gender
  package var birthDate: CivilDate
  package var name: PersonName
  package var residence: PostalAddress

  /// Completed years on a day.
  package func age(on day: CivilDate) -> Int { birthDate.age(on: day) }
}
