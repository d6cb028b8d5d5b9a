import Geometry
import RoadNetwork
import VectorMath

/// A ring of one lane, with a junction for each street and roads between them.
struct RoundaboutDesign {
  struct Street {
    /// Away from the middle, radians.
    var direction: Double
    var length: Double
    var z: Double
  }

  var profile: StreetProfile
  /// Of the ring's kerb, metres.
  var outerRadius: Double
  var laneWidth = 6.0
  /// Islands between the directions of each street, metres.
  var island = 2.0
  var hasCrosswalks = true
  var arms: [Street] = []
  private static let inside = RingIsland()

  init(profile: StreetProfile, outerRadius: Double) {
    self.profile = profile
    self.outerRadius = outerRadius
  }

  /// The ring's reference line: the inner edge of its lane.
  private var radius: Double { outerRadius - laneWidth }

  /// Half of the angle at the middle that a street's junction takes.
  private var reach: Double {
    let half = profile.kerbAtJunction(hasTurnLane: false) + island / 2
    return DeterministicMath.atan2(half + 7.5, outerRadius)
  }

  func map() -> RoadMap {
    var draft = NetworkDraft()
    let rings = arms.indices.map { ring(after: $0, &draft) }
    let streets = arms.map { street($0, &draft) }
    var ids: [String] = []
    for i in arms.indices {
      let before = rings[(i + arms.count - 1) % arms.count]
      let ringIn = Arm(draft.roads[before], index: before, contact: .end, isMajor: true)
      let ringOut = Arm(draft.roads[rings[i]], index: rings[i], contact: .start, isMajor: true)
      let street = Arm(draft.roads[streets[i]], index: streets[i], contact: .end, isMajor: false)
      // Counter-clockwise around the junction, so that who turns right comes to the next.
      let around = [ringIn, street, ringOut]
      let built = JunctionDesign(kerbRadius: 14, isRing: true).build(around, into: &draft)
      ids.append(built.id)
      for way in built.ways where way.way.from == 0 && way.way.to == 2 {
        Self.inside.lead(through: way.road, &draft)
      }
      JunctionControl(
        rule: .priority(stops: false), crosswalks: hasCrosswalks ? [1] : [], crosswalkDepth: 3.5
      ).furnish(around, junction: built.id, &draft, signs: [1])
    }
    draft.add(JunctionGroup(id: draft.id(), name: "roundabout", type: "roundabout", junctions: ids))
    return draft.finish(name: "")
  }

  /// The road between a street and the next, counter-clockwise.
  private func ring(after i: Int, _ draft: inout NetworkDraft) -> Int {
    let from = arms[i].direction + reach
    var to = arms[(i + 1) % arms.count].direction - reach
    while to < from + 0.05 { to += 2 * Double.pi }
    let (sin, cos) = DeterministicMath.sincos(from)
    let start = PlanPose(radius * Vector2(cos, sin), heading: from + Double.pi / 2)
    let alignment = Alignment(from: start, [.arc((to - from) * radius, curvature: 1 / radius)])
    let right = [
      PlannedLane("drive0", .driving, width: laneWidth), PlannedLane("walk", .sidewalk, width: profile.walk),
    ]
    let section = PlannedSection(start: 0, left: Self.inside.lanes, right: right)
    let index = draft.add(
      alignment, sections: PlannedSection.laneSections([section], length: alignment.length))
    draft.edit(index) { road in
      road.sections[0].end = road.length
      road.kinds = [RoadKind(start: 0, name: profile.kind, speedLimit: 30 / 3.6)]
      road.elevation = PiecewiseCubic(constant: 0)
    }
    return index
  }

  private func street(_ arm: Street, _ draft: inout NetworkDraft) -> Int {
    let axis = PlanPose(.zero, heading: arm.direction)
    let start = axis.moved(ahead: outerRadius + 6 + arm.length).reversed
    let alignment = Alignment(from: start, [.line(arm.length)])
    var end = StreetEnd()
    end.island = island
    end.approach = 35
    let layout = StreetSections(profile, length: alignment.length, start: nil, end: end)
    let index = draft.add(alignment, sections: layout.sections)
    draft.edit(index) { road in
      road.sections[road.sections.count - 1].end = road.length
      road.kinds = [RoadKind(start: 0, name: profile.kind, speedLimit: profile.speed)]
      road.elevation = VerticalProfile.step(from: arm.z, to: 0, length: road.length, flat: 20)
      road.lateralShape = Banking.crown(
        left: profile.kerb, right: profile.kerb, length: road.length, startRunIn: nil, endRunIn: 20)
    }
    ParkingBays(profile, layout).mark(index, &draft)
    return index
  }
}
