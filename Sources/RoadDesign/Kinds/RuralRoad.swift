package import RandomStreams
package import RoadNetwork
import VectorMath

/// A country road through hills, with a byroad that joins it.
package enum RuralRoad: NetworkKind {
  package static let name = "rural"
  package static let summary = "A country road with bends and hills, and a byroad that joins it."

  package static func design(_ draws: inout Draws) -> RoadMap {
    let profile = draws.scope("profile") { StreetProfile.country(&$0) }
    let byroad = draws.scope("byroad") { StreetProfile.byroad(&$0) }
    let banking = draws.between(0.04, 0.07, step: 0.005, "banking")
    var graph = StreetGraph()
    let junction = graph.node(.zero)
    graph.nodes[junction].rule = .priority(stops: draws.chance(0.3, "stop"))
    graph.nodes[junction].kerbRadius = draws.between(8, 14, step: 1, "corner_radius")
    let hasTurnLane = draws.chance(0.35, "turn_lane")
    for (name, direction) in [("east", 0.0), ("west", Double.pi)] {
      draws.scope(name) { draws in
        arm(direction, bends: draws.whole(2...3, "bends"), leg: 230...330, profile, &graph, junction, &draws)
        graph.edges[graph.edges.count - 1].banking = banking
        graph.edges[graph.edges.count - 1].hasTurnLanes = hasTurnLane
      }
    }
    let side = draws.between(60, 120, step: 1, "angle") * Double.pi / 180
    let isSouth = draws.chance(0.5, "south")
    draws.scope("byroad") { draws in
      arm(isSouth ? -side : side, bends: 1, leg: 110...170, byroad, &graph, junction, &draws)
      graph.edges[graph.edges.count - 1].isMajor = false
    }
    var draft = NetworkDraft()
    graph.build(into: &draft)
    return draft.finish(name: "")
  }

  /// A road from the edge of the map to the junction: legs of which each turns off from the last, over hills.
  private static func arm(
    _ direction: Double, bends: Int, leg: ClosedRange<Double>, _ profile: StreetProfile,
    _ graph: inout StreetGraph, _ junction: Int, _ draws: inout Draws
  ) {
    var pose = PlanPose(graph.nodes[junction].position, heading: direction)
    var corners: [Vector2] = []
    var side: Double = draws.chance(0.5, "left") ? 1 : -1
    let legs = (0...bends).map { draws.between(leg.lowerBound, leg.upperBound, step: 5, "leg\($0)") }
    for (k, length) in legs.enumerated() {
      pose = pose.moved(ahead: length)
      guard k < bends else { break }
      corners.append(pose.point)
      pose.heading += side * draws.between(12, 48, step: 1, "turn\(k)") * Double.pi / 180
      side = draws.chance(0.7, "other_side\(k)") ? -side : side
    }
    let far = graph.node(pose.point, z: draws.between(-8, 8, step: 0.5, "rise"))
    let hills = (0..<bends).map { k -> (share: Double, z: Double) in
      ((Double(k) + 1) / Double(bends + 1), draws.between(-9, 9, step: 0.5, "hill\(k)"))
    }
    graph.edges.append(
      .init(
        from: far, to: junction, through: corners.reversed(),
        radius: draws.between(180, 420, step: 20, "radius"), profile: profile,
        hills: hills.reversed().map { (1 - $0.share, $0.z) }))
  }
}
