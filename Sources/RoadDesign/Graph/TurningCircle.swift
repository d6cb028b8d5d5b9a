import Geometry
import RoadNetwork
import VectorMath

/// The end of a dead-end street: a ring around an island, where lorries turn in one go (RASt 06: 9 to 12.5 m).
struct TurningCircle {
  let profile: StreetProfile
  /// Of the ring's kerb, metres.
  var outerRadius = 11.5
  var laneWidth = 5.5
  /// From the ring's kerb to where the street ends, metres.
  private static let distance = 5.0
  private static let kerbRadius = 6.0

  /// Closes the end of a street that leads nowhere.
  func close(_ road: Int, at contact: ContactPoint, _ draft: inout NetworkDraft) {
    let street = Arm(draft.roads[road], index: road, contact: contact, isMajor: false)
    let middle = street.pose.moved(ahead: outerRadius + Self.distance).point
    let radius = outerRadius - laneWidth
    let half = profile.kerbAtJunction(hasTurnLane: false)
    let reach = DeterministicMath.atan2(half + Self.distance, outerRadius)
    let from = street.pose.heading + Double.pi + reach
    let (sin, cos) = DeterministicMath.sincos(from)
    let start = PlanPose(middle + radius * Vector2(cos, sin), heading: from + Double.pi / 2)
    let turn = 2 * (Double.pi - reach)
    let alignment = Alignment(from: start, [.arc(turn * radius, curvature: 1 / radius)])
    // The green leaves a hole of some decimetres, which is filled.
    let island = RingIsland(apron: 1, green: radius - 1.4)
    var right = [PlannedLane("drive0", .driving, width: laneWidth)]
    if profile.walk > 0 { right.append(PlannedLane("walk", .sidewalk, width: profile.walk)) }
    let section = PlannedSection(start: 0, left: island.lanes, right: right)
    let ring = draft.add(
      alignment, sections: PlannedSection.laneSections([section], length: alignment.length))
    draft.edit(ring) { road in
      road.sections[0].end = road.length
      road.kinds = [RoadKind(start: 0, name: profile.kind, speedLimit: min(profile.speed, 20 / 3.6))]
      road.elevation = PiecewiseCubic(constant: street.z)
    }
    // Counter-clockwise around the junction, so that who turns right comes to the next.
    let around = [
      Arm(draft.roads[ring], index: ring, contact: .end, isMajor: true), street,
      Arm(draft.roads[ring], index: ring, contact: .start, isMajor: true),
    ]
    let design = JunctionDesign(kerbRadius: Self.kerbRadius, kind: profile.kind, isRing: true)
    for built in design.build(around, into: &draft).ways where built.way.from == 0 && built.way.to == 2 {
      island.lead(through: built.road, &draft)
    }
  }
}
