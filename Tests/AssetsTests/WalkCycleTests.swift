import Assets
import Geometry
import Testing
import VectorMath
import WorldModel

struct WalkCycleTests {
  /// Sole points in the world, for a person who walks along +x.
  private func soles(_ asset: Asset, _ walk: WalkCycle, at t: Double, _ side: String) -> [Vector3] {
    let nodes = asset.objectFromNodes(walk.articulation(of: asset, at: t).poses)
    let advance = Vector3(walk.travel.distance(at: t), 0, 0)
    return asset.pieces.filter { asset.nodes[$0.node].name == "foot_\(side)" }.flatMap { piece in
      piece.mesh.positions.map { nodes[piece.node] * Vector3($0) + advance }
    }
  }

  @Test(arguments: [(1.75, 0.8), (1.75, 1.4), (1.62, 1.7), (1.2, 1.0), (1.75, 3.2), (1.3, 2.6)])
  func plantedFeetDoNotSlide(_ stature: Double, _ speed: Double) {
    let body = PersonBody(stature: stature)
    let asset = Pedestrian(body: body).makeAsset()
    let walk = WalkCycle(body: body, speed: speed)
    let period = walk.stride / speed
    let dt = period / 400
    for side in ["left", "right"] {
      // Slip: how far points on the ground move while they stay there, summed over each contact.
      var slip = 0.0
      var worst = 0.0
      var contacts = 0
      var previous = soles(asset, walk, at: 0, side)
      for i in 1...400 {
        let now = soles(asset, walk, at: Double(i) * dt, side)
        let lowest = previous.indices.min { previous[$0].z < previous[$1].z } ?? 0
        if previous[lowest].z < 0.004, now[lowest].z < 0.006 {
          let d = now[lowest] - previous[lowest]
          slip += (d.x * d.x + d.y * d.y).squareRoot()
          contacts += 1
          worst = max(worst, slip)
        } else {
          slip = 0
        }
        previous = now
      }
      #expect(contacts > 60)
      #expect(worst < 0.02, "\(side) slips \(worst) m")
    }
  }

  @Test(arguments: [(1.75, 1.4), (1.2, 1.0), (1.75, 3.2)])
  func feetNeverSinkAndWalkersAlwaysTouch(_ stature: Double, _ speed: Double) {
    let body = PersonBody(stature: stature)
    let asset = Pedestrian(body: body).makeAsset()
    let walk = WalkCycle(body: body, speed: speed)
    let period = walk.stride / speed
    for i in 0..<100 {
      let t = Double(i) / 100 * period
      let left = soles(asset, walk, at: t, "left").map(\.z).min() ?? 0
      let right = soles(asset, walk, at: t, "right").map(\.z).min() ?? 0
      #expect(min(left, right) > -0.03, "at \(t): \(left) \(right)")
      if !walk.isRunning { #expect(min(left, right) < 0.012, "at \(t): \(left) \(right)") }
    }
  }

  @Test func theCycleCloses() {
    let walk = WalkCycle(body: PersonBody(), speed: 1.4)
    let (a, b) = (walk.pose(cycle: 0.25), walk.pose(cycle: 1.25))
    #expect((a.leftLeg.hip - b.leftLeg.hip).magnitude < 1e-9)
    #expect((a.shift.z - b.shift.z).magnitude < 1e-9)
    // Half a cycle later left and right have changed places.
    let c = walk.pose(cycle: 0.75)
    #expect((a.leftLeg.knee - c.rightLeg.knee).magnitude < 1e-9)
    #expect((a.rightArm.shoulder - c.leftArm.shoulder).magnitude < 1e-9)
  }

  @Test func standsStillOnAStillTrack() {
    let track = Track(still: RigidTransform(translation: Vector3(3, 4, 0)))
    let body = PersonBody()
    let asset = Pedestrian(body: body).makeAsset()
    let walk = WalkCycle(body: body, track: track, speed: 1.4, phase: 0.3)
    let poses = walk.articulation(of: asset, at: 5).poses
    for (pose, rest) in zip(poses, asset.restPoses) {
      #expect(length(pose.translation - rest.translation) < 1e-12)
      #expect((pose.rotation.x - rest.rotation.x).magnitude < 1e-12)
    }
  }
}
