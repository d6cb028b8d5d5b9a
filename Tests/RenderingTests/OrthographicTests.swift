import Geometry
import Imaging
import RandomStreams
import Rendering
import Testing
import VectorMath
import WorldModel

/// Pictures of parallel rays: against closed forms and against rays; how the rasteriser draws them is in
/// `RasteriserAgreementTests`.
@Suite struct OrthographicTests {
  private static let lens: Camera = {
    var camera = Camera(width: 97, height: 81, metresAcross: 11, near: 0.2)
    camera.fy *= 1.25
    camera.cx -= 3.3
    return camera
  }()

  @Test(arguments: MotionScene.all.prefix(4))
  func everythingIsWhereTheRayMeetsIt(_ motion: MotionScene) throws {
    let lens = Self.lens
    var m = motion
    m.world.rig.cameras[0].camera = lens
    m.world.rig.cameras[0].stereoPartner = nil
    let c = m.capture([
      .depth, .visibility, .faceNormal, .flowForward, .flowBackward, .occlusionForward, .sceneFlow,
    ])
    let (depth, piece, normal) = (try #require(c.depth), try #require(c.piece), try #require(c.faceNormal))
    let (forward, backward) = (try #require(c.flowForward), try #require(c.flowBackward))
    let ball = m.scene.bodies[2].shape.deviation
    var seen = [0, 0, 0, 0, 0]
    var largest = 0.0
    for v in 0..<lens.height {
      for u in 0..<lens.width {
        let (x, y) = (Double(u), Double(v))
        guard m.scene.isSettled(lens, c.worldFromCamera, u: x, v: y, at: m.time, reach: 0.1) else { continue }
        func sight(_ du: Double, _ dv: Double) -> AnalyticScene.Sight? {
          m.scene.sight(lens, c.worldFromCamera, u: x + du, v: y + dv, at: m.time)
        }
        let truth = sight(0, 0)
        // Corners lie on a grid of 1/256 pixel: beside an edge of a body another face may be drawn.
        let isEdge = [(-0.01, 0.0), (0.01, 0), (0, -0.01), (0, 0.01)].contains { du, dv in
          guard let a = sight(du, dv), let b = truth, b.body != 2 else { return false }
          return length(a.normal - b.normal) > 1e-6
        }
        if isEdge { continue }
        seen[(truth?.body ?? -1) + 1] += 1
        #expect(Int(piece[u, v]) == (truth?.body ?? -1) + 1)
        guard let truth else {
          #expect(depth[u, v] == .infinity && forward[u, v, 0] == 0 && normal[u, v, 2] == 0)
          continue
        }
        let isBall = truth.body == 2
        #expect(abs(Double(depth[u, v]) / truth.depth - 1) < (isBall ? 20 * ball : 1e-6))
        let n = Vector3(Double(normal[u, v, 0]), Double(normal[u, v, 1]), Double(normal[u, v, 2]))
        #expect(length(n - truth.normal) < (isBall ? 0.2 : 1e-6))
        for (flow, other) in [(forward, m.time + m.step), (backward, m.time - m.step)] {
          let track = m.scene.bodies[truth.body].track
          let moved = track.pose(at: other) * (track.pose(at: m.time).inverse * truth.position)
          let expected = lens.project(m.worldFromCamera(other).inverse * moved) - Vector2(x, y)
          let found = Vector2(Double(flow[u, v, 0]), Double(flow[u, v, 1]))
          largest = max(largest, length(found))
          #expect(length(found - expected) < (isBall ? 100 * ball : 1e-3))
        }
      }
    }
    #expect(seen[1...].allSatisfy { $0 > 3 }, "\(seen)")
    #expect(m.description == "nothing moves" ? largest == 0 : largest > 0.5)
  }

  /// A crate is as large wherever it stands, and things alone cover what they cover in company.
  @Test func nothingShrinksWithDistance() throws {
    let lens = Camera(width: 120, height: 60, metresAcross: 12)
    let size = Vector3(1, 2, 1)
    let scene = AnalyticScene(bodies: [
      AnalyticBody(.box(size: size), at: Vector3(3, -3, 0)),
      AnalyticBody(.box(size: size), at: Vector3(900, 3, 0)),
    ])
    var world = scene.world
    world.rig.cameras = [Rig.MountedCamera(name: "ahead", camera: lens, rigFromCamera: Rig.mount(at: .zero))]
    let moment = CameraSensor.Moment(world: world, time: 0, step: 0.1)
    let c = CameraSensor().capture(
      moment, world.rig.cameras[0], channels: [.instance, .depth, .alone],
      atlas: TextureAtlas(moment.now.materials))
    let (ids, depth) = (try #require(c.instance), try #require(c.depth))
    // Ten pixels a metre.
    for id in [UInt32(1), 2] { #expect(ids.values.count { $0 == id } == 20 * 10) }
    #expect(Set(depth.values) == [2.5, 899.5, .infinity])
    #expect(c.alone.map(\.canvasPixels) == [200, 200])
    for layer in c.alone {
      let z: Float = layer.entity == 0 ? 2.5 : 899.5
      #expect(layer.inverseDepth.allSatisfy { $0 == 0 || abs($0 * z - 1) < 1e-6 })
      #expect(layer.inverseDepth.count { $0 > 0 } == 200)
    }
  }

  /// Straight down on a chequered floor: texture coordinates and shadows lie where the plane has them.
  @Test func fromAboveItIsAMap() throws {
    let lens = Camera(width: 80, height: 80, metresAcross: 8)
    var world = AnalyticScene(bodies: [
      AnalyticBody(.rectangle(width: 40, height: 40), at: .zero),
      AnalyticBody(.box(size: Vector3(1, 1, 1)), at: Vector3(0, 0, 3.5)),
    ]).world
    // As steep as 3 in 4: the shadow of what hangs from 3 to 4 m begins 2.25 m aside.
    world.sun.direction = normalized(Vector3(0, 3, 4))
    world.rig.cameras = [
      Rig.MountedCamera(
        name: "above", camera: lens, rigFromCamera: Rig.mount(at: Vector3(0, 0, 30), pitch: -.pi / 2))
    ]
    let moment = CameraSensor.Moment(world: world, time: 0, step: 0.1)
    let c = CameraSensor().capture(
      moment, world.rig.cameras[0], channels: [.hdr, .depth], atlas: TextureAtlas(moment.now.materials))
    let (hdr, depth) = (try #require(c.hdr), try #require(c.depth))
    func look(_ x: Double, _ y: Double) -> (light: Float, depth: Float) {
      let p = lens.project(c.worldFromCamera.inverse * Vector3(x, y, 0))
      let (u, v) = (Int(p.x.rounded()), Int(p.y.rounded()))
      return (hdr[u, v, 1], depth[u, v])
    }
    #expect(look(0, 0).depth == 26 && look(0, 1).depth == 30)
    let open = look(3, 3).light
    // Under the crate the sun comes from +y: its shadow lies towards −y.
    #expect(look(0, -2.6).light < 0.7 * open && look(0.3, -3.2).light < 0.7 * open)
    #expect(
      look(0, 2.6).light > 0.95 * open && look(0, -1).light > 0.9 * open && look(0.8, -2.6).light > 0.9 * open
    )
  }
}
