import Geometry
import RoadNetwork
import VectorMath

/// Who goes first at a junction.
enum RightOfWay: Sendable, Hashable {
  /// Lights with a cycle: seconds of green of each axis.
  case lights(green: Double)
  /// Major arms go first; minor ones give way, or stop.
  case priority(stops: Bool)
  /// Whoever comes from the right (zones of 30 km/h, dead ends).
  case unmarked
}

/// Signs, lights, stop lines and crosswalks on the arms of a junction.
struct JunctionControl {
  var rule: RightOfWay
  /// Arms (by index) over which people cross.
  var crosswalks: Set<Int>
  /// Depth of a crosswalk along the street, metres (RASt 06: 3 to 4; R-FGÜ: 4).
  var crosswalkDepth = 4.0

  private static let gap = 0.8
  private static let stopBar = 0.5
  private static let country = "DE"

  /// - Parameters:
  ///   - arms: of the junction that was built.
  ///   - signs: arms that get signs and lines; nil = all.
  func furnish(_ arms: [Arm], junction: String, _ draft: inout NetworkDraft, signs: Set<Int>? = nil) {
    var groups: [[String]] = [[], []]
    let ways = TurnRules.ways(arms)
    for (i, arm) in arms.enumerated() where signs?.contains(i) ?? true {
      let crossing = crosswalks.contains(i)
      if crossing { crosswalk(arm, &draft) }
      let back = Self.gap + (crossing ? crosswalkDepth + 1 : 0)
      guard !arm.incoming.isEmpty else { continue }
      if rule != .unmarked {
        let turns = arm.incoming.indices.map { lane in
          Set(
            ways.filter { $0.from == i && $0.lane == lane }.map {
              TurnRules.turn(from: arm, to: arms[$0.to]).turn
            })
        }
        LaneArrow.add(to: arm, turns: turns, back: back + Self.stopBar + 2, &draft)
      }
      switch rule {
      case .lights:
        stopLine("StopLine", arm, back: back, &draft)
        groups[Self.axis(arm, arms)].append(light(arm, back: back + Self.stopBar, &draft))
      case .priority(let stops):
        if !arm.isMajor {
          stopLine(stops ? "StopLine" : "GiveWayLine", arm, back: back, &draft)
        }
        sign(
          arm.isMajor ? "301" : stops ? "206" : "205", arm, back: back + (arm.isMajor ? 12 : 1.2),
          size: arm.isMajor ? 0.9 : 0.9, &draft)
      case .unmarked: break
      }
      if crossing, case .lights = rule {
      } else if crossing {
        sign("350", arm, back: Self.gap + crosswalkDepth + 0.6, size: 0.6, &draft)
      }
    }
    if case .lights(let green) = rule { control(groups, green, arms, junction, &draft) }
  }

  /// Arms that face one another share a phase.
  private static func axis(_ arm: Arm, _ arms: [Arm]) -> Int {
    guard let first = arms.first(where: \.isMajor) ?? arms.first else { return 0 }
    let c = DeterministicMath.cos(arm.pose.heading - first.pose.heading)
    return c.magnitude > 0.7 ? 0 : 1
  }

  private func control(
    _ groups: [[String]], _ green: Double, _ arms: [Arm], _ junction: String, _ draft: inout NetworkDraft
  ) {
    // RiLSA 2015: amber of 3 s at 50 km/h, 4 at 60, 5 at 70; 2 s in which all wait.
    let fastest = arms.map(\.speed).max() ?? 13.9
    let amber = fastest > 17 ? 5.0 : fastest > 14.5 ? 4.0 : 3.0
    var uses: [Junction.ControllerUse] = []
    for (k, signals) in groups.enumerated() where !signals.isEmpty {
      let id = draft.furnitureID()
      draft.add(
        SignalController(
          id: id, name: "phase \(k + 1)", signals: signals, sequence: k,
          phase: SignalPhase(green: k == 0 ? green : (green * 0.75).rounded(), amber: amber, clearance: 2)))
      uses.append(.init(id: id, type: "", sequence: k))
    }
    draft.edit(junction: junction) { $0.controllers = uses }
  }

  // MARK: On the street

  private func crosswalk(_ arm: Arm, _ draft: inout NetworkDraft) {
    let length = draft.roads[arm.road].length
    let a = arm.station(back: Self.gap, length: length)
    let b = arm.station(back: Self.gap + crosswalkDepth, length: length)
    let kerbs = arm.contact == .end ? (arm.farKerb, arm.nearKerb) : (-arm.nearKerb, -arm.farKerb)
    var object = RoadObject(
      id: draft.furnitureID(), type: "crosswalk", s: (a + b) / 2, t: (kerbs.0 + kerbs.1) / 2)
    object.name = "crosswalk"
    object.length = crosswalkDepth
    object.width = kerbs.0 - kerbs.1
    let (low, high) = (min(a, b), max(a, b))
    let inset = 0.1
    object.outlines = [
      .init(
        id: 0,
        corners: [
          .init(id: 0, first: low, second: kerbs.1 + inset),
          .init(id: 1, first: high, second: kerbs.1 + inset),
          .init(id: 2, first: high, second: kerbs.0 - inset),
          .init(id: 3, first: low, second: kerbs.0 - inset),
        ])
    ]
    draft.edit(arm.road) { $0.objects.append(object) }
  }

  /// A bar over the lanes that lead in, its near edge `back` metres before the junction.
  private func stopLine(_ name: String, _ arm: Arm, back: Double, _ draft: inout NetworkDraft) {
    guard let first = arm.incoming.first, let last = arm.incoming.last else { return }
    let length = draft.roads[arm.road].length
    let a = arm.station(back: back, length: length)
    let b = arm.station(back: back + Self.stopBar, length: length)
    let clear = 0.1
    let (left, right) = (first.left - clear, last.right + clear)
    let (high, low) = arm.contact == .end ? (left, right) : (-right, -left)
    var object = RoadObject(
      id: draft.furnitureID(), type: "roadMark", s: (a + b) / 2, t: (high + low) / 2)
    object.name = name
    object.subtype = "signalLines"
    object.orientation = arm.contact == .end ? .forward : .backward
    object.length = Self.stopBar
    object.width = high - low
    let (from, to) = (min(a, b), max(a, b))
    object.outlines = [
      .init(
        id: 0,
        corners: [
          .init(id: 0, first: from, second: low), .init(id: 1, first: to, second: low),
          .init(id: 2, first: to, second: high), .init(id: 3, first: from, second: high),
        ])
    ]
    draft.edit(arm.road) { $0.objects.append(object) }
  }

  // MARK: Beside the street

  private func light(_ arm: Arm, back: Double, _ draft: inout NetworkDraft) -> String {
    let id = draft.furnitureID()
    var signal = place("1000001", arm, id, back: back, aside: 0.5, draft)
    signal.country = "OpenDRIVE"
    signal.isDynamic = true
    signal.name = "traffic light"
    (signal.zOffset, signal.width, signal.height) = (2.4, 0.3, 0.9)
    draft.edit(arm.road) { $0.signals.append(signal) }
    return id
  }

  private func sign(_ type: String, _ arm: Arm, back: Double, size: Double, _ draft: inout NetworkDraft) {
    let room = draft.roads[arm.road].length
    var signal = place(type, arm, draft.furnitureID(), back: min(back, room * 0.45), aside: 0.6, draft)
    (signal.zOffset, signal.width, signal.height) = (2.2, size, size)
    draft.edit(arm.road) { $0.signals.append(signal) }
  }

  /// To the right of those who come, `aside` metres behind the kerb.
  private func place(
    _ type: String, _ arm: Arm, _ id: String, back: Double, aside: Double, _ draft: NetworkDraft
  ) -> RoadSignal {
    let road = draft.roads[arm.road]
    let s = arm.station(back: back, length: road.length)
    let t = arm.contact == .end ? arm.nearKerb - aside : aside - arm.nearKerb
    let ids = arm.incoming.map(\.id)
    let lanes = ids.min().flatMap { low in ids.max().map { low...$0 } }
    return RoadSignal(
      id: id, s: s, t: t, orientation: arm.contact == .end ? .forward : .backward, country: Self.country,
      type: type, subtype: "-1", lanes: lanes.map { [$0] } ?? [])
  }
}
