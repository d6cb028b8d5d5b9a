import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Light indoors against closed forms: what a matt grey floor sends back, seen from above.
@Suite struct RoomLightTests {
  /// A floor, 4 × 4 m, with a box of room above it that has no walls.
  private struct Stage {
    var scene = RoomScene.empty
    var albedo: Float = 0.5

    init(albedo: Float = 0.5) {
      self.albedo = albedo
      scene.add(
        .rectangle(width: 4, height: 4), at: .zero,
        Material(name: "grey", baseColor: SIMD4(albedo, albedo, albedo, 1), roughness: 1))
      scene.world.sun.irradiance = .zero
      scene.world.sky = Sky(zenith: .zero, horizon: .zero, ground: .zero)
      scene.world.interiors = [Box3(min: Vector3(-2, -2, 0), max: Vector3(2, 2, 2.5))]
    }

    /// Irradiance of the floor below the middle of each pixel (the eye looks straight down from 2 m), but for the part
    /// that a matt surface mirrors.
    func irradiance() -> (values: Raster<Float>, place: (Int, Int) -> Vector3) {
      let camera = Camera(width: 64, height: 64, horizontalFieldOfView: 1.2)
      let snapshot = scene.world.snapshot(at: 0)
      let pose = AnalyticScene.lookingAt(Vector3(0, 0, 0), from: Vector3(0, 0, 2))
      let renderer = Renderer()
      renderer.render(
        snapshot, ViewRequest(camera: camera, worldFromCamera: pose, channels: [.hdr]),
        atlas: TextureAtlas(snapshot.materials))
      return (
        renderer.buffers.hdr,
        { u, v in
          let ray = pose.rotation * camera.ray(Double(u), Double(v))
          return pose.translation + ray * (-2 / ray.z)
        }
      )
    }
  }

  /// Black paint sends back only what it mirrors: the difference of two paints is what is diffuse.
  private func diffuse(_ change: (inout RoomScene) -> Void) -> (Raster<Float>, (Int, Int) -> Vector3) {
    var (grey, black) = (Stage(albedo: 0.5), Stage(albedo: 0))
    change(&grey.scene)
    change(&black.scene)
    var (a, place) = grey.irradiance()
    let b = black.irradiance().values
    for i in a.values.indices { a.values[i] = (a.values[i] - b.values[i]) / 0.5 }
    return (a, place)
  }

  @Test func aBallLightsByInverseSquareAndCosine() {
    let center = Vector3(0.3, -0.2, 1.2)
    let r = 0.08
    let (found, place) = diffuse {
      $0.world.lights = [
        AreaLight(center: center, shape: .ball(radius: r), exitance: Vector3f(repeating: 100))
      ]
    }
    for v in stride(from: 4, to: 60, by: 7) {
      for u in stride(from: 4, to: 60, by: 7) {
        let way = center - place(u, v)
        let d2 = dot(way, way)
        let truth = 100 * r * r / d2 * way.z / d2.squareRoot()
        let e = Double(found[u, v, 0])
        #expect((e - truth).magnitude < 0.03 * truth, "at \(place(u, v)): \(e), not \(truth)")
      }
    }
  }

  /// The form factor of a parallel rectangle over a point below its corner (E. M. Sparrow, R. D. Cess, 1978); four of
  /// them make any rectangle.
  @Test func aPanelLightsByItsFormFactor() {
    func corner(_ a: Double, _ b: Double, _ c: Double) -> Double {
      let (x, y) = (a / c, b / c)
      let (p, q) = ((1 + x * x).squareRoot(), (1 + y * y).squareRoot())
      return (x / p * DeterministicMath.atan(y / p) + y / q * DeterministicMath.atan(x / q)) / (2 * .pi)
    }
    let center = Vector3(0, 0, 1.5)
    let (found, place) = diffuse {
      $0.world.lights = [
        AreaLight(
          center: center, shape: .panel(halfU: Vector3(0.4, 0, 0), halfV: Vector3(0, -0.3, 0)),
          exitance: Vector3f(repeating: 10))
      ]
    }
    for v in stride(from: 4, to: 60, by: 7) {
      for u in stride(from: 4, to: 60, by: 7) {
        let p = place(u, v)
        var truth = 0.0
        for (x, y, sign) in [(0.4, 0.3, 1.0), (-0.4, 0.3, -1), (0.4, -0.3, -1), (-0.4, -0.3, 1)] {
          let (a, b) = (x - p.x, y - p.y)
          let f = corner(a.magnitude, b.magnitude, center.z)
          truth += sign * f * (a < 0 ? -1 : 1) * (b < 0 ? -1 : 1)
        }
        truth *= 10
        let e = Double(found[u, v, 0])
        #expect((e - truth).magnitude < 0.04 * truth, "at \(p): \(e), not \(truth)")
      }
    }
  }

  /// A panel that shines upwards leaves the floor below it dark.
  @Test func panelsShineToOneSide() {
    let (found, _) = diffuse {
      $0.world.lights = [
        AreaLight(
          center: Vector3(0, 0, 1), shape: .panel(halfU: Vector3(0.4, 0, 0), halfV: Vector3(0, 0.3, 0)),
          exitance: Vector3f(repeating: 10))
      ]
    }
    #expect(found.values.allSatisfy { $0.magnitude < 1e-6 })
  }

  /// A sky of one colour in a window: its form factor, and nothing from below the horizon.
  @Test func aPortalShowsTheSky() {
    let (found, place) = diffuse {
      $0.world.sky = Sky(zenith: Vector3f(repeating: 1), horizon: Vector3f(repeating: 1), ground: .zero)
      $0.world.portals = [
        SkyPortal(center: Vector3(-1.95, 0, 1.2), halfU: Vector3(0, 0.6, 0), halfV: Vector3(0, 0, 0.5))
      ]
    }
    for u in stride(from: 10, to: 60, by: 6) {
      let p = place(u, 32)
      // Irradiance by numbers: cos θ cos θ′ / π d² over the window.
      var truth = 0.0
      let n = 60
      for i in 0..<n {
        for j in 0..<n {
          let y = -0.6 + 1.2 * (Double(i) + 0.5) / Double(n)
          let z = 0.7 + (Double(j) + 0.5) / Double(n)
          let way = Vector3(-1.95, y, z) - p
          let d2 = dot(way, way)
          truth += way.z * -way.x / (.pi * d2 * d2) * 1.2 / Double(n * n)
        }
      }
      let e = Double(found[u, 32, 0])
      #expect((e - truth).magnitude < 0.04 * truth + 1e-4, "at \(p): \(e), not \(truth)")
    }
  }

  /// In a closed room whose every surface glows by 1 and throws back a, all is 1 / (1 − a) bright.
  @Test(arguments: [Float(0.3), 0.6, 0.8]) func theFurnaceConverges(_ albedo: Float) {
    var scene = RoomScene.empty
    let material = Material(
      name: "glowing", baseColor: SIMD4(albedo, albedo, albedo, 1), roughness: 1,
      emissive: Vector3f(repeating: 1))
    scene.shell(size: Vector3(3, 2.5, 2.5), material)
    scene.world.sun.irradiance = .zero
    scene.world.sky = Sky(zenith: .zero, horizon: .zero, ground: .zero)
    scene.world.interiors = [Box3(min: .zero, max: Vector3(3, 2.5, 2.5))]
    let picture = scene.radiance(from: Vector3(0.5, 0.5, 1.2), to: Vector3(3, 2, 1))
    let truth = 1 / (1 - albedo)
    // What a matt surface mirrors comes on top: at most a twentieth of the light, more at grazing angles.
    let mean = picture.values.reduce(0, +) / Float(picture.values.count)
    #expect(mean > truth * 0.97 && mean < truth * 1.12, "\(mean), not \(truth)")
  }

  /// Nothing arrives behind a wall that has no opening.
  @Test func wallsKeepLightOut() {
    var scene = RoomScene.empty
    let white = RoomScene.paint("white", 0.8, 0.8, 0.8)
    scene.shell(size: Vector3(3, 3, 2.5), white)
    scene.shell(size: Vector3(3, 3, 2.5), at: Vector3(3.1, 0, 0), white)
    scene.world.sky = Sky(zenith: Vector3f(repeating: 1), horizon: Vector3f(repeating: 1), ground: .zero)
    scene.world.sun.direction = normalized(Vector3(0.4, 0.3, 0.5))
    scene.world.interiors = [
      Box3(min: .zero, max: Vector3(3, 3, 2.5)), Box3(min: Vector3(3.1, 0, 0), max: Vector3(6.1, 3, 2.5)),
    ]
    scene.world.lights = [
      AreaLight(
        center: Vector3(2.6, 1.5, 1.5), shape: .ball(radius: 0.05), exitance: Vector3f(repeating: 100))
    ]
    let lit = scene.radiance(from: Vector3(0.3, 0.3, 1.5), to: Vector3(2.9, 2, 0.5))
    let dark = scene.radiance(from: Vector3(5.8, 0.3, 1.5), to: Vector3(3.2, 2, 0.5))
    #expect((lit.values.min() ?? 0) > 0.01)
    #expect((dark.values.max() ?? 1) < 1e-5, "\(dark.values.max() ?? 1) behind the wall")
  }

  /// A red sofa tints the white wall beside it.
  @Test func coloursBleed() {
    var scene = RoomScene.empty
    scene.shell(size: Vector3(3, 3, 2.5), RoomScene.paint("white", 0.8, 0.8, 0.8))
    scene.box(Vector3(2.2, 0.5, 0.05), Vector3(2.9, 2.5, 1), RoomScene.red)
    scene.world.sky = Sky(zenith: .zero, horizon: .zero, ground: .zero)
    scene.world.sun.irradiance = .zero
    scene.world.interiors = [Box3(min: .zero, max: Vector3(3, 3, 2.5))]
    scene.world.lights = [
      AreaLight(center: Vector3(1.2, 1.5, 2.2), shape: .ball(radius: 0.1), exitance: Vector3f(repeating: 100))
    ]
    let beside = scene.radiance(from: Vector3(1.5, 1.5, 1.3), to: Vector3(2.999, 1.5, 1.05), angle: 0.05)
    let far = scene.radiance(from: Vector3(1.5, 1.5, 1.3), to: Vector3(0.001, 1.5, 1.05), angle: 0.05)
    func redness(_ r: Raster<Float>) -> Float { r.values[0] / r.values[1] }
    #expect(redness(beside) > 1.05 * redness(far))
  }
}

extension RoomScene {
  /// Nothing yet.
  static var empty: RoomScene {
    var scene = RoomScene()
    scene.world = World()
    return scene
  }

  /// A closed room of six slabs.
  mutating func shell(size s: Vector3, at o: Vector3 = .zero, _ material: Material) {
    let t = 0.05
    box(o + Vector3(-t, -t, -t), o + Vector3(s.x + t, s.y + t, 0), material)
    box(o + Vector3(-t, -t, s.z), o + Vector3(s.x + t, s.y + t, s.z + t), material)
    box(o + Vector3(-t, -t, 0), o + Vector3(0, s.y + t, s.z), material)
    box(o + Vector3(s.x, -t, 0), o + Vector3(s.x + t, s.y + t, s.z), material)
    box(o + Vector3(0, -t, 0), o + Vector3(s.x, 0, s.z), material)
    box(o + Vector3(0, s.y, 0), o + Vector3(s.x, s.y + t, s.z), material)
  }

  /// A picture in absolute units, 64 × 48.
  func radiance(from eye: Vector3, to target: Vector3, angle: Double = 1.2) -> Raster<Float> {
    let snapshot = world.snapshot(at: 0)
    let renderer = Renderer()
    renderer.render(
      snapshot,
      ViewRequest(
        camera: Camera(width: 64, height: 48, horizontalFieldOfView: angle),
        worldFromCamera: AnalyticScene.lookingAt(target, from: eye), channels: [.hdr]),
      atlas: TextureAtlas(snapshot.materials))
    return renderer.buffers.hdr
  }
}
