/// Where in its file each part of a map stands, for reports; lines count from 1, 0 = unknown.
package struct SourceLines: Sendable, Hashable {
  /// The lines of one road.
  package struct RoadLines: Sendable, Hashable {
    package var road = 0
    /// By section, then lane id.
    package var lanes: [[Int: Int]] = []
    package var objects: [Int] = []
    package var signals: [Int] = []

    package init() {}
  }

  package var file = ""
  /// In the order of `RoadMap.roads`.
  package var roads: [RoadLines] = []
  /// In the order of `RoadMap.junctions`, and of their connections.
  package var junctions: [Int] = []
  package var connections: [[Int]] = []
  package var controllers: [Int] = []

  package init() {}

  package func lane(_ reference: LaneReference) -> Int {
    guard roads.indices.contains(reference.road) else { return 0 }
    let road = roads[reference.road]
    guard road.lanes.indices.contains(reference.section) else { return road.road }
    return road.lanes[reference.section][reference.lane] ?? road.road
  }

  func road(_ index: Int) -> Int { roads.indices.contains(index) ? roads[index].road : 0 }
}
