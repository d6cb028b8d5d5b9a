import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// What a camera's automatic makes of rooms that are bright and dark at once.
@Suite struct MeteringTests {
  /// From a dark room through an opening into a lit one, whose lamp is out of sight: the lit one stays within the curve,
  /// and the dark one is still seen.
  @Test func aLitRoomBehindADarkOneIsNotWhite() throws {
    var scene = RoomScene.empty
    let white = RoomScene.paint("white", 0.8, 0.8, 0.8)
    scene.shell(size: Vector3(6, 3, 2.5), white)
    scene.box(Vector3(2.95, 0, 0), Vector3(3.05, 1.1, 2.5), white)
    scene.box(Vector3(2.95, 1.9, 0), Vector3(3.05, 3, 2.5), white)
    scene.world.sun.irradiance = .zero
    scene.world.sky = Sky(zenith: .zero, horizon: .zero, ground: .zero)
    scene.world.interiors = [Box3(min: .zero, max: Vector3(6, 3, 2.5))]
    scene.world.lights = [
      AreaLight(center: Vector3(4.5, 0.2, 2), shape: .ball(radius: 0.1), exitance: Vector3f(repeating: 100))
    ]
    let snapshot = scene.world.snapshot(at: 0)
    let renderer = Renderer()
    let atlas = TextureAtlas(snapshot.materials)
    let view = ViewRequest(
      camera: Camera(width: 96, height: 64, horizontalFieldOfView: 1.2),
      worldFromCamera: AnalyticScene.lookingAt(Vector3(6, 1.5, 1.2), from: Vector3(0.4, 1.5, 1.4)),
      channels: [.hdr])
    let factor = try #require(renderer.meter(snapshot, view, atlas: atlas)).y
    renderer.render(snapshot, view, atlas: atlas)
    let hdr = renderer.buffers.hdr
    let shown = (0..<(hdr.width * hdr.height)).map { hdr.values[3 * $0 + 1] * factor }.sorted()
    let bright = shown[shown.count * 9 / 10]
    let middle = shown[shown.count / 2]
    #expect(bright > 4 * middle, "\(bright) beside \(middle): no contrast to speak of")
    #expect(bright < 2, "\(bright)")
    #expect(middle > 0.03, "\(middle)")
  }
}
