import Geometry
import RoadNetwork
package import VectorMath

/// A junction of the map with the road ends that lead into it.
package struct TrafficJunction: Sendable {
  /// A road's end at the junction.
  package struct Approach: Sendable {
    /// Index in `RoadMap.roads`.
    package var road: Int
    package var isAtEnd: Bool
    /// Of entering traffic, unit, in the plan.
    package var direction: Vector2
    /// Part of the ring of a roundabout.
    package var isCircular: Bool
  }

  package var id: String
  /// In the order of roads.
  package var approaches: [Approach] = []
  /// Indices of the lanes within.
  package var lanes: [Int] = []

  init(_ map: RoadMap, _ junction: Junction) {
    id = junction.id
    let ring = map.junctionGroups.first { $0.type == "roundabout" && $0.junctions.contains(junction.id) }
    for (r, road) in map.roads.enumerated() where road.junction == nil {
      for (link, isAtEnd) in [(road.predecessor, false), (road.successor, true)]
      where link?.target == .junction(id: junction.id) {
        let (sin, cos) = DeterministicMath.sincos(road.planSample(at: isAtEnd ? road.length : 0).heading)
        approaches.append(
          Approach(
            road: r, isAtEnd: isAtEnd, direction: Vector2(cos, sin) * (isAtEnd ? 1 : -1),
            isCircular: ring.map { Self.isPart(of: $0, road) } ?? false))
      }
    }
  }

  /// A road that leads from one junction of the group to another.
  private static func isPart(of ring: JunctionGroup, _ road: Road) -> Bool {
    func isIn(_ link: RoadLink?) -> Bool {
      if case .junction(let id)? = link?.target { ring.junctions.contains(id) } else { false }
    }
    return isIn(road.predecessor) && isIn(road.successor)
  }
}
