package import RandomStreams
package import RoadNetwork
import VectorMath

/// A hill: up, over a crest that hides what comes, and down into a dip.
package enum Crest: NetworkKind {
  package static let name = "crest"
  package static let summary = "A road over a hill whose crest hides what comes, and through a dip."

  package static func design(_ draws: inout Draws) -> RoadMap {
    let isCountry = draws.chance(0.7, "country")
    let profile = draws.scope("profile") {
      isCountry ? StreetProfile.country(&$0) : StreetProfile.mainStreet(&$0, lanes: 1)
    }
    let up = draws.between(0.03, 0.07, step: 0.005, "grade_up")
    let down = draws.between(0.03, 0.07, step: 0.005, "grade_down")
    // RAL: crests of 3,000 m and more at 80 km/h, RASt: from 250 m; dips half of that.
    let crest =
      isCountry
      ? draws.between(1200, 4000, step: 100, "crest_radius")
      : draws.between(400, 1500, step: 50, "crest_radius")
    let run = draws.between(60, 140, step: 10, "run")
    let top = crest * (up + down) / 2
    let dip = 0.5 * crest * (up + down) / 2
    let climb = top + run + dip
    let points: [VerticalProfile.Point] = [
      .init(s: 0, z: 0, half: 0),
      .init(s: dip + 40, z: 0, half: dip * up / (up + down)),
      .init(s: dip + 40 + climb, z: up * climb, half: top),
      .init(s: dip + 40 + 2 * climb, z: (up - down) * climb, half: dip * down / (up + down)),
      .init(s: 2 * dip + 80 + 2 * climb, z: (up - down) * climb, half: 0),
    ]
    let length = points[points.count - 1].s
    let turn = draws.between(-18, 18, step: 1, "turn") * Double.pi / 180
    let bend = CornerCurve(turn: turn, share: 0.5)
    let room = length * 0.5
    let radius = max(isCountry ? 250 : 90, min(900, room * 0.4 / max(0.05, turn.magnitude)))
    let pieces = turn.magnitude < 0.03 ? [] : bend.pieces(radius: radius)
    let curved = pieces.reduce(0) { $0 + $1.length }
    let straight = max(20, (length - curved) / 2)
    let alignment = Alignment(
      from: PlanPose(.zero, heading: 0), [.line(straight)] + pieces + [.line(straight)])
    return SingleRoad(
      alignment: alignment, profile: profile, elevation: VerticalProfile.parabolic(points),
      banking: isCountry ? 0.04 : nil
    ).map()
  }
}
