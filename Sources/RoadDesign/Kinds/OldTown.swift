package import RandomStreams
package import RoadNetwork
import VectorMath

/// A grown town: narrow bent streets around a market, within a ring where the walls once stood.
package enum OldTown: NetworkKind {
  package static let name = "old-town"
  package static let summary = "Narrow bent streets of an old town, within a ring road."

  package static func design(_ draws: inout Draws) -> RoadMap {
    var lane = StreetProfile()
    lane.laneWidth = draws.between(2.5, 3.0, "lane_width")
    lane.centre = nil
    lane.walk = draws.between(1.2, 2.2, "pavement")
    lane.speed = 30 / 3.6
    var ring = StreetProfile()
    ring.laneWidth = draws.between(3.0, 3.25, "ring_lane_width")
    ring.walk = draws.between(2.0, 3.0, "ring_pavement")
    var plan = OldTownPlan(lane: lane, ring: ring)
    plan.spokes = draws.whole(5...7, "spokes")
    plan.rings = draws.whole(2...3, "rings")
    plan.inner = draws.between(52, 66, step: 1, "inner_radius")
    plan.step = draws.between(62, 80, step: 1, "ring_distance")
    plan.stretch = draws.between(0.8, 1.3, step: 0.05, "stretch")
    plan.irregularity = draws.between(0.5, 1, step: 0.05, "irregularity")
    plan.missing = draws.between(0.1, 0.4, step: 0.05, "missing")
    return plan.map(draws.stream("places"))
  }
}
