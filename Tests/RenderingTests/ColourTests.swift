import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Colours with known answers, and shadows where rays say that the sun is blocked.
@Suite struct ColourTests {
  private static let camera = Camera(width: 131, height: 99, horizontalFieldOfView: 0.9)

  private static func render(
    _ scene: AnalyticScene, sun: Sun, sky: Sky, camera: Camera = camera,
    _ pose: RigidTransform<WorldSpace, CameraSpace>, _ channels: CaptureChannels
  ) -> FrameBuffers {
    var world = scene.world
    world.sun = sun
    world.sky = sky
    let snapshot = world.snapshot(at: 0)
    let renderer = Renderer()
    renderer.render(
      snapshot, ViewRequest(camera: camera, worldFromCamera: pose, channels: channels),
      atlas: TextureAtlas(snapshot.materials))
    return renderer.buffers
  }

  private static let dark = Sky(zenith: .zero, horizon: .zero, ground: .zero)
  private static let night = Sun(direction: Vector3(0, 0, 1), irradiance: .zero)
  private static func matte(_ color: SIMD4<Float>) -> Material {
    Material(name: "matte", baseColor: color, roughness: 1)
  }
  private static let slanted = AnalyticScene.lookingAt(.zero, from: Vector3(2, -2.5, 2))

  /// A diffuse plane under the sun at an angle: base × irradiance × cosine, plus the few per cent (more at grazing sight) that any
  /// dielectric mirrors.
  @Test(arguments: [0.0, 0.5, 1.0]) func sunlitPlane(_ angle: Double) {
    let (s, c) = DeterministicMath.sincos(angle)
    let sun = Sun(direction: Vector3(-s, 0, c), irradiance: Vector3f(1, 0.8, 0.5))
    let scene = AnalyticScene(bodies: [
      AnalyticBody(.rectangle(width: 20, height: 20), at: .zero, material: Self.matte(SIMD4(1, 0.5, 0.25, 1)))
    ])
    let b = Self.render(scene, sun: sun, sky: Self.dark, Self.slanted, [.hdr, .depth])
    let (hdr, depth) = (b.hdr, b.depth)
    var seen = 0
    for (k, expected) in [1, 0.4, 0.125].enumerated() {
      var least = Double.infinity
      var most = 0.0
      for i in depth.values.indices where depth.values[i] < .infinity {
        seen += 1
        least = min(least, Double(hdr.values[3 * i + k]))
        most = max(most, Double(hdr.values[3 * i + k]))
      }
      let mirrored = [1, 0.8, 0.5][k] * 0.08
      #expect(
        least > expected * c * 0.99 && most < (expected + mirrored) * c * 1.01 + 0.002, "\(least), \(most)")
    }
    #expect(seen > 15000)
  }

  /// A plane that faces up under a uniform sky: base × the sky's radiance × π, with nothing near to hide it.
  @Test func skylitPlane() {
    let grey = Vector3f(repeating: 0.6)
    let scene = AnalyticScene(bodies: [
      AnalyticBody(
        .rectangle(width: 20, height: 20), at: .zero, material: Self.matte(SIMD4(0.5, 0.5, 0.5, 1)))
    ])
    let b = Self.render(
      scene, sun: Self.night, sky: Sky(zenith: grey, horizon: grey, ground: .zero), Self.slanted,
      [.hdr, .depth])
    let (hdr, depth) = (b.hdr, b.depth)
    let found = depth.values.indices.filter { depth.values[$0] < .infinity }.map { hdr.values[3 * $0] }
    #expect(found.count > 5000 && found.allSatisfy { $0 > 0.297 && $0 < 0.3 + 0.6 * 0.06 })
  }

  /// A clear coat over black mirrors an even sky by Schlick's law, and nothing of it is lost or doubled.
  @Test(arguments: [0.3, 0.9, 1.3]) func coatsMirrorByFresnel(_ angle: Double) {
    let grey = Vector3f(repeating: 0.6)
    let (s, c) = DeterministicMath.sincos(angle)
    var paint = Self.matte(SIMD4(0, 0, 0, 1))
    func seen() -> Double {
      let scene = AnalyticScene(bodies: [
        AnalyticBody(.rectangle(width: 200, height: 200), at: .zero, material: paint)
      ])
      let b = Self.render(
        scene, sun: Self.night, sky: Sky(zenith: grey, horizon: grey, ground: grey),
        AnalyticScene.lookingAt(.zero, from: Vector3(5 * s, 0.001, 5 * c)), [.hdr])
      return Double(b.hdr[65, 49, 0])
    }
    let bare = seen()
    paint.clearcoat = 1
    let fresnel = 0.04 + 0.96 * DeterministicMath.pow(1 - c, 5)
    #expect((seen() - (bare * (1 - fresnel) + 0.6 * fresnel)).magnitude < 4e-3)
  }

  @Test func withoutLightAllIsBlack() {
    let b = Self.render(shadowScene, sun: Self.night, sky: Self.dark, Self.slanted, [.hdr, .rgb])
    #expect(b.hdr.values.allSatisfy { $0 == 0 } && b.rgb.values.allSatisfy { $0 == 0 })
  }

  /// Unlit surfaces show their colour under any light, but for haze: a thousandth over these few metres.
  @Test func unlitIsItsOwnColour() {
    var picture = Raster<UInt8>(width: 2, height: 2, channels: 4, fill: 255)
    for (i, c) in [[200, 10, 30], [0, 255, 128], [7, 8, 9], [64, 64, 250]].enumerated() {
      for k in 0..<3 { picture.values[4 * i + k] = UInt8(c[k]) }
    }
    let texture = Texture(name: "t", image: picture, wrap: (.clamp, .clamp), isNearest: true)
    let sign = Material(name: "sign", baseColorTexture: texture, isUnlit: true)
    let scene = AnalyticScene(bodies: [
      AnalyticBody(.rectangle(width: 2, height: 2), at: .zero, material: sign)
    ])
    let pose = AnalyticScene.lookingAt(.zero, from: Vector3(0, 0, 3))
    for sun in [Self.night, Sun(direction: normalized(Vector3(0.3, 0.2, 0.9)))] {
      let b = Self.render(scene, sun: sun, sky: Self.dark, pose, [.hdr, .albedo, .visibility])
      let (hdr, albedo, piece) = (b.hdr, b.albedo, b.piece)
      var (wrong, seen) = (0, 0)
      for v in 1..<98 {
        for u in 1..<130 {
          let isInside = (-1...1).allSatisfy { dv in (-1...1).allSatisfy { piece[u + $0, v + dv] == 1 } }
          guard isInside, let p = scene.sight(Self.camera, pose, u: Double(u), v: Double(v))?.position,
            min(p.x.magnitude, p.y.magnitude) > 0.05
          else { continue }
          let texel = (p.y > 0 ? 0 : 2) + (p.x > 0 ? 1 : 0)
          for k in 0..<3 {
            let byte = picture.values[4 * texel + k]
            // Albedo passes through a table of 4096 steps of linear light, coarse in the darkest bytes.
            if abs(Int(albedo[u, v, k]) - Int(byte)) > (byte < 16 ? 2 : 0) { wrong += 1 }
            let s = Double(byte) / 255
            let linear = s <= 0.04045 ? s / 12.92 : DeterministicMath.pow((s + 0.055) / 1.055, 2.4)
            if (Double(hdr[u, v, k]) - linear).magnitude > 2e-3 { wrong += 1 }
          }
          seen += 1
        }
      }
      #expect(wrong == 0 && seen > 1000)
    }
  }

  /// Vertex colours multiply, interpolated over the surface in space, not over the image.
  @Test func vertexColoursMultiply() {
    let corners = [SIMD4<Float>(1, 0, 0.5, 1), SIMD4(0, 1, 0.5, 1), SIMD4(0.2, 0.4, 1, 1)]
    let mesh = Mesh(
      positions: [Vector3f(-2, -1, 0), Vector3f(2, -1, 0), Vector3f(0, 3, 0)], colors: corners,
      triangles: [SIMD3(0, 1, 2)])
    let plain = Mesh(
      positions: [Vector3f(-2, -1, -1), Vector3f(2, -1, -1), Vector3f(0, 3, -1)], triangles: [SIMD3(0, 1, 2)])
    let material = Material(name: "tinted", baseColor: SIMD4(1, 0.5, 0.25, 1), isUnlit: true)
    let pieces = [mesh, plain].enumerated().map {
      Snapshot.Piece(mesh: $1, entity: $0, material: 0, worldFromMesh: .identity)
    }
    let snapshot = Snapshot(
      time: 0, pieces: pieces, materials: [material],
      subjects: [0, 1].map {
        Snapshot.Subject(
          id: UInt32($0 + 1), nativeClass: Ontology.classes[0], worldFromObject: .identity,
          pieces: $0..<($0 + 1))
      })
    let pose = AnalyticScene.lookingAt(Vector3(0, 0.5, -0.4), from: Vector3(2, -4, 2))
    let renderer = Renderer()
    let request = ViewRequest(
      camera: Self.camera, worldFromCamera: pose, channels: [.hdr, .albedo, .rgb, .visibility])
    let ambient = LambertShading(direction: Vector3f(0, 0, 1), ambient: 1, background: .zero)
    renderer.render(snapshot, request, atlas: TextureAtlas([material]), shading: .lambert(ambient))
    let (hdr, rgb, piece) = (renderer.buffers.hdr, renderer.buffers.rgb, renderer.buffers.piece)
    let caster = RayCaster(snapshot: snapshot)
    var worst = (radiance: 0.0, byte: 0)
    var seen = [0, 0]
    for v in 1..<98 {
      for u in 1..<130 {
        let here = piece[u, v]
        let isInside = (-1...1).allSatisfy { dv in (-1...1).allSatisfy { piece[u + $0, v + dv] == here } }
        guard isInside,
          let hit = caster.sight(camera: Self.camera, worldFromCamera: pose, u: Double(u), v: Double(v))
        else { continue }
        seen[hit.piece] += 1
        for k in 0..<3 {
          let tint =
            hit.piece == 1
            ? 1
            : Double(corners[0][k]) * (1 - hit.b1 - hit.b2) + Double(corners[1][k]) * hit.b1
              + Double(corners[2][k]) * hit.b2
          let expected = tint * Double(material.baseColor[k])
          worst.radiance = max(worst.radiance, (Double(hdr[u, v, k]) - expected).magnitude)
          worst.byte = max(worst.byte, abs(Int(rgb[u, v, k]) - Int((expected * 255).rounded())))
        }
      }
    }
    #expect(worst.radiance < 4e-3 && worst.byte <= 1 && seen[0] > 500 && seen[1] > 100, "\(worst) \(seen)")
  }

  @Test func emissionAddsUp() {
    var lamp = Self.matte(SIMD4(0, 0, 0, 1))
    lamp.emissive = Vector3f(3, 2, 0.5)
    let scene = AnalyticScene(bodies: [
      AnalyticBody(.rectangle(width: 9, height: 9), at: .zero, material: lamp)
    ])
    let b = Self.render(scene, sun: Self.night, sky: Self.dark, Self.slanted, [.hdr, .depth])
    let (hdr, depth) = (b.hdr, b.depth)
    // Away from the outline, where colours mix.
    for (k, e) in [3.0, 2, 0.5].enumerated() {
      #expect(depth[65, 49] < .infinity && (Double(hdr[65, 49, k]) - e).magnitude < 0.01 * e)
    }
  }

  /// A ground with a box, a ball, a post, and a roof and a wall of one-sided sheets that look away from the sun.
  private var shadowScene: AnalyticScene {
    func body(_ shape: AnalyticShape, _ p: Vector3, _ r: Quaternion = .identity) -> AnalyticBody {
      AnalyticBody(shape, at: p, rotation: r, material: Self.matte(SIMD4(0.8, 0.8, 0.8, 1)))
    }
    return AnalyticScene(bodies: [
      body(.rectangle(width: 60, height: 60), .zero),
      body(.box(size: Vector3(2, 1, 1)), Vector3(0, 0, 0.5), Quaternion(yaw: 0.4)),
      body(.box(size: Vector3(0.2, 0.2, 3)), Vector3(-2, 1, 1.5)),
      body(.sphere(radius: 0.8, subdivisions: 5), Vector3(1.8, -1.2, 0.8)),
      body(
        .rectangle(width: 1.5, height: 1.5), Vector3(-1.5, -2, 1.2),
        Quaternion(axis: Vector3(1, 0, 0), angle: .pi)),
      body(.box(size: Vector3(3, 0.3, 2)), Vector3(1, 3, 1)),
    ])
  }

  @Test(arguments: [Vector3(0.4, 0.3, 0.85), Vector3(-0.8, 0.1, 0.4), Vector3(0.2, -0.9, 0.3)])
  func shadowsFallWhereTheSunIsBlocked(_ toSun: Vector3) {
    let scene = shadowScene
    let sun = Sun(direction: normalized(toSun), irradiance: Vector3f(1, 1, 1))
    let caster = RayCaster(snapshot: scene.snapshot())
    var (allLit, allDark) = (0, 0)
    for eye in [Vector3(4, -6, 3), Vector3(-5, -4, 2), Vector3(-1, 7, 4)] {
      let pose = AnalyticScene.lookingAt(Vector3(0, 0, 0.5), from: eye)
      let b = Self.render(scene, sun: sun, sky: Self.dark, pose, [.hdr, .visibility])
      let (hdr, piece) = (b.hdr, b.piece)
      var (lit, dark, wrong) = (0, 0, 0)
      for v in 1..<98 {
        for u in 1..<130 {
          guard
            let hit = caster.sight(camera: Self.camera, worldFromCamera: pose, u: Double(u), v: Double(v)),
            // One surface all around: no mixed pixels.
            (-1...1).allSatisfy({ dv in (-1...1).allSatisfy { piece[u + $0, v + dv] == UInt32(hit.piece + 1) }
            })
          else { continue }
          let ray = pose.rotation * Self.camera.ray(Double(u), Double(v))
          let normal = caster.facingNormal(of: hit, direction: ray)
          let cosine = dot(normal, sun.direction)
          // Beyond the first map texels are four times as wide.
          guard cosine > 0.15, hit.t < 14 else { continue }
          let point = pose.translation + ray * hit.t
          let side = normalized(cross(normal, abs(normal.z) < 0.9 ? Vector3(0, 0, 1) : Vector3(1, 0, 0)))
          let along = cross(normal, side)
          func isBlocked(_ a: Double, _ b: Double, _ up: Double = 1e-4) -> Bool {
            caster.isOccluded(
              origin: point + side * a + along * b + normal * up, direction: sun.direction, from: 0)
          }
          let truth = isBlocked(0, 0)
          // The penumbra of the filter: a few texels of 14 mm, longer where the sun is low over the surface.
          let reach = 0.06 / cosine
          let isSettled = (0..<12).allSatisfy { k in
            let (s, c) = DeterministicMath.sincos(Double(k) * .pi / 6)
            return isBlocked(reach * c, reach * s) == truth
              && isBlocked(reach / 2 * c, reach / 2 * s) == truth
          }
          guard isSettled else { continue }
          let isLit = Double(hdr[u, v, 0]) > 0.4 * cosine
          if truth { dark += 1 } else { lit += 1 }
          if isLit == truth { wrong += 1 }
        }
      }
      let rate = 1 - Double(wrong) / Double(lit + dark)
      print("shadows towards \(toSun) from \(eye): lit \(lit), dark \(dark), agreement \(rate * 100) %")
      #expect(rate > 0.97)
      allLit += lit
      allDark += dark
    }
    #expect(allLit > 5000 && allDark > 1000)
  }

  /// Tiles and groups of eight leave no trace: a plane square to the view under an even light is even.
  @Test func tilesLeaveNoSeams() {
    let scene = AnalyticScene(bodies: [
      AnalyticBody(
        .rectangle(width: 40, height: 40), at: .zero, material: Self.matte(SIMD4(0.5, 0.5, 0.5, 1)))
    ])
    let b = Self.render(
      scene, sun: Sun(direction: Vector3(0, 0, 1), irradiance: Vector3f(1, 1, 1)),
      sky: Sky(), camera: Camera(width: 200, height: 150, horizontalFieldOfView: 0.6),
      AnalyticScene.lookingAt(.zero, from: Vector3(0.3, 0.2, 6)), [.hdr])
    let hdr = b.hdr
    var largest: Float = 0
    for v in 0..<150 {
      for u in 0..<199 { largest = max(largest, (hdr[u, v, 0] - hdr[u + 1, v, 0]).magnitude) }
    }
    for v in 0..<149 {
      for u in 0..<200 { largest = max(largest, (hdr[u, v, 0] - hdr[u, v + 1, 0]).magnitude) }
    }
    #expect(largest < 2e-3, "\(largest)")
  }

  /// Fine meshes reach the image's border: no background shines through its outermost samples.
  @Test func bordersAreCoveredByFineMeshes() {
    let ball = AnalyticShape.sphere(radius: 30, subdivisions: 7)
    let unlit = Material(name: "ball", baseColor: SIMD4(1, 0, 0, 1), isUnlit: true)
    let scene = AnalyticScene(bodies: [AnalyticBody(ball, at: .zero, material: unlit)])
    let sky = Sky(
      zenith: Vector3f(repeating: 5), horizon: Vector3f(repeating: 5), ground: Vector3f(repeating: 5))
    let b = Self.render(
      scene, sun: Self.night, sky: sky, camera: Camera(width: 40, height: 30, horizontalFieldOfView: 0.9),
      AnalyticScene.lookingAt(.zero, from: Vector3(40, 10, 5)), [.albedo])
    let albedo = b.albedo
    let holes = (0..<(40 * 30)).filter { albedo.values[3 * $0] != 255 }
    #expect(holes.isEmpty, "pixels \(holes)")
  }
}
