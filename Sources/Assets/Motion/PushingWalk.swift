import VectorMath
package import WorldModel

/// Somebody who walks behind something on wheels, both hands on its handle.
package struct PushingWalk: Articulating {
  package var walk: WalkCycle
  /// The middle of the handle: metres ahead of the walker's place and above the ground.
  package var ahead: Double
  package var height: Double

  package init(walk: WalkCycle, ahead: Double, height: Double) {
    self.walk = walk
    self.ahead = ahead
    self.height = height
  }

  package func articulation(of asset: Asset, at t: Double) -> Articulation {
    pose(at: t).articulation(of: asset)
  }

  /// The pose at a world time, seconds.
  package func pose(at t: Double) -> PersonPose {
    var pose = walk.pose(at: t)
    let body = walk.body
    // Shoulders stay square to the handle.
    pose.spineYaw = 0
    pose.headYaw *= 0.3
    for isLeft in [true, false] {
      let side: Double = isLeft ? 1 : -1
      let fingers = normalized(Vector3(0.8, -side * 0.2, -0.35))
      let grip = Vector3(ahead, side * 0.16, height + 0.02)
      pose.place(
        isLeft: isLeft, wrist: grip - fingers * (0.5 * body.handLength), fingers: fingers,
        palm: Vector3(0.2, 0, -1), elbow: Vector3(-0.5, side * 0.45, -0.7), body: body)
    }
    return pose
  }
}
