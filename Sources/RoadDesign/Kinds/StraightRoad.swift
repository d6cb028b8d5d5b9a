package import RandomStreams
package import RoadNetwork
import VectorMath

/// A straight road: a street of a town or a road in the country.
package enum StraightRoad: NetworkKind {
  package static let name = "straight"
  package static let summary =
    "One straight road: a main street, a side street with parking, or a country road."

  package static func design(_ draws: inout Draws) -> RoadMap {
    let length = draws.between(320, 640, step: 10, "length")
    let profile = draws.scope("profile") { draws -> StreetProfile in
      switch draws.whole(0...3, "class") {
      case 0, 1: .mainStreet(&draws)
      case 2: .sideStreet(&draws)
      default: .country(&draws)
      }
    }
    let heading = draws.between(-3.1, 3.1, step: 0.01, "heading")
    let grade = draws.between(-0.03, 0.03, step: 0.001, "grade")
    let alignment = Alignment(from: PlanPose(.zero, heading: heading), [.line(length)])
    let elevation = VerticalProfile.parabolic([
      .init(s: 0, z: 0, half: 0), .init(s: length, z: grade * length, half: 0),
    ])
    return SingleRoad(alignment: alignment, profile: profile, elevation: elevation).map()
  }
}
