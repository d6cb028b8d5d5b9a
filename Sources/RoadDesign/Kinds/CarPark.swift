package import RandomStreams
package import RoadNetwork
import VectorMath

/// A car park: aisles with bays across on both sides between two lanes, and one way in from a street.
package enum CarPark: NetworkKind {
  package static let name = "car-park"
  package static let summary = "A car park: aisles with bays on both sides, reached from a street."

  package static func design(_ draws: inout Draws) -> RoadMap {
    var aisle = StreetProfile()
    // EAR 05: bays of 2.5 by 5 m across aisles of 6 m.
    aisle.laneWidth = draws.between(3.0, 3.25, "aisle_lane")
    aisle.parking = draws.between(4.8, 5.2, step: 0.1, "bay_length")
    aisle.bay = draws.between(2.4, 2.6, step: 0.05, "bay_width")
    aisle.parkingKind = .across
    aisle.centre = nil
    aisle.speed = 10 / 3.6
    aisle.kind = "lowSpeed"
    aisle.hasCrown = false
    var lane = aisle
    (lane.parking, lane.walk) = (0, 2)
    let street = draws.scope("street") { StreetProfile.mainStreet(&$0, lanes: 1) }
    let aisles = draws.whole(3...6, "aisles")
    let length = draws.between(45, 100, step: 2.5, "aisle_length")
    let strip = draws.between(0, 2, step: 0.5, "strip")
    aisle.grass = strip / 2
    let distance = 2 * (aisle.kerb + aisle.grass)
    var graph = StreetGraph()
    var columns: [[Int]] = [[], []]
    for k in 0..<aisles {
      for (side, x) in [0, length].enumerated() {
        columns[side].append(graph.node(Vector2(x, Double(k) * distance)))
      }
    }
    for (a, b) in zip(columns[0], columns[1]) {
      graph.edges.append(.init(from: a, to: b, profile: aisle, isMajor: false))
    }
    for column in columns {
      for (a, b) in zip(column, column.dropFirst()) {
        graph.edges.append(.init(from: a, to: b, profile: lane, isMajor: false))
      }
    }
    // The street runs past on the left; its gate is at the end of one aisle.
    let gate = draws.whole(0...(aisles - 1), "gate")
    let y = Double(gate) * distance
    let away = street.kerb + 24
    let junction = graph.node(Vector2(-away, y))
    graph.edges.append(.init(from: junction, to: columns[0][gate], profile: lane, isMajor: false))
    for reach in [120.0, -120.0] {
      let far = graph.node(Vector2(-away + draws.between(-8, 8, step: 0.5, "sway"), y + reach))
      graph.edges.append(.init(from: far, to: junction, profile: street))
    }
    for n in graph.nodes.indices { graph.nodes[n].kerbRadius = n == junction ? 6 : 3.5 }
    graph.nodes[junction].rule = .priority(stops: false)
    var draft = NetworkDraft()
    graph.build(into: &draft)
    return draft.finish(name: "")
  }
}
