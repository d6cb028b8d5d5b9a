/// Where roads meet (OpenDRIVE 1.8 §12).
package struct Junction: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case common = "default"
    /// Within a road: traffic may leave and join, the main road goes on.
    case virtual
    /// Roads that part or join without roads between them.
    case direct
    /// Roads that only cross, such as tracks at grade (1.8).
    case crossing
  }

  /// One way through the junction.
  package struct Connection: Sendable, Hashable {
    package var incomingRoad: String
    /// The road within the junction, or the linked road itself in a direct junction.
    package var connectingRoad: String
    /// The end of `connectingRoad` at which traffic enters it.
    package var contact: ContactPoint
    package var laneLinks: [LaneLink]

    package init(
      incomingRoad: String, connectingRoad: String, contact: ContactPoint, laneLinks: [LaneLink]
    ) {
      self.incomingRoad = incomingRoad
      self.connectingRoad = connectingRoad
      self.contact = contact
      self.laneLinks = laneLinks
    }
  }

  package struct LaneLink: Sendable, Hashable {
    package var from: Int
    package var to: Int
    /// Metres over which the lanes of a direct junction lie upon one another.
    package var overlap = 0.0

    package init(from: Int, to: Int, overlap: Double = 0) {
      self.from = from
      self.to = to
      self.overlap = overlap
    }
  }

  /// Traffic of one connecting road goes before that of another.
  package struct Priority: Sendable, Hashable {
    package var high: String
    package var low: String

    package init(high: String, low: String) {
      self.high = high
      self.low = low
    }
  }

  /// A controller that works here, in its order.
  package struct ControllerUse: Sendable, Hashable {
    package var id: String
    package var type: String
    package var sequence: Int?

    package init(id: String, type: String = "", sequence: Int? = nil) {
      self.id = id
      self.type = type
      self.sequence = sequence
    }
  }

  /// The part of the main road that a virtual junction covers.
  package struct Stretch: Sendable, Hashable {
    package var road: String
    /// Metres along it.
    package var start: Double
    package var end: Double
    package var orientation: RoadSignal.Orientation
  }

  /// A piece of the area's border (1.8): along a lane, or across a road's end.
  package enum BoundarySegment: Sendable, Hashable {
    case lane(road: String, lane: Int, start: BoundaryStation, end: BoundaryStation)
    /// Nil lanes: from edge to edge.
    case joint(road: String, contact: ContactPoint, startLane: Int?, endLane: Int?, transition: Double)
  }

  /// A station on a road, the road's ends by name.
  package enum BoundaryStation: Sendable, Hashable {
    case begin, end
    case s(Double)
  }

  /// Where people cross within a crossing junction (1.8 `crossPath`).
  package struct CrossPath: Sendable, Hashable {
    package var id: String
    package var road: String
    package var roadAtStart: String
    package var roadAtEnd: String
  }

  /// Heights of the area on a square grid (1.8 `elevationGrid`), kept as read: rows of heights from left to right.
  package struct ElevationGrid: Sendable, Hashable {
    /// Metres between points.
    package var spacing: Double
    /// For each step along s: heights to the left, at the middle and to the right.
    package var rows: [Row]

    package struct Row: Sendable, Hashable {
      package var left: [Double]
      package var center: Double
      package var right: [Double]
    }
  }

  package var id: String
  package var name: String
  package var kind: Kind
  package var connections: [Connection]
  package var priorities: [Priority] = []
  package var controllers: [ControllerUse] = []
  /// Of virtual junctions.
  package var mainRoad: Stretch?
  package var boundary: [BoundarySegment] = []
  package var crossPaths: [CrossPath] = []
  package var elevationGrid: ElevationGrid?

  package init(id: String, name: String = "", kind: Kind = .common, connections: [Connection] = []) {
    self.id = id
    self.name = name
    self.kind = kind
    self.connections = connections
  }
}

/// Junctions that belong together, such as those around a roundabout (OpenDRIVE 1.8 §12.13).
package struct JunctionGroup: Sendable, Hashable {
  package var id: String
  package var name: String
  /// roundabout, complexJunction, highwayInterchange, unknown.
  package var type: String
  package var junctions: [String]

  package init(id: String, name: String, type: String, junctions: [String]) {
    self.id = id
    self.name = name
    self.type = type
    self.junctions = junctions
  }
}

/// Signals that switch together (OpenDRIVE `controller`).
package struct SignalController: Sendable, Hashable {
  package var id: String
  package var name: String
  package var signals: [String]
  /// Order among the controllers of a junction, where given.
  package var sequence: Int?
  /// How long its turn lasts, where the file says so in our own words.
  package var phase: SignalPhase?

  package init(id: String, name: String, signals: [String], sequence: Int? = nil, phase: SignalPhase? = nil) {
    self.id = id
    self.name = name
    self.signals = signals
    self.sequence = sequence
    self.phase = phase
  }
}
