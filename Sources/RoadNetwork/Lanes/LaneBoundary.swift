import Geometry
package import VectorMath

/// One side of a lane as a line in space, with what is painted on it.
package struct LaneBoundary: Sendable, Hashable {
  /// A mark over part of the boundary.
  package struct MarkSpan: Sendable, Hashable {
    package var mark: RoadMark
    /// Metres along the road, the smaller first.
    package var start: Double
    package var end: Double
  }

  /// In the direction of travel, metres: the true curve is nowhere farther from its chords than asked for.
  package var points: [Vector3]
  /// Ascending along the road; only what is painted.
  package var marks: [MarkSpan]
}

extension RoadMap {
  /// The lane's middle line in the direction of travel, within `tolerance` metres of its chords; empty for no such
  /// lane.
  package func centreline(_ lane: LaneReference, tolerance: Double = 0.02) -> [Vector3] {
    guard let section = section(lane), section.lane(lane.lane) != nil else { return [] }
    return line(lane, section, tolerance) { span in (span.inner + span.outer) / 2 }
  }

  /// The lane's left or right boundary as the driver sees it; nil for no such lane.
  package func boundary(_ lane: LaneReference, left: Bool, tolerance: Double = 0.02) -> LaneBoundary? {
    guard let section = section(lane), section.lane(lane.lane) != nil else { return nil }
    let isOuter = (lane.lane > 0) == (left == runsForward(lane))
    let points = line(lane, section, tolerance) { isOuter ? $0.outer : $0.inner }
    return LaneBoundary(
      points: points, marks: marks(section, isOuter ? lane.lane : innerNeighbour(lane.lane)))
  }

  /// The mark at `s` on the lane's left or right boundary; nil where none is stated.
  package func mark(_ lane: LaneReference, left: Bool, at s: Double) -> RoadMark? {
    guard let section = section(lane) else { return nil }
    let isOuter = (lane.lane > 0) == (left == runsForward(lane))
    let owner = section.lane(isOuter ? lane.lane : innerNeighbour(lane.lane))
    return owner?.marks.last { section.start + $0.start <= s + 1e-9 }
  }

  /// Whether paint allows a change to the lane on that side at `s`, as the driver sees it. False without a drivable lane
  /// of the same direction there.
  package func mayChange(_ lane: LaneReference, left: Bool, at s: Double) -> Bool {
    guard let other = parallelLane(of: lane, left: left) else { return false }
    switch mark(lane, left: left, at: s)?.laneChange ?? .both {
    case .both: return true
    case .none: return false
    case .increase: return other.lane > lane.lane
    case .decrease: return other.lane < lane.lane
    }
  }

  /// The lane's limits of speed one after another, in m/s, over the road's stations; where nothing is stated, none.
  package func speedLimits(_ lane: LaneReference) -> [(start: Double, end: Double, limit: Double)] {
    guard let section = section(lane), let own = section.lane(lane.lane) else { return [] }
    var stations = [section.start]
    stations += own.speeds.map { section.start + $0.start } + roads[lane.road].kinds.map(\.start)
    stations = stations.filter { $0 >= section.start && $0 < section.end }.sorted()
    var result: [(start: Double, end: Double, limit: Double)] = []
    for (i, s) in stations.enumerated() {
      let end = i + 1 < stations.count ? stations[i + 1] : section.end
      guard end > s, let limit = speedLimit(lane, at: s) else { continue }
      if let last = result.last, last.end == s, last.limit == limit {
        result[result.count - 1].end = end
      } else {
        result.append((s, end, limit))
      }
    }
    return result
  }

  private func innerNeighbour(_ id: Int) -> Int { id > 0 ? id - 1 : id + 1 }

  private func marks(_ section: LaneSection, _ id: Int) -> [LaneBoundary.MarkSpan] {
    guard let lane = section.lane(id) else { return [] }
    return lane.marks.enumerated().compactMap { k, mark in
      let start = section.start + mark.start
      let end =
        k + 1 < lane.marks.count ? min(section.end, section.start + lane.marks[k + 1].start) : section.end
      return mark.pattern == .none || end <= start ? nil : .init(mark: mark, start: start, end: end)
    }
  }

  /// Points of a line along the lane, dense enough for its chords.
  private func line(
    _ lane: LaneReference, _ section: LaneSection, _ tolerance: Double,
    _ offset: ((inner: Double, outer: Double)) -> Double
  ) -> [Vector3] {
    let road = roads[lane.road]
    func point(_ s: Double) -> Vector3 {
      let span = road.laneSpan(lane.lane, at: s, section: lane.section) ?? (0, 0)
      return road.crossFrame(at: s, section: lane.section).position(t: offset(span))
    }
    let limit = max(1e-4, tolerance)
    let count = max(1, min(10_000, Int((section.length / 10).rounded(.up))))
    var points = [point(section.start)]
    func refine(_ a: Double, _ from: Vector3, _ b: Double, _ to: Vector3, _ depth: Int) {
      let middle = (a + b) / 2
      let m = point(middle)
      let quarters = [(point((a + middle) / 2), 0.25), (m, 0.5), (point((middle + b) / 2), 0.75)]
      if depth < 12, b - a > 0.02,
        quarters.contains(where: { length($0.0 - (from * (1 - $0.1) + to * $0.1)) > limit })
      {
        refine(a, from, middle, m, depth + 1)
        refine(middle, m, b, to, depth + 1)
      } else {
        points.append(to)
      }
    }
    for i in 0..<count {
      let a = section.start + section.length * Double(i) / Double(count)
      let b = i + 1 == count ? section.end : section.start + section.length * Double(i + 1) / Double(count)
      if let last = points.last { refine(a, last, b, point(b), 0) }
    }
    return runsForward(lane) ? points : points.reversed()
  }
}
