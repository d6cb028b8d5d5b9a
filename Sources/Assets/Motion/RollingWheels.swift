import VectorMath
package import WorldModel

/// Wheels that turn as far as their vehicle goes, and steer as its path bends (Ackermann).
package struct RollingWheels: Articulating {
  package struct Wheel: Sendable, Hashable {
    /// The node's name in the asset; its origin is the wheel's centre, its axle along y.
    package var node: String
    package var radius: Double
    package var isSteered: Bool

    package init(node: String, radius: Double, isSteered: Bool) {
      self.node = node
      self.radius = radius
      self.isSteered = isSteered
    }
  }

  package var travel: TravelledDistance
  package var wheels: [Wheel]
  /// The largest steering angle, radians.
  package var steeringLimit: Double

  package init(travel: TravelledDistance, wheels: [Wheel], steeringLimit: Double = 0.65) {
    self.travel = travel
    self.wheels = wheels
    self.steeringLimit = steeringLimit
  }

  /// For an asset whose wheels are the nodes named `wheel_…`, resting on the ground; those named
  /// `wheel_front_…` steer.
  package init(asset: Asset, track: Track) {
    self.init(travel: TravelledDistance(track: track), wheels: Self.wheels(of: asset))
  }

  package static func wheels(of asset: Asset) -> [Wheel] {
    asset.nodes.filter { $0.name.hasPrefix("wheel_") }.map {
      Wheel(node: $0.name, radius: $0.rest.translation.z, isSteered: $0.name.hasPrefix("wheel_front_"))
    }
  }

  package func articulation(of asset: Asset, at t: Double) -> Articulation {
    var poses = asset.restPoses
    let distance = travel.distance(at: t)
    let curvature = travel.curvature(at: t)
    // The fixed axles' mean position is what follows the path.
    var fixed = 0.0
    var count = 0
    for wheel in wheels where !wheel.isSteered {
      guard let node = asset.nodes.first(where: { $0.name == wheel.node }) else { continue }
      fixed += node.rest.translation.x
      count += 1
    }
    let rear = count > 0 ? fixed / Double(count) : 0
    for wheel in wheels {
      guard wheel.radius > 0, let i = asset.nodes.firstIndex(where: { $0.name == wheel.node }) else {
        continue
      }
      let center = asset.nodes[i].rest.translation
      var spin = Quaternion(axis: Vector3(0, 1, 0), angle: distance / wheel.radius)
      if wheel.isSteered {
        // Each wheel is square to the line to the turn's centre at (rear, 1/curvature).
        let angle = DeterministicMath.atan2((center.x - rear) * curvature, 1 - center.y * curvature)
        let steer = max(-steeringLimit, min(steeringLimit, angle))
        spin = Quaternion(axis: Vector3(0, 0, 1), angle: steer) * spin
      }
      poses[i].rotation = spin
    }
    return Articulation(poses: poses)
  }
}
