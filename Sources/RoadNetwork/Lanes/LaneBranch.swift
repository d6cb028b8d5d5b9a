/// A way off or on to a lane between its ends: a virtual junction's (OpenDRIVE 1.8 §12.6).
package struct LaneBranch: Sendable, Hashable {
  package var junction: String
  package var from: LaneReference
  /// Metres along `from`'s road where traffic leaves it.
  package var fromStation: Double
  package var to: LaneReference
  /// Metres along `to`'s road where traffic joins it.
  package var toStation: Double
}

extension RoadMap {
  /// All ways through virtual junctions, in the order of the file.
  package var branches: [LaneBranch] {
    junctions.filter { $0.kind == .virtual }.flatMap { junction -> [LaneBranch] in
      roads.indices.filter { roads[$0].junction == junction.id }.flatMap { index in
        [(roads[index].predecessor, false), (roads[index].successor, true)].flatMap { link, atEnd in
          branches(junction, connecting: index, link, atEnd: atEnd)
        }
      }
    }
  }

  /// The ways between one end of a connecting road and the main road.
  private func branches(
    _ junction: Junction, connecting index: Int, _ link: RoadLink?, atEnd: Bool
  ) -> [LaneBranch] {
    guard let link, let station = link.station, case .road(let id, _) = link.target, let main = roadIndex(id)
    else { return [] }
    let road = roads[index]
    let section = atEnd ? road.sections.count - 1 : 0
    let place = min(roads[main].length, max(0, station))
    let mainSection = roads[main].sectionIndex(at: place)
    return road.sections[section].lanes.filter { $0.id != 0 }.flatMap { lane -> [LaneBranch] in
      let own = LaneReference(road: index, section: section, lane: lane.id)
      let s = atEnd ? road.length : 0
      let leaves = runsForward(own) != atEnd
      let linked = atEnd ? lane.successors : lane.predecessors
      let fromConnections = junction.connections.filter {
        $0.connectingRoad == road.id && $0.incomingRoad == id && ($0.contact == .end) == atEnd
      }.flatMap(\.laneLinks).filter { $0.to == lane.id }.map(\.from)
      var ids: [Int] = []
      for id in linked + (leaves ? fromConnections : []) where !ids.contains(id) { ids.append(id) }
      return ids.compactMap { id in
        let other = LaneReference(road: main, section: mainSection, lane: id)
        guard id != 0, self.lane(other) != nil else { return nil }
        return leaves
          ? LaneBranch(junction: junction.id, from: other, fromStation: place, to: own, toStation: s)
          : LaneBranch(junction: junction.id, from: own, fromStation: s, to: other, toStation: place)
      }
    }
  }

  /// Whether this is the id of a junction in which roads meet without roads between them.
  func isDirect(_ id: String) -> Bool { junction(id)?.kind == .direct }
}
