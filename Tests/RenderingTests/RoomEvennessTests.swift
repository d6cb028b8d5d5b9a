import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Plain faces are lit evenly: not as they are cut into triangles, nor as rays happen to fall.
@Suite struct RoomEvennessTests {
  /// A rectangle cut along lines, each piece by one diagonal or the other.
  private static func sheet(width: Double, height: Double, us: [Double], vs: [Double]) -> Mesh {
    var positions: [Vector3f] = []
    var triangles: [SIMD3<UInt32>] = []
    let (us, vs) = ([0] + us + [1], [0] + vs + [1])
    for v in vs {
      for u in us { positions.append(Vector3f(Vector3(width * (u - 0.5), height * (v - 0.5), 0))) }
    }
    let row = UInt32(us.count)
    for j in 0..<UInt32(vs.count - 1) {
      for i in 0..<UInt32(us.count - 1) {
        let k = j * row + i
        if (i + j) % 2 == 0 {
          triangles += [SIMD3(k, k + 1, k + row + 1), SIMD3(k, k + row + 1, k + row)]
        } else {
          triangles += [SIMD3(k, k + 1, k + row), SIMD3(k + 1, k + row + 1, k + row)]
        }
      }
    }
    return Mesh(positions: positions, triangles: triangles)
  }

  /// A floor in a dark surround, seen from 2 m above.
  private static func look(
    down scene: RoomScene, fieldOfView: Double = 1.2
  ) -> (picture: Raster<Float>, place: (Int, Int) -> Vector3) {
    let camera = Camera(width: 96, height: 96, horizontalFieldOfView: fieldOfView)
    let snapshot = scene.world.snapshot(at: 0)
    let pose = AnalyticScene.lookingAt(.zero, from: Vector3(0, 0, 2))
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

  private static func room(_ floor: Mesh, albedo: Float = 0.5) -> RoomScene {
    var scene = RoomScene.empty
    let material = RoomScene.paint("grey", albedo, albedo, albedo, roughness: 1)
    let asset = Asset(
      name: "floor", nativeClass: Ontology.named("object") ?? Ontology.classes[0],
      pieces: [Asset.Piece(mesh: floor, material: 0)], materials: [material])
    scene.world.entities.append(Entity(id: 1, name: "floor", asset: asset, track: Track(still: .identity)))
    scene.world.sun.irradiance = .zero
    scene.world.sky = Sky(zenith: .zero, horizon: .zero, ground: .zero)
    scene.world.interiors = [Box3(min: Vector3(-2, -2, 0), max: Vector3(2, 2, 2.5))]
    return scene
  }

  /// However a floor is cut, its light is the same: from a lamp, a window, a glowing box and a shadow.
  @Test func lightDoesNotShowHowAFaceIsCut() {
    func picture(_ floor: Mesh) -> Raster<Float> {
      var scene = Self.room(floor)
      scene.box(Vector3(0.2, 0.3, 0.2), Vector3(0.5, 0.6, 0.5), RoomScene.red)
      var glowing = RoomScene.paint("glowing", 0, 0, 0)
      glowing.emissive = Vector3f(repeating: 2)
      scene.box(Vector3(1.4, -1.2, 0.1), Vector3(1.5, 0.8, 1.2), glowing)
      scene.world.lights = [
        AreaLight(
          center: Vector3(-0.6, 0.4, 1.4), shape: .ball(radius: 0.06), exitance: Vector3f(repeating: 80))
      ]
      scene.world.sky = Sky(
        zenith: Vector3f(repeating: 1), horizon: Vector3f(repeating: 2), ground: Vector3f(repeating: 0.2))
      scene.world.portals = [
        SkyPortal(center: Vector3(-1.95, 0, 1.2), halfU: Vector3(0, 0.6, 0), halfV: Vector3(0, 0, 0.5))
      ]
      return Self.look(down: scene).picture
    }
    let plain = picture(Self.sheet(width: 4, height: 4, us: [], vs: []))
    let cut = picture(Self.sheet(width: 4, height: 4, us: [0.31, 0.33, 0.72], vs: [0.17, 0.5, 0.505, 0.9]))
    #expect((plain.values.max() ?? 0) > 0.3)
    // The cuts' own rounding moves points by less than a micrometre.
    // Along the cuts four samples are taken where there was one, which matters at shadows' edges.
    let different = plain.values.indices.filter { i in
      let (a, b) = (plain.values[i], cut.values[i])
      return (a - b).magnitude > 1e-2 * (a + b) + 1e-5
    }
    #expect(different.count < plain.values.count / 40, "\(different.count) of \(plain.values.count)")
  }

  /// Light of a large glowing wall, gathered by rays, against the integral over it; and without blotches: from pixel to
  /// pixel the error hardly changes.
  @Test func whatAWallSendsArrivesEvenly() {
    var glowing = RoomScene.paint("glowing", 0, 0, 0)
    glowing.emissive = Vector3f(repeating: 1)
    func picture(_ albedo: Float) -> (picture: Raster<Float>, place: (Int, Int) -> Vector3) {
      var scene = Self.room(Self.sheet(width: 4, height: 4, us: [], vs: []), albedo: albedo)
      scene.box(Vector3(-1.99, -2, 0), Vector3(-1.9, 2, 2.4), glowing)
      return Self.look(down: scene)
    }
    let (grey, place) = picture(0.5)
    let black = picture(0).picture
    var (worst, roughest) = (0.0, 0.0)
    for v in stride(from: 20, to: 76, by: 4) {
      var last: Double?
      for u in 8..<88 {
        let p = place(u, v)
        guard p.x > -0.9, p.x < 1.3 else { continue }
        let e = Double((grey[u, v, 0] - black[u, v, 0]) / 0.5)
        var truth = 0.0
        let n = 40
        for i in 0..<n {
          for j in 0..<n {
            let q = Vector3(-1.9, -2 + 4 * (Double(i) + 0.5) / Double(n), 2.4 * (Double(j) + 0.5) / Double(n))
            let way = q - p
            let d2 = dot(way, way)
            truth += way.z * -way.x / (.pi * d2 * d2) * 9.6 / Double(n * n)
          }
        }
        let ratio = e / truth
        worst = max(worst, (ratio - 1).magnitude)
        if let last { roughest = max(roughest, (ratio - last).magnitude) }
        last = ratio
      }
    }
    #expect(worst < 0.12, "\(worst) off")
    #expect(roughest < 0.015, "\(roughest) from pixel to pixel")
  }

  /// Around a thing light is looked at more finely. Where that begins, no step shows: nowhere does light change much from
  /// one pixel to the next and hardly before and after.
  @Test func lightIsFinerWithoutSteps() {
    var scene = Self.room(Self.sheet(width: 4, height: 4, us: [], vs: []), albedo: 0.5)
    scene.box(Vector3(-0.1, -0.13, 0), Vector3(0.12, 0.09, 0.15), RoomScene.red)
    var glowing = RoomScene.paint("glowing", 0, 0, 0)
    glowing.emissive = Vector3f(repeating: 1)
    scene.box(Vector3(-1.99, -2, 0), Vector3(-1.9, 2, 2.4), glowing)
    scene.world.sky = Sky(
      zenith: Vector3f(repeating: 1), horizon: Vector3f(repeating: 1), ground: Vector3f(repeating: 0.1))
    scene.world.portals = [
      SkyPortal(center: Vector3(0, 1.9, 1.2), halfU: Vector3(0.9, 0, 0), halfV: Vector3(0, 0, 0.6))
    ]
    let (picture, place) = Self.look(down: scene, fieldOfView: 0.5)
    var steps: [String] = []
    for turned in [false, true] {
      for a in 0..<96 {
        var last: [Float] = []
        for b in 0..<96 {
          let (u, v) = turned ? (a, b) : (b, a)
          let p = place(u, v)
          // Neither the thing nor what its top hides.
          if max(p.x - 0.13, -0.11 - p.x, p.y - 0.1, -0.14 - p.y) < 0.03 {
            last = []
            continue
          }
          last = last.suffix(3) + [picture[u, v, 0]]
          guard last.count == 4 else { continue }
          let d = zip(last.dropFirst(), last).map { ($0 - $1).magnitude / $1 }
          if d[1] > 0.02, d[1] > 4 * max(d[0], d[2]) { steps.append("\(d[1]) at \(u), \(v)") }
        }
      }
    }
    #expect(steps.isEmpty, "\(steps.count): \(steps.prefix(5))")
  }

  /// A window frame before a sky that is a hundred times as bright as it: where a quarter of a pixel shows the sky, the
  /// pixel is not yet white.
  @Test func edgesBeforeASkyAreSmooth() {
    var scene = RoomScene.empty
    var frame = RoomScene.paint("frame", 0.002, 0.002, 0.002)
    frame.isUnlit = true
    scene.box(Vector3(2, -1.5, -1), Vector3(2.1, 0.013, 1.5), frame)
    scene.world.sun.irradiance = .zero
    scene.world.sky = Sky(
      zenith: Vector3f(repeating: 1), horizon: Vector3f(repeating: 1), ground: Vector3f(repeating: 1))
    let snapshot = scene.world.snapshot(at: 0)
    let renderer = Renderer()
    renderer.render(
      snapshot,
      ViewRequest(
        camera: Camera(width: 96, height: 64, horizontalFieldOfView: 0.6),
        worldFromCamera: AnalyticScene.lookingAt(Vector3(2, -0.5, 1.5), from: Vector3(0, 0.9, 0.6)),
        channels: [.rgb]),
      atlas: TextureAtlas(snapshot.materials), exposure: Vector3f(repeating: 20))
    let picture = renderer.buffers.rgb
    // Along each row: the frame, at most two pixels between, the sky.
    var between: Set<UInt8> = []
    var (dark, white) = (UInt8.max, UInt8.min)
    for v in 8..<56 {
      for u in 0..<96 {
        dark = min(dark, picture[u, v, 1])
        white = max(white, picture[u, v, 1])
      }
    }
    for v in 8..<56 {
      for u in 0..<96 where picture[u, v, 1] > dark + 6 && picture[u, v, 1] < white - 6 {
        between.insert(picture[u, v, 1])
      }
    }
    #expect(white > 250)
    #expect(between.count >= 2, "only \(between.sorted()) between \(dark) and \(white)")
  }
}
