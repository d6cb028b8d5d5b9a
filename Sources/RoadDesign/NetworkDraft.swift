import Geometry
import RoadNetwork

/// A road map under construction: numbers roads, junctions, objects and signals in the order of adding.
struct NetworkDraft {
  private(set) var roads: [Road] = []
  private(set) var junctions: [Junction] = []
  private(set) var controllers: [SignalController] = []
  private(set) var groups: [JunctionGroup] = []
  private var nextFurniture = 1

  /// Ids that follow one another: roads and junctions share one row of numbers, so that none is met twice.
  private var nextID = 1

  mutating func id() -> String {
    defer { nextID += 1 }
    return String(nextID)
  }

  mutating func furnitureID() -> String {
    defer { nextFurniture += 1 }
    return String(nextFurniture)
  }

  /// Adds a road along an alignment and returns its index.
  mutating func add(_ alignment: Alignment, sections: [LaneSection], junction: String? = nil) -> Int {
    var road = Road(
      id: id(), length: alignment.length, planView: alignment.planView, sections: sections)
    // As a reader finds it: the sum of starts and the last length.
    if let last = road.planView.last { road.length = last.start + last.curve.length }
    road.junction = junction
    roads.append(road)
    return roads.count - 1
  }

  mutating func add(_ junction: Junction) { junctions.append(junction) }
  mutating func add(_ controller: SignalController) { controllers.append(controller) }
  mutating func add(_ group: JunctionGroup) { groups.append(group) }

  mutating func edit(_ index: Int, _ change: (inout Road) -> Void) { change(&roads[index]) }

  mutating func edit(junction id: String, _ change: (inout Junction) -> Void) {
    guard let i = junctions.lastIndex(where: { $0.id == id }) else { return }
    change(&junctions[i])
  }

  func finish(name: String) -> RoadMap {
    var header = RoadMap.Header()
    header.name = name
    header.revision = "1.7"
    header.vendor = "Diorama"
    var map = RoadMap(header: header, roads: roads, junctions: junctions, controllers: controllers)
    map.junctionGroups = groups
    return map
  }
}
