import Annotations
import Geometry
import Rendering
import Testing
import VectorMath
import WorldModel

/// Tracked points against vertices moved by hand and a ray against every triangle.
@Suite struct PointTracksTests {
  private static let times = [0.5, 0.6]
  private static let fixture: LabelFixture = {
    var fixture = LabelFixture()
    fixture.world.trackedPoints = fixture.world.pointsToTrack(300, first: 17, at: times)
    return fixture
  }()

  private static func entries(at time: Double, camera: Int) -> [PointTracksLabel.Entry] {
    var fixture = fixture
    fixture.time = time
    let moment = CameraSensor.Moment(world: fixture.world, time: time, step: 0.1)
    let capture = CameraSensor().capture(
      moment, fixture.world.rig.cameras[camera], channels: .points,
      atlas: TextureAtlas(moment.now.materials))
    return AnnotatorCatalog.labels(of: capture, by: [PointTracksAnnotator()])[PointTracksLabel.self]?.entries
      ?? []
  }

  /// A triangle of the world, by index of its piece.
  private struct Face {
    var piece: Int
    var corners: [Vector3]
    var isDoubleSided: Bool
    var isMirrored: Bool
    var hasHoles: Bool
  }

  private static func faces(at time: Double) -> [Face] {
    let snapshot = fixture.world.snapshot(at: time)
    return snapshot.pieces.enumerated().flatMap { i, piece in
      let material = snapshot.materials[piece.material]
      return piece.mesh.triangles.map { t in
        Face(
          piece: i,
          corners: [t.x, t.y, t.z].map { piece.worldFromMesh * Vector3(piece.mesh.positions[Int($0)]) },
          isDoubleSided: material.isDoubleSided, isMirrored: piece.worldFromMesh.linear.determinant < 0,
          hasHoles: material.baseColorTexture != nil)
      }
    }
  }

  /// How far along a ray, in its lengths, it meets the drawn side of a face.
  private static func meets(_ face: Face, _ origin: Vector3, _ direction: Vector3) -> Double? {
    let (a, b, c) = (face.corners[0], face.corners[1], face.corners[2])
    var n = cross(b - a, c - a)
    if face.isMirrored { n = -n }
    let slope = dot(n, direction)
    guard slope != 0, face.isDoubleSided || slope < 0 else { return nil }
    let t = dot(n, a - origin) / slope
    let p = origin + direction * t
    let inside = [(a, b), (b, c), (c, a)].map { dot(cross($1 - $0, p - $0), face.isMirrored ? -n : n) }
    return inside.allSatisfy { $0 >= 0 } ? t : nil
  }

  @Test(arguments: [0.3, 0.5, 0.6], [0, 1])
  func positionsPixelsAndVisibility(_ time: Double, _ camera: Int) throws {
    let world = Self.fixture.world
    let (snapshot, faces) = (world.snapshot(at: time), Self.faces(at: time))
    let mounted = world.rig.cameras[camera]
    let pose = world.rig.worldFromCamera(mounted, at: time)
    let entries = Self.entries(at: time, camera: camera)
    #expect(entries.count == world.trackedPoints.count)
    var counts = [0, 0, 0]
    for (entry, point) in zip(entries, world.trackedPoints) {
      let piece = snapshot.pieces[point.piece]
      #expect(entry.id == point.id && entry.instance == snapshot.subjects[piece.entity].id)
      #expect(entry.piece == point.piece - snapshot.subjects[piece.entity].pieces.lowerBound)
      #expect(entry.triangle == point.triangle)
      #expect(entry.weights.map { $0 } == [point.weights.x, point.weights.y, point.weights.z])
      // The place: the corners' own way into the world, weighted there.
      let t = piece.mesh.triangles[point.triangle]
      let corners = [t.x, t.y, t.z].map { piece.worldFromMesh * Vector3(piece.mesh.positions[Int($0)]) }
      let p = corners[0] * point.weights.x + corners[1] * point.weights.y + corners[2] * point.weights.z
      let inCamera = pose.inverse * p
      let found = Vector3(entry.camera[0], entry.camera[1], entry.camera[2])
      #expect(length(found - inCamera) < 2e-5, "point \(entry.id)")
      guard found.z >= mounted.camera.near else {
        #expect(entry.u == nil && entry.v == nil && entry.visibility == 0)
        continue
      }
      let pixel = mounted.camera.project(found)
      #expect(entry.u == pixel.x && entry.v == pixel.y)
      counts[entry.visibility] += 1
      let isInside =
        pixel.x >= -0.5 && pixel.x <= Double(mounted.camera.width) - 0.5 && pixel.y >= -0.5
        && pixel.y <= Double(mounted.camera.height) - 0.5
      #expect((entry.visibility != 0) == isInside)
      guard isInside else { continue }
      // Seen: of all faces on the ray none is before the point, which is on the side that is drawn.
      let direction = p - pose.translation
      let blockers = faces.filter {
        guard let t = Self.meets($0, pose.translation, direction) else { return false }
        return t > mounted.camera.near / found.z && t < 1 - 2.5e-4
      }
      // What holes let through is another test's.
      if blockers.contains(where: \.hasHoles) { continue }
      let own = Face(
        piece: point.piece, corners: corners,
        isDoubleSided: snapshot.materials[piece.material].isDoubleSided,
        isMirrored: piece.worldFromMesh.linear.determinant < 0, hasHoles: false)
      let faces = own.isDoubleSided || Self.facing(own, direction)
      #expect((entry.visibility == 2) == (blockers.isEmpty && faces), "point \(entry.id) at \(pixel)")
    }
    // Before the points were chosen some of them were still hidden.
    #expect(counts[1] >= (time < 0.5 ? 3 : 0) && counts[2] > 100, "\(counts)")
  }

  private static func facing(_ face: Face, _ direction: Vector3) -> Bool {
    let n = cross(face.corners[1] - face.corners[0], face.corners[2] - face.corners[0])
    return (face.isMirrored ? -dot(n, direction) : dot(n, direction)) < 0
  }

  /// Every point was chosen because a camera saw it.
  @Test func everyPointIsSeenSomewhere() {
    let views = Self.times.flatMap { time in [0, 1].map { Self.entries(at: time, camera: $0) } }
    for i in Self.fixture.world.trackedPoints.indices {
      #expect(views.contains { $0[i].visibility == 2 }, "point \(i + 1)")
    }
  }

  @Test func asManyAsAskedForAndNoneTwice() {
    let world = Self.fixture.world
    for count in [0, 1, 3, 50] {
      let points = world.pointsToTrack(count, first: 0, at: Self.times)
      #expect(points.count <= count)
      let numbered = points.indices.map { UInt32($0 + 1) }
      #expect(points.map(\.id) == numbered)
    }
    // A quarter of the rays a camera and instant, most of which meet the ground.
    let points = world.pointsToTrack(400, first: 0, at: Self.times)
    #expect(points.count > 200)
    #expect(Set(points.map(\.weights)).count == points.count)
    #expect(world.pointsToTrack(50, first: 0, at: []).isEmpty)
    #expect(World().pointsToTrack(50, first: 0, at: [0]).isEmpty)
  }
}

extension World {
  fileprivate func pointsToTrack(_ count: Int, first: Int, at times: [Double]) -> [TrackedPoint] {
    pointsToTrack(
      count, first: first,
      in: times.map { ($0, SightLines(snapshot: snapshot(at: $0), rig: rig, at: $0)) })
  }
}
