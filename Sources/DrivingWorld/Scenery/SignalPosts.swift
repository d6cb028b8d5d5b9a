import Assets
import RandomStreams
import RoadNetwork
import Streetscape
import Traffic
import VectorMath
import WorldModel

/// Lights and signs: those of the map, and lights or signs at junctions where the map has none.
struct SignalPosts {
  /// What there is to put up, made once.
  struct Palette: Sendable {
    let light: Asset
    /// By name; looked up, never iterated.
    private let signs: [String: Asset]
    /// By km/h, on posts and for gantries.
    private let limits: [Int: (post: Asset, gantry: Asset)]
    private let exit = GantrySign(kind: .exit).makeAsset()

    /// Made on first use, then kept: it depends on nothing.
    static let shared = Palette()

    private init() {
      light = TrafficLight().makeAsset()
      let names = AssetCatalog.names.filter { $0.hasPrefix("traffic_sign") }
      signs = Dictionary(
        names.compactMap { name in AssetCatalog.make(name).map { (name, $0) } },
        uniquingKeysWith: { a, _ in a })
      limits = Dictionary(
        uniqueKeysWithValues: stride(from: 10, through: 130, by: 10).map { v in
          let post = TrafficSign(face: .speedLimit(v), size: v > 60 ? 0.75 : 0.6).makeAsset()
          return (v, (post, GantrySign(kind: .limit(v)).makeAsset()))
        })
    }

    private func limit(_ signal: RoadSignal) -> (post: Asset, gantry: Asset)? {
      let value = signal.value ?? Double(signal.subtype) ?? 50
      guard value.isFinite, value > 0, value < 1000 else { return nil }
      // Miles an hour and odd numbers show what is nearest.
      return limits[min(130, max(10, Int((value / 10).rounded()) * 10))]
    }

    /// What hangs over the road.
    func hanging(of signal: RoadSignal) -> Asset? {
      switch signal.type {
      case "274": limit(signal)?.gantry
      case "333": exit
      default: nil
      }
    }

    func sign(_ name: String) -> Asset? { signs[name] }

    /// By the numbers of the German catalogue, which most files use whatever their country.
    func sign(of signal: RoadSignal) -> Asset? {
      switch signal.type {
      case "205": sign("traffic_sign_yield")
      case "206": sign("traffic_sign")
      case "267": sign("traffic_sign_no_entry")
      case "306", "301": sign("traffic_sign_priority")
      case "350": sign("traffic_sign_crossing")
      case "123": sign("traffic_sign_works")
      case "101": sign("traffic_sign_danger")
      case "282": sign("traffic_sign_end_of_limits")
      case "222": sign("traffic_sign_keep_right")
      case "314": sign("traffic_sign_parking")
      case "274": limit(signal)?.post
      default: nil
      }
    }
  }

  let scenery: SceneryPlacement
  let signals: JunctionSignals
  let palette: Palette
  /// Seconds from the beginning of the traffic that lights are asked for.
  let time: Double

  func place(free: inout FootprintIndex) -> [SceneryPlacement.Item] {
    mapped(&free) + (signals.isSigned ? [] : atJunctions(&free))
  }

  /// Signals of the map, where they stand beside the traffic lanes.
  private func mapped(_ free: inout FootprintIndex) -> [SceneryPlacement.Item] {
    let map = scenery.map
    var out: [SceneryPlacement.Item] = []
    var seen: Set<Int> = []
    for stretch in scenery.region.stretches where seen.insert(stretch.road).inserted {
      let road = map.roads[stretch.road]
      for signal in road.signals where !signal.isReference {
        let isForward = signal.orientation != .backward
        if signal.zOffset > Self.overhead, !signal.isDynamic {
          out += hung(signal, road)
          continue
        }
        let asset = signal.isDynamic ? palette.light : palette.sign(of: signal)
        guard let asset, signal.s.isFinite, signal.t.magnitude < 200 else { continue }
        let pose = road.pose(s: min(road.length, max(0, signal.s)), t: signal.t)
        let p = Vector2(pose.position.x, pose.position.y)
        let yaw = pose.heading + (isForward ? .pi : 0) + signal.headingOffset
        if var item = scenery.standing(
          asset, at: p, yaw: yaw, scale: 1, radius: 0.2, gap: 0.05, clearance: 0.2, near: pose.position.z,
          on: [.terrain, .sidewalk, .kerb], &free)
        {
          item.attributes = [("signal", signal.id)]
          if signal.isDynamic { show(signals.light(road: stretch.road, forward: isForward), on: &item) }
          out.append(item)
        }
      }
    }
    return out
  }

  /// Signs higher than this hang over the road, metres.
  private static let overhead = 4.0
  /// From the middle of a gantry's beam to its face, metres.
  private static let beamFace = 0.25

  /// A sign before the beam of its gantry, towards those who come.
  private func hung(_ signal: RoadSignal, _ road: Road) -> [SceneryPlacement.Item] {
    guard let asset = palette.hanging(of: signal), signal.s.isFinite, signal.t.magnitude < 200,
      signal.zOffset < 20
    else { return [] }
    let isForward = signal.orientation != .backward
    let pose = road.pose(s: min(road.length, max(0, signal.s)), t: signal.t)
    guard scenery.region.contains(Vector2(pose.position.x, pose.position.y)) else { return [] }
    let rotation = Quaternion(yaw: pose.heading + (isForward ? .pi : 0) + signal.headingOffset)
    let place = pose.position + Vector3(0, 0, signal.zOffset) + rotation * Vector3(Self.beamFace, 0, 0)
    return [
      SceneryPlacement.Item(
        asset: asset, pose: RigidTransform(rotation: rotation, translation: place), scale: 1,
        attributes: [("signal", signal.id)])
    ]
  }

  private func atJunctions(_ free: inout FootprintIndex) -> [SceneryPlacement.Item] {
    let map = scenery.map
    let crowded = Set(
      signals.approaches.filter { approach in
        signals.approaches.filter { $0.junction == approach.junction }.count >= 3
      }
      .map(\.junction))
    var out: [SceneryPlacement.Item] = []
    for approach in signals.approaches where crowded.contains(approach.junction) {
      let road = map.roads[approach.road]
      guard !road.signals.contains(where: { $0.isDynamic && !$0.isReference }) else { continue }
      let asset =
        approach.light != nil
        ? palette.light
        : palette.sign(approach.isMain ? "traffic_sign_priority" : "traffic_sign_yield")
      guard let asset else { continue }
      // Beside the lanes that lead in: on the right in right-hand traffic.
      let isRight = road.rule == .rightHand
      let stretch = Region.Stretch(
        road: approach.road, section: approach.isAtEnd ? road.sections.count - 1 : 0, start: 0,
        end: road.length)
      let isLeft = approach.isAtEnd ? !isRight : isRight
      let side = RoadSides.Side(stretch: stretch, isLeft: isLeft)
      // A little before the junction; nearer or further where something is in the way.
      for back in [1.5, 3, 0.8, 5, 7] where back < road.length {
        guard let place = scenery.sides.place(side, approach.isAtEnd ? road.length - back : back) else {
          continue
        }
        let p = Vector2(place.point.x, place.point.y) + place.outward * 0.4
        let yaw = DeterministicMath.atan2(-approach.direction.y, -approach.direction.x)
        if var item = scenery.standing(
          asset, at: p, yaw: yaw, scale: 1, radius: 0.2, gap: 0.05, clearance: 0.2, near: place.point.z,
          on: [.terrain, .sidewalk, .kerb], &free)
        {
          if let light = approach.light { show(light, on: &item) }
          out.append(item)
          break
        }
      }
    }
    return out
  }

  /// Lights without a plan show green.
  private func show(_ light: JunctionSignals.Light?, on item: inout SceneryPlacement.Item) {
    let aspects = SignalAspect.allCases
    let changes = light.map { $0.plan.changes($0.group, from: 0, to: time) } ?? [(0, .green)]
    item.states = [
      StateTrack(
        "state",
        states: aspects.map {
          StateTrack.State($0.name, materials: TrafficLight.materials(of: item.asset, showing: $0.state))
        },
        changes: changes.map { change in
          StateTrack.Change(
            time: change.time - TownGenerator.margin, state: aspects.firstIndex(of: change.aspect) ?? 0)
        })
    ]
  }
}

extension SignalAspect {
  /// As labels say it: the lamps that are lit, joined by `_`.
  fileprivate var name: String {
    switch self {
    case .red: "red"
    case .redAmber: "red_amber"
    case .green: "green"
    case .amber: "amber"
    }
  }

  fileprivate var state: TrafficLight.State {
    switch self {
    case .red: .red
    case .redAmber: .redAmber
    case .green: .green
    case .amber: .amber
    }
  }
}
