import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Flow of bodies that change shape, against formulas for their vertices.
@Suite struct BendingTests {
  /// A sheet whose points rise by weight · (x² − y/2).
  private struct Swell: Articulating {
    static func weight(_ t: Double) -> Double { 0.2 + 0.6 * t }
    func articulation(of asset: Asset, at t: Double) -> Articulation {
      Articulation(poses: asset.restPoses, morphWeights: [0: [Float(Self.weight(t))]])
    }
  }

  /// A bar whose second joint turns about y.
  private struct Elbow: Articulating {
    static func angle(_ t: Double) -> Double { 0.3 + 0.8 * t }
    func articulation(of asset: Asset, at t: Double) -> Articulation {
      var poses = asset.restPoses
      poses[1].rotation = Quaternion(axis: Vector3(0, 1, 0), angle: Self.angle(t))
      return Articulation(poses: poses)
    }
  }

  /// Weight of the second joint along the bar.
  private static func bend(_ x: Float) -> Float { min(max(x / 2 + 0.5, 0), 1) }

  private static func grid(_ deformation: ([Vector3f]) -> MeshDeformation) -> Mesh {
    let n = 16
    var positions: [Vector3f] = []
    for j in 0...n {
      for i in 0...n {
        positions.append(Vector3f(Float(i) * 4 / Float(n) - 2, Float(j) * 2 / Float(n) - 1, 0))
      }
    }
    var triangles: [SIMD3<UInt32>] = []
    for j in 0..<UInt32(n) {
      for i in 0..<UInt32(n) {
        let a = j * UInt32(n + 1) + i
        let (b, c, d) = (a + 1, a + UInt32(n) + 1, a + UInt32(n) + 2)
        triangles += [SIMD3(a, b, d), SIMD3(a, d, c)]
      }
    }
    return Mesh(positions: positions, triangles: triangles, deformation: deformation(positions))
  }

  private static let material = Material(name: "cloth", isDoubleSided: true)

  static func world(swells: Bool, moves: Bool) -> World {
    let asset: Asset
    if swells {
      let mesh = grid { positions in
        MeshDeformation(morphPositions: [positions.map { Vector3f(0, 0, $0.x * $0.x - $0.y / 2) }])
      }
      asset = Asset(
        name: "sheet", nativeClass: Ontology.classes[0], pieces: [Asset.Piece(mesh: mesh, material: 0)],
        materials: [material])
    } else {
      let mesh = grid { positions in
        MeshDeformation(
          joints: positions.map { _ in SIMD4(0, 1, 0, 0) },
          weights: positions.map { SIMD4(1 - bend($0.x), bend($0.x), 0, 0) })
      }
      asset = Asset(
        name: "bar", nativeClass: Ontology.classes[0],
        pieces: [Asset.Piece(mesh: mesh, material: 0, skin: 0)], materials: [material],
        nodes: [Asset.Node(name: "root"), Asset.Node(name: "elbow", parent: 0)],
        skins: [Asset.Skin(joints: [0, 1], inverseBind: [.identity, .identity])])
    }
    let a = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: Quaternion(yaw: 0.3, roll: 0.2), translation: Vector3(0, 0, 1))
    let b = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: Quaternion(yaw: 0.9, pitch: -0.2), translation: Vector3(0.5, 0.4, 1.2))
    let track =
      moves
      ? Track(keys: [Track.Key(time: 0, worldFromObject: a), Track.Key(time: 1, worldFromObject: b)])
      : Track(still: a)
    var world = World(entities: [
      Entity(
        id: 1, name: "ground",
        asset: Asset(
          name: "g", nativeClass: Ontology.named("ground") ?? Ontology.classes[0],
          pieces: [
            Asset.Piece(mesh: AnalyticShape.rectangle(width: 60, height: 60).mesh, material: 0)
          ],
          materials: [Material(name: "g")]), track: Track(still: .identity)),
      Entity(
        id: 2, name: "body", asset: asset, track: track,
        articulation: swells ? Swell() as any Articulating : Elbow()),
    ])
    world.rig.cameras = [
      Rig.MountedCamera(
        name: "c", camera: Camera(width: 120, height: 90, horizontalFieldOfView: 1),
        rigFromCamera: Rig.mount(at: Vector3(-6, 0, 3.5), pitch: -0.4))
    ]
    if moves {
      world.rig.track = Track(keys: [
        Track.Key(time: 0, worldFromObject: .identity),
        Track.Key(
          time: 1,
          worldFromObject: RigidTransform(
            rotation: Quaternion(yaw: 0.2), translation: Vector3(0.4, 0.3, -0.2))),
      ])
    }
    return world
  }

  /// Where a vertex is in the object's frame, from the formulas.
  private static func place(_ p: Vector3f, _ t: Double, swells: Bool) -> Vector3 {
    let q = Vector3(p)
    if swells { return q + Vector3(0, 0, Swell.weight(t) * (q.x * q.x - q.y / 2)) }
    let (s, c) = DeterministicMath.sincos(Elbow.angle(t))
    let turned = Vector3(c * q.x + s * q.z, q.y, c * q.z - s * q.x)
    let w = Double(bend(p.x))
    return q * (1 - w) + turned * w
  }

  @Test(arguments: [true, false], [false, true])
  func flowFollowsTheVertices(_ swells: Bool, _ moves: Bool) throws {
    let world = Self.world(swells: swells, moves: moves)
    let (time, step) = (0.4, 0.1)
    let moment = CameraSensor.Moment(world: world, time: time, step: step)
    let mounted = world.rig.cameras[0]
    let c = CameraSensor().capture(
      moment, mounted,
      channels: [.flowForward, .flowBackward, .sceneFlow, .depth, .visibility, .occlusionForward],
      atlas: TextureAtlas(moment.now.materials))
    let caster = RayCaster(snapshot: moment.now)
    let mesh = moment.now.pieces[1].mesh
    let (piece, motion) = (try #require(c.piece), try #require(c.sceneFlow))
    var worst = (flow: 0.0, scene: 0.0, depth: 0.0)
    var seen = 0
    var largest = 0.0
    func point(_ hit: RayCaster.Hit, _ t: Double) -> Vector3 {
      let i = mesh.triangles[hit.triangle]
      let corners = [i.x, i.y, i.z].map { Self.place(mesh.positions[Int($0)], t, swells: swells) }
      let p = corners[0] * (1 - hit.b1 - hit.b2) + corners[1] * hit.b1 + corners[2] * hit.b2
      return world.entities[1].track.pose(at: t) * p
    }
    for v in 0..<90 {
      for u in 0..<120 where piece[u, v] == 2 {
        guard
          let hit = caster.sight(
            camera: c.camera, worldFromCamera: c.worldFromCamera, u: Double(u), v: Double(v)),
          hit.piece == 1
        else { continue }
        seen += 1
        let here = c.worldFromCamera.inverse * point(hit, time)
        worst.depth = max(worst.depth, (here.z - Double(c.depth?[u, v] ?? 0)).magnitude / here.z)
        for (flow, t) in [(c.flowForward, time + step), (c.flowBackward, time - step)] {
          let pose = world.rig.worldFromCamera(mounted, at: t)
          let there = c.camera.project(pose.inverse * point(hit, t))
          let found = Vector2(Double(flow?[u, v, 0] ?? .nan), Double(flow?[u, v, 1] ?? .nan))
          worst.flow = max(worst.flow, length(there - Vector2(Double(u), Double(v)) - found))
          largest = max(largest, length(found))
        }
        let expected = c.worldFromCamera.inverse * point(hit, time + step) - here
        let found = Vector3(
          Double(motion[u, v, 0]), Double(motion[u, v, 1]), Double(motion[u, v, 2]))
        worst.scene = max(worst.scene, length(expected - found))
      }
    }
    #expect(seen > 500)
    #expect(worst.flow < 1e-3 && worst.scene < 1e-5 && worst.depth < 1e-5, "\(worst)")
    #expect(largest > 1)
  }

  /// Tracked points keep to the place on their triangle while it bends and moves.
  @Test(arguments: [true, false])
  func trackedPointsFollowTheVertices(_ swells: Bool) throws {
    var world = Self.world(swells: swells, moves: true)
    let sights = SightLines(snapshot: world.snapshot(at: 0.4), rig: world.rig, at: 0.4)
    world.trackedPoints = world.pointsToTrack(400, first: 5, in: [(0.4, sights)])
    let mounted = world.rig.cameras[0]
    var onBody = 0
    var farthest = 0.0
    for time in [0.1, 0.4, 0.9] {
      let moment = CameraSensor.Moment(world: world, time: time, step: 0.1)
      let c = CameraSensor().capture(
        moment, mounted, channels: .points, atlas: TextureAtlas(moment.now.materials))
      for sight in try #require(c.points) where sight.point.piece == 1 {
        let mesh = moment.now.pieces[1].mesh
        let t = mesh.triangles[sight.point.triangle]
        let w = sight.point.weights
        let corners = [t.x, t.y, t.z].map { Self.place(mesh.positions[Int($0)], time, swells: swells) }
        let inObject = corners[0] * w.x + corners[1] * w.y + corners[2] * w.z
        let p = c.worldFromCamera.inverse * (world.entities[1].track.pose(at: time) * inObject)
        onBody += 1
        farthest = max(farthest, length(p - sight.position))
        if time == 0.4 { #expect(sight.isSeen) }
      }
    }
    #expect(onBody > 60)
    #expect(farthest < 1e-5, "\(farthest)")
  }

  /// A bending body at rest, seen by a still camera.
  @Test func whatCouldBendButDoesNotHasNoFlow() throws {
    for swells in [true, false] {
      var world = Self.world(swells: swells, moves: false)
      world.entities[1].articulation = nil
      let moment = CameraSensor.Moment(world: world, time: 0.4, step: 0.1)
      #expect(moment.now.pieces[1].deformedPositions != nil)
      let c = CameraSensor().capture(
        moment, world.rig.cameras[0],
        channels: [.flowForward, .sceneFlow, .occlusionForward, .visibility],
        atlas: TextureAtlas(moment.now.materials))
      #expect(try #require(c.piece).values.contains(2))
      #expect(try #require(c.flowForward).values.allSatisfy { $0 == 0 })
      #expect(try #require(c.sceneFlow).values.allSatisfy { $0 == 0 })
      #expect(try #require(c.occlusionForward).values.allSatisfy { $0 == 0 })
    }
  }
}
