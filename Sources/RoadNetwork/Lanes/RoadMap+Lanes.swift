import Geometry
package import VectorMath

extension RoadMap {
  package func lane(_ reference: LaneReference) -> Lane? { section(reference)?.lane(reference.lane) }

  package func section(_ reference: LaneReference) -> LaneSection? {
    guard roads.indices.contains(reference.road),
      roads[reference.road].sections.indices.contains(reference.section)
    else { return nil }
    return roads[reference.road].sections[reference.section]
  }

  /// All lanes but the centre lines, in order.
  package var allLanes: [LaneReference] {
    var result: [LaneReference] = []
    for (r, road) in roads.enumerated() {
      for (s, section) in road.sections.enumerated() {
        for lane in section.lanes where lane.id != 0 {
          result.append(LaneReference(road: r, section: s, lane: lane.id))
        }
      }
    }
    return result
  }

  /// Lanes that motor traffic drives on.
  package var drivableLanes: [LaneReference] { allLanes.filter { lane($0)?.type.isDrivable == true } }
  /// Lanes for people on foot; `addingPavement` makes some where a file has none.
  package var walkableLanes: [LaneReference] { allLanes.filter { lane($0)?.type.isWalkable == true } }

  /// Traffic on the lane runs along +s: right lanes in right-hand traffic, left lanes in left-hand traffic, unless
  /// the lane says otherwise.
  package func runsForward(_ reference: LaneReference) -> Bool {
    guard roads.indices.contains(reference.road) else { return true }
    let standard = (reference.lane < 0) == (roads[reference.road].rule == .rightHand)
    return lane(reference)?.direction == .reversed ? !standard : standard
  }

  /// Middle of the lane at `s`, as the lateral offset from the reference line; nil for no such lane.
  package func laneCentre(_ reference: LaneReference, at s: Double) -> Double? {
    laneSpan(reference, at: s).map { ($0.inner + $0.outer) / 2 }
  }

  /// Width of the lane at `s`, metres, measured along t; nil for no such lane.
  package func laneWidth(_ reference: LaneReference, at s: Double) -> Double? {
    laneSpan(reference, at: s).map { ($0.inner - $0.outer).magnitude }
  }

  /// Lateral offsets of the inner and outer border of the lane at `s`.
  package func laneSpan(_ reference: LaneReference, at s: Double) -> (inner: Double, outer: Double)? {
    guard roads.indices.contains(reference.road) else { return nil }
    return roads[reference.road].laneSpan(reference.lane, at: s, section: reference.section)
  }

  /// Height of pavements where a file states none, metres.
  package static let kerbHeight = 0.14

  /// How far the lane's surface lies above the road at (s, t): pavements are raised, metres.
  package func raise(_ reference: LaneReference, s: Double, t: Double) -> Double {
    guard let section = section(reference), let lane = section.lane(reference.lane),
      let span = laneSpan(reference, at: s)
    else { return 0 }
    let height = LaneSurface.height(lane, at: s - section.start, kerb: Self.kerbHeight)
    guard height.inner != height.outer, span.inner != span.outer else { return height.inner }
    return height.inner + (height.outer - height.inner) * (t - span.inner) / (span.outer - span.inner)
  }

  /// Points of the inner and outer border of a lane at `s`.
  package func laneBoundary(_ reference: LaneReference, at s: Double) -> (inner: Vector3, outer: Vector3)? {
    guard let span = laneSpan(reference, at: s) else { return nil }
    let frame = roads[reference.road].crossFrame(at: s)
    return (frame.position(t: span.inner), frame.position(t: span.outer))
  }

  /// Length of the lane's section, metres along the reference line.
  package func sectionLength(_ reference: LaneReference) -> Double { section(reference)?.length ?? 0 }

  /// The lane to the left or right in the direction of travel, when there is one; its traffic may run the other
  /// way and it may be of any type.
  package func neighbour(of reference: LaneReference, left: Bool) -> LaneReference? {
    guard let section = section(reference), let i = section.index(of: reference.lane) else { return nil }
    let step = left == runsForward(reference) ? -1 : 1
    var j = i + step
    if section.lanes.indices.contains(j), section.lanes[j].id == 0 { j += step }
    guard section.lanes.indices.contains(j) else { return nil }
    return LaneReference(road: reference.road, section: reference.section, lane: section.lanes[j].id)
  }

  /// A drivable neighbour with traffic in the same direction.
  package func parallelLane(of reference: LaneReference, left: Bool) -> LaneReference? {
    guard let other = neighbour(of: reference, left: left), lane(other)?.type.isDrivable == true,
      runsForward(other) == runsForward(reference)
    else { return nil }
    return other
  }

  /// m/s at `s`: the lane's own limit, else the road's; nil where the file states none.
  package func speedLimit(_ reference: LaneReference, at s: Double) -> Double? {
    guard let section = section(reference), let lane = section.lane(reference.lane) else { return nil }
    if let own = lane.speeds.last(where: { $0.start <= s - section.start + 1e-9 }) { return own.limit }
    return roads[reference.road].kind(at: s)?.speedLimit
  }
}
