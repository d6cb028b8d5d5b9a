import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Optical flow and scene flow of rigid bodies against their tracks.
@Suite struct FlowTests {
  private static func pair(_ r: Raster<Float>, _ u: Int, _ v: Int) -> Vector2 {
    Vector2(Double(r[u, v, 0]), Double(r[u, v, 1]))
  }

  @Test(arguments: MotionScene.all) func flowIsTheProjectedMotion(_ m: MotionScene) throws {
    let c = m.capture([.flowForward, .flowBackward, .visibility])
    let (forward, backward) = (try #require(c.flowForward), try #require(c.flowBackward))
    let ball = m.scene.bodies[2].shape.deviation
    var worst = 0.0
    var seen = [0, 0, 0, 0, 0]
    var largest = 0.0
    for v in 0..<c.camera.height {
      for u in 0..<c.camera.width {
        let (x, y) = (Double(u), Double(v))
        guard m.scene.isSettled(c.camera, c.worldFromCamera, u: x, v: y, at: m.time, reach: 0.05) else {
          continue
        }
        let body = m.scene.sight(c.camera, c.worldFromCamera, u: x, v: y, at: m.time)?.body
        seen[(body ?? -1) + 1] += 1
        for (flow, to) in [(forward, m.time + m.step), (backward, m.time - m.step)] {
          let expected = m.scene.flow(
            c.camera, u: x, v: y, at: m.time, to: to, worldFromCamera: m.worldFromCamera)
          let found = Self.pair(flow, u, v)
          guard let expected else {
            #expect(found == .zero)
            continue
          }
          let error = length(found - expected)
          // The ball's facets lie inside it; what they show moves a little differently.
          if body == 2 {
            #expect(error < 0.01 + 40 * ball)
          } else {
            worst = max(worst, error)
          }
          largest = max(largest, length(found))
        }
      }
    }
    #expect(worst < 0.01, "\(worst) px")
    #expect(worst < 1e-3, "\(worst) px: more than single precision costs")
    #expect(seen[1...].allSatisfy { $0 > 50 }, "\(seen)")
    #expect(m.description == "nothing moves" ? largest == 0 : largest > 1)
  }

  @Test func whatDoesNotMoveHasExactlyNoFlow() throws {
    let still = MotionScene.all[0]
    let c = still.capture(
      [.flowForward, .flowBackward, .sceneFlow, .occlusionForward, .occlusionBackward])
    #expect(try #require(c.flowForward).values.allSatisfy { $0 == 0 })
    #expect(try #require(c.flowBackward).values.allSatisfy { $0 == 0 })
    #expect(try #require(c.sceneFlow).values.allSatisfy { $0 == 0 })
    #expect(try #require(c.occlusionForward).values.allSatisfy { $0 == 0 })
    #expect(try #require(c.occlusionBackward).values.allSatisfy { $0 == 0 })
    // With a still camera, the ground is still though others move.
    let objects = MotionScene.all[2].capture([.flowForward, .sceneFlow, .visibility])
    let (flow, motion, piece) = (
      try #require(objects.flowForward), try #require(objects.sceneFlow), try #require(objects.piece)
    )
    for i in piece.values.indices where piece.values[i] <= 1 {
      #expect(flow.values[2 * i] == 0 && flow.values[2 * i + 1] == 0)
      #expect((0..<3).allSatisfy { motion.values[3 * i + $0] == 0 })
    }
  }

  @Test(arguments: MotionScene.all) func sceneFlowIsTheMotionOfTheSurface(_ m: MotionScene) throws {
    let c = m.capture([.sceneFlow, .depth, .visibility])
    let (motion, depth, piece) = (
      try #require(c.sceneFlow), try #require(c.depth), try #require(c.piece)
    )
    let rotation = c.worldFromCamera.rotation.matrix.transpose
    var worst = 0.0
    var worstBall = 0.0
    for v in 0..<c.camera.height {
      for u in 0..<c.camera.width {
        let found = Vector3(
          Double(motion[u, v, 0]), Double(motion[u, v, 1]), Double(motion[u, v, 2]))
        guard piece[u, v] > 0 else {
          #expect(found == .zero)
          continue
        }
        let track = m.scene.bodies[Int(piece[u, v]) - 1].track
        let p = c.worldFromCamera * (c.camera.ray(Double(u), Double(v)) * Double(depth[u, v]))
        let q = track.pose(at: m.time + m.step) * (track.pose(at: m.time).inverse * p)
        let error = length(found - rotation * (q - p))
        // Facets of the ball seen edge on: a hair's breadth across is a long way along the ray.
        if piece[u, v] == 3 { worstBall = max(worstBall, error) } else { worst = max(worst, error) }
      }
    }
    #expect(worst < 5e-6 && worstBall < 1e-4, "\(worst) m, ball \(worstBall) m")
  }

  @Test func signs() throws {
    // The camera steps to the right: what stands still goes left. It rises: things go down.
    for (step, isRight, isDown) in [(Vector3(0, -0.1, 0), true, false), (Vector3(0, 0, 0.1), false, true)] {
      var m = MotionScene("step", movesCamera: false, movesObjects: false)
      let pose = RigidTransform<WorldSpace, ObjectSpace>(translation: Vector3(-6, 0, 1))
      m.world.rig.track = Track(keys: [
        Track.Key(time: 0, worldFromObject: pose),
        Track.Key(
          time: 1,
          worldFromObject: RigidTransform(translation: pose.translation + step * 10)),
      ])
      m.world.rig.cameras[0].rigFromCamera = Rig.mount(at: .zero)
      let c = m.capture([.flowForward, .flowBackward, .visibility])
      let (forward, backward) = (try #require(c.flowForward), try #require(c.flowBackward))
      for i in try #require(c.piece).values.indices where c.piece?.values[i] ?? 0 > 0 {
        #expect((forward.values[2 * i] < -0.01) == isRight)
        #expect((forward.values[2 * i + 1] > 0.01) == isDown)
        #expect((backward.values[2 * i] > 0.01) == isRight)
      }
    }
  }

  /// A wall that the camera passes: behind the camera there is no flow, and all numbers are finite.
  @Test func nothingFlowsBehindTheCamera() throws {
    var m = MotionScene("pass", movesCamera: false, movesObjects: false)
    let end = RigidTransform<WorldSpace, ObjectSpace>(translation: Vector3(8, 0, 1))
    m.world.rig.track = Track(keys: [
      Track.Key(
        time: 0, worldFromObject: RigidTransform(translation: Vector3(-6, 0, 1))),
      Track.Key(time: 1, worldFromObject: end),
    ])
    m.world.rig.cameras[0].rigFromCamera = Rig.mount(at: .zero)
    m.step = 0.5
    m.time = 0.3
    let c = m.capture([.flowForward, .occlusionForward, .sceneFlow, .depth])
    let (flow, depth, hidden) = (
      try #require(c.flowForward), try #require(c.depth), try #require(c.occlusionForward)
    )
    var behind = 0
    for i in depth.values.indices where depth.values[i] < .infinity {
      #expect(flow.values[2 * i].isFinite && flow.values[2 * i + 1].isFinite)
      if depth.values[i] < 6.99 {
        behind += 1
        #expect(flow.values[2 * i] == 0 && flow.values[2 * i + 1] == 0 && hidden.values[i] == 1)
      }
    }
    #expect(behind > 500)
  }
}
