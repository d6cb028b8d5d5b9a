package import RandomStreams
package import RoadNetwork
import VectorMath

/// A motorway with a diamond interchange: exits and entries on both carriageways, joined to a road over it.
package enum Motorway: NetworkKind {
  package static let name = "motorway"
  package static let summary =
    "A motorway with exits and entries to a road on a bridge over it, and sign gantries."

  package static func design(_ draws: inout Draws) -> RoadMap {
    var section = MotorwaySection()
    // RAA 2008: lanes of 3.5 to 3.75 m, hard shoulders of 2.5 to 3 m.
    section.lanes = draws.whole(2...3, "lanes")
    section.laneWidth = draws.between(3.5, 3.75, step: 0.25, "lane_width")
    section.median = draws.between(3, 5, step: 0.5, "median")
    section.shoulder = draws.between(2.5, 3.0, step: 0.25, "hard_shoulder")
    section.speed = draws.between(100, 130, step: 10, "limit") / 3.6
    let bridge = draws.scope("bridge_road") { draws in
      MotorwayDesign.Bridge(
        profile: .country(&draws), angle: draws.between(78, 102, step: 1, "angle") * Double.pi / 180,
        reach: draws.between(68, 84, step: 1, "reach"))
    }
    var design = MotorwayDesign(section: section, bridge: bridge)
    design.rampSpeed = draws.between(50, 80, step: 10, "ramp_limit") / 3.6
    // RAA: speed change lanes of 250 m, tapers of 60 m; bends of 900 m and more at 120 km/h.
    design.changeLane = draws.between(200, 280, step: 10, "speed_change_lane")
    design.interchange = draws.between(360, 520, step: 10, "interchange")
    design.radii = [
      draws.between(900, 2000, step: 50, "radius1"), draws.between(900, 2000, step: 50, "radius2"),
    ]
    design.turns = [
      draws.between(-16, 16, step: 1, "turn1") * Double.pi / 180,
      draws.between(-16, 16, step: 1, "turn2") * Double.pi / 180,
    ]
    design.rampRadius = draws.between(160, 260, step: 10, "ramp_radius")
    design.grade = draws.between(-0.015, 0.015, step: 0.001, "grade")
    design.endGrades = [
      draws.between(-0.035, 0.035, step: 0.001, "grade_before"),
      draws.between(-0.035, 0.035, step: 0.001, "grade_behind"),
    ]
    return design.map()
  }
}
