import RoadNetwork
import VectorMath
import WorldModel

/// The sizes of a vehicle that decide where it can be.
struct VehicleBody: Sendable {
  var length: Double
  var width: Double
  var height: Double
  /// Axles ahead of the body's middle, metres.
  var rearAxle: Double
  var frontAxle: Double

  var wheelbase: Double { frontAxle - rearAxle }
  /// From the rear axle to the front bumper, and back to the rear one.
  var ahead: Double { length / 2 - rearAxle }
  var behind: Double { length / 2 + rearAxle }

  /// A usual car; the carrier of the cameras, which is not itself seen.
  static let ego = VehicleBody(length: 4.5, width: 1.82, height: 1.5, rearAxle: -1.3, frontAxle: 1.4)
}

/// A vehicle on its line, before it is known how it drives.
struct TrafficVehicle: Sendable {
  var body: VehicleBody
  var line: DrivingLine
  /// Where its rear axle is at the start, metres along the line.
  var start: Double
  /// Share of the line's speeds that it drives at.
  var temper: Double

  /// The pose of the body's middle on the ground (or of the rear axle) with the rear axle `distance` along the line:
  /// both axles on the line, tilted as the road is.
  func pose(at distance: Double, atRearAxle: Bool = false) -> RigidTransform<WorldSpace, ObjectSpace> {
    let rear = line.point(at: distance)
    let front = line.point(at: distance + body.wheelbase)
    let up = line.normal(at: distance + body.wheelbase / 2)
    let forward = normalized(front - rear)
    let left = normalized(cross(up, forward))
    let rotation = Quaternion(Matrix3(columns: forward, left, cross(forward, left)))
    return RigidTransform(
      rotation: rotation, translation: atRearAxle ? rear : rear - forward * body.rearAxle)
  }

  func footprint(at distance: Double) -> Footprint {
    let rear = line.point(at: distance)
    let front = line.point(at: distance + body.wheelbase)
    let forward = normalized(Vector2(front.x - rear.x, front.y - rear.y))
    return Footprint(
      center: Vector2(rear.x, rear.y) - forward * body.rearAxle, forward: forward,
      half: Vector2(body.length, body.width) / 2, low: min(rear.z, front.z) - 0.3,
      high: max(rear.z, front.z) + body.height)
  }
}
