package import RandomStreams
package import RoadNetwork
import VectorMath

/// A town of straight blocks: avenues with lights, streets that give way to them.
package enum TownGrid: NetworkKind {
  package static let name = "town-grid"
  package static let summary = "Blocks of a planned town: avenues with traffic lights and side streets."

  package static func design(_ draws: inout Draws) -> RoadMap {
    design(columns: draws.whole(4...6, "columns"), rows: draws.whole(3...5, "rows"), &draws)
  }

  /// A town of so many crossings; streets lead on to the edges of the map.
  package static func design(columns: Int, rows: Int, _ draws: inout Draws) -> RoadMap {
    let avenue = draws.scope("avenue") { StreetProfile.mainStreet(&$0, lanes: 2) }
    var street = draws.scope("street") { StreetProfile.sideStreet(&$0) }
    street.speed = 50 / 3.6
    let (width, depth) = (
      draws.between(110, 190, step: 5, "block_width"), draws.between(90, 140, step: 5, "block_depth")
    )
    let every = draws.whole(2...3, "avenue_every")
    let (first, second) = (
      draws.whole(0...(every - 1), "first_avenue"), draws.whole(0...(every - 1), "first_cross")
    )
    var blocks = draws.stream("blocks")
    func lines(_ count: Int, _ size: Double) -> [Double] {
      var x = 0.0
      return (0..<count).map { _ in
        defer { x += (size * blocks.uniform(0.85, 1.15)).rounded() }
        return x
      }
    }
    var net = StreetNet(xs: lines(columns, width), ys: lines(rows, depth))
    net.raise(steepest: draws.between(0, 0.05, step: 0.005, "steepest"), draws.stream("hills"))
    func isAvenue(column: Int) -> Bool { column % every == first }
    func isCross(row: Int) -> Bool { row % every == second }
    func isAvenue(_ i: Int, _ j: Int) -> Bool {
      i / columns == j / columns ? isCross(row: i / columns) : isAvenue(column: i % columns)
    }
    net.thin(
      draws.between(0.05, 0.2, step: 0.01, "missing"), draws.stream("missing_streets"), keeps: isAvenue)
    let plan = TownPlan(
      radius: draws.between(5, 8, step: 0.5, "kerb_radius"), green: draws.between(20, 36, step: 1, "green"),
      hasTurnLanes: draws.chance(0.5, "turn_lanes"), outlet: 90)
    return plan.map(net, avenue: avenue, street: street, isAvenue: isAvenue) { i, outward in
      outward.x != 0 ? isCross(row: i / columns) : isAvenue(column: i % columns)
    }
  }
}
