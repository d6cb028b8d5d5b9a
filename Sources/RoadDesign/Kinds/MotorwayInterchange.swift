import Geometry
import RoadNetwork
import VectorMath

/// One nose of an interchange: where an exit leaves one carriageway and an entry joins the other.
struct MotorwayInterchange {
  let section: MotorwaySection
  /// On the ramps, m/s.
  let speed: Double
  let radius: Double
  /// Height of the reference line at the nose, and its grade from there on.
  var z = 0.0
  var grade = 0.0
  /// Where the ramps lead to: the middle of a junction, and its height.
  var exitEnd = Vector2.zero
  var entryEnd = Vector2.zero
  var top = 6.8
  /// Width of a ramp's lane away from the nose, metres.
  private static let lane = 4.5

  init(section: MotorwaySection, speed: Double, radius: Double) {
    self.section = section
    self.speed = speed
    self.radius = radius
  }

  /// Joins the outer stretch `a` with the one between the noses, `b`, by a direct junction, and adds the ramps.
  ///
  /// - Parameters:
  ///   - pose: at the nose, looking from the outer stretch to the other.
  ///   - isStart: `a` meets the nose with its end, `b` with its start; else the other way round.
  /// - Returns: the ramps' roads, which end at their junctions.
  func join(
    _ a: Int, _ b: Int, at pose: PlanPose, isStart: Bool, _ draft: inout NetworkDraft
  ) -> (exit: Int, entry: Int) {
    let id = draft.id()
    let (near, far): (ContactPoint, ContactPoint) = isStart ? (.end, .start) : (.start, .end)
    for (road, contact) in [(a, near), (b, far)] {
      draft.edit(road) { road in
        let link = RoadLink(.junction(id: id))
        if contact == .end { road.successor = link } else { road.predecessor = link }
      }
    }
    // Looking along `pose`, traffic on the right leaves the outer stretch. In its own numbers that side is negative where
    // it looks the same way.
    let own = isStart ? 1 : -1
    let exit = ramp(at: pose, isExit: true, junction: id, &draft)
    let entry = ramp(at: pose, isExit: false, junction: id, &draft)
    let (aID, bID) = (draft.roads[a].id, draft.roads[b].id)
    let (exitID, entryID) = (draft.roads[exit].id, draft.roads[entry].id)
    var junction = Junction(id: id, name: "", kind: .direct)
    let through = (0..<section.lanes).map { 3 + $0 }
    let change = 3 + section.lanes
    junction.connections = [
      .init(
        incomingRoad: aID, connectingRoad: bID, contact: far,
        laneLinks: through.map { .init(from: -own * $0, to: -own * $0) }),
      .init(
        incomingRoad: bID, connectingRoad: aID, contact: near,
        laneLinks: through.map { .init(from: own * $0, to: own * $0) }),
      .init(
        incomingRoad: aID, connectingRoad: exitID, contact: .start,
        laneLinks: [.init(from: -own * change, to: -1)]),
      .init(
        incomingRoad: entryID, connectingRoad: aID, contact: near,
        laneLinks: [.init(from: 1, to: own * change)]),
    ]
    draft.add(junction)
    return (exit, entry)
  }

  /// Both ramps lead away from the nose: the exit on the right, the entry (against its traffic) on the left.
  private func ramp(at pose: PlanPose, isExit: Bool, junction: String, _ draft: inout NetworkDraft) -> Int {
    let side: Double = isExit ? -1 : 1
    // Where the carriageway is when it falls to its edge from the median on, upright on its grade.
    let fall = Banking.drainage
    let drop = fall * (section.edge - section.median / 2)
    let run = 1 / (1 + grade * grade).squareRoot()
    let start = pose.moved(ahead: drop * grade * run, left: side * section.edge)
    // Along the carriageway until clear of it, then straight to the junction.
    let leave = start.moved(ahead: 75)
    let whole = Alignment(
      through: [start.point, leave.point, isExit ? exitEnd : entryEnd], radius: radius, share: 0.8)
    let alignment = whole.trimmed(from: 0, to: whole.length - MotorwayOverpass.setback)
    let lane = PiecewiseCubic.taper(from: MotorwaySection.rampLane, to: Self.lane, at: 20, over: 60)
    let solid = MotorwaySection.line(.solid, 0.15)
    let outside = [
      PlannedLane("ramp", isExit ? .offRamp : .onRamp, widths: lane, marks: [solid]),
      PlannedLane(
        "shoulder", .shoulder, widths: .taper(from: section.shoulder, to: 1.5, at: 20, over: 80)),
      PlannedLane("verge", .border, width: MotorwaySection.verge),
    ]
    let inside = [
      PlannedLane("inner", .shoulder, widths: .taper(from: 0, to: 0.75, at: 40, over: 60)),
      PlannedLane("verge", .border, widths: .taper(from: 0, to: MotorwaySection.verge, at: 90, over: 60)),
    ]
    let section = PlannedSection(
      start: 0, left: isExit ? inside : outside, right: isExit ? outside : inside, centre: [solid])
    let index = draft.add(
      alignment, sections: PlannedSection.laneSections([section], length: alignment.length))
    draft.edit(index) { road in
      road.sections[0].end = road.length
      road.predecessor = RoadLink(.junction(id: junction))
      road.kinds = [RoadKind(start: 0, name: "motorway", speedLimit: speed)]
      let length = road.length
      let level = 30.0
      road.elevation = VerticalProfile.parabolic([
        .init(s: 0, z: z - drop * run, half: 0),
        .init(s: 50, z: z - drop * run + grade * 50, half: 40), .init(s: length - level, z: top, half: 25),
        .init(s: length, z: top, half: 0),
      ])
      // The same fall goes on, to the outside of the motorway, and ends before the junction.
      let tilt = side < 0 ? fall : -fall
      road.lateralShape = LateralShape(
        profiles: [(0, tilt), (length - 50, tilt), (length, 0)].map { s, tilt in
          .init(s: s, heights: PiecewiseCubic([.init(start: -60, cubic: CubicPolynomial(-60 * tilt, tilt))]))
        })
    }
    // From where the widths are settled to the corners of the junction.
    let end = alignment.length - 12
    GuardRail.add(
      to: index, from: 110, to: end, t: side * (Self.lane + 1.5 + GuardRail.distance), &draft)
    GuardRail.add(to: index, from: 160, to: end, t: -side * (0.75 + GuardRail.distance), &draft)
    return index
  }
}
