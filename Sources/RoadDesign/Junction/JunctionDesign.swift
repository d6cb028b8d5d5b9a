import Geometry
import RoadNetwork
import VectorMath

/// A junction between arms: a road for each way of each lane, and the corners of its pavements.
struct JunctionDesign {
  /// Metres; how wide the kerbs' corners are where there is more room.
  var kerbRadius = 8.0
  var kind = "town"
  /// Ways between major arms are arcs without clothoids: a ring goes on round.
  var isRing = false
  /// Cycle lanes lead on.
  var hasBikeWays = true

  /// What was built, for those who place signs and lights.
  struct Result {
    var id: String
    var ways: [(way: TurnRules.Way, road: String)]
  }

  /// Builds the junction; the arms' roads get their links to it.
  func build(_ arms: [Arm], into draft: inout NetworkDraft, name: String = "") -> Result {
    let id = draft.id()
    var junction = Junction(id: id, name: name)
    for arm in arms {
      draft.edit(arm.road) { road in
        let link = RoadLink(.junction(id: id))
        if arm.contact == .end { road.successor = link } else { road.predecessor = link }
      }
    }
    var result = Result(id: id, ways: [])
    for way in TurnRules.ways(arms) {
      let (from, to) = (arms[way.from], arms[way.to])
      let (a, b) = (from.incoming[way.lane], to.outgoing[way.toLane])
      let road = connect(from, a, to, b, id, &draft)
      result.ways.append((way, road))
      add(road, from, a, &junction)
    }
    if hasBikeWays { bikes(arms, id, &junction, &draft) }
    for (i, arm) in arms.enumerated() { corner(arm, arms[(i + 1) % arms.count], &junction, &draft) }
    prioritise(arms, result, &junction)
    draft.add(junction)
    return result
  }

  private func add(_ road: String, _ from: Arm, _ lane: Arm.End, _ junction: inout Junction) {
    junction.connections.append(
      .init(
        incomingRoad: from.roadID, connectingRoad: road, contact: .start,
        laneLinks: [.init(from: lane.id, to: -1)]))
  }

  /// One lane's way. Its reference line runs along the lane's left border.
  private func connect(
    _ from: Arm, _ a: Arm.End, _ to: Arm, _ b: Arm.End, _ id: String, _ draft: inout NetworkDraft
  ) -> String {
    let share = isRing && from.isMajor && to.isMajor ? 0 : 0.4
    let alignment = Connector.alignment(
      from: from.entry(left: a.left), to: to.exit(left: b.right), share: share)
    let length = alignment.length
    var lane = Lane(
      id: -1, type: a.type, widths: Self.width(a.width, b.width, length), predecessors: [a.id],
      successors: [b.id])
    lane.marks = [RoadMark(start: 0, pattern: .none, laneChange: .none)]
    return road(alignment, [lane], from, to, id, &draft)
  }

  private static func width(_ a: Double, _ b: Double, _ length: Double) -> PiecewiseCubic {
    // Differences that are rounding alone would only make the file longer.
    (a - b).magnitude < 1e-9
      ? PiecewiseCubic(constant: a)
      : PiecewiseCubic([.init(start: 0, cubic: smoothStep(from: a, to: b, over: length))])
  }

  private func road(
    _ alignment: Alignment, _ lanes: [Lane], _ from: Arm, _ to: Arm, _ id: String,
    _ draft: inout NetworkDraft
  ) -> String {
    var centre = Lane(id: 0, type: .none)
    centre.marks = [RoadMark(start: 0, pattern: .none, laneChange: .none)]
    let section = LaneSection(start: 0, end: alignment.length, lanes: [centre] + lanes)
    let index = draft.add(alignment, sections: [section], junction: id)
    draft.edit(index) { road in
      road.sections[0].end = road.length
      road.predecessor = RoadLink(.road(id: from.roadID, contact: from.contact))
      road.successor = RoadLink(.road(id: to.roadID, contact: to.contact))
      road.kinds = [RoadKind(start: 0, name: kind, speedLimit: min(from.speed, to.speed))]
      road.elevation =
        from.z == to.z
        ? PiecewiseCubic(constant: from.z)
        : PiecewiseCubic([.init(start: 0, cubic: smoothStep(from: from.z, to: to.z, over: road.length))])
    }
    return draft.roads[index].id
  }

  // MARK: Beside the traffic

  /// Cycle lanes lead straight on and to the right.
  private func bikes(_ arms: [Arm], _ id: String, _ junction: inout Junction, _ draft: inout NetworkDraft) {
    for (i, arm) in arms.enumerated() {
      guard let a = arm.bikesIn.first else { continue }
      for (j, other) in arms.enumerated() where j != i {
        guard let b = other.bikesOut.first, TurnRules.turn(from: arm, to: other).turn != .left else {
          continue
        }
        add(connect(arm, a, other, b, id, &draft), arm, a, &junction)
      }
    }
  }

  /// The kerb and what lies behind it from one arm to the next on its right.
  private func corner(
    _ arm: Arm, _ next: Arm, _ junction: inout Junction, _ draft: inout NetworkDraft
  ) {
    let (own, other) = Self.pairs(arm.nearSide, next.farSide)
    guard !own.isEmpty else { return }
    let (start, end) = (arm.entry(left: arm.nearKerb), next.exit(left: next.farKerb))
    // Around the outside of a bend the kerb keeps clear of the lanes.
    let isOutside = wrappedAngle(end.heading - start.heading) > 0
    let alignment = Connector.alignment(
      from: start, to: end, radius: isOutside ? nil : kerbRadius, share: isOutside ? 0.4 : 0)
    var lanes: [Lane] = []
    var links: [Junction.LaneLink] = []
    for (k, (a, b)) in zip(own, other).enumerated() {
      lanes.append(
        Lane(
          id: -1 - k, type: a.type, widths: Self.width(a.width, b.width, alignment.length),
          predecessors: [a.id], successors: [b.id]))
      links.append(.init(from: a.id, to: -1 - k))
    }
    let road = self.road(alignment, lanes, arm, next, junction.id, &draft)
    junction.connections.append(
      .init(incomingRoad: arm.roadID, connectingRoad: road, contact: .start, laneLinks: links))
  }

  /// Lanes that lead on: from the kerb outwards as long as both are of one type.
  private static func pairs(_ a: [Arm.End], _ b: [Arm.End]) -> ([Arm.End], [Arm.End]) {
    let same = zip(a, b).prefix { $0.0.type == $0.1.type }
    return (same.map(\.0), same.map(\.1))
  }

  /// Ways from major arms go before ways from minor ones.
  private func prioritise(_ arms: [Arm], _ result: Result, _ junction: inout Junction) {
    let majors = result.ways.filter { arms[$0.way.from].isMajor }
    let minors = result.ways.filter { !arms[$0.way.from].isMajor }
    for low in minors {
      for high in majors { junction.priorities.append(.init(high: high.road, low: low.road)) }
    }
  }
}
