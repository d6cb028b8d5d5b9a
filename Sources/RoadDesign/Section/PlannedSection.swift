import RoadNetwork

/// A stretch of planned lanes; each side from lane 0 outwards.
struct PlannedSection {
  var start: Double
  var left: [PlannedLane]
  var right: [PlannedLane]
  /// On lane 0.
  var centre: [RoadMark] = []

  /// Sections as the model has them, linked by the names of their lanes.
  static func laneSections(_ planned: [PlannedSection], length: Double) -> [LaneSection] {
    planned.indices.map { i in
      let end = i + 1 < planned.count ? planned[i + 1].start : length
      var lanes = [Lane(id: 0, type: .none, marks: planned[i].centre)]
      for side in [1, -1] {
        let own = planned[i].side(side)
        for (k, lane) in own.enumerated() {
          var made = Lane(id: side * (k + 1), type: lane.type, widths: lane.widths, marks: lane.marks)
          made.heights = lane.heights
          if i > 0 { made.predecessors = planned[i - 1].ids(of: lane.name, side) }
          if i + 1 < planned.count { made.successors = planned[i + 1].ids(of: lane.name, side) }
          lanes.append(made)
        }
      }
      return LaneSection(start: planned[i].start, end: end, lanes: lanes)
    }
  }

  func side(_ side: Int) -> [PlannedLane] { side > 0 ? left : right }

  private func ids(of name: String, _ side: Int) -> [Int] {
    self.side(side).firstIndex { $0.name == name }.map { [side * ($0 + 1)] } ?? []
  }
}
