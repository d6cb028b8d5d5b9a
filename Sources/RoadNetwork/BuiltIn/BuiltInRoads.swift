package import Diagnostics
import Geometry
import VectorMath

/// Road networks that need no file: written as OpenDRIVE and read like any other.
package enum BuiltInRoads: String, Sendable, CaseIterable {
  /// 400 m of straight street, two lanes, parking and pavement on both sides.
  case straightStreet = "straight-street"
  /// A town street with bends, rise and fall, and pavement.
  case townStreet = "town-street"
  /// Four arms of 120 m meeting at right angles; all twelve ways through, a crosswalk over each arm.
  case crossroads = "crossroads"
  /// 1.2 km of dual motorway carriageway with hard shoulders, a gentle bend and a rise.
  case motorway = "motorway"

  /// The network, ready for use.
  package func map() throws(DioramaError) -> RoadMap {
    try OpenDRIVEParser.parse(text: openDRIVE, file: "built-in:\(rawValue)")
  }

  /// The network as an OpenDRIVE 1.7 file.
  package var openDRIVE: String {
    var header = RoadMap.Header()
    (header.name, header.revision, header.vendor) = ("built in", "1.7", "Diorama")
    let map =
      switch self {
      case .straightStreet: RoadMap(header: header, roads: [Self.straight.road])
      case .townStreet: RoadMap(header: header, roads: [Self.town.road])
      case .crossroads: Self.cross(header)
      case .motorway: RoadMap(header: header, roads: [Self.motorwayRoad.road])
      }
    return OpenDRIVEWriter.text(map)
  }

  private static let laneWidth = 3.25
  private static let pavement = 2.5

  private static var straight: BuiltInRoad {
    var lanes: [BuiltInRoad.LanePlan] = []
    for side in [1, -1] {
      lanes.append(.init(side, .driving, laneWidth))
      lanes.append(.init(2 * side, .parking, 2.2))
      lanes.append(.init(3 * side, .sidewalk, pavement))
    }
    return .init(id: 1, x: 0, y: 0, heading: 0, pieces: [.line(400)], lanes: lanes)
  }

  private static var town: BuiltInRoad {
    let k = 1.0 / 60
    var road = BuiltInRoad(
      id: 1, x: 0, y: 0, heading: 0.1,
      pieces: [
        .line(60), .spiral(25, from: 0, to: k), .arc(45, curvature: k), .spiral(25, from: k, to: 0),
        .line(40),
        .spiral(25, from: 0, to: -k), .arc(60, curvature: -k), .spiral(25, from: -k, to: 0), .line(80),
      ], lanes: [])
    for side in [1, -1] {
      road.lanes.append(.init(side, .driving, laneWidth))
      road.lanes.append(.init(2 * side, .sidewalk, pavement))
    }
    // Each record takes over with the height and slope of the last: 3 m up, level, 2 m down.
    road.elevation = [
      .init(start: 0, cubic: CubicPolynomial(0)),
      .init(start: 40, cubic: CubicPolynomial(0, 0, 3 * 3 / 14400.0, -2 * 3 / 1_728_000.0)),
      .init(start: 160, cubic: CubicPolynomial(3)),
      .init(start: 220, cubic: CubicPolynomial(3, 0, -3 * 2 / 14400.0, 2 * 2 / 1_728_000.0)),
      .init(start: 340, cubic: CubicPolynomial(1)),
    ]
    return road
  }

  private static var motorwayRoad: BuiltInRoad {
    var lanes: [BuiltInRoad.LanePlan] = []
    for side in [1, -1] {
      lanes.append(.init(side, .median, 2, mark: .none))
      lanes.append(.init(2 * side, .shoulder, 0.75, mark: .solid))
      lanes.append(.init(3 * side, .driving, 3.75, mark: .broken))
      lanes.append(.init(4 * side, .driving, 3.75, mark: .solid))
      lanes.append(.init(5 * side, .shoulder, 2.5))
      lanes.append(.init(6 * side, .border, 1.5))
    }
    let k = 1.0 / 900
    return .init(
      id: 1, x: 0, y: 0, heading: 0,
      pieces: [
        .line(300), .spiral(150, from: 0, to: k), .arc(300, curvature: k), .spiral(150, from: k, to: 0),
        .line(300),
      ],
      lanes: lanes, kind: "motorway", speed: 33.33,
      elevation: [
        .init(start: 0, cubic: CubicPolynomial(0)),
        .init(start: 200, cubic: CubicPolynomial(0, 0, 3 * 12 / 360_000.0, -2 * 12 / 216_000_000.0)),
        .init(start: 800, cubic: CubicPolynomial(12)),
      ], centerMark: .none)
  }

  /// Arms 0…3 come in from west, south, east and north; their reference lines run to the junction.
  private static func cross(_ header: RoadMap.Header) -> RoadMap {
    var roads: [Road] = []
    let arm = 120.0
    /// From the centre to the end of an arm; the kerb's radius is this less a lane and the pavement.
    let reach = laneWidth + pavement + 5
    let quarter = Double.pi / 2
    func end(_ i: Int) -> (direction: Vector2, heading: Double) {
      let heading = quarter * Double(i)
      let (sin, cos) = DeterministicMath.sincos(heading)
      return (Vector2(cos, sin), heading)
    }
    for i in 0..<4 {
      let (direction, heading) = end(i)
      let start = -(arm + reach) * direction
      var lanes: [BuiltInRoad.LanePlan] = []
      for side in [1, -1] {
        lanes.append(.init(side, .driving, laneWidth))
        lanes.append(.init(2 * side, .sidewalk, pavement))
      }
      roads.append(
        BuiltInRoad(
          id: i, x: start.x, y: start.y, heading: heading, pieces: [.line(arm)], lanes: lanes,
          successor: RoadLink(.junction(id: "100")), crosswalk: (arm - 4, arm - 1, laneWidth - 0.2)
        ).road)
    }
    var junction = Junction(id: "100")
    for i in 0..<4 {
      let (direction, heading) = end(i)
      let start = -reach * direction
      // Arm i heads along `heading`. Straight on it meets the arm that heads the other way, and so on.
      let ways: [(to: Int, piece: BuiltInRoad.Piece, hasPavement: Bool)] = [
        ((i + 2) % 4, .line(2 * reach), false),
        ((i + 3) % 4, .arc(reach * quarter, curvature: 1 / reach), false),
        ((i + 1) % 4, .arc(reach * quarter, curvature: -1 / reach), true),
      ]
      for (k, way) in ways.enumerated() {
        let id = 10 + 3 * i + k
        var lanes = [BuiltInRoad.LanePlan(-1, .driving, laneWidth, from: -1, to: 1)]
        if way.hasPavement { lanes.append(.init(-2, .sidewalk, pavement, from: -2, to: 2)) }
        roads.append(
          BuiltInRoad(
            id: id, junction: 100, x: start.x, y: start.y, heading: heading, pieces: [way.piece],
            lanes: lanes,
            predecessor: RoadLink(.road(id: String(i), contact: .end)),
            successor: RoadLink(.road(id: String(way.to), contact: .end)), centerMark: .none
          ).road)
        junction.connections.append(
          .init(
            incomingRoad: String(i), connectingRoad: String(id), contact: .start,
            laneLinks: [.init(from: -1, to: -1)]))
      }
    }
    return RoadMap(header: header, roads: roads, junctions: [junction])
  }
}
