/// Where roads meet (OpenDRIVE 1.8 §12).
package struct Junction: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case common = "default"
    case virtual, direct, crossing
  }

  /// One way through the junction.
  package struct Connection: Sendable, Hashable {
    package var incomingRoad: String
    /// The road within the junction, or the linked road itself in a direct junction.
    package var connectingRoad: String
    /// The end of `connectingRoad` at which traffic enters it.
    package var contact: ContactPoint
    package var laneLinks: [LaneLink]
  }

  package struct LaneLink: Sendable, Hashable {
    package var from: Int
    package var to: Int
  }

  package var id: String
  package var name: String
  package var kind: Kind
  package var connections: [Connection]
}

/// Signals that switch together (OpenDRIVE `controller`).
package struct SignalController: Sendable, Hashable {
  package var id: String
  package var name: String
  package var signals: [String]
}
