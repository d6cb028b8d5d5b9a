package import VectorMath

/// A way of sound that is followed one by one: straight, by mirrors, through walls or around an edge.
package struct EarlyPath: Sendable {
  package enum Kind: Sendable, Hashable {
    case straight
    /// Through solids, along the straight way.
    case through
    /// Around one edge.
    case around
    case mirrored
  }

  package var kind: Kind
  /// Where the source seems to be: its distance is the way's length, its direction where sound comes from. World, metres.
  package var image: Vector3
  /// Pressure that surfaces and edges leave, by octave band; spreading and air not included.
  package var gains: BandValues
  /// Unit, from the source.
  package var departure: Vector3
  /// The mirrors by index, the source's first.
  package var planes: [Int]

  init(
    _ kind: Kind, image: Vector3, gains: BandValues = BandValues(repeating: 1), departure: Vector3,
    planes: [Int] = []
  ) {
    self.kind = kind
    self.image = image
    self.gains = gains
    self.departure = departure
    self.planes = planes
  }
}
