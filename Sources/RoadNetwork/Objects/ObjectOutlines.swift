import Geometry
package import VectorMath

extension RoadMap {
  /// The corners of an object's outlines in space, in the order of `outlines`, metres: feet, without their heights.
  ///
  /// Local corners stand in the object's own frame: turned by heading, pitch and roll, upright unless it is
  /// perpendicular to the road.
  package func outlines(road r: Int, object i: Int) -> [[Vector3]] {
    guard roads.indices.contains(r), roads[r].objects.indices.contains(i) else { return [] }
    let (road, object) = (roads[r], roads[r].objects[i])
    return object.outlines.map { outline in
      outline.corners.map { corner in
        outline.isRoadCoordinates
          ? road.pose(s: corner.first, t: corner.second, height: corner.z).position
          : object.point(corner.first, corner.second, corner.z, on: road)
      }
    }
  }
}

extension RoadObject {
  /// The object's axes (ahead, left, up) in space.
  func axes(on road: Road) -> (u: Vector3, v: Vector3, w: Vector3) {
    let pose = road.pose(s: s, t: t)
    let base: (Vector3, Vector3, Vector3)
    if isPerpendicular {
      base = (pose.forward, pose.left, cross(pose.forward, pose.left))
    } else {
      let (sin, cos) = DeterministicMath.sincos(pose.heading)
      base = (Vector3(cos, sin, 0), Vector3(-sin, cos, 0), Vector3(0, 0, 1))
    }
    let turn = Quaternion(yaw: heading, pitch: pitch, roll: roll)
    func world(_ v: Vector3) -> Vector3 { base.0 * v.x + base.1 * v.y + base.2 * v.z }
    return (world(turn * Vector3(1, 0, 0)), world(turn * Vector3(0, 1, 0)), world(turn * Vector3(0, 0, 1)))
  }

  /// A point of the object's frame in space.
  func point(_ u: Double, _ v: Double, _ z: Double, on road: Road) -> Vector3 {
    let axes = axes(on: road)
    return road.pose(s: s, t: t, height: zOffset).position + u * axes.u + v * axes.v + z * axes.w
  }
}
