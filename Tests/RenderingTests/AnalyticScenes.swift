import Geometry
import Imaging
import VectorMath
import WorldModel

/// A body whose every ray has an answer in closed form, and a mesh of it.
enum AnalyticShape: Sendable {
  /// A rectangle in the plane z = 0, centred, seen from +z. Texture coordinates run from (0, 0) at (−x, +y) to
  /// (1, 1) at (+x, −y).
  case rectangle(width: Double, height: Double)
  /// A box, centred. Texture coordinates span each face.
  case box(size: Vector3)
  /// A ball, centred; its mesh is an octahedron split `subdivisions` times, with corners on the sphere.
  case sphere(radius: Double, subdivisions: Int)

  var mesh: Mesh {
    switch self {
    case .rectangle(let width, let height):
      let (x, y) = (Float(width / 2), Float(height / 2))
      return Mesh(
        positions: [Vector3f(-x, y, 0), Vector3f(-x, -y, 0), Vector3f(x, -y, 0), Vector3f(x, y, 0)],
        uvs: [Vector2f(0, 0), Vector2f(0, 1), Vector2f(1, 1), Vector2f(1, 0)],
        triangles: [SIMD3(0, 1, 2), SIMD3(0, 2, 3)])
    case .box(let size): return Self.boxMesh(size)
    case .sphere(let radius, let subdivisions): return Self.sphereMesh(radius, subdivisions)
    }
  }

  private static func boxMesh(_ size: Vector3) -> Mesh {
    var positions: [Vector3f] = []
    var normals: [Vector3f] = []
    var uvs: [Vector2f] = []
    var triangles: [SIMD3<UInt32>] = []
    for axis in 0..<3 {
      for sign in [1.0, -1.0] {
        var n = Vector3.zero
        n[axis] = sign
        // Two edges with `right` × `up` = n.
        var right = Vector3.zero
        right[(axis + 1) % 3] = 1
        let up = cross(n, right)
        let first = UInt32(positions.count)
        for (s, t) in [(-1.0, 1.0), (-1, -1), (1, -1), (1, 1)] {
          positions.append(Vector3f((n + right * s + up * t) * size / 2))
          normals.append(Vector3f(n))
          uvs.append(Vector2f(Float(s + 1) / 2, Float(1 - t) / 2))
        }
        triangles += [SIMD3(first, first + 1, first + 2), SIMD3(first, first + 2, first + 3)]
      }
    }
    return Mesh(positions: positions, normals: normals, uvs: uvs, triangles: triangles)
  }

  private static func sphereMesh(_ radius: Double, _ subdivisions: Int) -> Mesh {
    var points = [
      Vector3(1, 0, 0), Vector3(0, 1, 0), Vector3(-1, 0, 0), Vector3(0, -1, 0), Vector3(0, 0, 1),
      Vector3(0, 0, -1),
    ]
    var triangles: [SIMD3<UInt32>] = []
    for i in 0..<4 as Range<UInt32> {
      triangles += [SIMD3(i, (i + 1) % 4, 4), SIMD3((i + 1) % 4, i, 5)]
    }
    for _ in 0..<subdivisions {
      var middles: [SIMD2<UInt32>: UInt32] = [:]
      func middle(_ a: UInt32, _ b: UInt32) -> UInt32 {
        let edge = SIMD2(min(a, b), max(a, b))
        if let known = middles[edge] { return known }
        points.append(normalized(points[Int(a)] + points[Int(b)]))
        middles[edge] = UInt32(points.count - 1)
        return UInt32(points.count - 1)
      }
      triangles = triangles.flatMap { t in
        let (x, y, z) = (middle(t.x, t.y), middle(t.y, t.z), middle(t.z, t.x))
        return [SIMD3(t.x, x, z), SIMD3(x, t.y, y), SIMD3(z, y, t.z), SIMD3(x, y, z)]
      }
    }
    return Mesh(
      positions: points.map { Vector3f($0 * radius) }, normals: points.map { Vector3f($0) },
      triangles: triangles)
  }

  /// How far the mesh lies inside the true surface at most, metres: 0 for flat bodies.
  var deviation: Double {
    guard case .sphere(let radius, _) = self else { return 0 }
    let mesh = self.mesh
    return mesh.triangles.reduce(0) { most, t in
      let (a, b, c) = (mesh.positions[Int(t.x)], mesh.positions[Int(t.y)], mesh.positions[Int(t.z)])
      let n = normalized(cross(Vector3(b - a), Vector3(c - a)))
      return max(most, radius - dot(n, Vector3(a)))
    }
  }

  /// All crossings of a line with the surface in the body's frame, with outward unit normals.
  func crossings(origin o: Vector3, direction d: Vector3) -> [(t: Double, normal: Vector3)] {
    switch self {
    case .rectangle(let width, let height):
      guard d.z != 0 else { return [] }
      let t = -o.z / d.z
      let p = o + d * t
      guard p.x.magnitude <= width / 2, p.y.magnitude <= height / 2 else { return [] }
      return [(t, Vector3(0, 0, 1))]
    case .box(let size):
      var enter = (t: -Double.infinity, normal: Vector3.zero)
      var leave = (t: Double.infinity, normal: Vector3.zero)
      for axis in 0..<3 {
        let half = size[axis] / 2
        guard d[axis] != 0 else {
          if o[axis].magnitude > half { return [] }
          continue
        }
        var n = Vector3.zero
        n[axis] = d[axis] > 0 ? -1 : 1
        let t0 = (n[axis] * half - o[axis]) / d[axis]
        let t1 = (-n[axis] * half - o[axis]) / d[axis]
        if t0 > enter.t { enter = (t0, n) }
        if t1 < leave.t { leave = (t1, -n) }
      }
      return enter.t <= leave.t ? [enter, leave] : []
    case .sphere(let radius, _):
      let a = dot(d, d)
      let b = dot(o, d)
      let discriminant = b * b - a * (dot(o, o) - radius * radius)
      guard discriminant >= 0 else { return [] }
      return [(-b - discriminant.squareRoot()) / a, (-b + discriminant.squareRoot()) / a].map { t in
        (t, normalized(o + d * t))
      }
    }
  }
}

/// An analytic shape with a material on a track.
struct AnalyticBody: Sendable {
  var shape: AnalyticShape
  var track: Track
  var material = Material(name: "grey", baseColor: SIMD4(0.5, 0.5, 0.5, 1))
  var nativeClass = Ontology.named("object") ?? Ontology.classes[0]

  /// A body that stays.
  init(
    _ shape: AnalyticShape, at position: Vector3, rotation: Quaternion = .identity, material: Material? = nil
  ) {
    self.init(
      shape, track: Track(still: RigidTransform(rotation: rotation, translation: position)),
      material: material)
  }

  init(_ shape: AnalyticShape, track: Track, material: Material? = nil) {
    self.shape = shape
    self.track = track
    if let material { self.material = material }
  }

  /// A body that moves evenly from one place at t = 0 s to another at t = 1 s.
  static func moving(
    _ shape: AnalyticShape, from a: RigidTransform<WorldSpace, ObjectSpace>,
    to b: RigidTransform<WorldSpace, ObjectSpace>, material: Material? = nil
  ) -> AnalyticBody {
    let keys = [Track.Key(time: 0, worldFromObject: a), Track.Key(time: 1, worldFromObject: b)]
    return AnalyticBody(shape, track: Track(keys: keys), material: material)
  }
}

/// A world of analytic bodies: its snapshots, and what any pixel truly shows. Body `i` is entity `i + 1` and piece `i`.
struct AnalyticScene: Sendable {
  var bodies: [AnalyticBody]

  var world: World {
    World(
      entities: bodies.enumerated().map { index, body in
        let asset = Asset(
          name: "body \(index)", nativeClass: body.nativeClass,
          pieces: [Asset.Piece(mesh: body.shape.mesh, material: 0)], materials: [body.material])
        return Entity(id: UInt32(index + 1), name: "body \(index)", asset: asset, track: body.track)
      })
  }

  func snapshot(at time: Double = 0) -> Snapshot { world.snapshot(at: time) }

  /// What a pixel truly shows.
  struct Sight {
    var body: Int
    /// Planar z, metres.
    var depth: Double
    /// World frame.
    var position: Vector3
    /// Outward unit normal, world frame; turned to the viewer on the backs of two-sided bodies.
    var normal: Vector3
  }

  /// The first surface at an image point (u, v), which need not be a pixel centre. Alpha is not looked at.
  func sight(
    _ camera: Camera, _ worldFromCamera: RigidTransform<WorldSpace, CameraSpace>, u: Double, v: Double,
    at time: Double = 0
  ) -> Sight? {
    let origin = worldFromCamera * camera.origin(u, v)
    let direction = worldFromCamera.rotation * camera.ray(u, v)
    var best: Sight?
    for (index, body) in bodies.enumerated() {
      let pose = body.track.pose(at: time)
      let objectFromWorld = pose.inverse
      let local = objectFromWorld.rotation * direction
      for (t, normal) in body.shape.crossings(origin: objectFromWorld * origin, direction: local) {
        let isFront = dot(normal, local) < 0
        guard t >= camera.near, t < best?.depth ?? .infinity, isFront || body.material.isDoubleSided else {
          continue
        }
        let facing = pose.rotation * (isFront ? normal : -normal)
        best = Sight(body: index, depth: t, position: origin + direction * t, normal: facing)
      }
    }
    return best
  }

  /// Whether an image point shows the same body also a little (`reach` pixels) to all sides, so that no rounding of an
  /// outline can matter; `nil` seen on all sides counts as settled.
  func isSettled(
    _ camera: Camera, _ worldFromCamera: RigidTransform<WorldSpace, CameraSpace>, u: Double, v: Double,
    at time: Double = 0, reach: Double = 0.02
  ) -> Bool {
    let middle = sight(camera, worldFromCamera, u: u, v: v, at: time)?.body
    for (du, dv) in [(1.0, 0.0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)] {
      let beside = sight(camera, worldFromCamera, u: u + du * reach, v: v + dv * reach, at: time)?.body
      if beside != middle { return false }
    }
    return true
  }

  /// Where the surface point seen at (u, v) at `time` lies in the image at another time, minus (u, v): optical flow in
  /// pixels. `nil` where nothing is seen or the point is then behind the camera.
  func flow(
    _ camera: Camera, u: Double, v: Double, at time: Double, to later: Double,
    worldFromCamera: (Double) -> RigidTransform<WorldSpace, CameraSpace>
  ) -> Vector2? {
    guard let seen = sight(camera, worldFromCamera(time), u: u, v: v, at: time) else { return nil }
    let track = bodies[seen.body].track
    let moved = track.pose(at: later) * (track.pose(at: time).inverse * seen.position)
    let p = worldFromCamera(later).inverse * moved
    return p.z > 0 ? camera.project(p) - Vector2(u, v) : nil
  }

  /// A camera at `eye` that looks at `target` with the world's z up.
  static func lookingAt(_ target: Vector3, from eye: Vector3) -> RigidTransform<WorldSpace, CameraSpace> {
    let z = normalized(target - eye)
    let side = cross(z, Vector3(0, 0, 1))
    let x = length(side) > 1e-9 ? normalized(side) : Vector3(1, 0, 0)
    return RigidTransform(rotation: Quaternion(Matrix3(columns: x, cross(z, x), z)), translation: eye)
  }
}

extension Texture {
  /// White, with alpha 255 or 0 in a chequered pattern of single texels, opaque at the top left.
  static func chequeredHoles(_ size: Int, isNearest: Bool, wrap: Wrap = .repeat) -> Texture {
    var image = Raster<UInt8>(width: size, height: size, channels: 4, fill: 255)
    for y in 0..<size { for x in 0..<size where (x + y) % 2 == 1 { image[x, y, 3] = 0 } }
    return Texture(name: "holes", image: image, wrap: (wrap, wrap), isNearest: isNearest)
  }
}
