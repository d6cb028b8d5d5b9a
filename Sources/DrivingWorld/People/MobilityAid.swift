import Assets
import RandomStreams
import RoadNetwork
import Traffic
import VectorMath
import WorldModel

/// What somebody on the pavement moves along: a pram that is pushed, or the wheelchair that one sits in.
///
/// The place of who has one is the middle of the rear axle: it goes where the wheels point, so that they roll and never
/// slip sideways, and whoever pushes walks behind.
struct MobilityAid: Sendable {
  enum Kind: Sendable { case pram, wheelchair }

  var kind: Kind
  var asset: Asset
  /// In a wheelchair, who sits in it.
  var user: WheelchairUser?
  var userAsset: Asset?
  /// m/s at most.
  var pace: Double

  /// Metres from the rear axle of a pram back to the feet of who pushes it.
  static let behind = 0.8

  /// All of it and of who pushes, from the rear axle along the way, metres.
  var reach: ClosedRange<Double> { kind == .pram ? -0.8...0.6 : -0.2...0.5 }

  /// From the rear axle to the front one, and from the middle to each of the rear wheels, metres.
  private var base: (long: Double, half: Double) { kind == .pram ? (0.62, 0.285) : (0.41, 0.275) }

  private static let palette: (prams: [Asset], chairs: [Asset], users: [(WheelchairUser, Asset)]) = {
    let prams = (1...6).map {
      Pram(kind: $0 % 2 == 0 ? .pushchair : .carrycot, variant: UInt64($0)).makeAsset()
    }
    let chairs = (1...4).map { Wheelchair(variant: UInt64($0)).makeAsset() }
    let users = (1...6).map { k in
      let user = WheelchairUser(variant: UInt64(40 + k))
      return (user, user.makeAsset())
    }
    return (prams, chairs, users)
  }()

  /// One of them, or none.
  static func draw(prams: Double, wheelchairs: Double, _ chance: inout RandomStream) -> MobilityAid? {
    let roll = chance.uniform()
    if roll < prams {
      return chance.choose(palette.prams).map { MobilityAid(kind: .pram, asset: $0, pace: 1.35) }
    }
    guard roll < prams + wheelchairs, let chair = chance.choose(palette.chairs),
      let user = chance.choose(palette.users)
    else { return nil }
    return MobilityAid(
      kind: .wheelchair, asset: chair, user: user.0, userAsset: user.1, pace: chance.uniform(0.8, 1.4))
  }

  /// Poses of the rear axle's middle on the ground, each looking where the way leads, all wheels on the ground.
  func poses(
    _ states: [ActorState], _ ground: Ground
  ) -> [RigidTransform<WorldSpace, ObjectSpace>] {
    var facing = states.first.map { $0.pose.rotation * Vector3(1, 0, 0) } ?? Vector3(1, 0, 0)
    return states.indices.map { k in
      let p = states[k].pose.translation
      let way = states[min(k + 2, states.count - 1)].pose.translation - states[max(k - 2, 0)].pose.translation
      if way.x * way.x + way.y * way.y > 0.0016 { facing = normalized(Vector3(way.x, way.y, 0)) }
      func onGround(_ forward: Double, _ left: Double) -> Vector3 {
        let q =
          Vector2(p.x, p.y) + Vector2(facing.x, facing.y) * forward + Vector2(-facing.y, facing.x) * left
        return Vector3(q.x, q.y, ground.spot(q, below: p.z + 1)?.height ?? p.z)
      }
      let (l, r, f) = (onGround(0, base.half), onGround(0, -base.half), onGround(base.long, 0))
      let middle = (l + r) / 2
      let forward = normalized(f - middle)
      let across = normalized((l - r) - forward * dot(l - r, forward))
      let rotation = Quaternion(Matrix3(columns: forward, across, cross(forward, across)))
      return RigidTransform(rotation: rotation, translation: middle)
    }
  }
}

extension TownGenerator {
  /// Somebody with a pram or in a wheelchair: two entities.
  func add(
    _ person: PeoplePlacement.Person, _ aid: MobilityAid, _ actor: ActorTrack, _ ground: Ground,
    to list: inout EntityList
  ) {
    let poses = aid.poses(actor.states, ground)
    func track(_ poses: [RigidTransform<WorldSpace, ObjectSpace>]) -> Track {
      guard let first = poses.first, (actor.states.last?.travelled ?? 0) > 0 else {
        return Track(still: poses.first ?? .identity)
      }
      _ = first
      return Track(
        keys: poses.enumerated().map { k, pose in
          Track.Key(time: Double(k) * TrafficSimulation.step - Self.margin, worldFromObject: pose)
        })
    }
    let now = min(actor.states.count - 1, Int(Self.margin / TrafficSimulation.step))
    let wheels = track(poses)
    let speed = (name: "speed", value: "\((actor.states[max(0, now)].speed * 10).rounded() / 10)")
    func behaviour(_ walking: String, _ standing: String) -> (name: String, value: String) {
      let text = TimedText(actor, margin: Self.margin) { state in
        state.behaviours.names.map { $0 == "walking" ? walking : $0 == "standing" ? standing : $0 }
          .joined(separator: "+")
      }
      return ("behaviour", text.text)
    }
    let rolling = aid.kind == .pram ? behaviour("pushed", "stopped") : behaviour("wheeling", "stopped")
    list.add(
      aid.asset.name, aid.asset, wheels,
      attributes: [("state", wheels.isStill ? "stopped" : "moving"), speed, rolling]
    ) { RollingWheels(travel: TravelledDistance(track: $0), wheels: RollingWheels.wheels(of: aid.asset)) }
    if let user = aid.user, let asset = aid.userAsset {
      list.add(
        "wheelchair_user", asset, wheels, materials: person.colours,
        attributes: [("state", "sitting"), speed, rolling]
      ) {
        WheelchairPush(body: user.body, travel: TravelledDistance(track: $0))
      }
      return
    }
    // Whoever pushes stands upright behind, on the ground there.
    let feet = track(
      poses.map { pose in
        let ahead = pose.rotation * Vector3(1, 0, 0)
        let p = pose.translation - ahead * MobilityAid.behind
        let yaw = DeterministicMath.atan2(ahead.y, ahead.x)
        let z = ground.spot(Vector2(p.x, p.y), below: p.z + 1)?.height ?? p.z
        return RigidTransform(rotation: Quaternion(yaw: yaw), translation: Vector3(p.x, p.y, z))
      })
    list.add(
      "pedestrian", person.model.asset, feet, materials: person.colours,
      attributes: [
        ("state", feet.isStill ? "standing" : "walking"), speed,
        behaviour("walking+pushing", "standing+pushing"),
      ]
    ) { track in
      PushingWalk(
        walk: WalkCycle(
          body: person.model.body, track: track, speed: max(0.7, person.speed), phase: person.phase),
        ahead: MobilityAid.behind + Pram.handle.x - 0.015, height: Pram.handle.y)
    }
  }
}
