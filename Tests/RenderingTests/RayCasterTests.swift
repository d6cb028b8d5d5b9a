import Geometry
import Imaging
import RandomStreams
import Rendering
import Testing
import VectorMath
import WorldModel

@Suite struct RayCasterTests {
  private static let turn = Quaternion(yaw: 0.5, pitch: 0.3, roll: -0.2)

  /// A floor, a turned box and a ball, two of them overlapping in the image.
  private static let scene = AnalyticScene(bodies: [
    AnalyticBody(.rectangle(width: 40, height: 30), at: .zero),
    AnalyticBody(.box(size: Vector3(2, 1, 1.5)), at: Vector3(0.5, 0.3, 1.5), rotation: turn),
    AnalyticBody(.sphere(radius: 1.2, subdivisions: 6), at: Vector3(-1.5, 1.5, 1.4)),
  ])
  private static let camera = Camera(width: 160, height: 120, horizontalFieldOfView: 1.1)
  private static let pose = AnalyticScene.lookingAt(Vector3(0, 0.5, 1), from: Vector3(4, -6, 3.2))

  @Test func depthPieceAndNormalAreThoseOfTheTrueBodies() throws {
    let (scene, camera, pose) = (Self.scene, Self.camera, Self.pose)
    let caster = RayCaster(snapshot: scene.snapshot())
    let capture = caster.capture(camera: camera, worldFromCamera: pose)
    let deviation = scene.bodies[2].shape.deviation
    #expect(deviation < 1e-3)
    var seen = [0, 0, 0, 0]
    for v in 0..<camera.height {
      for u in 0..<camera.width {
        guard scene.isSettled(camera, pose, u: Double(u), v: Double(v), reach: 0.2) else { continue }
        let truth = scene.sight(camera, pose, u: Double(u), v: Double(v))
        seen[truth.map { $0.body + 1 } ?? 0] += 1
        #expect(Int(capture.piece[u, v]) == truth?.body ?? -1)
        guard let truth else {
          #expect(capture.depth[u, v] == .infinity && capture.triangle[u, v] == -1)
          continue
        }
        let direction = pose.rotation * camera.ray(Double(u), Double(v))
        let slope = dot(truth.normal, direction).magnitude
        // The mesh of the ball lies up to `deviation` inside it along the normal.
        let slack = truth.depth * 1e-6 + (truth.body == 2 ? 1.5 * deviation / slope : 0)
        #expect((Double(capture.depth[u, v]) - truth.depth).magnitude <= slack)
        let hit = try #require(
          caster.sight(camera: camera, worldFromCamera: pose, u: Double(u), v: Double(v)))
        let normal = caster.facingNormal(of: hit, direction: direction)
        #expect(dot(normal, truth.normal) > (truth.body == 2 ? 0.998 : 1 - 1e-9))
        #expect(hit.isFront && Int32(hit.triangle) == capture.triangle[u, v])
        // The weights lead back to the point.
        let (a, b, c) = caster.corners(of: hit)
        let point = a + (b - a) * hit.b1 + (c - a) * hit.b2
        #expect(length(point - (pose.translation + direction * hit.t)) < 1e-9)
      }
    }
    #expect(seen.allSatisfy { $0 > 300 }, "pixels of sky, floor, box and ball: \(seen)")
  }

  @Test func farFromTheOriginTheSameIsSeen() {
    let shift = Vector3(512_345.5, 4_123_456.25, 64)
    var scene = Self.scene
    for i in scene.bodies.indices {
      let pose = scene.bodies[i].track.pose(at: 0)
      scene.bodies[i].track = Track(
        still: RigidTransform(rotation: pose.rotation, translation: pose.translation + shift))
    }
    var pose = Self.pose
    let near = RayCaster(snapshot: Self.scene.snapshot()).capture(camera: Self.camera, worldFromCamera: pose)
    pose.translation += shift
    let far = RayCaster(snapshot: scene.snapshot()).capture(camera: Self.camera, worldFromCamera: pose)
    var different = 0
    for i in near.piece.values.indices {
      let (a, b) = (near.depth.values[i], far.depth.values[i])
      if near.piece.values[i] != far.piece.values[i] || (a != b && (a - b).magnitude > 1e-5 * a) {
        different += 1
      }
    }
    #expect(different <= 2)
  }

  /// The rasteriser transforms points through either back end; the corners here have the same bits.
  @Test(arguments: PointTransform.Backend.allCases)
  func cornersAreThoseOfThePointTransform(_ backend: PointTransform.Backend) {
    let snapshot = Self.scene.snapshot()
    let caster = RayCaster(snapshot: snapshot)
    for (index, piece) in snapshot.pieces.enumerated() {
      let rows = PointRows(piece.positions)
      var out = [Double](repeating: 0, count: 3 * rows.stride)
      var workspace = out
      PointTransform(backend: backend).apply(
        PointTransform.quantized(piece.worldFromMesh), to: rows, output: &out, workspace: &workspace)
      func row(_ i: UInt32) -> Vector3 {
        Vector3(out[Int(i)], out[rows.stride + Int(i)], out[2 * rows.stride + Int(i)])
      }
      for (triangle, t) in piece.mesh.triangles.enumerated() {
        let hit = RayCaster.Hit(t: 1, piece: index, triangle: triangle, b1: 0, b2: 0, isFront: true)
        let (a, b, c) = caster.corners(of: hit)
        #expect(a == row(t.x) && b == row(t.y) && c == row(t.z))
      }
    }
  }

  @Test func twoCapturesAreEqual() {
    let one = RayCaster(snapshot: Self.scene.snapshot()).capture(
      camera: Self.camera, worldFromCamera: Self.pose)
    let two = RayCaster(snapshot: Self.scene.snapshot()).capture(
      camera: Self.camera, worldFromCamera: Self.pose)
    #expect(one == two)
  }

  @Test func nothingIsSeenInAnEmptySnapshot() {
    let caster = RayCaster(snapshot: AnalyticScene(bodies: []).snapshot())
    let capture = caster.capture(
      camera: Camera(width: 4, height: 3, horizontalFieldOfView: 1), worldFromCamera: .identity)
    #expect(
      capture.piece.values.allSatisfy { $0 == -1 } && capture.depth.values.allSatisfy { $0 == .infinity })
    #expect(caster.nearest(origin: .zero, direction: Vector3(1, 0, 0)) == nil)
    #expect(!caster.isOccluded(from: .zero, to: Vector3(1, 0, 0)))
    #expect(caster.nearest(origin: .zero, direction: .zero) == nil)
  }

  @Test func backsAreSeenOfTwoSidedMaterialsOnly() {
    for isDoubleSided in [false, true] {
      let material = Material(name: "m", isDoubleSided: isDoubleSided)
      let scene = AnalyticScene(bodies: [
        AnalyticBody(.box(size: Vector3(2, 2, 2)), at: .zero, material: material)
      ])
      let caster = RayCaster(snapshot: scene.snapshot())
      let hit = caster.nearest(origin: Vector3(0.1, 0.2, 0.3), direction: Vector3(0, 0, 1))
      #expect((hit != nil) == isDoubleSided)
      #expect(hit == nil || hit?.isFront == false)
      let anyway = caster.nearest(origin: Vector3(0.1, 0.2, 0.3), direction: Vector3(0, 0, 1), faces: .both)
      #expect(anyway.map { ($0.t - 0.7).magnitude < 1e-12 } == true)
      #expect(caster.nearest(origin: Vector3(0.1, 0.2, 3), direction: Vector3(0, 0, -1))?.isFront == true)
    }
  }

  /// glTF 2.0 §3.7.4: a mirrored mesh is still seen from outside.
  @Test func mirroringTurnsNothingInsideOut() {
    var world = AnalyticScene(bodies: [AnalyticBody(.box(size: Vector3(2, 2, 2)), at: .zero)]).world
    world.entities[0].scale = -1
    let caster = RayCaster(snapshot: world.snapshot(at: 0))
    let hit = caster.nearest(origin: Vector3(0.1, 0.2, 3), direction: Vector3(0, 0, -1))
    #expect(hit?.isFront == true && hit?.t == 2)
    #expect(caster.nearest(origin: Vector3(0.1, 0.2, 0), direction: Vector3(0, 0, -1)) == nil)
  }

  @Test func lowestPieceWinsATie() {
    let bodies = (0..<9).map { _ in AnalyticBody(.rectangle(width: 2, height: 2), at: Vector3(0, 0, 1)) }
    let caster = RayCaster(snapshot: AnalyticScene(bodies: bodies).snapshot())
    for i in 0..<100 {
      let x = Double(i) / 60 - 0.8
      // On the diagonal both triangles are met; the first is named.
      let hit = caster.nearest(origin: Vector3(x, -x, 3), direction: Vector3(0, 0, -1))
      #expect(hit?.piece == 0 && hit?.triangle == 0)
    }
  }

  @Test func nearPlaneIsPlanarAndIncluded() {
    var camera = Camera(width: 9, height: 9, horizontalFieldOfView: 1.5)
    // A wall at z = 2 in front of a camera that looks along +z, seen from behind it.
    let wall = Material(name: "wall", isDoubleSided: true)
    let scene = AnalyticScene(bodies: [
      AnalyticBody(.rectangle(width: 50, height: 50), at: Vector3(0, 0, 2), material: wall)
    ])
    let caster = RayCaster(snapshot: scene.snapshot())
    for (near, isSeen) in [(0.1, true), (2, true), (2.0.nextUp, false)] {
      camera.near = near
      let capture = caster.capture(camera: camera, worldFromCamera: .identity)
      #expect(capture.depth.values.allSatisfy { $0 == (isSeen ? 2 : .infinity) })
    }
  }

  @Test func occlusionLeavesOutTheEnds() {
    let scene = AnalyticScene(bodies: [
      AnalyticBody(.box(size: Vector3(1, 1, 1)), at: Vector3(0, 0, 0)),
      AnalyticBody(.box(size: Vector3(1, 1, 1)), at: Vector3(5, 0, 0)),
    ])
    let caster = RayCaster(snapshot: scene.snapshot())
    // From one box's side to the other's: clear, whatever lies at the ends.
    #expect(!caster.isOccluded(from: Vector3(0.5, 0, 0), to: Vector3(4.5, 0, 0)))
    #expect(!caster.isOccluded(from: Vector3(-3, 0.1, 0), to: Vector3(-0.5, 0.1, 0)))
    // To the middle of the far box, only its own side is in the way.
    #expect(caster.isOccluded(from: Vector3(1, 0.1, 0), to: Vector3(5, 0.1, 0)))
    #expect(!caster.isOccluded(from: Vector3(1, 0.1, 0), to: Vector3(5, 0.1, 0), arriving: 0.51))
    #expect(caster.isOccluded(from: Vector3(-3, 0.1, 0), to: Vector3(2, 0.1, 0)))
    // From within: sight passes the back, light does not.
    #expect(!caster.isOccluded(from: .zero, to: Vector3(0.1, 2, 0)))
    #expect(caster.isOccluded(from: .zero, to: Vector3(0.1, 2, 0), faces: .both))
    #expect(caster.isOccluded(origin: .zero, direction: Vector3(0, 0, 1), from: 0))
    #expect(!caster.isOccluded(from: Vector3(1, 0, 0), to: Vector3(1, 0, 0)))
  }

  @Test func blockedMeansThatSomethingIsNearest() {
    let caster = RayCaster(snapshot: Self.scene.snapshot())
    var state: UInt64 = 7
    func unit() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    var blocked = 0
    for _ in 0..<5000 {
      let origin = Vector3(unit() * 8 - 4, unit() * 8 - 4, unit() * 4)
      let direction = Vector3(unit() - 0.5, unit() - 0.5, unit() - 0.5)
      let to = unit() * 20
      for faces in [BoundingVolumeHierarchy.Faces.visible, .both] {
        let hit = caster.nearest(origin: origin, direction: direction, to: to, faces: faces)
        let isBlocked = caster.isOccluded(origin: origin, direction: direction, from: 0, to: to, faces: faces)
        #expect(isBlocked == (hit != nil))
        if isBlocked { blocked += 1 }
      }
    }
    #expect(blocked > 1000)
  }

  /// What stopped the ray before is asked first; the answer is the same with any guess.
  @Test func guessesDoNotChangeWhatIsOccluded() {
    var (stopped, guessed) = (0, 0)
    for number in 0..<12 {
      let scene = RandomScene(number)
      let lamp = scene.snapshot.pieces.count / 2
      let caster = RayCaster(snapshot: scene.snapshot, yields: { $0 == lamp })
      var stream = RandomStream(seed: 9).child(number)
      var remembered: Int32 = -1
      let eye = scene.worldFromCamera.translation
      func direction() -> Vector3 {
        Vector3(stream.normal(sd: 1), stream.normal(sd: 1), stream.normal(sd: 1))
      }
      for _ in 0..<800 {
        let origin = eye + direction() * stream.uniform(0, 1.5)
        let way = normalized(direction()) * stream.uniform(1, 60)
        let (from, to) = (stream.uniform(0, 0.3), stream.bool() ? stream.uniform(0.3, 1) : .infinity)
        let ignored = stream.bool() ? lamp..<lamp + 1 : 0..<0
        func ask(_ blocker: inout Int32) -> Bool {
          caster.isOccluded(
            origin: origin, direction: way, from: from, to: to, ignoring: ignored, blocker: &blocker)
        }
        var none: Int32 = -1
        let truth = ask(&none)
        let before = remembered
        #expect(ask(&remembered) == truth)
        if truth {
          stopped += 1
          if remembered == before { guessed += 1 }
        } else {
          #expect(remembered == before && none == -1)
        }
      }
    }
    #expect(stopped > 800 && guessed > 80, "\(stopped) stopped, \(guessed) by the guess")
  }
}
