import RoadNetwork

/// What lies within a ring of traffic: an apron for long vehicles, then green.
struct RingIsland {
  /// Widths, metres.
  var apron = 1.5
  var green = 1.0

  /// Lanes on the left of the ring's reference line.
  var lanes: [PlannedLane] {
    var first = PlannedLane("apron", .restricted, width: apron)
    first.heights = [.init(start: 0, inner: 0.03, outer: 0.03)]
    return [first, PlannedLane("green", .median, width: green)]
  }

  /// Leads it on along a way through a junction.
  func lead(through id: String, _ draft: inout NetworkDraft) {
    guard let index = draft.roads.firstIndex(where: { $0.id == id }) else { return }
    draft.edit(index) { road in
      for (k, lane) in lanes.enumerated() {
        var made = Lane(id: k + 1, type: lane.type, widths: lane.widths)
        made.heights = lane.heights
        (made.predecessors, made.successors) = ([k + 1], [k + 1])
        road.sections[0].lanes.insert(made, at: 0)
      }
    }
  }
}
