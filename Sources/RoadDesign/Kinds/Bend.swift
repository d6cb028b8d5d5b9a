package import RandomStreams
package import RoadNetwork
import VectorMath

/// A road with one or two bends between straights: clothoid, arc, clothoid, tilted to the inside in the country.
package enum Bend: NetworkKind {
  package static let name = "bend"
  package static let summary = "One road with one or two bends; tilted to the inside in the country."

  package static func design(_ draws: inout Draws) -> RoadMap {
    let isCountry = draws.chance(0.5, "country")
    let profile = draws.scope("profile") {
      isCountry ? StreetProfile.country(&$0) : StreetProfile.mainStreet(&$0, lanes: 1)
    }
    var pieces: [Alignment.Piece] = [.line(draws.between(80, 160, step: 5, "run_in"))]
    let count = draws.chance(0.5, "two_bends") ? 2 : 1
    var side: Double = draws.chance(0.5, "left") ? 1 : -1
    for i in 1...count {
      // RAL: 200 m at 80 km/h and more; RASt: what a town leaves.
      let radius =
        isCountry
        ? draws.between(140, 450, step: 10, "radius\(i)") : draws.between(35, 120, step: 5, "radius\(i)")
      let turn = draws.between(25, isCountry ? 75 : 95, step: 1, "turn\(i)") * Double.pi / 180
      // Clothoid parameter A between R/3 and R; in terms of the turn never more than all of it.
      let share = draws.between(0.3, 0.7, "clothoid_share\(i)")
      pieces += CornerCurve(turn: side * turn, share: share).pieces(radius: radius)
      pieces.append(.line(draws.between(60, 160, step: 5, "straight\(i)")))
      side = -side
    }
    let alignment = Alignment(from: PlanPose(.zero, heading: 0), pieces)
    let rise = draws.between(-0.04, 0.04, step: 0.002, "grade")
    let elevation = VerticalProfile.parabolic([
      .init(s: 0, z: 0, half: 0),
      .init(s: alignment.length * 0.45, z: rise * alignment.length * 0.45, half: 60),
      .init(s: alignment.length, z: rise * alignment.length * 0.3, half: 0),
    ])
    return SingleRoad(
      alignment: alignment, profile: profile, elevation: elevation,
      banking: isCountry ? draws.between(0.04, 0.07, step: 0.005, "banking") : nil
    ).map()
  }
}
