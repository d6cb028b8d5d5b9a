import RandomStreams
import RoadNetwork

/// Cross-sections within the ranges of design guides (RASt 06, RAL 2012, EAR 05, AASHTO Green Book).
extension StreetProfile {
  /// A main street: 50 km/h, one or two lanes a direction, often cycle lanes, sometimes parking.
  static func mainStreet(_ draws: inout Draws, lanes: Int? = nil) -> StreetProfile {
    var p = StreetProfile()
    p.lanes = lanes ?? (draws.chance(0.35, "wide") ? 2 : 1)
    p.laneWidth =
      p.lanes == 2 ? draws.between(3.0, 3.35, "lane_width") : draws.between(3.0, 3.5, "lane_width")
    if p.lanes == 2, draws.chance(0.5, "has_median") { p.median = draws.between(2, 4, step: 0.5, "median") }
    if p.lanes == 2, p.median == 0 { p.centre = .solidSolid }
    if draws.chance(0.45, "has_cycle_lane") { p.bike = draws.between(1.5, 2.0, "cycle_lane") }
    if draws.chance(0.5, "has_parking") { p.parking = draws.between(2.0, 2.3, "parking") }
    p.walk = draws.between(2.2, 3.5, "pavement")
    p.turnWidth = draws.between(2.75, 3.25, "turn_lane")
    return p
  }

  /// A side street: 30 km/h in zones, else 50; no cycle lanes.
  static func sideStreet(_ draws: inout Draws) -> StreetProfile {
    var p = StreetProfile()
    p.laneWidth = draws.between(2.5, 3.0, "lane_width")
    p.centre = p.laneWidth > 2.9 ? .broken : nil
    p.parking = draws.between(2.0, 2.2, "parking")
    p.walk = draws.between(1.8, 2.6, "pavement")
    p.speed = 30 / 3.6
    return p
  }

  /// A country road (RAL: lanes of 3.0 to 3.5 m, edge strips, a verge of 1.5 m).
  static func country(_ draws: inout Draws) -> StreetProfile {
    var p = StreetProfile()
    p.laneWidth = draws.between(3.0, 3.5, step: 0.25, "lane_width")
    p.shoulder = draws.between(0.25, 0.75, step: 0.25, "edge_strip")
    p.grass = draws.between(1.0, 2.0, step: 0.25, "verge")
    p.kind = "rural"
    p.speed = draws.between(70, 100, step: 10, "limit") / 3.6
    p.hasEdgeLine = true
    p.turnWidth = 3.25
    return p
  }

  /// A farm or service road without paint.
  static func byroad(_ draws: inout Draws) -> StreetProfile {
    var p = StreetProfile()
    p.laneWidth = draws.between(2.25, 2.75, step: 0.25, "byroad_lane")
    p.centre = nil
    p.shoulder = 0.25
    p.grass = draws.between(0.75, 1.5, step: 0.25, "byroad_verge")
    p.kind = "rural"
    p.speed = 50 / 3.6
    return p
  }
}
