import Geometry
import RoadNetwork
import VectorMath

/// One road's end as a junction sees it: looking in, traffic that comes in on the right (where it drives on the right).
struct Arm: Sendable {
  /// A lane where the road ends; offsets to the left of the reference line as one looks into the junction, metres.
  struct End: Sendable, Hashable {
    var id: Int
    var type: LaneType
    var left: Double
    var right: Double
    var width: Double { left - right }
  }

  /// Place in `NetworkDraft.roads`.
  let road: Int
  let roadID: String
  let contact: ContactPoint
  /// On the reference line, looking into the junction.
  let pose: PlanPose
  let z: Double
  /// Driving lanes that lead in, from the middle outwards.
  let incoming: [End]
  /// Driving lanes that lead out, from the middle outwards.
  let outgoing: [End]
  /// Cycle lanes in and out.
  let bikesIn: [End]
  let bikesOut: [End]
  /// What lies beyond the carriageway, from the kerb outwards: where traffic comes in, and where it leaves.
  let nearSide: [End]
  let farSide: [End]
  /// Offset of the kerb to the right, where traffic comes in, and to the left; metres.
  let nearKerb: Double
  let farKerb: Double
  let speed: Double
  var isMajor: Bool
  /// The middle of the arm's turning lane has traffic of its own.
  let hasTurnLane: Bool

  init(_ source: Road, index: Int, contact: ContactPoint, isMajor: Bool, hasTurnLane: Bool = false) {
    road = index
    roadID = source.id
    self.contact = contact
    self.isMajor = isMajor
    self.hasTurnLane = hasTurnLane
    let atEnd = contact == .end
    let s = atEnd ? source.length : 0
    let sample = source.planSample(at: s)
    let line = PlanPose(sample.point, heading: sample.heading)
    pose = atEnd ? line : line.reversed
    z = source.elevation.value(at: s)
    speed = source.kind(at: s)?.speedLimit ?? 50 / 3.6
    let k = atEnd ? source.sections.count - 1 : 0
    let borders = source.laneBorders(at: s, section: k)
    let section = source.sections[k]
    let sign: Double = atEnd ? 1 : -1
    var (near, far): ([End], [End]) = ([], [])
    for (i, lane) in section.lanes.enumerated() where lane.id != 0 && borders.indices.contains(i) {
      let inner = borders[lane.id > 0 ? i + 1 : i - 1]
      let (a, b) = (sign * borders[i], sign * inner)
      let end = End(id: lane.id, type: lane.type, left: max(a, b), right: min(a, b))
      if (lane.id < 0) == atEnd { near.append(end) } else { far.append(end) }
    }
    near.sort { $0.id.magnitude < $1.id.magnitude }
    far.sort { $0.id.magnitude < $1.id.magnitude }
    func isCarriageway(_ end: End) -> Bool {
      end.type.isDrivable || end.type == .biking || end.type == .parking || end.type == .median
    }
    let (nearCount, farCount) = (
      (near.lastIndex(where: isCarriageway) ?? -1) + 1, (far.lastIndex(where: isCarriageway) ?? -1) + 1
    )
    incoming = near.filter { $0.type.isDrivable }
    outgoing = far.filter { $0.type.isDrivable }
    bikesIn = near.filter { $0.type == .biking }
    bikesOut = far.filter { $0.type == .biking }
    nearSide = Array(near[nearCount...])
    farSide = Array(far[farCount...])
    nearKerb = nearCount > 0 ? near[nearCount - 1].right : 0
    farKerb = farCount > 0 ? far[farCount - 1].left : 0
  }

  /// Where lanes begin and end that lead in along `left`, and out.
  func entry(left: Double) -> PlanPose { pose.moved(left: left) }
  func exit(left: Double) -> PlanPose { pose.moved(left: left).reversed }

  /// Station on the road `back` metres before the junction.
  func station(back: Double, length: Double) -> Double { contact == .end ? length - back : back }
}
