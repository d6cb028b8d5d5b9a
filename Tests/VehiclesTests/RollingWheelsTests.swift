import Assets
import Geometry
import Testing
import VectorMath
import Vehicles
import WorldModel

struct RollingWheelsTests {
  private func straight(_ speed: Double) -> Track {
    Track(
      keys: [0.0, 2.0, 4.0].map { t in
        Track.Key(time: t, worldFromObject: RigidTransform(translation: Vector3(speed * t, 0, 0)))
      })
  }

  /// A circle to the left of radius 20 m, followed by the point midway between the axles.
  private func circle() -> Track {
    Track(
      keys: (0...100).map { i in
        let a = Double(i) * 0.01
        let (s, c) = DeterministicMath.sincos(a)
        return Track.Key(
          time: Double(i) * 0.05,
          worldFromObject: RigidTransform(
            rotation: Quaternion(yaw: a), translation: Vector3(20 * s, 20 * (1 - c), 0)))
      })
  }

  @Test func distanceFollowsTheTrack() {
    let travel = TravelledDistance(track: straight(5))
    #expect((travel.distance(at: 1.3) - 6.5).magnitude < 1e-9)
    #expect(travel.distance(at: -1) == 0)
    #expect((travel.distance(at: 9) - 20).magnitude < 1e-9)
    #expect((travel.speed(at: 3) - 5).magnitude < 1e-9)
    let back = TravelledDistance(track: straight(-2))
    #expect((back.distance(at: 2) + 4).magnitude < 1e-9)
    #expect((TravelledDistance(track: circle()).curvature(at: 2.5) - 0.05).magnitude < 1e-4)
    #expect(TravelledDistance(track: Track(still: .identity)).distance(at: 3) == 0)
  }

  /// The point of a rolling wheel that touches the ground stands still.
  @Test func rollingWheelsDoNotSlip() throws {
    let asset = Car().makeAsset()
    let wheels = RollingWheels(asset: asset, track: straight(8))
    #expect(wheels.wheels.count == 4)
    let t = 1.234
    let dt = 1e-5
    for wheel in wheels.wheels {
      let node = try #require(asset.nodes.firstIndex { $0.name == wheel.node })
      let a = wheels.articulation(of: asset, at: t).poses[node]
      let b = wheels.articulation(of: asset, at: t + dt).poses[node]
      // The wheel-fixed point that is lowest now.
      let local = a.rotation.conjugate * Vector3(0, 0, -wheel.radius)
      let velocity = ((b.rotation * local - a.rotation * local) / dt) + Vector3(8, 0, 0)
      #expect(length(velocity) < 0.01)
    }
  }

  @Test func onlyFrontWheelsSteerAndInwardMore() throws {
    let asset = Car().makeAsset()
    let wheels = RollingWheels(asset: asset, track: circle())
    let poses = wheels.articulation(of: asset, at: 2.5).poses
    func heading(_ name: String) throws -> Double {
      let node = try #require(asset.nodes.firstIndex { $0.name == name })
      // The axle's direction gives the heading, whatever the spin.
      let axle = poses[node].rotation * Vector3(0, 1, 0)
      return DeterministicMath.atan2(-axle.x, axle.y)
    }
    let (left, right) = (try heading("wheel_front_left"), try heading("wheel_front_right"))
    #expect(left > right && right > 0.1 && left < 0.2)
    #expect(try heading("wheel_rear_left").magnitude < 1e-9)
  }

  @Test(arguments: ["car", "car_suv", "van", "truck", "bus"])
  func wheelsStandOnTheGroundUnderTheirAxles(_ name: String) throws {
    let asset = try #require(VehicleCatalog.make(name))
    for wheel in RollingWheels.wheels(of: asset) {
      let node = try #require(asset.nodes.firstIndex { $0.name == wheel.node })
      var bounds = Box3()
      for piece in asset.pieces where piece.node == node {
        for p in piece.mesh.positions { bounds.insert(Vector3(p)) }
      }
      #expect((bounds.min.z + wheel.radius).magnitude < 0.005)
      #expect((bounds.size.x - bounds.size.z).magnitude < 0.01)
    }
  }

  /// Feet stay on the pedals as the cranks turn.
  @Test func cyclistsKeepFeetOnPedals() throws {
    let rider = Cyclist()
    let bicycle = Bicycle(colour: Colour(0x27506b), geometry: rider.geometry).makeAsset()
    let person = rider.makeAsset()
    let motion = Pedalling(
      travel: TravelledDistance(steadySpeed: 4), body: rider.body, geometry: rider.geometry)
    for i in 0..<24 {
      let t = Double(i) * 0.05
      let machine = bicycle.objectFromNodes(motion.articulation(of: bicycle, at: t).poses)
      let joints = person.objectFromNodes(motion.articulation(of: person, at: t).poses)
      for side in ["left", "right"] {
        let pedal = try #require(bicycle.nodes.firstIndex { $0.name == "pedal_\(side)" })
        let foot = try #require(person.nodes.firstIndex { $0.name == "foot_\(side)" })
        let at =
          machine[pedal] * Vector3(0, side == "left" ? rider.geometry.pedalY : -rider.geometry.pedalY, 0)
        let nearest =
          person.pieces.filter { $0.node == foot }.flatMap { $0.mesh.positions }
          .map { length(joints[foot] * Vector3($0) - at) }.min() ?? 1
        #expect(nearest < 0.05, "\(side) \(t): \(nearest)")
      }
      // Hands near the grips.
      let hand = try #require(person.nodes.firstIndex { $0.name == "hand_left" })
      #expect(length(joints[hand].translation - rider.geometry.grip(1)) < 0.13)
    }
  }
}
