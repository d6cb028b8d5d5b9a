import Geometry
import Imaging
import VectorMath
import WorldModel

/// A snapshot as light meets it: everything that blocks rays, and what surfaces send back.
final class IndoorScene {
  let snapshot: Snapshot
  /// Everything but glass.
  let caster: RayCaster
  let pieces: [Piece]
  var rooms: Rooms
  /// Linear RGB that a piece throws back, one a piece: its mean over the surface. Lamps that are on have 1 in the last
  /// lane: what their own light does to them is part of it.
  let albedo: ScratchBuffer<SIMD4<Float>>
  /// Linear RGB radiance × π of what glows but is no `AreaLight`.
  let emission: ScratchBuffer<SIMD4<Float>>
  /// Lamps, and the sky in windows.
  let emitters: [Emitter]
  /// Where the sun may shine; `nil` = anywhere.
  private let gate: SunGate?

  /// A piece's shape in the world. A class: reading through it counts no references.
  final class Piece {
    let mesh: Mesh
    let normals: [Vector3f]
    let normalMatrix: Matrix3
    let isMirrored: Bool
    let isDoubleSided: Bool
    /// Numbers of the first triangle and vertex among all of the snapshot.
    let firstTriangle: Int
    let firstVertex: Int
    let material: Int
    let entity: Int

    init(_ piece: Snapshot.Piece, isDoubleSided: Bool, firstTriangle: Int, firstVertex: Int) {
      mesh = piece.mesh
      normals = piece.normals
      let linear = piece.worldFromMesh.linear
      normalMatrix = linear.normalMatrix
      isMirrored = linear.determinant < 0
      self.isDoubleSided = isDoubleSided
      self.firstTriangle = firstTriangle
      self.firstVertex = firstVertex
      material = piece.material
      entity = piece.entity
    }

    /// The unit shading normal at a point of a triangle.
    @inline(__always)
    func normal(_ triangle: Int, _ w: Vector3) -> Vector3 {
      let t = mesh.triangles[triangle]
      let n =
        Vector3(normals[Int(t.x)]) * w.x + Vector3(normals[Int(t.y)]) * w.y + Vector3(normals[Int(t.z)]) * w.z
      return normalized(normalMatrix * n)
    }
  }

  init(_ snapshot: Snapshot, _ caster: RayCaster) {
    self.snapshot = snapshot
    self.caster = caster
    rooms = Rooms(snapshot)
    let owners = snapshot.lampOwners
    let ranges = Dictionary(
      owners.map { (snapshot.subjects[$0].id, snapshot.subjects[$0].pieces) }, uniquingKeysWith: { a, _ in a }
    )
    var vertices = 0
    pieces = snapshot.pieces.enumerated().map { i, piece in
      defer { vertices += piece.mesh.positions.count }
      return Piece(
        piece, isDoubleSided: snapshot.materials[piece.material].isDoubleSided,
        firstTriangle: caster.number(piece: i, triangle: 0), firstVertex: vertices)
    }
    albedo = ScratchBuffer(capacity: max(1, snapshot.pieces.count))
    emission = ScratchBuffer(capacity: max(1, snapshot.pieces.count))
    for (i, piece) in snapshot.pieces.enumerated() {
      let m = snapshot.materials[piece.material]
      var a = Vector3f(m.baseColor.x, m.baseColor.y, m.baseColor.z) * Self.mean(m.baseColorTexture)
      if let first = piece.mesh.colors.first {
        let sum = piece.mesh.colors.reduce(SIMD4<Float>.zero, +) / Float(piece.mesh.colors.count)
        a *= first == sum ? Vector3f(first.x, first.y, first.z) : Vector3f(sum.x, sum.y, sum.z)
      }
      // What is called white never throws back everything.
      let bounded = minimum(a, Vector3f(repeating: 0.92))
      albedo.base[i] = SIMD4(bounded, owners.contains(piece.entity) ? 1 : 0)
      let glow = owners.contains(piece.entity) ? .zero : m.emissive * Self.mean(m.emissiveTexture)
      emission.base[i] = SIMD4(glow, 0)
    }
    let lamps = snapshot.lights.map { Emitter($0, pieces: ranges[$0.entity] ?? 0..<0) }
    func flux(_ e: Emitter) -> Double { Double(Emitter.luminance(e.exitance)) * e.area }
    // At night windows are not worth a ray.
    let least = lamps.map(flux).max().map { $0 * 1e-2 } ?? 0
    let windows = snapshot.portals.map { (portal: $0, whole: Emitter($0, sky: snapshot.sky)) }
    var emitters =
      lamps
      + windows.filter { flux($0.whole) > least }.flatMap { portal, whole in
        let (gap, depth) = PortalOpening.opening(of: portal, caster)
        guard depth > 0 else { return [whole] }
        var near = whole
        near.range = depth
        return [near, Emitter(gap, sky: snapshot.sky, depth: depth)]
      }
    for i in emitters.indices { emitters[i].number = i }
    self.emitters = emitters
    gate = SunGate(snapshot, eye: .zero)
  }

  /// The mean of a texture's colours; white for none.
  private static func mean(_ texture: Texture?) -> Vector3f {
    guard let texel = texture?.levels.last?.texels.first else { return Vector3f(repeating: 1) }
    func linear(_ shift: UInt32) -> Float { ToneMapping.decode[Int(texel >> shift & 255)] }
    return Vector3f(linear(0), linear(8), linear(16))
  }

  /// Half a millimetre: how far points are lifted off their surfaces.
  static let lift = 5e-4

  /// A point of a surface as it receives light.
  ///
  /// - Parameters:
  ///   - w: barycentric weights.
  ///   - back: the inside of a two-sided piece.
  func receiver(piece: Int, triangle: Int, _ w: Vector3, back: Bool) -> Receiver {
    let (a, b, c) = caster.corners(piece: piece, triangle: triangle)
    let shape = pieces[piece]
    let sign = back ? -1.0 : 1.0
    let face = normalized(cross(b - a, c - a)) * (shape.isMirrored ? -sign : sign)
    var normal = shape.normal(triangle, w) * sign
    if dot(normal, face) < 0.05 { normal = face }
    let p = a * w.x + b * w.y + c * w.z
    return Receiver(
      point: p + face * Self.lift, normal: normal, face: face, room: rooms.room(at: p + face * 0.03))
  }

  /// A point of a flat face.
  ///
  /// - Parameters:
  ///   - p: world.
  ///   - outward: unit.
  func receiver(_ p: Vector3, _ outward: Vector3, back: Bool) -> Receiver {
    let face = back ? -outward : outward
    return Receiver(
      point: p + face * Self.lift, normal: face, face: face, room: rooms.room(at: p + face * 0.03))
  }

  /// A corner of a triangle, as all triangles that share it see it.
  func receiver(piece: Int, triangle: Int, corner: Int, back: Bool) -> Receiver {
    let (a, b, c) = caster.corners(piece: piece, triangle: triangle)
    let w = Vector3(corner == 0 ? 1 : 0, corner == 1 ? 1 : 0, corner == 2 ? 1 : 0)
    let n = pieces[piece].normal(triangle, w) * (back ? -1 : 1)
    let p = corner == 0 ? a : corner == 1 ? b : c
    return Receiver(point: p + n * Self.lift, normal: n, face: n, room: rooms.room(at: p + n * 0.03))
  }

  /// What a place of a lattice can say about its surroundings.
  enum Standing {
    case free
    /// Something lies on it or close before it.
    case covered
    /// Inside a body.
    case buried
  }

  /// Several rays decide, since of two faces in one place, as where walls meet, only one is met.
  func standing(_ r: Receiver, rays: Int) -> Standing {
    var standing = Standing.free
    let (x, y) = LightCache.axes(r.face)
    for k in 0..<rays {
      let side =
        k == 0 ? Vector3.zero : k == 1 ? x * 0.9 + y * 0.2 : k == 2 ? x * -0.4 + y * 0.8 : x * -0.5 - y * 0.7
      guard let hit = caster.nearest(origin: r.point, direction: r.face + side, from: 0, faces: .both) else {
        continue
      }
      if !hit.isFront && !pieces[hit.piece].isDoubleSided { return .buried }
      if k == 0 && hit.t < 0.015 { standing = .covered }
    }
    return standing
  }

  /// Whether a place sees the sun.
  @inline(__always)
  func seesSun(_ p: Vector3) -> Bool {
    gate?.admits(p) != false && !caster.isOccluded(origin: p, direction: snapshot.sun.direction, from: 1e-4)
  }
}

extension Snapshot {
  /// Whether light falls in another snapshot exactly as in this one.
  func isLitAlike(_ other: Snapshot) -> Bool {
    guard interiors == other.interiors, lights == other.lights, portals == other.portals,
      sun.direction == other.sun.direction, sun.irradiance == other.sun.irradiance,
      sky.zenith == other.sky.zenith, sky.horizon == other.sky.horizon, sky.ground == other.sky.ground,
      standsAlike(other)
    else { return false }
    return zip(materials, other.materials).allSatisfy { a, b in
      a.baseColor == b.baseColor && a.baseColorTexture === b.baseColorTexture && a.emissive == b.emissive
        && a.emissiveTexture === b.emissiveTexture
    }
  }
}
