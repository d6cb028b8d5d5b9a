package import Geometry
package import RoomGeometry
package import VectorMath
package import WorldModel

/// A thing in its place in the home.
package struct PlacedThing: Sendable {
  package enum Hold: Sendable, Hashable {
    case floor
    case wall
    case ceiling
    /// Stands or lies on another thing, by index in the list of things.
    case thing(Int)
  }

  package var thing: Thing
  /// Of the thing's origin, world.
  package var position: Vector3
  package var rotation: Quaternion
  /// Index into the plan's rooms.
  package var room: Int
  package var hold: Hold
  /// The group it came with, e.g. `bed`.
  package var group: String
  /// Joints that stand open; all others are shut.
  package var openings: [JointOpening] = []

  package init(
    thing: Thing, position: Vector3, rotation: Quaternion, room: Int, hold: Hold, group: String
  ) {
    self.thing = thing
    self.position = position
    self.rotation = rotation
    self.room = room
    self.hold = hold
    self.group = group
  }

  package init(
    thing: Thing, at pose: FloorPose, elevation: Double, room: Int, hold: Hold, group: String
  ) {
    self.init(
      thing: thing, position: Vector3(pose.position.x, pose.position.y, elevation),
      rotation: Quaternion(yaw: pose.yaw), room: room, hold: hold, group: group)
  }

  package var worldFromThing: RigidTransform<WorldSpace, ObjectSpace> {
    RigidTransform(rotation: rotation, translation: position)
  }

  /// The box at rest, turned with the thing.
  package var box: OrientedBox {
    OrientedBox(
      center: position + rotation * thing.bounds.center, halfSize: thing.bounds.size / 2, rotation: rotation)
  }

  /// What it fills of the room, for a thing that stands upright.
  package var solid: RoomSpace.Solid {
    let forward = rotation * Vector3(1, 0, 0)
    let center = box.center
    return RoomSpace.Solid(
      area: FloorRectangle(
        center: Vector2(center.x, center.y), forward: normalized(Vector2(forward.x, forward.y)),
        half: Vector2(thing.bounds.size.x / 2, thing.bounds.size.y / 2)),
      heights: position.z + thing.bounds.min.z...position.z + thing.bounds.max.z)
  }
}

extension Thing {
  /// A thing that no catalog knows.
  package init(_ asset: Asset) { self.init(asset: asset, bounds: asset.restBounds) }
}
