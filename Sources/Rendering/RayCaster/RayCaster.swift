package import Geometry
package import VectorMath
package import WorldModel

/// Answers what a ray meets in a snapshot: the second opinion on the rasteriser, and the first on lenses that are
/// not pinholes, on what hides what, and on LiDAR.
///
/// It shares the rasteriser's world positions (`PointTransform.quantized`), its culling and its alpha rule
/// (`Material.Alpha`), and nothing else. Rays live in the world frame, metres. The answer does not depend on any
/// order of work. A class, since to copy its arrays' references for each ray costs as much as a short ray.
package final class RayCaster: Sendable {
  /// Where a ray met the world.
  package struct Hit: Sendable, Hashable {
    /// In lengths of the ray's direction.
    package var t: Double
    /// Index into `Snapshot.pieces`.
    package var piece: Int
    /// Index into the triangles of the piece's mesh.
    package var triangle: Int
    /// Weights of the triangle's second and third corner; the first's is 1 − b1 − b2.
    package var b1: Double
    package var b2: Double
    /// Whether the ray arrived at the outside.
    package var isFront: Bool

    package init(t: Double, piece: Int, triangle: Int, b1: Double, b2: Double, isFront: Bool) {
      self.t = t
      self.piece = piece
      self.triangle = triangle
      self.b1 = b1
      self.b2 = b2
      self.isFront = isFront
    }
  }

  package let hierarchy: BoundingVolumeHierarchy
  /// World positions of all pieces' vertices, piece after piece.
  private let positions: [Vector3]
  /// Corners of all pieces' triangles, piece after piece, as indices into `positions`.
  private let corners: [SIMD3<UInt32>]
  /// The first triangle of each piece, and the total.
  private let firstTriangle: [Int]
  /// The holes of each piece; `nil` for solid ones.
  private let cutouts: [AlphaCutout?]

  /// - Parameters:
  ///   - include: which pieces rays may meet, by index; the others are passed through.
  ///   - yields: which pieces some rays pass through: see `isOccluded(origin:direction:from:to:ignoring:)`.
  /// - Precondition: fewer than 2²⁹ triangles in all.
  package init(
    snapshot: Snapshot, include: (Int) -> Bool = { _ in true }, yields: (Int) -> Bool = { _ in false }
  ) {
    var positions: [Vector3] = []
    var corners: [SIMD3<UInt32>] = []
    var traits: [BoundingVolumeHierarchy.Traits] = []
    var firstTriangle = [0]
    var cutouts: [AlphaCutout?] = []
    positions.reserveCapacity(snapshot.pieces.reduce(0) { $0 + $1.mesh.positions.count })
    corners.reserveCapacity(snapshot.pieces.reduce(0) { $0 + $1.mesh.triangles.count })
    for (index, piece) in snapshot.pieces.enumerated() {
      guard include(index) else {
        firstTriangle.append(corners.count)
        cutouts.append(nil)
        continue
      }
      let material = snapshot.materials[piece.material]
      let cutout = AlphaCutout(material: material, mesh: piece.mesh)
      let base = UInt32(positions.count)
      let worldFromMesh = PointTransform.quantized(piece.worldFromMesh)
      var trait: BoundingVolumeHierarchy.Traits = []
      if !material.isDoubleSided { trait.insert(.isOneSided) }
      // glTF 2.0 §3.7.4: a negative determinant turns the winding.
      if worldFromMesh.linear.determinant < 0 { trait.insert(.isMirrored) }
      if cutout?.isVarying == true || yields(index) { trait.insert(.isPerforated) }
      for p in piece.positions { positions.append(worldFromMesh * Vector3(p)) }
      if cutout?.isAllHole == true {
        // Keeps its numbers, but no ray meets a triangle of one point.
        for _ in piece.mesh.triangles { corners.append(SIMD3(repeating: base)) }
      } else {
        for t in piece.mesh.triangles { corners.append(t &+ SIMD3(repeating: base)) }
      }
      traits.append(contentsOf: repeatElement(trait, count: piece.mesh.triangles.count))
      firstTriangle.append(corners.count)
      cutouts.append(cutout?.isVarying == true ? cutout : nil)
    }
    hierarchy = BoundingVolumeHierarchy(positions: positions, triangles: corners, traits: traits)
    self.positions = positions
    self.corners = corners
    self.firstTriangle = firstTriangle
    self.cutouts = cutouts
  }

  /// The first surface along a ray; of those at the same distance the one with the lowest piece, then triangle.
  ///
  /// - Parameters:
  ///   - direction: of any length, not zero; `t` counts its lengths.
  ///   - from, to: the part of the ray that counts, ends included.
  ///   - faces: `.both` also stops at the backs of one-sided materials.
  /// - Returns: `nil` where there is nothing, and for a ray that is not finite or has no direction.
  package func nearest(
    origin: Vector3, direction: Vector3, from: Double = 0, to: Double = .infinity,
    faces: BoundingVolumeHierarchy.Faces = .visible
  ) -> Hit? {
    guard let ray = PreparedRay(origin: origin, direction: direction) else { return nil }
    // A closure, not the method itself, which would take a copy of all arrays along.
    return hierarchy.nearest(ray, from: from, to: to, faces: faces, isSolid: { isSolid($0) })
      .map { located($0) }
  }

  /// Whether anything stops the straight way from `a` to `b`.
  ///
  /// - Parameters:
  ///   - leaving, arriving: metres left out at either end, so that the surfaces on which the points lie do not
  ///     count.
  ///   - faces: `.visible` for sight (from `a`), `.both` for light.
  package func isOccluded(
    from a: Vector3, to b: Vector3, leaving: Double = 1e-4, arriving: Double = 1e-4,
    faces: BoundingVolumeHierarchy.Faces = .visible
  ) -> Bool {
    let way = b - a
    let reach = length(way)
    guard leaving + arriving < reach, let ray = PreparedRay(origin: a, direction: way) else { return false }
    return hierarchy.isBlocked(
      ray, from: leaving / reach, to: 1 - arriving / reach, faces: faces, isSolid: { isSolid($0) })
  }

  /// Whether anything stops a ray between `from` and `to`, e.g. towards the sun.
  package func isOccluded(
    origin: Vector3, direction: Vector3, from: Double, to: Double = .infinity,
    faces: BoundingVolumeHierarchy.Faces = .both
  ) -> Bool {
    guard let ray = PreparedRay(origin: origin, direction: direction) else { return false }
    return hierarchy.isBlocked(ray, from: from, to: to, faces: faces, isSolid: { isSolid($0) })
  }

  /// Whether anything but some pieces, which were named as `yields`, stops a ray of light.
  ///
  /// - Parameter blocker: a triangle that stopped the ray's neighbour, or −1: asked first, since what stops one ray
  ///   mostly stops the next, and set to what stops this one. The answer does not depend on it.
  package func isOccluded(
    origin: Vector3, direction: Vector3, from: Double, to: Double, ignoring pieces: Range<Int>,
    blocker: inout Int32
  ) -> Bool {
    guard let ray = PreparedRay(origin: origin, direction: direction) else { return false }
    func stops(_ hit: BoundingVolumeHierarchy.Hit) -> Bool {
      let piece = self.piece(of: hit.triangle)
      if pieces.contains(piece) { return false }
      return cutouts[piece]?.isSolid(triangle: hit.triangle - firstTriangle[piece], b1: hit.b1, b2: hit.b2)
        ?? true
    }
    if blocker >= 0 {
      let number = Int(blocker)
      let t = corners[number]
      // Distances of the test count lengths of the ray's own direction.
      if let met = ray.meets(positions[Int(t.x)], positions[Int(t.y)], positions[Int(t.z)]),
        met.t >= ray.internalDistance(from), met.t <= ray.internalDistance(to),
        stops(
          BoundingVolumeHierarchy.Hit(
            triangle: number, t: met.t * ray.callerScale, b1: met.b1, b2: met.b2, isFront: met.isFront))
      {
        return true
      }
    }
    guard let found = hierarchy.blocker(ray, from: from, to: to, faces: .both, isSolid: { stops($0) }) else {
      return false
    }
    blocker = Int32(found)
    return true
  }

  /// The world positions of a triangle's corners.
  ///
  /// - Precondition: the snapshot has this piece and triangle.
  func corners(piece: Int, triangle: Int) -> (Vector3, Vector3, Vector3) {
    let t = corners[firstTriangle[piece] + triangle]
    return (positions[Int(t.x)], positions[Int(t.y)], positions[Int(t.z)])
  }

  /// A number of a triangle among all of the snapshot.
  func number(piece: Int, triangle: Int) -> Int { firstTriangle[piece] + triangle }
  /// Triangles of all pieces.
  var triangleCount: Int { corners.count }

  /// The world positions of the corners of the triangle that was hit.
  ///
  /// - Precondition: `hit` names a piece and triangle of the snapshot.
  package func corners(of hit: Hit) -> (Vector3, Vector3, Vector3) {
    let t = corners[firstTriangle[hit.piece] + hit.triangle]
    return (positions[Int(t.x)], positions[Int(t.y)], positions[Int(t.z)])
  }

  /// The unit normal of the triangle that was hit, on the side at which the ray arrived.
  package func facingNormal(of hit: Hit, direction: Vector3) -> Vector3 {
    let (a, b, c) = corners(of: hit)
    let n = normalized(cross(b - a, c - a))
    return dot(n, direction) > 0 ? -n : n
  }

  private func isSolid(_ hit: BoundingVolumeHierarchy.Hit) -> Bool {
    let piece = self.piece(of: hit.triangle)
    return cutouts[piece]?.isSolid(triangle: hit.triangle - firstTriangle[piece], b1: hit.b1, b2: hit.b2)
      ?? true
  }

  private func located(_ hit: BoundingVolumeHierarchy.Hit) -> Hit {
    let piece = self.piece(of: hit.triangle)
    return Hit(
      t: hit.t, piece: piece, triangle: hit.triangle - firstTriangle[piece], b1: hit.b1, b2: hit.b2,
      isFront: hit.isFront)
  }

  /// The piece that holds a triangle: the last one that starts at or before it.
  private func piece(of triangle: Int) -> Int {
    var low = 0
    var high = firstTriangle.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if firstTriangle[middle] <= triangle { low = middle } else { high = middle }
    }
    return low
  }
}
