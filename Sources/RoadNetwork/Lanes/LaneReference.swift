/// One lane of one section of one road.
package struct LaneReference: Sendable, Hashable, Comparable {
  /// Index in `RoadMap.roads`.
  package var road: Int
  /// Index in `Road.sections`.
  package var section: Int
  /// OpenDRIVE lane id: positive to the left of the reference line, never 0.
  package var lane: Int

  package init(road: Int, section: Int, lane: Int) {
    self.road = road
    self.section = section
    self.lane = lane
  }

  /// By road, then section, then id from left to right.
  package static func < (a: Self, b: Self) -> Bool {
    if a.road != b.road { return a.road < b.road }
    if a.section != b.section { return a.section < b.section }
    return a.lane > b.lane
  }
}
