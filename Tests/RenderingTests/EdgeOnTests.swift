import Geometry
import Imaging
import Rendering
import Testing
import VectorMath
import WorldModel

/// Faces seen so nearly edge-on that the rounding of their outlines to 1/256 pixel is most of what is seen of them.
@Suite struct EdgeOnTests {
  private static let facets = 24
  private static let radius = 0.15
  private static let height = 8.0
  private static let distance = 50.0
  private static let camera = Camera(
    width: 24, height: 250, fx: 914, fy: 914, cx: 11.5, cy: 124.5, near: 0.1)

  /// A pole that stands at the origin; texture coordinates go once around and along.
  private static var pole: Mesh {
    var positions: [Vector3f] = []
    var uvs: [Vector2f] = []
    var triangles: [SIMD3<UInt32>] = []
    for i in 0..<facets {
      let first = UInt32(positions.count)
      for (k, top) in [(i, 0.0), (i + 1, 0), (i + 1, 1), (i, 1)] {
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(facets))
        positions.append(Vector3f(Vector3(c * radius, s * radius, height * (top - 0.5))))
        uvs.append(Vector2f(Float(k) / Float(facets), Float(top)))
      }
      triangles += [SIMD3(first, first + 1, first + 2), SIMD3(first, first + 2, first + 3)]
    }
    return Mesh(positions: positions, uvs: uvs, triangles: triangles)
  }

  /// The pole, turned so that one of its faces points past the camera by `gap` radians, leaning by `lean`, and turning
  /// on; the camera looks at it from the side and from above.
  private static func world(gap: Double, lean: Double) -> World {
    let material = Material(name: "grey", baseColor: SIMD4(0.5, 0.5, 0.5, 1))
    let asset = Asset(
      name: "pole", nativeClass: Ontology.named("object") ?? Ontology.classes[0],
      pieces: [Asset.Piece(mesh: pole, material: 0)], materials: [material])
    func pose(_ turn: Double) -> RigidTransform<WorldSpace, ObjectSpace> {
      RigidTransform(
        rotation: Quaternion(axis: Vector3(0, 1, 0), angle: lean) * Quaternion(yaw: gap + turn),
        translation: .zero)
    }
    let keys = [
      Track.Key(time: 0, worldFromObject: pose(0)), Track.Key(time: 1, worldFromObject: pose(0.4)),
    ]
    let eye = AnalyticScene.lookingAt(.zero, from: Vector3(0, -distance, 0.7))
    return World(
      entities: [Entity(id: 1, name: "pole", asset: asset, track: Track(keys: keys))],
      rig: Rig(cameras: [
        Rig.MountedCamera(
          name: "c", camera: camera,
          rigFromCamera: RigidTransform(rotation: eye.rotation, translation: eye.translation))
      ]))
  }

  /// The point of a triangle that is nearest to `p`.
  private static func nearest(_ p: Vector3, _ a: Vector3, _ b: Vector3, _ c: Vector3) -> Vector3 {
    let n = normalized(cross(b - a, c - a))
    let foot = p - n * dot(n, p - a)
    let corners = [a, b, c]
    let isInside = (0..<3).allSatisfy { i in
      dot(cross(corners[(i + 1) % 3] - corners[i], foot - corners[i]), n) >= 0
    }
    if isInside { return foot }
    return (0..<3).map { i in
      let (from, to) = (corners[i], corners[(i + 1) % 3])
      let t = dot(p - from, to - from) / dot(to - from, to - from)
      return from + (to - from) * min(max(t, 0), 1)
    }.min { length($0 - p) < length($1 - p) } ?? a
  }

  /// What a pixel shows lies on the triangle that it names, to the rounding of outlines, and depth, texture and motion
  /// are those of one point.
  @Test func pointsLieOnTheirTriangles() throws {
    let sensor = CameraSensor()
    let step = 2 * Double.pi / Double(Self.facets)
    // Where a face's plane goes through the camera.
    let inner = Self.radius * DeterministicMath.cos(step / 2)
    let side = DeterministicMath.acos(inner / Self.distance)
    var edgeOn = 0
    for number in 0..<500 {
      let world = Self.world(
        gap: side - Double.pi / 2 - step / 2 + (Double(number % 12) - 6) * 3e-5,
        lean: 0.004 + 0.0001 * Double(number))
      let moment = CameraSensor.Moment(world: world, time: 0, step: 0.1)
      let c = sensor.capture(
        moment, world.rig.cameras[0], channels: [.depth, .visibility, .uv, .sceneFlow],
        atlas: TextureAtlas(moment.now.materials))
      let depth = try #require(c.depth)
      let uv = try #require(c.uv)
      let flow = try #require(c.sceneFlow)
      let triangles = try #require(c.triangle)
      let mesh = moment.now.pieces[0].mesh
      let cameraFromWorld = c.worldFromCamera.inverse.affine
      let map = cameraFromWorld * moment.now.pieces[0].worldFromMesh
      let next = cameraFromWorld * moment.next.pieces[0].worldFromMesh
      let move = try next * #require(map.inverse)
      for p in triangles.values.indices where triangles.values[p] > 0 {
        let t = mesh.triangles[Int(triangles.values[p]) - 1]
        let corners = [t.x, t.y, t.z].map { map * Vector3(mesh.positions[Int($0)]) }
        let (u, v) = (p % depth.width, p / depth.width)
        let z = Double(depth.values[p])
        let point = Self.camera.ray(Double(u), Double(v)) * z
        let n = normalized(cross(corners[1] - corners[0], corners[2] - corners[0]))
        let slant = abs(dot(n, normalized(point)))
        if slant < 5e-3 { edgeOn += 1 }
        let gap = length(Self.nearest(point, corners[0], corners[1], corners[2]) - point)
        // 1/512 pixel on either axis; faces that are not narrow run on.
        let reach = z / 512 / Self.camera.fx * 1.5
        #expect(
          gap <= (slant < 5e-3 ? reach : reach / slant) + 1e-5,
          "world \(number) pixel (\(u), \(v)): \(gap) m off triangle \(t), slant \(slant)")
        let moved = move * point - point
        for k in 0..<3 { #expect(abs(Double(flow.values[3 * p + k]) - moved[k]) < 1e-5) }
        guard slant < 5e-3 else { continue }
        let known = [t.x, t.y, t.z].map { mesh.uvs[Int($0)] }
        for k in 0..<2 {
          let value = uv.values[2 * p + k]
          let (low, high) = (known.map { $0[k] }.min() ?? 0, known.map { $0[k] }.max() ?? 0)
          #expect(value >= low - 0.01 && value <= high + 0.01, "world \(number) (\(u), \(v)): uv \(value)")
        }
      }
    }
    #expect(edgeOn > 30, "\(edgeOn) pixels show a face edge-on")
  }
}
