package import RandomStreams
package import RoadNetwork
import VectorMath

/// A quarter of homes: 30 km/h, parking on both sides, whoever comes from the right goes first.
package enum Residential: NetworkKind {
  package static let name = "residential"
  package static let summary = "Streets of a quarter of homes with parking on both sides, at 30 km/h."

  package static func design(_ draws: inout Draws) -> RoadMap {
    var street = draws.scope("street") { StreetProfile.sideStreet(&$0) }
    street.centre = nil
    let columns = draws.whole(2...4, "columns")
    let rows = draws.whole(2...4, "rows")
    let (width, depth) = (
      draws.between(110, 170, step: 5, "block_width"), draws.between(80, 120, step: 5, "block_depth")
    )
    var net = StreetNet(
      xs: (0..<columns).map { Double($0) * width }, ys: (0..<rows).map { Double($0) * depth })
    var places = draws.stream("places")
    for i in net.points.indices { net.points[i] += 9 * Vector2(places.uniform(-1, 1), places.uniform(-1, 1)) }
    net.raise(steepest: draws.between(0, 0.06, step: 0.005, "steepest"), draws.stream("hills"))
    net.thin(draws.between(0, 0.3, step: 0.05, "missing"), draws.stream("missing_streets")) { _, _ in false }
    let sway = draws.between(0, 0.1, step: 0.01, "sway")
    let bends = draws.stream("bends")
    var plan = TownPlan(
      radius: draws.between(4, 6, step: 0.5, "kerb_radius"), green: 20, hasTurnLanes: false, outlet: 70)
    plan.stubShare = draws.between(0, 0.5, step: 0.05, "ways_out")
    plan.closedShare = draws.between(0.3, 1, step: 0.1, "dead_ends")
    return plan.map(
      net, avenue: street, street: street, isAvenue: { _, _ in false },
      through: { i, j in
        let way = net.points[j] - net.points[i]
        let side = bends.child("\(i)/\(j)").uniform(at: 0) * 2 - 1
        return [(net.points[i] + net.points[j]) / 2 + sway * side * Vector2(-way.y, way.x)]
      }, outlets: draws.stream("ways_out_streets"), leadsOut: { _, _ in false })
  }
}
