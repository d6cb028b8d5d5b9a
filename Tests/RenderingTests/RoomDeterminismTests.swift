import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Light in rooms depends on the world alone: not on who looked before, and labels not on it.
@Suite struct RoomDeterminismTests {
  private static let views = [
    (Vector3(4.6, 0.4, 1.6), Vector3(1.2, 3.2, 0.7)), (Vector3(0.4, 3.5, 1.5), Vector3(3.2, 0.6, 0.9)),
    (Vector3(3.2, 0.6, 1.0), Vector3(2.1, 1.5, 0.45)),
  ]

  private static func scene() -> RoomScene {
    var scene = RoomScene(hasSun: true, lampsAreOn: true)
    scene.look(views.map { (eye: $0.0, target: $0.1) }, width: 160, height: 120)
    return scene
  }

  private static func captures(_ order: [Int], _ world: World, _ sensor: CameraSensor) -> [Int: Capture] {
    let moment = CameraSensor.Moment(world: world, time: 0, step: 0.1)
    let atlas = TextureAtlas(moment.now.materials)
    var out: [Int: Capture] = [:]
    for i in order {
      out[i] = sensor.capture(moment, world.rig.cameras[i], channels: [.rgb, .hdr], atlas: atlas)
    }
    return out
  }

  @Test func theOrderOfAskingChangesNothing() {
    let world = Self.scene().world
    let first = Self.captures([0, 1, 2], world, CameraSensor())
    let second = Self.captures([2, 1, 0], world, CameraSensor())
    for i in 0..<3 {
      let alone = Self.captures([i], world, CameraSensor())
      #expect(first[i]?.hdr == second[i]?.hdr)
      #expect(first[i]?.hdr == alone[i]?.hdr)
      #expect(first[i]?.rgb == second[i]?.rgb)
      #expect(first[i]?.rgb == alone[i]?.rgb)
    }
  }

  /// A sensor that has seen the room under another light has not kept any of it.
  @Test func anotherLightIsAnotherRoom() {
    var other = Self.scene().world
    other.lights = other.lights.map {
      var l = $0; l.exitance *= 2; return l
    }
    let sensor = CameraSensor()
    let before = Self.captures([0], Self.scene().world, sensor)
    let after = Self.captures([0], other, sensor)
    let fresh = Self.captures([0], other, CameraSensor())
    #expect(after[0]?.hdr == fresh[0]?.hdr)
    #expect(after[0]?.hdr != before[0]?.hdr)
  }

  @Test func lightTouchesNoLabel() {
    let channels: CaptureChannels = [
      .depth, .normal, .faceNormal, .uv, .instance, .semantic, .visibility, .albedo, .flowForward,
    ]
    var dark = Self.scene().world
    dark.lights = []
    dark.portals = []
    dark.interiors = []
    func labels(_ world: World, _ more: CaptureChannels) -> Capture {
      let moment = CameraSensor.Moment(world: world, time: 0, step: 0.1)
      return CameraSensor().capture(
        moment, world.rig.cameras[0], channels: channels.union(more),
        atlas: TextureAtlas(moment.now.materials))
    }
    let (a, b, c) = (labels(Self.scene().world, [.rgb]), labels(dark, [.rgb]), labels(dark, []))
    for other in [b, c] {
      #expect(a.depth == other.depth)
      #expect(a.normal == other.normal)
      #expect(a.faceNormal == other.faceNormal)
      #expect(a.uv == other.uv)
      #expect(a.instance == other.instance)
      #expect(a.semantic == other.semantic)
      #expect(a.piece == other.piece)
      #expect(a.triangle == other.triangle)
      #expect(a.albedo == other.albedo)
      #expect(a.flowForward == other.flowForward)
    }
    #expect(a.rgb != b.rgb)
  }

  /// A room that is its own mirror image is lit as its own mirror image, but for where on their lattices the two sides
  /// lie.
  @Test func symmetricRoomsAreLitSymmetrically() {
    var scene = RoomScene.empty
    scene.shell(size: Vector3(4, 3, 2.5), RoomScene.paint("white", 0.7, 0.7, 0.7, roughness: 1))
    scene.world.sun.irradiance = .zero
    scene.world.sky = Sky(zenith: .zero, horizon: .zero, ground: .zero)
    scene.world.interiors = [Box3(min: .zero, max: Vector3(4, 3, 2.5))]
    scene.world.lights = [
      AreaLight(center: Vector3(2, 1.5, 2), shape: .ball(radius: 0.1), exitance: Vector3f(repeating: 50))
    ]
    let r = scene.radiance(from: Vector3(2, 0.2, 1.25), to: Vector3(2, 3, 1.25))
    var (worst, difference, sum) = (Float.zero, Float.zero, Float.zero)
    for v in 0..<r.height {
      for u in 0..<(r.width / 2) {
        let (a, b) = (r[u, v, 0], r[r.width - 1 - u, v, 0])
        worst = max(worst, (a - b).magnitude / (a + b))
        difference += (a - b).magnitude
        sum += a + b
      }
    }
    #expect(worst < 0.15, "\(worst)")
    #expect(difference < 0.025 * sum, "\(difference / sum)")
  }
}
