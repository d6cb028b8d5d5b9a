import Assets
import Geometry
import Testing
import VectorMath
import Vehicles
import WorldModel

/// A bicycle on a bend: what turns, what stays where it is, and the hands.
@Suite struct BicycleSteeringTests {
  /// A left-hand bend of the given radius, at 3 m/s for 2 s.
  private static func bend(_ radius: Double) -> Track {
    Track(
      keys: (0...80).map { k in
        let t = Double(k) / 40
        let heading = 3 * t / radius
        let (s, c) = DeterministicMath.sincos(heading)
        return Track.Key(
          time: t,
          worldFromObject: RigidTransform(
            rotation: Quaternion(yaw: heading), translation: Vector3(radius * s, radius * (1 - c), 0)))
      })
  }

  private func node(_ asset: Asset, _ name: String) throws -> Int {
    try #require(asset.nodes.firstIndex { $0.name == name })
  }

  @Test(arguments: [4.0, -4, 9, 60]) func theFrontWheelStandsOnTheGroundAndItsHubTurnsWithTheFork(
    _ radius: Double
  ) throws {
    let rider = Cyclist()
    let g = rider.geometry
    let bicycle = Bicycle(colour: Colour(0x27506b), geometry: g).makeAsset()
    let motion = Pedalling(track: Self.bend(radius), body: rider.body, geometry: g)
    let wheel = try node(bicycle, "wheel_front")
    let fork = try node(bicycle, "steering")
    let straight = bicycle.objectFromNodes(bicycle.restPoses)
    for t in [0.5, 0.93, 1.4] {
      let frames = bicycle.objectFromNodes(motion.articulation(of: bicycle, at: t).poses)
      // The tyre's lowest point: at height 0, below the hub in the wheel's own plane.
      let points = bicycle.pieces.filter { $0.node == wheel }.flatMap { $0.mesh.positions }
        .map { frames[wheel] * Vector3($0) }
      let lowest = try #require(points.min { $0.z < $1.z })
      #expect(lowest.z.magnitude < 0.002, "radius \(radius), \(t) s: \(lowest.z)")
      // The hub keeps its distance from the steering axis, and its place along it but for the slide.
      let axis = g.steeringAxis
      func offAxis(_ p: Vector3) -> Double { length(cross(p - g.headBottom, axis)) }
      let hub = frames[wheel] * Vector3.zero
      #expect((offAxis(hub) - offAxis(straight[wheel] * .zero)).magnitude < 1e-9)
      #expect(dot(hub - straight[wheel] * .zero, axis).magnitude < 0.008)
      #expect(offAxis(frames[fork] * Vector3.zero) < 1e-9)
      // Square to the line from the turn's centre to where it touches the ground, seen from above.
      let axle = frames[wheel].linear * Vector3(0, 1, 0)
      let onGround = DeterministicMath.atan2(-axle.x, axle.y)
      let expected = DeterministicMath.atan2(g.wheelbase / radius, 1)
      #expect((onGround - expected).magnitude < 0.004, "radius \(radius): \(onGround), not \(expected)")
      #expect((onGround > 0) == (radius > 0))
    }
  }

  @Test(arguments: [4.0, -4, 9]) func handsFollowTheGrips(_ radius: Double) throws {
    let rider = Cyclist()
    let person = rider.makeAsset()
    let motion = Pedalling(track: Self.bend(radius), body: rider.body, geometry: rider.geometry)
    let steering = BicycleSteering(geometry: rider.geometry, curvature: 1 / radius)
    let joints = person.objectFromNodes(motion.articulation(of: person, at: 1).poses)
    for (side, name) in [(1.0, "left"), (-1.0, "right")] {
      let hand = joints[try node(person, "hand_\(name)")] * Vector3.zero
      let grip = steering.carried(rider.geometry.grip(side) + Vector3(-0.06, 0, 0.06))
      #expect(length(hand - grip) < 0.01, "\(name), radius \(radius): \(length(hand - grip)) m")
      let still = rider.geometry.grip(side) + Vector3(-0.06, 0, 0.06)
      #expect(length(grip - still) > 0.02)
    }
  }

  @Test func straightAheadNothingTurns() throws {
    let bicycle = Bicycle().makeAsset()
    let motion = Pedalling(
      travel: TravelledDistance(steadySpeed: 4), body: PersonBody(), geometry: BicycleGeometry())
    let fork = try node(bicycle, "steering")
    let pose = motion.articulation(of: bicycle, at: 0.7).poses[fork]
    #expect(length(pose.translation - bicycle.restPoses[fork].translation) < 1e-9)
    #expect(length(pose.rotation * Vector3(1, 0, 0) - Vector3(1, 0, 0)) < 1e-12)
  }
}
