import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Evenly tinted panes: solid for labels, while colour lets through what their alpha leaves.
@Suite struct PaneTests {
  private static func buffers(alpha: Float) -> FrameBuffers {
    let glow = Material(name: "glow", baseColor: SIMD4(1, 0.5, 0, 1), isUnlit: true)
    let pane = Material(name: "pane", baseColor: SIMD4(0, 0, 0, alpha), roughness: 1, alpha: .blend)
    let scene = AnalyticScene(bodies: [
      AnalyticBody(.rectangle(width: 20, height: 20), at: .zero, material: glow),
      AnalyticBody(.rectangle(width: 6, height: 6), at: Vector3(0, 0, 1), material: pane),
    ])
    var world = scene.world
    world.sun = Sun(direction: Vector3(0, 0, 1), irradiance: .zero)
    world.sky = Sky(zenith: .zero, horizon: .zero, ground: .zero)
    let snapshot = world.snapshot(at: 0)
    let renderer = Renderer()
    let pose = AnalyticScene.lookingAt(Vector3(0, 0, 1), from: Vector3(0.4, -0.3, 3))
    renderer.render(
      snapshot,
      ViewRequest(
        camera: Camera(width: 64, height: 48, horizontalFieldOfView: 0.7), worldFromCamera: pose,
        channels: [.hdr, .depth, .instance]), atlas: TextureAtlas(snapshot.materials))
    return renderer.buffers
  }

  /// Without any other light the picture is what lies behind times what the pane lets through.
  @Test(arguments: [0.5, 0.6, 0.75, 0.9] as [Float]) func letsItsShareThrough(_ alpha: Float) {
    let hdr = Self.buffers(alpha: alpha).hdr
    for i in stride(from: 0, to: hdr.values.count, by: 3) {
      #expect((hdr.values[i] - (1 - alpha)).magnitude < 0.01, "\(hdr.values[i])")
      #expect((hdr.values[i + 1] - 0.5 * (1 - alpha)).magnitude < 0.01)
    }
  }

  @Test func opaqueOnesHideEverything() {
    #expect(Self.buffers(alpha: 1).hdr.values.allSatisfy { $0 < 0.01 })
  }

  /// Labels do not know the difference.
  @Test func labelsSeeThePane() {
    let (tinted, opaque) = (Self.buffers(alpha: 0.6), Self.buffers(alpha: 1))
    #expect(tinted.instance.values == opaque.instance.values)
    #expect(tinted.depth.values == opaque.depth.values)
    #expect(tinted.depth.values.allSatisfy { $0 < 2.5 })
  }
}
