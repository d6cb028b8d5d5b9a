import Geometry
import RoadNetwork
import VectorMath

/// Three stretches of motorway with ramps between them that lead to a road on a bridge.
struct MotorwayDesign {
  /// The road over it.
  struct Bridge {
    var profile: StreetProfile
    /// To the motorway, radians.
    var angle: Double
    /// From the motorway to where the ramps join, metres along the road.
    var reach: Double
  }

  var section: MotorwaySection
  var rampSpeed = 60 / 3.6
  var changeLane = 250.0
  /// From nose to nose, metres.
  var interchange = 400.0
  var radii = [1200.0, 1200.0]
  var turns = [0.1, -0.1]
  var rampRadius = 300.0
  /// Through the interchange, and at the ends of the map.
  var grade = 0.0
  var endGrades = [0.0, 0.0]
  var bridge: Bridge

  private static let taper = 60.0
  /// Behind the nose the hard shoulder opens over this length, metres.
  private static let opening = 120.0

  init(section: MotorwaySection, bridge: Bridge) {
    self.section = section
    self.bridge = bridge
  }

  func map() -> RoadMap {
    var draft = NetworkDraft()
    let middle = Alignment(
      from: PlanPose(Vector2(-interchange / 2, 0), heading: 0), [.line(interchange)])
    let before = outer(0, from: middle.start.reversed).turnedRound
    let behind = outer(1, from: middle.end)
    let first = stretch(before, atEnd: true, &draft)
    let second = between(middle, &draft)
    let third = stretch(behind, atEnd: false, &draft)
    let ramps = link(first, second, third, &draft)
    MotorwayOverpass(
      bridge: bridge, half: section.edge + section.shoulder + MotorwaySection.verge + 12,
      height: Self.clearance
    ).build(ramps, into: &draft)
    return draft.finish(name: "")
  }

  // MARK: Alignment and heights

  /// From the interchange to the edge of the map: straight along the speed change lanes, then a bend.
  private func outer(_ k: Int, from pose: PlanPose) -> Alignment {
    var result = Alignment(from: pose, [.line(changeLane + 40)])
    if turns[k].magnitude > 0.02 {
      let bend = CornerCurve(turn: k == 0 ? -turns[k] : turns[k], share: 0.5)
      for piece in bend.pieces(radius: radii[k]) { result.append(piece) }
    }
    result.append(.line(180))
    return result
  }

  /// Height of the reference line in the interchange, where x runs along it.
  private func height(_ x: Double) -> Double { grade * x }

  private func elevation(_ length: Double, atEnd: Bool) -> PiecewiseCubic {
    let level = changeLane + 30
    let x = interchange / 2
    let outside = endGrades[atEnd ? 0 : 1]
    let turn = level + 150
    // Heights from the interchange outwards; a grade keeps its sign along +s.
    let near = height(atEnd ? -x : x)
    let sign: Double = atEnd ? -1 : 1
    let corner = near + sign * grade * min(turn, length * 0.8)
    let far = corner + sign * outside * (length - min(turn, length * 0.8))
    let at = min(turn, length * 0.8)
    return VerticalProfile.parabolic(
      atEnd
        ? [
          .init(s: 0, z: far, half: 0), .init(s: length - at, z: corner, half: 120),
          .init(s: length, z: near, half: 0),
        ]
        : [
          .init(s: 0, z: near, half: 0), .init(s: at, z: corner, half: 120),
          .init(s: length, z: far, half: 0),
        ])
  }

  private func shape(_ alignment: Alignment) -> LateralShape {
    Banking.crownOnStraights(alignment, left: 60, right: 60, flat: section.median / 2)
  }

  // MARK: Stretches

  private func stretch(_ alignment: Alignment, atEnd: Bool, _ draft: inout NetworkDraft) -> Int {
    let length = alignment.length
    let widths =
      atEnd
      ? PiecewiseCubic.taper(from: 0, to: MotorwaySection.rampLane, at: 0, over: Self.taper)
      : PiecewiseCubic.taper(
        from: MotorwaySection.rampLane, to: 0, at: changeLane - Self.taper, over: Self.taper)
    let plain = PlannedSection(
      start: atEnd ? 0 : changeLane, left: section.plain, right: section.plain)
    let wide = PlannedSection(
      start: atEnd ? length - changeLane : 0,
      left: section.withChangeLane(atEnd ? .entry : .exit, widths),
      right: section.withChangeLane(atEnd ? .exit : .entry, widths))
    let index = draft.add(
      alignment,
      sections: PlannedSection.laneSections(atEnd ? [plain, wide] : [wide, plain], length: length))
    furnish(index, alignment, elevation(length, atEnd: atEnd), &draft)
    gantries(index, atEnd: atEnd, &draft)
    return index
  }

  private func between(_ alignment: Alignment, _ draft: inout NetworkDraft) -> Int {
    let length = alignment.length
    let rest = length - 2 * Self.opening
    let shoulder = PiecewiseCubic([
      .init(start: 0, cubic: smoothStep(from: 0, to: section.shoulder, over: Self.opening)),
      .init(start: Self.opening, cubic: CubicPolynomial(section.shoulder)),
      .init(
        start: Self.opening + rest, cubic: smoothStep(from: section.shoulder, to: 0, over: Self.opening)),
    ])
    let lanes = section.behindNose(shoulder)
    let index = draft.add(
      alignment,
      sections: PlannedSection.laneSections([.init(start: 0, left: lanes, right: lanes)], length: length))
    furnish(
      index, alignment, PiecewiseCubic([.init(start: 0, cubic: CubicPolynomial(height(-length / 2), grade))]),
      &draft)
    // Before the piers of the bridge.
    let t = section.edge + section.shoulder + GuardRail.distance
    for side in [1.0, -1] {
      GuardRail.add(to: index, from: length / 2 - 60, to: length / 2 + 60, t: side * t, &draft)
    }
    return index
  }

  private func furnish(
    _ index: Int, _ alignment: Alignment, _ elevation: PiecewiseCubic, _ draft: inout NetworkDraft
  ) {
    draft.edit(index) { road in
      road.sections[road.sections.count - 1].end = road.length
      road.kinds = [RoadKind(start: 0, name: "motorway", speedLimit: section.speed)]
      road.elevation = elevation
      road.superelevation = Banking.followingBends(alignment, full: 0.035)
      road.lateralShape = shape(alignment)
    }
    // One for each carriageway: posts of gantries stand before them, piers between them.
    let t = section.median / 2 - 0.75
    for side in [1.0, -1] {
      GuardRail.add(to: index, from: 0, to: draft.roads[index].length, t: side * t, &draft)
    }
  }

  /// Signs above the carriageway that comes to the interchange, and behind it.
  private func gantries(_ index: Int, atEnd: Bool, _ draft: inout NetworkDraft) {
    let length = draft.roads[index].length
    for isRight in [true, false] {
      // Traffic comes to the interchange on the right at its start, on the left behind it.
      let isComing = isRight == atEnd
      let back = isComing ? changeLane - 30 : changeLane + 60
      let s = atEnd ? length - back : back
      let gantry = Gantry(
        s: s, from: section.median / 2 - 0.4,
        to: section.edge + section.shoulder + MotorwaySection.rampLane + 0.8,
        isRight: isRight)
      gantry.add(to: index, lanes: section.lanes, isExit: isComing, limit: section.speed, &draft)
    }
  }

  // MARK: Interchange

  /// Both noses with their ramps; these by the side of the motorway on which they meet the road over it.
  private func link(
    _ first: Int, _ second: Int, _ third: Int, _ draft: inout NetworkDraft
  ) -> [MotorwayOverpass.Ramps] {
    let nose = PlanPose(Vector2(-interchange / 2, 0), heading: 0)
    let other = PlanPose(Vector2(interchange / 2, 0), heading: Double.pi)
    let (south, north) = (terminal(-1), terminal(1))
    func join(_ pose: PlanPose, _ a: Int, isStart: Bool, exit: Vector2, entry: Vector2) -> (Int, Int) {
      var design = MotorwayInterchange(section: section, speed: rampSpeed, radius: rampRadius)
      design.z = height(pose.point.x)
      design.grade = isStart ? grade : -grade
      design.top = Self.clearance
      design.exitEnd = exit
      design.entryEnd = entry
      return design.join(a, second, at: pose, isStart: isStart, &draft)
    }
    let (eastExit, westEntry) = join(nose, first, isStart: true, exit: south, entry: north)
    let (westExit, eastEntry) = join(other, third, isStart: false, exit: north, entry: south)
    return [
      .init(place: south, exit: eastExit, entry: eastEntry),
      .init(place: north, exit: westExit, entry: westEntry),
    ]
  }

  /// Where ramps meet the road over the motorway, on its right (−1) or left.
  private func terminal(_ side: Double) -> Vector2 {
    PlanPose(.zero, heading: bridge.angle).moved(ahead: side * bridge.reach).point
  }

  /// Height of the road over the motorway (RAA: 4.7 m clear, and the deck), metres.
  private static let clearance = 6.8
}
