/// What a vehicle wears beside its paint.
package enum Livery: String, Sendable, CaseIterable {
  case none, taxiEurope, taxiChina, policeEurope, policeChina, ambulanceEurope, ambulanceChina
}
