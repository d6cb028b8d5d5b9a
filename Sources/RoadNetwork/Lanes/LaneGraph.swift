/// Which lanes traffic can drive on to, in the direction of travel.
///
/// Built once from the links of lanes, roads and junctions. Where two plain roads are linked but their lanes are
/// not, lanes are joined by their ids, as several tools write files.
package struct LaneGraph: Sendable {
  package let map: RoadMap
  /// All lanes but centre lines, in order.
  package let lanes: [LaneReference]
  private let indices: [LaneReference: Int]
  private let following: [[LaneReference]]
  private let leading: [[LaneReference]]

  package init(_ map: RoadMap) {
    self.map = map
    let lanes = map.allLanes
    self.lanes = lanes
    let indices = Dictionary(lanes.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    self.indices = indices
    let junctionEntries = Self.connectionsByIncoming(map)
    var following = [[LaneReference]](repeating: [], count: lanes.count)
    var leading = following
    for (i, lane) in lanes.enumerated() {
      for next in Self.next(of: lane, map, junctionEntries) where !following[i].contains(next) {
        guard let j = indices[next] else { continue }
        following[i].append(next)
        if !leading[j].contains(lane) { leading[j].append(lane) }
      }
    }
    self.following = following
    self.leading = leading
  }

  /// Lanes that follow in the direction of travel; several where a junction lets traffic choose.
  package func successors(of lane: LaneReference) -> [LaneReference] {
    indices[lane].map { following[$0] } ?? []
  }

  /// Lanes that lead here in the direction of travel.
  package func predecessors(of lane: LaneReference) -> [LaneReference] {
    indices[lane].map { leading[$0] } ?? []
  }

  private static func connectionsByIncoming(_ map: RoadMap) -> [String: [(Junction, Junction.Connection)]] {
    var result: [String: [(Junction, Junction.Connection)]] = [:]
    for junction in map.junctions {
      for connection in junction.connections {
        result[connection.incomingRoad, default: []].append((junction, connection))
        if junction.kind == .direct {
          // A direct junction has no roads of its own: traffic also runs from the linked road back.
          let reverse = Junction.Connection(
            incomingRoad: connection.connectingRoad, connectingRoad: connection.incomingRoad,
            contact: map.roadIndex(connection.incomingRoad).map { end(of: map.roads[$0], at: junction.id) }
              ?? .start, laneLinks: connection.laneLinks.map { .init(from: $0.to, to: $0.from) })
          result[connection.connectingRoad, default: []].append((junction, reverse))
        }
      }
    }
    return result
  }

  /// The end of `road` that touches the junction.
  private static func end(of road: Road, at junction: String) -> ContactPoint {
    road.successor?.target == .junction(id: junction) ? .end : .start
  }

  private static func next(
    of lane: LaneReference, _ map: RoadMap, _ entries: [String: [(Junction, Junction.Connection)]]
  ) -> [LaneReference] {
    guard let section = map.section(lane), let own = section.lane(lane.lane) else { return [] }
    let road = map.roads[lane.road]
    let forward = map.runsForward(lane)
    let linked = forward ? own.successors : own.predecessors
    let neighbour = lane.section + (forward ? 1 : -1)
    if road.sections.indices.contains(neighbour) {
      return linked.compactMap { existing(map, lane.road, neighbour, $0) }
    }
    let link = forward ? road.successor : road.predecessor
    // Links into the midst of a virtual junction's main road are `RoadMap.branches`.
    guard link?.station == nil else { return [] }
    switch link?.target {
    case .road(let id, let contact):
      guard let target = map.roadIndex(id) else { return [] }
      let first = contact == .start ? 0 : map.roads[target].sections.count - 1
      var ids = linked
      if ids.isEmpty {
        let sameSense = (contact == .start) == forward
        ids = [sameSense ? lane.lane : -lane.lane]
      }
      return ids.compactMap { existing(map, target, first, $0) }.filter {
        // Traffic enters at the contact: the lane must lead away from it.
        map.runsForward($0) == (contact == .start)
          && (!linked.isEmpty || (map.lane($0)?.type == own.type && meets(map, lane, $0)))
      }
    case .junction(let id):
      return (entries[road.id] ?? []).filter { $0.0.id == id }.flatMap {
        junction, connection -> [LaneReference] in
        guard let target = map.roadIndex(connection.connectingRoad) else { return [] }
        let entered = map.roads[target]
        if junction.kind != .direct, !touches(entered, connection.contact, road.id, forward) { return [] }
        let first = connection.contact == .start ? 0 : entered.sections.count - 1
        return connection.laneLinks.filter { $0.from == lane.lane }.compactMap {
          existing(map, target, first, $0.to)
        }.filter { map.runsForward($0) == (connection.contact == .start) }
      }
    case nil: return []
    }
  }

  /// A road that meets a junction with both ends is told apart by the connecting road's own link.
  private static func touches(
    _ connecting: Road, _ contact: ContactPoint, _ incoming: String, _ forward: Bool
  )
    -> Bool
  {
    let link = contact == .start ? connecting.predecessor : connecting.successor
    guard case .road(let id, let end)? = link?.target, id == incoming else { return true }
    return (end == .end) == forward
  }

  /// Without a link of their own, lanes are joined only where they are seen to meet.
  private static func meets(_ map: RoadMap, _ lane: LaneReference, _ next: LaneReference) -> Bool {
    joint(map, from: lane, to: next).map { $0.gap < 0.3 } ?? false
  }

  private static func existing(_ map: RoadMap, _ road: Int, _ section: Int, _ id: Int) -> LaneReference? {
    let reference = LaneReference(road: road, section: section, lane: id)
    return id != 0 && map.lane(reference) != nil ? reference : nil
  }
}
