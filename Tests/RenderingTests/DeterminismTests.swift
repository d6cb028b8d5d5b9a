import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// The same request gives the same bytes, whatever was rendered before and by whichever back end.
@Suite struct DeterminismTests {
  /// All rasters of a capture, by name.
  static func labels(_ c: Capture) -> [(String, AnyRaster?)] {
    [
      ("depth", c.depth.map(AnyRaster.float)), ("normal", c.normal.map(AnyRaster.float)),
      ("faceNormal", c.faceNormal.map(AnyRaster.float)), ("uv", c.uv.map(AnyRaster.float)),
      ("instance", c.instance.map(AnyRaster.uint32)), ("semantic", c.semantic.map(AnyRaster.uint16)),
      ("piece", c.piece.map(AnyRaster.uint32)), ("triangle", c.triangle.map(AnyRaster.uint32)),
      ("flowForward", c.flowForward.map(AnyRaster.float)),
      ("flowBackward", c.flowBackward.map(AnyRaster.float)),
      ("occlusionForward", c.occlusionForward.map(AnyRaster.uint8)),
      ("occlusionBackward", c.occlusionBackward.map(AnyRaster.uint8)),
      ("sceneFlow", c.sceneFlow.map(AnyRaster.float)),
      ("stereoOcclusion", c.stereoOcclusion.map(AnyRaster.uint8)),
    ]
  }

  static func colours(_ c: Capture) -> [(String, AnyRaster?)] {
    [
      ("rgb", c.rgb.map(AnyRaster.uint8)), ("hdr", c.hdr.map(AnyRaster.float)),
      ("albedo", c.albedo.map(AnyRaster.uint8)),
    ]
  }

  static func expectSame(_ a: Capture, _ b: Capture, colour: Bool, _ what: String) {
    for ((name, x), (_, y)) in zip(labels(a), labels(b)) {
      let isSame = x == y
      #expect(isSame && x != nil, "\(what): \(name)")
    }
    if colour {
      for ((name, x), (_, y)) in zip(colours(a), colours(b)) {
        let isSame = x == y
        #expect(isSame && x != nil, "\(what): \(name)")
      }
    }
    #expect(a.alone.count == b.alone.count)
    for (x, y) in zip(a.alone, b.alone) {
      #expect(x.entity == y.entity && x.u0 == y.u0 && x.v0 == y.v0 && x.width == y.width)
      let isSame = x.inverseDepth == y.inverseDepth && x.canvasPixels == y.canvasPixels
      #expect(isSame, "\(what): alone \(x.entity)")
    }
  }

  static let all = CaptureChannels(rawValue: (1 << 18) - 1)
  static let uncoloured = all.subtracting([.rgb, .hdr, .albedo])

  @Test func whatCameBeforeMeansNothing() {
    let scene = MotionScene.all[4]
    let cold = scene.capture(Self.all)
    let warm = CameraSensor()
    // Larger and other pictures, with more and fewer outputs, in between.
    for m in MotionScene.all.dropLast() {
      _ = m.capture(m.time > 0 ? Self.all : .depth, sensor: warm)
      Self.expectSame(cold, scene.capture(Self.all, sensor: warm), colour: true, "after \(m)")
    }
  }

  @Test func backEndsGiveTheSameBytes() {
    for scene in [MotionScene.all[3], MotionScene.all[4]] {
      let one = scene.capture(
        Self.all, sensor: CameraSensor(transform: PointTransform(backend: .portable)))
      let two = scene.capture(Self.all, sensor: CameraSensor(transform: PointTransform(backend: .blas)))
      Self.expectSame(one, two, colour: true, "\(scene)")
    }
    for number in 0..<20 {
      let scene = RandomScene(number)
      let request = ViewRequest(
        camera: scene.camera, worldFromCamera: scene.worldFromCamera,
        channels: [.visibility, .depth, .normal, .uv])
      let atlas = TextureAtlas(scene.snapshot.materials)
      let results = PointTransform.Backend.allCases.map { backend in
        let renderer = Renderer(transform: PointTransform(backend: backend))
        renderer.render(scene.snapshot, request, atlas: atlas)
        let b = renderer.buffers
        return (b.piece, b.triangle, b.depth, b.normal, b.uv)
      }
      #expect(results[0].0 == results[1].0 && results[0].1 == results[1].1)
      let sameValues =
        results[0].2 == results[1].2 && results[0].3 == results[1].3 && results[0].4 == results[1].4
      #expect(sameValues)
    }
  }

  /// Colour takes more samples; labels never see them.
  @Test func colourNeverTouchesLabels() {
    for scene in [MotionScene.all[3], MotionScene.all[4]] {
      let plain = scene.capture(Self.uncoloured)
      Self.expectSame(plain, scene.capture(Self.all), colour: false, "with colour")
      let moment = CameraSensor.Moment(world: scene.world, time: scene.time, step: scene.step)
      let lambert = CameraSensor().capture(
        moment, scene.camera, channels: Self.all, atlas: TextureAtlas(moment.now.materials),
        shading: .lambert(
          LambertShading(direction: Vector3f(0, 0, 1), ambient: 0.3, background: Vector3f(0, 0.5, 1))))
      Self.expectSame(plain, lambert, colour: false, "with simple shading")
      // Radiance and albedo do not depend on how the picture is shaded.
      let physical = scene.capture(Self.all)
      let isSame = lambert.hdr == physical.hdr && lambert.albedo == physical.albedo
      #expect(isSame && lambert.rgb != physical.rgb)
    }
    for number in 0..<12 {
      let scene = RandomScene(number)
      let renderer = Renderer()
      let atlas = TextureAtlas(scene.snapshot.materials)
      func run(_ colour: CaptureChannels) -> [AnyRaster] {
        renderer.render(
          scene.snapshot,
          ViewRequest(
            camera: scene.camera, worldFromCamera: scene.worldFromCamera,
            channels: colour.union([.visibility, .depth, .normal, .faceNormal, .uv, .instance])),
          atlas: atlas)
        let b = renderer.buffers
        return [
          .uint32(b.piece), .uint32(b.triangle), .uint32(b.instance), .float(b.depth), .float(b.normal),
          .float(b.faceNormal), .float(b.uv),
        ]
      }
      let plain = run([])
      for colour in [CaptureChannels.rgb, .hdr, .albedo] {
        let isSame = plain == run(colour)
        #expect(isSame, "world \(number)")
      }
    }
  }

  /// Light and surface change colours, and nothing else.
  @Test func lightNeverTouchesLabels() {
    var scene = MotionScene.all[3]
    let day = scene.capture(Self.all)
    scene.world.sun = Sun(direction: normalized(Vector3(-0.5, 0.1, 0.2)), irradiance: Vector3f(0.4, 0.1, 0))
    scene.world.sky = Sky(zenith: .zero, horizon: .zero, ground: .zero)
    for i in scene.world.entities.indices {
      scene.world.entities[i].materials = [0: Material(name: "other", baseColor: SIMD4(0.1, 0.9, 0.3, 1))]
    }
    let night = scene.capture(Self.all)
    Self.expectSame(day, night, colour: false, "at night")
    #expect(day.rgb != night.rgb)
  }
}
