package import RandomStreams
package import RoadNetwork

/// Four streets that meet, with lights.
package enum Crossing: NetworkKind {
  package static let name = "crossing"
  package static let summary = "Two streets that cross, with traffic lights, crosswalks and turning lanes."

  package static func design(_ draws: inout Draws) -> RoadMap {
    let lanes = draws.chance(0.45, "wide") ? 2 : 1
    let main = draws.scope("main") { StreetProfile.mainStreet(&$0, lanes: lanes) }
    let other = draws.scope("other") {
      StreetProfile.mainStreet(&$0, lanes: $0.chance(0.4, "as_wide") ? lanes : 1)
    }
    let angle = draws.between(70, 110, step: 1, "angle") * Double.pi / 180
    var streets: [StarJunction.Street] = []
    for (k, name) in ["east", "north", "west", "south"].enumerated() {
      let base = k % 2 == 0 ? 0 : angle
      streets.append(
        draws.scope(name) { draws in
          let bend = draws.between(-5, 5, step: 1, "skew") * Double.pi / 180
          return .init(
            direction: base + (k > 1 ? Double.pi : 0) + bend,
            length: draws.between(140, 240, step: 5, "length"), profile: k % 2 == 0 ? main : other,
            isMajor: k % 2 == 0, z: draws.between(-3, 3, step: 0.1, "rise"),
            sway: draws.between(-20, 20, step: 1, "sway"))
        })
    }
    return StarJunction(
      streets: streets, rule: .lights(green: draws.between(18, 40, step: 1, "green")),
      kerbRadius: draws.between(6, 12, step: 0.5, "kerb_radius"), hasCrosswalks: true,
      hasTurnLanes: draws.chance(0.6, "turn_lanes")
    ).map()
  }
}
