/// The body styles of cars and vans.
package enum CarStyle: String, Sendable, CaseIterable {
  case hatchback, saloon, estate, suv, city, minivan, sports, pickup, van
}
