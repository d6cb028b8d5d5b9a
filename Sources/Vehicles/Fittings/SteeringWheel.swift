import Assets
import VectorMath
import WorldModel

/// On which side of a vehicle its driver sits: the left where traffic keeps right.
package enum DriverSide: Sendable, Hashable {
  case left, right

  /// Of y.
  var sign: Double { self == .left ? 1 : -1 }
}

/// A steering wheel: its rim and a spoke across.
struct SteeringWheel {
  /// Asset frame, metres.
  var center: Vector3
  var radius: Double
  /// Of the rim's plane against the ground, radians.
  var tilt: Double
  var detail = Fineness.fine

  private var rotation: Quaternion { Quaternion(axis: Vector3(0, 1, 0), angle: -tilt) }

  /// How it is held.
  var grip: Asset.Seat.Wheel {
    Asset.Seat.Wheel(center: center, axis: rotation * Vector3(0, 0, 1), radius: radius)
  }

  func add(to asset: inout AssetBuilder, material: Int) {
    let rim = MeshBuilder.torus(
      radius: radius, tube: 0.016, sides: detail.sides(24), rings: detail.rings(6))
    let spoke = MeshBuilder.box(size: Vector3(0.05, 1.86 * radius, 0.02), bevel: 0.005)
    for shape in [rim, spoke] {
      asset.add(
        shape.rotated(rotation).translated(center.x, center.y, center.z), material: material,
        part: "interior")
    }
  }
}
