/// What a street does before the junction at one of its ends.
struct StreetEnd: Sendable, Hashable {
  /// Metres from the junction without parking and with an unbroken centre line.
  var approach = 25.0
  /// A lane of its own for those who turn left.
  var hasTurnLane = false
  /// Width of an island between the directions that opens towards the junction, metres; 0 = none.
  var island = 0.0
  /// The centre line is unbroken before the junction.
  var isSolid = true
}
