package import Geometry
package import VectorMath

/// A mesh under construction: triangles over shared points, with texture coordinates and colours at the
/// corners. Normals come last, when `mesh(crease:)` knows every face.
///
/// Points are shared by index: faces that share points smooth into each other where they meet at less than
/// the crease angle; solids appended to each other stay apart. Metres; counter-clockwise seen from outside.
package struct MeshBuilder: Sendable {
  /// One corner of one triangle.
  package struct Corner: Sendable {
    package var point: Int
    package var uv: Vector2
    /// Linear RGBA factor.
    package var color: SIMD4<Float>
    /// A shading normal that replaces the computed one, e.g. for leaves lit as a crown.
    package var normal: Vector3?
  }

  package private(set) var points: [Vector3] = []
  /// Three a triangle.
  package private(set) var corners: [Corner] = []
  /// The colour of the corners added from now on, linear RGBA.
  package var color = SIMD4<Float>(repeating: 1)

  package init() {}

  package var triangleCount: Int { corners.count / 3 }

  /// The mean of a triangle's corners.
  package func middle(ofTriangle t: Int) -> Vector3 {
    corners[3 * t..<3 * t + 3].reduce(.zero) { $0 + points[$1.point] } / 3
  }

  package var isEmpty: Bool { corners.isEmpty }

  // MARK: Adding

  /// Adds a point and returns its index.
  package mutating func point(_ p: Vector3) -> Int {
    points.append(p)
    return points.count - 1
  }

  /// Adds a triangle over points already added.
  package mutating func triangle(
    _ a: Int, _ b: Int, _ c: Int, uv: (Vector2, Vector2, Vector2) = (.zero, .zero, .zero)
  ) {
    precondition(points.indices.contains(a) && points.indices.contains(b) && points.indices.contains(c))
    corners.append(Corner(point: a, uv: uv.0, color: color, normal: nil))
    corners.append(Corner(point: b, uv: uv.1, color: color, normal: nil))
    corners.append(Corner(point: c, uv: uv.2, color: color, normal: nil))
  }

  /// Adds a quad `a b c d` as the triangles `a b c` and `a c d`.
  package mutating func quad(
    _ a: Int, _ b: Int, _ c: Int, _ d: Int,
    uv: (Vector2, Vector2, Vector2, Vector2) = (.zero, .zero, .zero, .zero)
  ) {
    triangle(a, b, c, uv: (uv.0, uv.1, uv.2))
    triangle(a, c, d, uv: (uv.0, uv.2, uv.3))
  }

  /// Adds a quad with the whole texture on it: `a` bottom left, counter-clockwise.
  package mutating func texturedQuad(_ a: Vector3, _ b: Vector3, _ c: Vector3, _ d: Vector3) {
    let (i, j, k, l) = (point(a), point(b), point(c), point(d))
    quad(i, j, k, l, uv: (Vector2(0, 1), Vector2(1, 1), Vector2(1, 0), Vector2(0, 0)))
  }

  /// Adds a flat polygon of any shape without holes; corners counter-clockwise seen from outside.
  package mutating func polygon(_ ring: [Int], uv: [Vector2]? = nil) {
    guard ring.count >= 3 else { return }
    var normal = Vector3.zero
    for i in ring.indices {
      normal += cross(points[ring[i]], points[ring[(i + 1) % ring.count]])
    }
    let n = normalized(normal)
    let side = normalized(cross(n.z.magnitude < 0.9 ? Vector3(0, 0, 1) : Vector3(1, 0, 0), n))
    let up = cross(n, side)
    let flat = ring.map { Vector2(dot(points[$0], side), dot(points[$0], up)) }
    let texture = uv ?? flat.map { Vector2($0.x, -$0.y) }
    for t in Polygon(flat).triangulated() {
      triangle(ring[t.x], ring[t.y], ring[t.z], uv: (texture[t.x], texture[t.y], texture[t.z]))
    }
  }

  /// Adds all of another builder, moved; a mirroring transform keeps faces outward.
  package mutating func append(_ other: MeshBuilder, _ transform: AffineTransform = .identity) {
    let base = points.count
    // Room is doubled: a builder that is added to again and again would else be copied each time.
    let (pointCount, cornerCount) = (base + other.points.count, corners.count + other.corners.count)
    if pointCount > points.capacity { points.reserveCapacity(max(pointCount, 2 * base)) }
    if cornerCount > corners.capacity { corners.reserveCapacity(max(cornerCount, 2 * corners.count)) }
    for p in other.points { points.append(transform * p) }
    let flip = transform.linear.determinant < 0
    let normalMatrix = transform.linear.normalMatrix
    let factor = color
    other.corners.withUnsafeBufferPointer { source in
      for t in stride(from: 0, to: source.count, by: 3) {
        for k in 0..<3 {
          var corner = source[t + (flip && k > 0 ? 3 - k : k)]
          corner.point += base
          corner.color *= factor
          if let normal = corner.normal { corner.normal = VectorMath.normalized(normalMatrix * normal) }
          corners.append(corner)
        }
      }
    }
  }

  // MARK: Changing what is there

  package func transformed(_ transform: AffineTransform) -> MeshBuilder {
    var out = MeshBuilder()
    out.append(self, transform)
    out.color = color
    return out
  }

  package func translated(_ x: Double, _ y: Double, _ z: Double) -> MeshBuilder {
    transformed(AffineTransform(translation: Vector3(x, y, z)))
  }

  package func rotated(_ q: Quaternion) -> MeshBuilder { transformed(AffineTransform(linear: q.matrix)) }

  package func scaled(_ s: Vector3) -> MeshBuilder {
    transformed(AffineTransform(linear: Matrix3(diagonal: s)))
  }

  /// The mirror image across the plane y = 0 (left becomes right), faces still outward.
  package var mirrored: MeshBuilder { scaled(Vector3(1, -1, 1)) }

  /// Moves every point.
  package mutating func displace(_ f: (Vector3) -> Vector3) {
    for i in points.indices { points[i] = f(points[i]) }
  }

  /// Sets each corner's colour from its point.
  package mutating func paint(_ f: (Vector3) -> SIMD4<Float>) {
    for i in corners.indices { corners[i].color = f(points[corners[i].point]) }
  }

  /// Replaces the computed normals where `f` knows better; `nil` leaves a point to its faces.
  package mutating func setNormals(_ f: (Vector3) -> Vector3?) {
    for i in corners.indices { corners[i].normal = f(points[corners[i].point]).map { normalized($0) } }
  }

  /// Replaces texture coordinates by metres on the plane each triangle faces most, upright on walls.
  package mutating func projectUVs() {
    for t in stride(from: 0, to: corners.count, by: 3) {
      let n = faceNormal(t)
      for k in t..<t + 3 {
        let p = points[corners[k].point]
        if n.z.magnitude >= n.x.magnitude && n.z.magnitude >= n.y.magnitude {
          corners[k].uv = Vector2(p.x, -p.y)
        } else if n.x.magnitude >= n.y.magnitude {
          corners[k].uv = Vector2(n.x > 0 ? p.y : -p.y, -p.z)
        } else {
          corners[k].uv = Vector2(n.y > 0 ? -p.x : p.x, -p.z)
        }
      }
    }
  }

  /// Sets each corner's texture coordinates from its point.
  package mutating func setUVs(_ f: (Vector3) -> Vector2) {
    for i in corners.indices { corners[i].uv = f(points[corners[i].point]) }
  }

  /// Replaces texture coordinates.
  package mutating func mapUVs(_ f: (Vector2) -> Vector2) {
    for i in corners.indices { corners[i].uv = f(corners[i].uv) }
  }

  /// Turns all faces over when they enclose a negative volume.
  package mutating func orientOutward() {
    guard signedVolume < 0 else { return }
    for t in stride(from: 0, to: corners.count, by: 3) { corners.swapAt(t + 1, t + 2) }
  }

  /// The enclosed volume, m³; negative when faces look inward. Meaningful for closed solids.
  package var signedVolume: Double {
    var sum = 0.0
    for t in stride(from: 0, to: corners.count, by: 3) {
      let (a, b, c) = (points[corners[t].point], points[corners[t + 1].point], points[corners[t + 2].point])
      sum += dot(a, cross(b, c))
    }
    return sum / 6
  }

  /// The middle of the enclosed volume, for closed solids; zero without one.
  package var centroid: Vector3 {
    var (volume, moment) = (0.0, Vector3.zero)
    for t in stride(from: 0, to: corners.count, by: 3) {
      let (a, b, c) = (points[corners[t].point], points[corners[t + 1].point], points[corners[t + 2].point])
      let v = dot(a, cross(b, c)) / 6
      volume += v
      moment += (a + b + c) / 4 * v
    }
    return volume == 0 ? .zero : moment / volume
  }

  // MARK: Finishing

  /// The mesh, normals smooth over edges that bend by less than `crease` radians (default 40°).
  ///
  /// Triangles that name one place twice vanish. Points that only such triangles used vanish too.
  /// - Parameter tile: metres (or any unit of the coordinates) that one repeat of the texture spans.
  package func mesh(crease: Double = 0.7, tile: Double = 1) -> Mesh {
    let normals = cornerNormals(crease: crease)
    var positions: [Vector3f] = []
    var outNormals: [Vector3f] = []
    var uvs: [Vector2f] = []
    var colors: [SIMD4<Float>] = []
    var triangles: [SIMD3<UInt32>] = []
    positions.reserveCapacity(points.count)
    outNormals.reserveCapacity(points.count)
    uvs.reserveCapacity(points.count)
    colors.reserveCapacity(points.count)
    triangles.reserveCapacity(triangleCount)
    // Corners that agree in everything become one vertex; the vertices of a point are chained.
    let none = UInt32.max
    var newest = [UInt32](repeating: none, count: points.count)
    var older: [UInt32] = []
    older.reserveCapacity(points.count)
    let isTinted = corners.contains { $0.color != SIMD4(repeating: 1) }
    for t in stride(from: 0, to: corners.count, by: 3) where !isDegenerate(t) {
      var triangle = SIMD3<UInt32>()
      for k in 0..<3 {
        let corner = corners[t + k]
        let n = Vector3f(normals[t + k])
        let uv = Vector2f(corner.uv / tile)
        var known = newest[corner.point]
        while known != none {
          let i = Int(known)
          if outNormals[i] == n && uvs[i] == uv && colors[i] == corner.color { break }
          known = older[i]
        }
        triangle[k] = known
        if known == none {
          triangle[k] = UInt32(positions.count)
          older.append(newest[corner.point])
          newest[corner.point] = triangle[k]
          positions.append(Vector3f(points[corner.point]))
          outNormals.append(n)
          uvs.append(uv)
          colors.append(corner.color)
        }
      }
      triangles.append(triangle)
    }
    return Mesh(
      positions: positions, normals: outNormals, uvs: uvs, colors: isTinted ? colors : [],
      triangles: triangles)
  }

  /// The faces of each of `count` parts, with the normals of the whole: no seam shows where parts meet smoothly.
  /// Degenerate triangles vanish.
  /// - Parameter part: the part, in 0..<`count`, of a triangle by its number.
  package func split(into count: Int, crease: Double, _ part: (Int) -> Int) -> [MeshBuilder] {
    let normals = cornerNormals(crease: crease)
    var out = [MeshBuilder](repeating: MeshBuilder(), count: count)
    for i in out.indices { out[i].points = points }
    for t in stride(from: 0, to: corners.count, by: 3) where !isDegenerate(t) {
      let k = part(t / 3)
      for i in t..<t + 3 {
        var corner = corners[i]
        corner.normal = normals[i]
        out[k].corners.append(corner)
      }
    }
    return out
  }

  /// Twice the area along the outward normal of the triangle whose first corner is `t`.
  private func faceNormal(_ t: Int) -> Vector3 {
    let (a, b, c) = (points[corners[t].point], points[corners[t + 1].point], points[corners[t + 2].point])
    return cross(b - a, c - a)
  }

  private func isDegenerate(_ t: Int) -> Bool {
    let (a, b, c) = (points[corners[t].point], points[corners[t + 1].point], points[corners[t + 2].point])
    return a == b || b == c || c == a
  }

  /// Area-weighted means over the neighbours of each corner that bend by less than the crease angle.
  private func cornerNormals(crease: Double) -> [Vector3] {
    let limit = DeterministicMath.cos(crease)
    var faces: [Vector3] = []
    var units: [Vector3] = []
    faces.reserveCapacity(triangleCount)
    units.reserveCapacity(triangleCount)
    for t in stride(from: 0, to: corners.count, by: 3) {
      let n = isDegenerate(t) ? .zero : faceNormal(t)
      faces.append(n)
      units.append(normalized(n))
    }
    // Corners are wide, and only their points matter from here on.
    let places = corners.map { Int32(truncatingIfNeeded: $0.point) }
    // Triangles around each point, as one array with offsets.
    var offsets = [Int32](repeating: 0, count: points.count + 1)
    for p in places { offsets[Int(p) + 1] += 1 }
    for i in 1..<offsets.count { offsets[i] += offsets[i - 1] }
    var cursor = offsets
    var around = [Int32](repeating: 0, count: places.count)
    for (i, p) in places.enumerated() {
      around[Int(cursor[Int(p)])] = Int32(i / 3)
      cursor[Int(p)] += 1
    }
    return [Vector3](unsafeUninitializedCapacity: corners.count) { out, count in
      count = corners.count
      faces.withUnsafeBufferPointer { faces in
        units.withUnsafeBufferPointer { units in
          for i in 0..<count {
            if let fixed = corners[i].normal {
              out.initializeElement(at: i, to: fixed)
              continue
            }
            let own = units[i / 3]
            let takesAll = own == .zero
            var sum = Vector3.zero
            let point = Int(places[i])
            for j in Int(offsets[point])..<Int(offsets[point + 1]) {
              let f = Int(around[j])
              if takesAll || dot(own, units[f]) > limit { sum += faces[f] }
            }
            let n = normalized(sum)
            out.initializeElement(at: i, to: n == .zero ? (takesAll ? Vector3(0, 0, 1) : own) : n)
          }
        }
      }
    }
  }
}
