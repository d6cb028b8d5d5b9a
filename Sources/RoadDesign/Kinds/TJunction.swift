package import RandomStreams
package import RoadNetwork

/// A street that ends at another: who goes straight on has priority.
package enum TJunction: NetworkKind {
  package static let name = "t-junction"
  package static let summary = "A side street that ends at a main street and gives way to it."

  package static func design(_ draws: inout Draws) -> RoadMap {
    let main = draws.scope("main") { StreetProfile.mainStreet(&$0, lanes: 1) }
    let side = draws.scope("side") { StreetProfile.sideStreet(&$0) }
    let stem = draws.between(65, 115, step: 1, "angle") * Double.pi / 180
    let tilt = draws.between(-8, 8, step: 1, "skew") * Double.pi / 180
    func street(_ direction: Double, _ profile: StreetProfile, _ name: String, isMajor: Bool)
      -> StarJunction.Street
    {
      draws.scope(name) { draws in
        .init(
          direction: direction, length: draws.between(120, 220, step: 5, "length"), profile: profile,
          isMajor: isMajor, z: draws.between(-3, 3, step: 0.1, "rise"),
          sway: draws.between(-25, 25, step: 1, "sway"))
      }
    }
    let streets = [
      street(tilt, main, "east", isMajor: true), street(stem, side, "north", isMajor: false),
      street(Double.pi, main, "west", isMajor: true),
    ]
    return StarJunction(
      streets: streets, rule: .priority(stops: draws.chance(0.3, "stop")),
      kerbRadius: draws.between(6, 10, step: 0.5, "kerb_radius"),
      hasCrosswalks: draws.chance(0.35, "crosswalks"), hasTurnLanes: draws.chance(0.4, "turn_lane")
    ).map()
  }
}
