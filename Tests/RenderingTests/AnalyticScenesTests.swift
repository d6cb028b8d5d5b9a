import Geometry
import Rendering
import Testing
import VectorMath
import WorldModel

/// The helpers themselves: meshes enclose what they should, and closed forms agree with tracked triangles.
@Suite struct AnalyticScenesTests {
  /// Signed volume of a closed mesh: positive when faces look outward.
  private static func volume(_ mesh: Mesh) -> Double {
    mesh.triangles.reduce(0) { sum, t in
      let (a, b, c) = (
        Vector3(mesh.positions[Int(t.x)]), Vector3(mesh.positions[Int(t.y)]),
        Vector3(mesh.positions[Int(t.z)])
      )
      return sum + dot(a, cross(b, c)) / 6
    }
  }

  @Test func meshesLookOutward() {
    #expect((Self.volume(AnalyticShape.box(size: Vector3(2, 3, 5)).mesh) - 30).magnitude < 1e-6)
    let ball = AnalyticShape.sphere(radius: 2, subdivisions: 5)
    let truth = 4.0 / 3 * Double.pi * 8
    #expect(Self.volume(ball.mesh) < truth && Self.volume(ball.mesh) > truth * 0.995)
    #expect(ball.mesh.triangles.count == 8 * 1024)
    #expect(ball.deviation < 5e-3 && ball.deviation > 0)
  }

  @Test func lookingAtPutsTheTargetInTheMiddle() {
    let camera = Camera(width: 101, height: 51, horizontalFieldOfView: 1)
    for target in [Vector3(1, 2, 3), Vector3(0, 0, -5), Vector3(-4, 0, 0.5)] {
      let pose = AnalyticScene.lookingAt(target, from: Vector3(0, 0, 1))
      let p = camera.project(pose.inverse * target)
      #expect(length(p - Vector2(50, 25)) < 1e-9)
      // Up in the world is up in the image, where that is defined.
      let above = camera.project(pose.inverse * (target + Vector3(0, 0, 0.01)))
      #expect(target.x == 0 || above.y < 25)
    }
  }

  /// Flow by the closed form against the path of the triangle's point that the ray caster found.
  @Test func flowFollowsTheTriangle() throws {
    let scene = AnalyticScene(bodies: [
      AnalyticBody(.rectangle(width: 30, height: 30), at: .zero),
      .moving(
        .box(size: Vector3(2, 1, 1)),
        from: RigidTransform(rotation: Quaternion(yaw: 0.2), translation: Vector3(-1, 0, 1)),
        to: RigidTransform(rotation: Quaternion(yaw: 0.9, pitch: 0.2), translation: Vector3(1, 0.5, 1.2))),
    ])
    let camera = Camera(width: 80, height: 60, horizontalFieldOfView: 1)
    let worldFromCamera = { (t: Double) in
      AnalyticScene.lookingAt(Vector3(t, 0, 0.5), from: Vector3(5 - t, -5, 3 + 0.5 * t))
    }
    let (now, later) = (0.25, 0.75)
    let first = RayCaster(snapshot: scene.snapshot(at: now))
    let second = RayCaster(snapshot: scene.snapshot(at: later))
    var seen = [0, 0]
    for v in 0..<camera.height {
      for u in 0..<camera.width {
        let (x, y) = (Double(u), Double(v))
        guard scene.isSettled(camera, worldFromCamera(now), u: x, v: y, at: now),
          let hit = first.sight(camera: camera, worldFromCamera: worldFromCamera(now), u: x, v: y)
        else { continue }
        let (a, b, c) = second.corners(of: hit)
        let moved = worldFromCamera(later).inverse * (a + (b - a) * hit.b1 + (c - a) * hit.b2)
        let expected = camera.project(moved) - Vector2(x, y)
        let flow = try #require(
          scene.flow(camera, u: x, v: y, at: now, to: later, worldFromCamera: worldFromCamera))
        #expect(length(flow - expected) < 1e-4)
        seen[hit.piece] += 1
      }
    }
    #expect(seen[0] > 1000 && seen[1] > 100)
  }
}
