internal import Diagnostics
internal import Geometry
internal import Imaging
internal import VectorMath

/// Makes meshes of an OBJ file's faces.
struct OBJMeshBuilder {
  /// The faces of one part with one material.
  struct Group {
    var part: Int
    var material: Int
    var faces: [Int] = []
  }

  let file: OBJFile
  let options: ImportOptions
  private let name: String
  private(set) var warnings: [Warning] = []
  /// Twice the area times the unit normal of every face (Newell's sum), in the asset's frame.
  private let faceNormals: [Vector3]
  private let cornerNormals: OBJCornerNormals

  init(_ file: OBJFile, _ options: ImportOptions, _ name: String) {
    self.file = file
    self.options = options
    self.name = name
    let points = file.positions.map { Self.reframed($0, options.upAxis) }
    faceNormals = file.faces.map { face in
      let ring = file.corners[face.corners].map { Vector3(points[Int($0.position)]) }
      guard let origin = ring.first else { return .zero }
      var sum = Vector3.zero
      for i in 1..<max(ring.count - 1, 1) { sum += cross(ring[i] - origin, ring[i + 1] - origin) }
      return sum
    }
    cornerNormals = OBJCornerNormals(file, faceNormals, creaseAngle: options.creaseAngle)
  }

  /// Faces by part and material, in order of first appearance.
  static func groups(of file: OBJFile) -> [Group] {
    var out: [Group] = []
    var known: [SIMD2<Int>: Int] = [:]
    for (i, face) in file.faces.enumerated() {
      // Faces before the first name of a file that has names belong to the first.
      let part = max(face.part, 0)
      let key = SIMD2(part, face.material)
      let slot = known[key] ?? out.count
      if slot == out.count {
        out.append(Group(part: part, material: face.material))
        known[key] = slot
      }
      out[slot].faces.append(i)
    }
    return out
  }

  /// A file's vector in the asset's frame.
  static func reframed(_ v: Vector3f, _ up: ImportOptions.UpAxis) -> Vector3f {
    switch up {
    case .y: Vector3f(v.z, v.x, v.y)
    case .z: Vector3f(-v.y, v.x, v.z)
    }
  }

  /// What makes two corners one vertex.
  private struct VertexKey: Hashable {
    var position: Int32
    var uv: Int32
    var normal: SIMD3<UInt32>
  }

  /// - Throws: where a coordinate leaves the range of sense.
  mutating func mesh(_ faces: [Int], uvTransform: UVTransform) throws -> Mesh? {
    var vertexOf: [VertexKey: UInt32] = [:]
    var positions: [Vector3f] = []
    var normals: [Vector3f] = []
    var uvs: [Vector2f] = []
    var colors: [SIMD4<Float>] = []
    var triangles: [SIMD3<UInt32>] = []
    let hasUVs = faces.contains { file.corners[file.faces[$0].corners].contains { $0.uv >= 0 } }
    var flat = 0
    for f in faces {
      let face = file.faces[f]
      let cut = self.triangles(of: f)
      if cut.isEmpty { flat += 1 }
      for t in cut {
        var indices = SIMD3<UInt32>()
        for k in 0..<3 {
          let at = face.corners.lowerBound + t[k]
          let corner = file.corners[at]
          let normal = self.normal(ofCorner: at, face: f)
          let key = VertexKey(
            position: corner.position, uv: corner.uv,
            normal: SIMD3(normal.x.bitPattern, normal.y.bitPattern, normal.z.bitPattern))
          if let known = vertexOf[key] {
            indices[k] = known
            continue
          }
          let p = Self.reframed(file.positions[Int(corner.position)], options.upAxis) * Float(options.scale)
          guard greatest(Vector3(maximum(p, -p))) < Double(importCoordinateLimit) else {
            throw DioramaError(
              .badInput, "a coordinate beyond 1e12 m", at: SourceLocation(file: name, line: face.line),
              remedy: "Check the unit and the export.")
          }
          indices[k] = UInt32(positions.count)
          vertexOf[key] = indices[k]
          positions.append(p)
          normals.append(normal)
          if hasUVs {
            let uv = uvTransform.apply(corner.uv >= 0 ? file.uvs[Int(corner.uv)] : .zero)
            // The file counts v upwards, images count rows downwards.
            let isSane = uv.x.magnitude < 1e9 && uv.y.magnitude < 1e9
            uvs.append(isSane ? Vector2f(uv.x, 1 - uv.y) : .zero)
          }
          if !file.colors.isEmpty { colors.append(color(Int(corner.position))) }
        }
        triangles.append(indices)
      }
    }
    if flat > 0 {
      warnings.append(
        Warning(
          "\(flat) faces without area are left out",
          at: SourceLocation(file: name, line: faces.first.map { file.faces[$0].line } ?? 1)))
    }
    guard !triangles.isEmpty else { return nil }
    return Mesh(positions: positions, normals: normals, uvs: uvs, colors: colors, triangles: triangles)
  }

  private func normal(ofCorner at: Int, face: Int) -> Vector3f {
    let given = file.corners[at].normal
    if given >= 0 {
      let n = normalized(Self.reframed(file.normals[Int(given)], options.upAxis))
      if n != .zero && n.x.isFinite && n.y.isFinite && n.z.isFinite { return n }
    }
    return cornerNormals.normal(ofCorner: at, face: face)
  }

  /// A vertex's colour, from sRGB.
  private func color(_ index: Int) -> SIMD4<Float> {
    func linear(_ c: Float) -> Float {
      Float(SRGB.decoded(Double(min(max(c, 0), 1))))
    }
    let c = file.colors[index]
    return SIMD4(linear(c.x), linear(c.y), linear(c.z), 1)
  }

  /// A face cut into triangles, as places among its corners; empty when it has no area.
  private func triangles(of f: Int) -> [SIMD3<Int>] {
    let face = file.faces[f]
    let ring = file.corners[face.corners].map {
      Vector3(Self.reframed(file.positions[Int($0.position)], options.upAxis))
    }
    let n = normalized(faceNormals[f])
    guard n != .zero, n.x.isFinite, n.y.isFinite, n.z.isFinite else { return [] }
    if ring.count == 3 { return [SIMD3(0, 1, 2)] }
    if ring.count == 4 {
      let a = dot(cross(ring[1] - ring[0], ring[2] - ring[0]), n)
      let b = dot(cross(ring[2] - ring[0], ring[3] - ring[0]), n)
      let c = dot(cross(ring[1] - ring[0], ring[3] - ring[0]), n)
      let d = dot(cross(ring[2] - ring[1], ring[3] - ring[1]), n)
      if a > 0 && b > 0 && c > 0 && d > 0 { return [SIMD3(0, 1, 2), SIMD3(0, 2, 3)] }
    }
    // On the face's plane, with x and y so that the normal looks at the reader.
    let helper: Vector3 = n.x.magnitude < 0.6 ? Vector3(1, 0, 0) : Vector3(0, 1, 0)
    let x = normalized(cross(helper, n))
    let y = cross(n, x)
    return Polygon(ring.map { Vector2(dot($0 - ring[0], x), dot($0 - ring[0], y)) }).triangulated()
  }
}
