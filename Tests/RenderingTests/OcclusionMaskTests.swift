import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// What is hidden in another frame or from the other eye, against rays.
@Suite struct OcclusionMaskTests {
  /// The other view, as rays see it.
  private struct Judge {
    let caster: RayCaster
    let camera: Camera
    let worldFromCamera: RigidTransform<WorldSpace, CameraSpace>

    /// Whether the point of the world is seen, with its image moved by a little.
    func sees(_ p: Vector3, du: Double = 0, dv: Double = 0) -> Bool {
      let q = worldFromCamera.inverse * p
      guard q.z >= camera.near else { return false }
      let at = camera.project(q) + Vector2(du, dv)
      guard at.x >= -0.5, at.y >= -0.5, at.x <= Double(camera.width) - 0.5,
        at.y <= Double(camera.height) - 0.5
      else { return false }
      guard
        let hit = caster.sight(camera: camera, worldFromCamera: worldFromCamera, u: at.x, v: at.y)
      else { return false }
      return (hit.t - q.z).magnitude <= 2e-4 * q.z
    }

    /// Whether the answer hangs on a hair: an outline lies within a fiftieth of a pixel.
    func isUndecided(_ p: Vector3) -> Bool {
      let straight = sees(p)
      return [(1.0, 0.0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)].contains {
        sees(p, du: $0.0 * 0.02, dv: $0.1 * 0.02) != straight
      }
    }
  }

  private static func compare(
    _ mask: Raster<UInt8>, _ c: Capture, _ judge: Judge, _ name: String,
    move: (RayCaster.Hit) -> Vector3
  ) {
    let here = RayCaster(snapshot: c.snapshot)
    var (seen, hidden, different) = (0, 0, 0)
    var unexplained: [String] = []
    for v in 0..<c.camera.height {
      for u in 0..<c.camera.width {
        guard
          let hit = here.sight(
            camera: c.camera, worldFromCamera: c.worldFromCamera, u: Double(u), v: Double(v)),
          Int(c.piece?[u, v] ?? 0) == hit.piece + 1
        else { continue }
        let p = move(hit)
        let isSeen = judge.sees(p)
        if isSeen { seen += 1 } else { hidden += 1 }
        if isSeen != (mask[u, v] == 0) {
          different += 1
          if !judge.isUndecided(p) {
            let at = judge.camera.project(judge.worldFromCamera.inverse * p)
            unexplained.append("(\(u), \(v)) piece \(hit.piece) at \(at): ray sees it: \(isSeen)")
          }
        }
      }
    }
    let rate = 1 - Double(different) / Double(seen + hidden)
    print("occlusion, \(name): seen \(seen), hidden \(hidden), agreement \(rate * 100) %")
    #expect(rate >= 0.999, "\(name): \(rate)")
    let count = unexplained.count
    #expect(count == 0, "\(name): \(count) away from outlines: \(unexplained.prefix(4))")
  }

  @Test(arguments: MotionScene.all) func framesAgreeWithRays(_ m: MotionScene) throws {
    let c = m.capture([.occlusionForward, .occlusionBackward, .visibility])
    for (mask, t) in [(c.occlusionForward, m.time + m.step), (c.occlusionBackward, m.time - m.step)] {
      let there = RayCaster(snapshot: m.world.snapshot(at: t))
      let judge = Judge(caster: there, camera: c.camera, worldFromCamera: m.worldFromCamera(t))
      Self.compare(try #require(mask), c, judge, "\(m.description), to \(t) s") { hit in
        let (a, b, c) = there.corners(of: hit)
        return a + (b - a) * hit.b1 + (c - a) * hit.b2
      }
    }
  }

  @Test func stereoAgreesWithRays() throws {
    for m in [MotionScene.all[0], MotionScene.all[4]] {
      let c = m.capture([.stereoOcclusion, .visibility, .depth])
      let right = m.world.rig.worldFromCamera(m.world.rig.cameras[1], at: m.time)
      let caster = RayCaster(snapshot: c.snapshot)
      let judge = Judge(
        caster: caster, camera: m.world.rig.cameras[1].camera, worldFromCamera: right)
      Self.compare(try #require(c.stereoOcclusion), c, judge, "stereo, \(m.description)") { hit in
        let (a, b, c) = caster.corners(of: hit)
        return a + (b - a) * hit.b1 + (c - a) * hit.b2
      }
      // The baseline is where the points go.
      let depth = try #require(c.depth)
      let baseline = try #require(c.stereoBaseline)
      #expect((baseline - 0.4).magnitude < 1e-12)
      for v in stride(from: 0, to: c.camera.height, by: 7) {
        for u in stride(from: 0, to: c.camera.width, by: 7) where depth[u, v] < .infinity {
          let p = c.camera.ray(Double(u), Double(v)) * Double(depth[u, v])
          let there = c.camera.project(right.inverse * (c.worldFromCamera * p))
          #expect((Double(v) - there.y).magnitude < 1e-4)
          #expect((Double(u) - there.x - c.camera.fx * baseline / p.z).magnitude < 1e-3)
        }
      }
    }
  }

  /// Through holes the far side stays visible; a picture of random worlds seen by two cameras.
  @Test func randomWorldsAgreeWithRays() throws {
    for number in 0..<16 {
      let scene = RandomScene(number)
      var world = World()
      world.entities = scene.snapshot.pieces.enumerated().map { index, piece in
        let node = Asset.Node(name: "root")
        let asset = Asset(
          name: "a", nativeClass: Ontology.classes[0],
          pieces: [Asset.Piece(mesh: piece.mesh, material: 0)],
          materials: [scene.snapshot.materials[piece.material]], nodes: [node])
        let m = piece.worldFromMesh
        // Rigid placements only: entities have no stretching.
        let isMirrored = m.linear.determinant < 0
        let r = Matrix3(
          columns: normalized(m.linear.x) * (isMirrored ? -1 : 1), normalized(m.linear.y),
          normalized(m.linear.z))
        return Entity(
          id: UInt32(index + 1), name: "e", asset: asset,
          track: Track(
            still: RigidTransform(rotation: Quaternion(r), translation: m.translation)),
          scale: index % 4 == 3 ? -1 : 1)
      }
      let mount = RigidTransform<RigSpace, CameraSpace>(
        rotation: scene.worldFromCamera.rotation, translation: scene.worldFromCamera.translation)
      var shifted = mount
      shifted.translation += mount.rotation * Vector3(0.5, 0.1, 0.2)
      var other = scene.camera
      other.cx += 10
      world.rig = Rig(cameras: [
        Rig.MountedCamera(
          name: "a", camera: scene.camera, rigFromCamera: mount, stereoPartner: "b"),
        Rig.MountedCamera(name: "b", camera: other, rigFromCamera: shifted),
      ])
      let moment = CameraSensor.Moment(world: world, time: 0, step: 0.1)
      let c = CameraSensor().capture(
        moment, world.rig.cameras[0], channels: [.stereoOcclusion, .visibility],
        atlas: TextureAtlas(moment.now.materials))
      let caster = RayCaster(snapshot: c.snapshot)
      let judge = Judge(
        caster: caster, camera: other,
        worldFromCamera: world.rig.worldFromCamera(world.rig.cameras[1], at: 0))
      Self.compare(try #require(c.stereoOcclusion), c, judge, "world \(number)") { hit in
        let (a, b, c) = caster.corners(of: hit)
        return a + (b - a) * hit.b1 + (c - a) * hit.b2
      }
    }
  }

  /// Where nothing moves the other picture is the same, and hides nothing of this one; with one thing on its way it does.
  @Test func whatStandsStillHidesNothing() throws {
    let still = MotionScene("still", movesCamera: false, movesObjects: false)
      .capture([.occlusionForward, .occlusionBackward, .visibility])
    for mask in [still.occlusionForward, still.occlusionBackward] {
      let mask = try #require(mask)
      #expect(mask.width == still.camera.width && mask.values.allSatisfy { $0 == 0 })
    }
    let moving = MotionScene("moving", movesCamera: false, movesObjects: true).capture([
      .occlusionForward, .visibility,
    ])
    #expect(try #require(moving.occlusionForward).values.contains(1))
  }

  /// A post a third of a pixel wide before a wall, the camera and the post moving and two eyes: the maps are what rays
  /// say, at each pixel.
  @Test func aPostThinnerThanAPixelHidesWhatRaysSay() throws {
    let camera = Camera(width: 120, height: 90, horizontalFieldOfView: 0.9)
    // At 4 m a pixel is 4/fx wide.
    let width = 4 / camera.fx / 3
    func post(_ x: Double, _ move: Double) -> AnalyticBody {
      .moving(
        .box(size: Vector3(width, width, 3)),
        from: RigidTransform(rotation: Quaternion(yaw: 0.3), translation: Vector3(x, 4, 0)),
        to: RigidTransform(
          rotation: Quaternion(yaw: 0.3, roll: 0.02), translation: Vector3(x + move, 4, 0.1)))
    }
    let wall = AnalyticBody(
      .rectangle(width: 30, height: 30), at: Vector3(0, 7, 0),
      rotation: Quaternion(axis: Vector3(1, 0, 0), angle: .pi / 2 + 0.1))
    var world = AnalyticScene(bodies: [wall, post(-0.9, 0.31), post(0.013, -0.17), post(0.8, 0.05)]).world
    let mount = Rig.mount(at: .zero, yaw: .pi / 2)
    world.rig.track = Track(keys: [
      Track.Key(time: 0, worldFromObject: RigidTransform(translation: Vector3(-0.3, 0, 0))),
      Track.Key(
        time: 1,
        worldFromObject: RigidTransform(rotation: Quaternion(yaw: 0.05), translation: Vector3(0.4, 0.2, 0))),
    ])
    world.rig.cameras = [
      Rig.MountedCamera(name: "left", camera: camera, rigFromCamera: mount, stereoPartner: "right"),
      Rig.MountedCamera(
        name: "right", camera: camera,
        rigFromCamera: RigidTransform(
          rotation: mount.rotation, translation: mount.rotation * Vector3(0.37, 0, 0))),
    ]
    let (time, step) = (0.5, 0.1)
    let moment = CameraSensor.Moment(world: world, time: time, step: step)
    let c = CameraSensor().capture(
      moment, world.rig.cameras[0],
      channels: [.occlusionForward, .occlusionBackward, .stereoOcclusion, .visibility],
      atlas: TextureAtlas(moment.now.materials))
    let here = RayCaster(snapshot: moment.now)
    for (name, mask, there, pose) in [
      (
        "next", c.occlusionForward, moment.next,
        world.rig.worldFromCamera(world.rig.cameras[0], at: time + step)
      ),
      (
        "previous", c.occlusionBackward, moment.previous,
        world.rig.worldFromCamera(world.rig.cameras[0], at: time - step)
      ),
      ("other eye", c.stereoOcclusion, moment.now, world.rig.worldFromCamera(world.rig.cameras[1], at: time)),
    ] {
      let mask = try #require(mask)
      let caster = RayCaster(snapshot: there)
      var (hiddenByPosts, different, skipped) = (0, 0, 0)
      for v in 0..<camera.height {
        for u in 0..<camera.width {
          guard
            let hit = here.sight(
              camera: camera, worldFromCamera: c.worldFromCamera, u: Double(u), v: Double(v))
          else { continue }
          // At an outline rounded to 1/256 pixel the picture may show the other piece.
          guard Int(c.piece?[u, v] ?? 0) == hit.piece + 1 else {
            skipped += 1
            continue
          }
          // The same point of the surface, in the other snapshot.
          let (a, b, d) = caster.corners(of: hit)
          let p = a + (b - a) * hit.b1 + (d - a) * hit.b2
          let q = pose.inverse * p
          let at = camera.project(q)
          let isInside =
            q.z >= camera.near && at.x >= -0.5 && at.y >= -0.5 && at.x <= Double(camera.width) - 0.5
            && at.y <= Double(camera.height) - 0.5
          let first = caster.nearest(origin: pose.translation, direction: p - pose.translation)
          let isHidden = !isInside || (first.map { $0.t < 1 - 2e-4 } ?? false)
          // The backs of the posts are not drawn.
          let turnedAway = first.map { $0.piece == hit.piece && $0.triangle != hit.triangle } ?? false
          if isHidden, isInside, first?.piece != hit.piece { hiddenByPosts += 1 }
          if isHidden != (mask[u, v] != 0), !turnedAway { different += 1 }
        }
      }
      print("posts, \(name): \(hiddenByPosts) hidden by them, \(different) differ")
      #expect(hiddenByPosts > 40 && skipped < 40, "\(name): \(skipped)")
      #expect(different == 0, "\(name)")
    }
  }
}
