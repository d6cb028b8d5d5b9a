import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// The sky of scattered light against a published one, against itself as seen and as it lights, and beside the labels.
@Suite struct SkyTests {
  private static func sky(_ sun: Vector3, cover: Double, _ clouds: SkyAir.Clouds = .cumulus) -> Sky {
    let elevation = DeterministicMath.asin(sun.z)
    var sky = Daylight(cloudCover: cover).sky(elevation: elevation)
    sky.air = SkyAir(haze: 0.05, cloudCover: cover, clouds: clouds, seed: 7)
    return sky
  }

  /// The whole sphere as seen from a point with a small plate far below; the sun gives no light.
  private static func panorama(_ sky: Sky, _ sun: Vector3, height: Int = 180) -> Raster<Float> {
    var world = AnalyticScene(bodies: [
      AnalyticBody(.rectangle(width: 0.1, height: 0.1), at: Vector3(0, 0, -50), material: Material(name: "m"))
    ]).world
    world.sun = Sun(direction: sun, irradiance: .zero)
    world.sky = sky
    world.rig.cameras = [
      Rig.MountedCamera(
        name: "all", camera: Camera(equirectangularHeight: height), rigFromCamera: Rig.mount(at: .zero))
    ]
    let moment = CameraSensor.Moment(world: world, time: 0, step: 0.1)
    let capture = CameraSensor().capture(
      moment, world.rig.cameras[0], channels: .hdr, atlas: TextureAtlas(moment.now.materials))
    return capture.hdr ?? Raster(width: 1, height: 1, channels: 3, fill: 0)
  }

  private static func direction(_ raster: Raster<Float>, _ u: Int, _ v: Int) -> Vector3 {
    let camera = Camera(equirectangularHeight: raster.height)
    return Rig.mount(at: .zero).rotation.matrix * normalized(camera.ray(Double(u), Double(v)))
  }

  private static func luminance(_ r: Raster<Float>, _ u: Int, _ v: Int) -> Double {
    0.2126 * Double(r[u, v, 0]) + 0.7152 * Double(r[u, v, 1]) + 0.0722 * Double(r[u, v, 2])
  }

  /// CIE Standard Clear Sky (ISO 15469:2004, type 12: a −1, b −0.32, c 10, d −3, e 0.45), relative to the zenith.
  private static func standard(_ d: Vector3, _ sun: Vector3) -> Double {
    func gradation(_ z: Double) -> Double { 1 - DeterministicMath.exp(-0.32 / max(z, 0.01)) }
    func indicatrix(_ c: Double) -> Double {
      let angle = DeterministicMath.acos(max(-1, min(1, c)))
      return 1 + 10 * (DeterministicMath.exp(-3 * angle) - DeterministicMath.exp(-1.5 * .pi)) + 0.45 * c * c
    }
    return gradation(d.z) / gradation(1) * indicatrix(dot(d, sun)) / indicatrix(sun.z)
  }

  @Test(arguments: [0.4, 0.7]) func clearSkyIsTheStandardOne(_ elevation: Double) {
    let (s, c) = DeterministicMath.sincos(elevation)
    let sun = Vector3(c, 0, s)
    let seen = Self.panorama(Self.sky(sun, cover: 0), sun)
    let top = Self.luminance(seen, 10, 0)
    var (sum, count, worst) = (0.0, 0.0, 1.0)
    for v in stride(from: 4, to: 78, by: 3) {
      for u in stride(from: 0, to: seen.width, by: 7) {
        let d = Self.direction(seen, u, v)
        guard d.z > 0.17, dot(d, sun) < 0.9 else { continue }
        let ratio = Self.luminance(seen, u, v) / top / Self.standard(d, sun)
        let off = max(ratio, 1 / ratio)
        sum += off
        count += 1
        worst = max(worst, off)
      }
    }
    #expect(count > 300 && sum / count < 1.35 && worst < 2.2, "mean \(sum / count), worst \(worst)")
  }

  /// What a white level plate receives is what the sky shows, integrated; half of it is what the gradient gives rooms.
  @Test(arguments: [(0.0, SkyAir.Clouds.cumulus), (0.5, .cumulus), (0.4, .cirrus), (1, .stratus)])
  func irradianceIsTheSkyIntegrated(_ cover: Double, _ clouds: SkyAir.Clouds) {
    let sun = normalized(Vector3(0.5, 0.3, 0.7))
    let sky = Self.sky(sun, cover: cover, clouds)
    let seen = Self.panorama(sky, sun)
    var expected = 0.0
    for v in 0..<seen.height {
      let z = Self.direction(seen, 0, v).z
      guard z > 0 else { continue }
      let ring = 2 * Double.pi / Double(seen.width) * (Double.pi / Double(seen.height))
      for u in 0..<seen.width {
        expected += Self.luminance(seen, u, v) * z * (1 - z * z).squareRoot() * ring / .pi
      }
    }
    let scene = AnalyticScene(bodies: [
      AnalyticBody(
        .rectangle(width: 20, height: 20), at: .zero,
        material: Material(name: "white", baseColor: SIMD4(1, 1, 1, 1), roughness: 1))
    ])
    var world = scene.world
    world.sun = Sun(direction: sun, irradiance: .zero)
    world.sky = sky
    let snapshot = world.snapshot(at: 0)
    let renderer = Renderer()
    renderer.render(
      snapshot,
      ViewRequest(
        camera: Camera(width: 16, height: 16, horizontalFieldOfView: 0.3),
        worldFromCamera: AnalyticScene.lookingAt(.zero, from: Vector3(0, 0.01, 4)), channels: .hdr),
      atlas: TextureAtlas(snapshot.materials))
    let found = Self.luminance(renderer.buffers.hdr, 8, 8)
    // A matte dielectric mirrors a few per cent on top.
    #expect(found > expected * 0.95 && found < expected * 1.13, "\(found) for \(expected)")
    let gradient = 0.9 * sky.zenith + 0.1 * sky.horizon
    let rooms = 0.2126 * Double(gradient.x) + 0.7152 * Double(gradient.y) + 0.0722 * Double(gradient.z)
    #expect(expected > rooms * 0.6 && expected < rooms * 1.7, "\(expected) against \(rooms)")
  }

  /// Neither air nor clouds reach a label.
  @Test func skiesTouchNoLabel() {
    let sun = normalized(Vector3(0.5, 0.3, 0.7))
    let channels: CaptureChannels = [
      .rgb, .depth, .normal, .faceNormal, .uv, .instance, .semantic, .visibility, .albedo,
    ]
    let scene = AnalyticScene(bodies: [
      AnalyticBody(.box(size: Vector3(1, 2, 1)), at: Vector3(0, 0, 0.5)),
      AnalyticBody(.sphere(radius: 0.7, subdivisions: 3), at: Vector3(1, -1.5, 0.8)),
    ])
    func render(_ sky: Sky) -> FrameBuffers {
      var world = scene.world
      world.sun = Sun(direction: sun)
      world.sky = sky
      let snapshot = world.snapshot(at: 0)
      let renderer = Renderer()
      renderer.render(
        snapshot,
        ViewRequest(
          camera: Camera(width: 160, height: 120, horizontalFieldOfView: 1),
          worldFromCamera: AnalyticScene.lookingAt(Vector3(0, 0, 0.8), from: Vector3(4, 2, 1)),
          channels: channels), atlas: TextureAtlas(snapshot.materials))
      return renderer.buffers
    }
    let plain = render(Sky())
    for sky in [Self.sky(sun, cover: 0), Self.sky(sun, cover: 0.6), Self.sky(sun, cover: 1, .stratus)] {
      let other = render(sky)
      #expect(other.rgb != plain.rgb)
      #expect(other.depth == plain.depth && other.normal == plain.normal && other.uv == plain.uv)
      #expect(other.faceNormal == plain.faceNormal && other.albedo == plain.albedo)
      #expect(other.instance == plain.instance && other.semantic == plain.semantic)
      #expect(other.piece == plain.piece && other.triangle == plain.triangle)
    }
  }

  /// Clouds are a function of the sky and the direction: what was looked at before does not matter.
  @Test func cloudsStayWhereTheyAre() {
    let sun = normalized(Vector3(0.5, 0.3, 0.7))
    let scene = AnalyticScene(bodies: [
      AnalyticBody(.rectangle(width: 0.1, height: 0.1), at: Vector3(0, 0, -5))
    ])
    var world = scene.world
    world.sun = Sun(direction: sun)
    world.sky = Self.sky(sun, cover: 0.6)
    let snapshot = world.snapshot(at: 0)
    let atlas = TextureAtlas(snapshot.materials)
    func picture(_ renderer: Renderer, towards: Vector3) -> Raster<UInt8> {
      renderer.render(
        snapshot,
        ViewRequest(
          camera: Camera(width: 160, height: 90, horizontalFieldOfView: 1.2),
          worldFromCamera: AnalyticScene.lookingAt(towards, from: .zero), channels: .rgb), atlas: atlas)
      return renderer.buffers.rgb
    }
    let (one, two) = (Renderer(), Renderer())
    let places = [Vector3(1, 0.1, 0.3), Vector3(-1, 0.4, 0.5), Vector3(0.2, -1, 0.2)]
    let first = places.map { picture(one, towards: $0) }
    let second = places.reversed().map { picture(two, towards: $0) }.reversed()
    #expect(zip(first, second).allSatisfy { $0 == $1 })
    #expect(first[0] != first[1])
  }
}
