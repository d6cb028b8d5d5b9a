package import RoadNetwork
import VectorMath

/// Where people cross a road: a crosswalk of the map between the pavements on its sides.
package struct Crosswalk: Sendable {
  /// Index in `RoadMap.roads`, and stations that the crossing covers.
  package var road: Int
  package var stations: ClosedRange<Double>
  /// The pavements that it joins, on the left and on the right of the road.
  package var left: LaneReference
  package var right: LaneReference
  /// Junction and approach whose lights hold here; nil where none do.
  package var junction: Int?
  package var approach: Int?

  package var middle: Double { (stations.lowerBound + stations.upperBound) / 2 }

  /// All crosswalks of a map that have a pavement on both sides.
  static func all(_ network: TrafficNetwork) -> [Crosswalk] {
    let map = network.map
    return map.roads.enumerated().flatMap { r, road in
      road.objects.filter { $0.isCrosswalk && !$0.isReference }.compactMap { object -> Crosswalk? in
        let stations = object.outlines.filter(\.isRoadCoordinates).flatMap { $0.corners.map(\.first) }
        let half = max(1, (object.length > 0 ? object.length : 3) / 2)
        let from = max(0, stations.min() ?? object.s - half)
        let to = min(road.length, stations.max() ?? object.s + half)
        guard from < to else { return nil }
        let section = road.sectionIndex(at: (from + to) / 2)
        let walks = road.sections[section].lanes.filter { $0.type.isWalkable }
        guard let left = walks.filter({ $0.id > 0 }).map(\.id).min(),
          let right = walks.filter({ $0.id < 0 }).map(\.id).max()
        else { return nil }
        var walk = Crosswalk(
          road: r, stations: from...to, left: LaneReference(road: r, section: section, lane: left),
          right: LaneReference(road: r, section: section, lane: right))
        for (j, junction) in network.junctions.enumerated() {
          for (a, approach) in junction.approaches.enumerated() where approach.road == r {
            let way = approach.isAtEnd ? road.length - to : from
            if way < 25 { (walk.junction, walk.approach) = (j, a) }
          }
        }
        return walk
      }
    }
  }
}
