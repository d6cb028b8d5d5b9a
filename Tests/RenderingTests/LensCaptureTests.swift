import Foundation
import Geometry
import Imaging
import RandomStreams
import Rendering
import Testing
import VectorMath
import WorldModel

/// Captures through lenses that are not pinholes: against closed forms, against the rasteriser looking the same way, and
/// against themselves turned.
@Suite struct LensCaptureTests {
  static let lenses: [Camera] = [
    Camera(equirectangularHeight: 64, near: 0.2),
    Camera(width: 96, height: 80, fisheyeFieldOfView: 3.6, near: 0.2),
    Camera(
      width: 96, height: 80, fx: 52, fy: 54, cx: 46, cy: 41, near: 0.2, projection: .brownConrady,
      distortion: Distortion(k1: -0.3, k2: 0.1, p1: 0.01, p2: -0.008, k3: -0.004)),
  ]

  private static let geometry: CaptureChannels = [
    .depth, .visibility, .instance, .semantic, .normal, .faceNormal, .uv, .albedo,
  ]

  // MARK: closed forms

  @Test(arguments: lenses, MotionScene.all.prefix(4))
  func everythingIsWhereTheRayMeetsIt(_ lens: Camera, _ motion: MotionScene) throws {
    var m = motion
    m.world.rig.cameras[0].camera = lens
    m.world.rig.cameras[0].stereoPartner = nil
    let c = m.capture([Self.geometry, .flowForward, .flowBackward, .occlusionForward, .sceneFlow])
    let (depth, piece, normal) = (
      try #require(c.depth), try #require(c.piece), try #require(c.faceNormal)
    )
    let (forward, backward) = (try #require(c.flowForward), try #require(c.flowBackward))
    let ball = m.scene.bodies[2].shape.deviation
    var seen = [0, 0, 0, 0, 0]
    var largest = 0.0
    for v in 0..<lens.height {
      for u in 0..<lens.width {
        let (x, y) = (Double(u), Double(v))
        guard m.scene.isSettled(lens, c.worldFromCamera, u: x, v: y, at: m.time, reach: 0.1) else { continue }
        let truth = m.scene.sight(lens, c.worldFromCamera, u: x, v: y, at: m.time)
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
          let there = m.worldFromCamera(other).inverse * moved
          let expected = lens.displacement(from: Vector2(x, y), to: lens.project(there))
          let found = Vector2(Double(flow[u, v, 0]), Double(flow[u, v, 1]))
          largest = max(largest, length(found))
          // Columns crowd towards the poles.
          let crowd = lens.projection == .equirectangular ? 1 / cos((y - lens.cy) / lens.fy) : 1
          #expect(length(found - expected) < (isBall ? 100 * ball : 1e-3) * crowd)
        }
      }
    }
    #expect(seen[1...].allSatisfy { $0 > 3 }, "\(seen)")
    #expect(m.description == "nothing moves" ? largest == 0 : largest > 0.5)
    if m.description == "nothing moves" {
      #expect(try #require(c.occlusionForward).values.allSatisfy { $0 == 0 })
      #expect(try #require(c.sceneFlow).values.allSatisfy { $0 == 0 })
    }
  }

  /// The distance to the walls of a box around the camera, by the slab that each ray leaves.
  @Test func aBoxAroundTheCameraIsSeenOnAllSides() throws {
    let size = Vector3(4, 3, 2.5)
    let material = Material(name: "wall", isDoubleSided: true)
    let scene = AnalyticScene(bodies: [AnalyticBody(.box(size: size), at: .zero, material: material)])
    let eye = Vector3(0.3, -0.2, 0.1)
    let pose = RigidTransform<WorldSpace, CameraSpace>(
      rotation: Quaternion(yaw: 0.7, pitch: 0.4, roll: -1.1), translation: eye)
    let camera = Camera(equirectangularHeight: 90)
    let snapshot = scene.snapshot()
    let renderer = Renderer()
    renderer.renderByRays(
      snapshot,
      ViewRequest(camera: camera, worldFromCamera: pose, channels: [.depth, .visibility, .faceNormal]),
      caster: RayCaster(snapshot: snapshot), atlas: TextureAtlas(snapshot.materials), shading: .physical,
      exposure: nil)
    let (depth, normal) = (renderer.buffers.depth, renderer.buffers.faceNormal)
    var solid = 0.0
    for v in 0..<camera.height {
      for u in 0..<camera.width {
        let d = pose.rotation * camera.ray(Double(u), Double(v))
        var t = Double.infinity
        var axis = 0
        for k in 0..<3 {
          let way = ((d[k] > 0 ? size[k] : -size[k]) / 2 - eye[k]) / d[k]
          if way < t { (t, axis) = (way, k) }
        }
        #expect(abs(Double(depth[u, v]) / t - 1) < 1e-6)
        #expect(abs(Double(normal[u, v, axis]) + (d[axis] > 0 ? 1 : -1)) < 1e-6)
        // Solid angles of the pixels: the sphere, once.
        solid += 1 / camera.fx * 2 * sin(0.5 / camera.fy) * cos((Double(v) - camera.cy) / camera.fy)
      }
    }
    #expect(abs(solid - 4 * .pi) < 1e-9)
  }

  // MARK: against pinholes

  /// A pinhole of one pixel that looks along the ray of a panorama's pixel sees what that pixel shows.
  @Test(arguments: lenses) func aPinholeAlongTheRaySeesTheSame(_ lens: Camera) {
    let renderer = Renderer()
    let pinhole = Renderer()
    var draws = RandomStream(seed: 4)
    var (different, compared, worst) = (0, 0, 0.0)
    for number in 0..<12 {
      let scene = RandomScene(number)
      let atlas = TextureAtlas(scene.snapshot.materials)
      renderer.renderByRays(
        scene.snapshot,
        ViewRequest(camera: lens, worldFromCamera: scene.worldFromCamera, channels: Self.geometry),
        caster: RayCaster(snapshot: scene.snapshot), atlas: atlas, shading: .physical, exposure: nil)
      let b = renderer.buffers
      let (piece, triangle, depth, normal, face, uv, instance) = (
        b.piece, b.triangle, b.depth, b.normal, b.faceNormal, b.uv, b.instance
      )
      for _ in 0..<60 {
        let (u, v) = (draws.integer(in: 0..<lens.width), draws.integer(in: 0..<lens.height))
        let ray = scene.worldFromCamera.rotation * lens.ray(Double(u), Double(v))
        let look = AnalyticScene.lookingAt(
          scene.worldFromCamera.translation + ray, from: scene.worldFromCamera.translation)
        // The focal length of its pixel is that of the lens.
        let eye = Camera(width: 1, height: 1, fx: lens.fx, fy: lens.fx, cx: 0, cy: 0, near: lens.near)
        pinhole.render(
          scene.snapshot, ViewRequest(camera: eye, worldFromCamera: look, channels: Self.geometry),
          atlas: atlas)
        let p = pinhole.buffers
        compared += 1
        guard p.piece[0, 0] == piece[u, v], p.triangle[0, 0] == triangle[u, v] else {
          different += 1
          continue
        }
        #expect(p.instance[0, 0] == instance[u, v])
        guard depth[u, v] < .infinity else { continue }
        // Along the ray it is as long as the ray that depth counts.
        let far = Double(depth[u, v]) * length(ray)
        worst = max(worst, abs(Double(p.depth[0, 0]) / far - 1))
        for k in 0..<3 {
          #expect(abs(p.normal[0, 0, k] - normal[u, v, k]) < 2e-3)
          #expect(abs(p.faceNormal[0, 0, k] - face[u, v, k]) < 1e-5)
        }
        for k in 0..<2 { #expect(abs(p.uv[0, 0, k] - uv[u, v, k]) < 4e-3) }
      }
    }
    // Centres within the rounding of an outline.
    #expect(Double(different) < 0.01 * Double(compared), "\(different) of \(compared)")
    #expect(worst < 1e-4, "\(worst)")
  }

  // MARK: against itself, turned

  /// A level panorama turned by whole columns is the same picture, moved: neither the seam nor the borders of the faces
  /// that shading works on show.
  @Test func turningMovesThePictureAndNothingElse() throws {
    var scene = RoomScene(lampsAreOn: true)
    let camera = Camera(equirectangularHeight: 96)
    // An eighth of a turn: borders of faces come to lie in the middle of faces.
    let columns = camera.width / 8
    // Bright enough for eight bits to tell.
    func mounted(_ yaw: Double) -> Rig.MountedCamera {
      Rig.MountedCamera(
        name: "around", camera: camera,
        rigFromCamera: Rig.mount(at: Vector3(2.4, 2.5, 1.5), yaw: 0.3 + yaw))
    }
    scene.world.exposure = .fixed(12)
    scene.world.rig = Rig(cameras: [mounted(0), mounted(Double(columns) / camera.fx)])
    let moment = CameraSensor.Moment(world: scene.world, time: 0, step: 0.1)
    let sensor = CameraSensor()
    let channels: CaptureChannels = [Self.geometry, .rgb, .hdr]
    let atlas = TextureAtlas(moment.now.materials)
    let a = sensor.capture(moment, scene.world.rig.cameras[0], channels: channels, atlas: atlas)
    let b = sensor.capture(moment, scene.world.rig.cameras[1], channels: channels, atlas: atlas)
    let (pa, pb) = (try #require(a.piece), try #require(b.piece))
    let (ta, tb) = (try #require(a.triangle), try #require(b.triangle))
    let (da, db) = (try #require(a.depth), try #require(b.depth))
    let (ra, rb) = (try #require(a.rgb), try #require(b.rgb))
    var (other, far, sum, count) = (0, 0, 0.0, 0)
    for v in 0..<camera.height {
      for u in 0..<camera.width {
        // Turned to the left, everything moves to the right.
        let w = (u + columns) % camera.width
        guard pa[u, v] == pb[w, v], ta[u, v] == tb[w, v] else {
          other += 1
          continue
        }
        #expect(da[u, v] == db[w, v] || abs(da[u, v] / db[w, v] - 1) < 1e-5)
        for k in 0..<3 {
          let d = abs(Int(ra[u, v, k]) - Int(rb[w, v, k]))
          sum += Double(d)
          count += 1
          if d > 12 { far += 1 }
        }
      }
    }
    let pixels = Double(camera.width * camera.height)
    #expect(Double(other) < 1e-3 * pixels, "\(other)")
    #expect(sum / Double(count) < 0.5, "\(sum / Double(count))")
    // There is something to compare.
    let bright = ra.values.count { (40..<250).contains($0) }
    #expect(bright > ra.values.count / 3, "\(bright)")
    #expect(Double(far) < 0.01 * Double(count), "\(far) of \(count)")
  }

  /// A panorama has the light of a pinhole's picture taken from the same place.
  @Test func shadingIsThatOfAPinhole() throws {
    var scene = RoomScene(lampsAreOn: true)
    let lens = Camera(equirectangularHeight: 128)
    let pinhole = Camera(width: 48, height: 36, horizontalFieldOfView: 1)
    scene.world.exposure = .fixed(1)
    scene.world.rig = Rig(
      cameras: [lens, pinhole].map {
        Rig.MountedCamera(
          name: $0.projection.rawValue, camera: $0,
          rigFromCamera: Rig.mount(at: Vector3(2.4, 2.0, 1.5), yaw: 2.6, pitch: -0.4))
      })
    let moment = CameraSensor.Moment(world: scene.world, time: 0, step: 0.1)
    let atlas = TextureAtlas(moment.now.materials)
    let sensor = CameraSensor()
    let all = scene.world.rig.cameras.map {
      sensor.capture(moment, $0, channels: [.hdr, .visibility], atlas: atlas)
    }
    let (around, front) = (try #require(all[0].hdr), try #require(all[1].hdr))
    let (pa, pf) = (try #require(all[0].piece), try #require(all[1].piece))
    // Where all around show one piece, so that no outline is involved.
    var (sum, truth, worst) = (Vector3.zero, Vector3.zero, 0)
    var count = 0
    for v in 1..<(pinhole.height - 1) {
      for u in 1..<(pinhole.width - 1) {
        let place = lens.project(pinhole.ray(Double(u), Double(v)))
        let (x, y) = (Int(place.x.rounded()), Int(place.y.rounded()))
        let isOne = (-1...1).allSatisfy { j in
          (-1...1).allSatisfy { i in
            pf[u + i, v + j] == pf[u, v]
              && pa[min(x + i, lens.width - 1), min(y + j, lens.height - 1)] == pf[u, v]
          }
        }
        guard isOne else { continue }
        count += 1
        for k in 0..<3 {
          let (a, b) = (Double(around[x, y, k]), Double(front[u, v, k]))
          sum[k] += a
          truth[k] += b
          if abs(a - b) > 0.15 * (a + b) { worst += 1 }
        }
      }
    }
    #expect(count > 500)
    for k in 0..<3 { #expect(abs(sum[k] / truth[k] - 1) < 0.02, "\(sum) against \(truth)") }
    #expect(Double(worst) < 0.03 * Double(3 * count), "\(worst) of \(3 * count)")
  }

  /// Albedo is filtered as the ray's footprint asks: a fine chequer far away is grey, near by black and white.
  @Test func texturesAreFilteredByTheFootprint() {
    var image = Raster<UInt8>(width: 64, height: 64, channels: 4, fill: 255)
    for y in 0..<64 { for x in 0..<64 where (x + y) % 2 == 1 { for k in 0..<3 { image[x, y, k] = 0 } } }
    let material = Material(name: "chequer", baseColorTexture: Texture(name: "chequer", image: image))
    let scene = AnalyticScene(bodies: [
      AnalyticBody(.rectangle(width: 2, height: 2), at: .zero, material: material)
    ])
    let snapshot = scene.snapshot()
    func contrast(_ distance: Double) -> Int {
      let renderer = Renderer()
      let camera = Camera(equirectangularHeight: 512, near: 0.001)
      // To the side, where faces meet, at a slant to none of the axes.
      let look = AnalyticScene.lookingAt(Vector3(-1, 1, distance), from: Vector3(0.013, 0.017, distance))
      renderer.renderByRays(
        snapshot, ViewRequest(camera: camera, worldFromCamera: look, channels: [.albedo, .visibility]),
        caster: RayCaster(snapshot: snapshot), atlas: TextureAtlas(snapshot.materials), shading: .physical,
        exposure: nil)
      let (albedo, piece) = (renderer.buffers.albedo, renderer.buffers.piece)
      var (low, high) = (255, 0)
      // Straight down, within a quarter of the sheet.
      for v in 440..<512 {
        for u in 0..<camera.width where piece[u, v] > 0 && Double(511 - v) / camera.fy * distance < 0.5 {
          low = min(low, Int(albedo[u, v, 0]))
          high = max(high, Int(albedo[u, v, 0]))
        }
      }
      #expect(high > 0)
      return high - low
    }
    // A texel is 3.1 cm: 5 pixels from 1 m, a seventh of one from 35 m. Straight down pixels are long and thin, and are filtered
    // along their length alone: what is left of the squares falls with it.
    #expect(contrast(1) > 200)
    #expect(contrast(35) < 110)
    #expect(contrast(140) < 30)
  }

  // MARK: alone

  /// Things drawn alone cover what a world of nothing else shows, and all that is seen of them.
  @Test(arguments: lenses) func thingsAloneAreAsInAWorldOfTheirOwn(_ lens: Camera) throws {
    var m = MotionScene("nothing moves", movesCamera: false, movesObjects: false, camera: lens)
    m.world.rig.cameras[0].stereoPartner = nil
    let c = m.capture([.alone, .visibility, .depth])
    let piece = try #require(c.piece)
    #expect(c.alone.map(\.entity) == [0, 1, 2, 3])
    for layer in c.alone {
      var one = m
      one.world.entities = [m.world.entities[layer.entity]]
      let depth = try #require(one.capture(.depth).depth)
      var covered = 0
      for v in 0..<lens.height {
        for u in 0..<lens.width {
          let (x, y) = (u - layer.u0, v - layer.v0)
          let inverse =
            x >= 0 && y >= 0 && x < layer.width && y < layer.height
            ? layer.inverseDepth[y * layer.width + x] : 0
          #expect(inverse > 0 ? abs(inverse * depth[u, v] - 1) < 1e-6 : depth[u, v] == .infinity)
          if inverse > 0 { covered += 1 }
          if Int(piece[u, v]) == layer.entity + 1 { #expect(inverse > 0) }
        }
      }
      #expect(lens.period == nil ? layer.canvasPixels >= covered : layer.canvasPixels == covered)
    }
  }

  /// A sphere in two pixels, and other sizes that nobody needs.
  @Test(arguments: [1, 2, 3, 7]) func tinyImagesAreMadeToo(_ height: Int) throws {
    for camera in [
      Camera(equirectangularHeight: height), Camera(width: height, height: 1, fisheyeFieldOfView: 3),
    ] {
      var m = MotionScene("all move", movesCamera: true, movesObjects: true, camera: camera)
      m.world.rig.cameras[0].stereoPartner = nil
      let c = m.capture([Self.geometry, .rgb, .hdr, .flowForward, .occlusionForward, .alone])
      #expect(try #require(c.hdr).values.allSatisfy { $0.isFinite && $0 >= 0 })
      #expect(try #require(c.uv).values.allSatisfy { $0.isFinite })
      #expect(c.rgb?.width == camera.width && c.depth?.height == camera.height)
    }
  }

  @Test func workersAndOrderChangeNoByte() throws {
    var m = MotionScene("all move", movesCamera: true, movesObjects: true, camera: Self.lenses[0])
    m.world.rig.cameras[0].stereoPartner = nil
    let sensor = CameraSensor()
    let channels: CaptureChannels = [Self.geometry, .rgb, .hdr, .flowForward, .occlusionForward]
    let first = m.capture(channels, sensor: sensor)
    // A pinhole's picture in between.
    _ = MotionScene.all[3].capture([.rgb, .depth], sensor: sensor)
    for again in [m.capture(channels, sensor: sensor), m.capture(channels)] {
      #expect(again.rgb == first.rgb && again.hdr == first.hdr && again.uv == first.uv)
      #expect(again.normal == first.normal && again.flowForward == first.flowForward)
    }
    // Labels do not know whether there is colour.
    let plain = m.capture(Self.geometry)
    #expect(plain.normal == first.normal && plain.uv == first.uv && plain.albedo == first.albedo)
  }
}
