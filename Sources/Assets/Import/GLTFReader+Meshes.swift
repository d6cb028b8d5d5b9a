internal import Diagnostics
internal import Geometry
internal import VectorMath
internal import WorldModel

/// One primitive of a glTF mesh, ready to draw.
struct GLTFPrimitive {
  let mesh: Mesh
  /// Index in the document; `nil` = the default material.
  let material: Int?
}

/// What makes two primitives one geometry.
struct GLTFGeometryKey: Hashable {
  var attributes: [String]
  var targets: [[String]]
  var indices: Int
  var mode: Int
  var uvSet: Int
  var uvTransform: UVTransform
}

/// The attributes of a primitive's vertices, all as long as `positions` or empty.
private struct VertexArrays {
  var positions: [Vector3f] = []
  var normals: [Vector3f] = []
  var uvs: [Vector2f] = []
  var colors: [SIMD4<Float>] = []
  var joints: [SIMD4<UInt16>] = []
  var weights: [SIMD4<Float>] = []
  var morphPositions: [[Vector3f]] = []
  var morphNormals: [[Vector3f]] = []

  /// The vertices named by `order`, in that order.
  func gathered(_ order: [UInt32]) -> VertexArrays {
    func pick<T>(_ a: [T]) -> [T] { a.isEmpty ? [] : order.map { a[Int($0)] } }
    return VertexArrays(
      positions: pick(positions), normals: pick(normals), uvs: pick(uvs), colors: pick(colors),
      joints: pick(joints), weights: pick(weights), morphPositions: morphPositions.map(pick),
      morphNormals: morphNormals.map(pick))
  }

  /// Bytes a vertex, for the budget.
  var vertexSize: Int { 96 + 16 * (morphPositions.count + morphNormals.count) }
}

extension GLTFReader {
  /// The drawable primitives of a mesh, the same objects for every node that places it.
  func primitives(ofMesh index: Int) throws -> [GLTFPrimitive] {
    if let known = meshes[index] { return known }
    let made = try meshList[index].required("primitives").elements().compactMap(primitive)
    meshes[index] = made
    return made
  }

  /// What decides a primitive's geometry. Files often repeat one geometry with another material: those share
  /// one `Mesh`, so that what is built for it (bounds, search trees) is built once.
  private func geometryKey(_ node: JSONNode, _ mode: Int, _ look: GLTFMaterial) throws -> GLTFGeometryKey {
    func indices(_ list: JSONNode) throws -> [String] {
      try list.keys.prefix(64).map { "\($0) \(try list[$0]?.count() ?? -1)" }.sorted()
    }
    return GLTFGeometryKey(
      attributes: try indices(try node.required("attributes")),
      targets: try node.elements("targets").map(indices),
      indices: try node.count("indices", default: -1), mode: mode, uvSet: look.uvSet,
      uvTransform: look.uvTransform)
  }

  private func primitive(_ node: JSONNode) throws -> GLTFPrimitive? {
    let mode = try node.count("mode", default: 4)
    guard (4...6).contains(mode) else {
      guard mode < 4 else { throw node.failure("has the unknown mode \(mode)") }
      warn("points and lines are not drawn", at: node)
      return nil
    }
    let material = try node["material"]?.index(below: materialList.count, of: "material")
    let look = try self.material(material)
    let key = try geometryKey(node, mode, look)
    if let known = geometries[key] { return GLTFPrimitive(mesh: known, material: material) }
    guard let mesh = try mesh(node, mode, look) else { return nil }
    geometries[key] = mesh
    return GLTFPrimitive(mesh: mesh, material: material)
  }

  private func mesh(_ node: JSONNode, _ mode: Int, _ look: GLTFMaterial) throws -> Mesh? {
    var vertices = try attributes(node, look)
    guard !vertices.positions.isEmpty else { return nil }
    var triangles = try triangles(node, mode: mode, vertexCount: vertices.positions.count)
    guard !triangles.isEmpty else { return nil }
    (vertices, triangles) = try settled(vertices, triangles, node)
    var deformation: MeshDeformation?
    if !vertices.joints.isEmpty || !vertices.morphPositions.isEmpty {
      deformation = MeshDeformation(
        joints: vertices.joints, weights: vertices.weights, morphPositions: vertices.morphPositions,
        morphNormals: vertices.morphNormals)
    }
    return Mesh(
      positions: vertices.positions, normals: vertices.normals, uvs: vertices.uvs, colors: vertices.colors,
      triangles: triangles, deformation: deformation)
  }

  // MARK: Attributes

  private func attributes(_ node: JSONNode, _ look: GLTFMaterial) throws -> VertexArrays {
    let list = try node.required("attributes")
    var out = VertexArrays()
    guard let positions = list["POSITION"] else {
      warn("has no POSITION and is not drawn", at: node)
      return out
    }
    out.positions = try points(positions, scale: Float(options.scale))
    let n = out.positions.count
    guard list.keys.count <= 64 else {
      throw list.failure("has \(list.keys.count) attributes; 64 are the most")
    }
    for key in list.keys {
      guard let attribute = list[key] else { continue }
      switch key {
      case "POSITION", "TANGENT": break
      case "NORMAL": out.normals = try points(attribute, count: n)
      case "TEXCOORD_\(look.uvSet)":
        let uv = try floats(attribute, ["VEC2"], count: n)
        out.uvs = (0..<n).map {
          look.uvTransform.apply(Vector2f(uv.values[2 * $0], uv.values[2 * $0 + 1]))
        }
        guard out.uvs.allSatisfy({ $0.x.magnitude < 1e9 && $0.y.magnitude < 1e9 }) else {
          throw attribute.failure("holds texture coordinates out of all proportion")
        }
      case "COLOR_0":
        let c = try floats(attribute, ["VEC3", "VEC4"], count: n)
        out.colors = (0..<n).map { i in
          let at = i * c.width
          let rgba = SIMD4(
            c.values[at], c.values[at + 1], c.values[at + 2], c.width == 4 ? c.values[at + 3] : 1)
          return rgba.clamped(lowerBound: SIMD4(repeating: 0), upperBound: SIMD4(repeating: 1))
        }
      case "JOINTS_0": try readSkinning(list, into: &out)
      case "WEIGHTS_0": break
      default:
        // Sets that nothing refers to are common (light maps) and no loss; others are worth a word.
        if !key.hasPrefix("TEXCOORD_") && !key.hasPrefix("_") {
          warn("\(key.prefix(40)) is not read", at: list)
        }
      }
    }
    try readMorphTargets(node, into: &out)
    return out
  }

  private func floats(_ node: JSONNode, _ types: [String], count: Int) throws -> GLTFFloats {
    let a = try floats(try node.count(), types: types, from: node)
    guard a.count == count else { throw node.failure("has \(a.count) elements for \(count) vertices") }
    return a
  }

  /// Three-vectors in the asset's frame.
  private func points(_ node: JSONNode, count: Int? = nil, scale: Float = 1) throws -> [Vector3f] {
    let a = try floats(try node.count(), types: ["VEC3"], from: node)
    guard count == nil || a.count == count else {
      throw node.failure("has \(a.count) elements for \(count ?? 0) vertices")
    }
    let out = (0..<a.count).map {
      Self.reframed(Vector3f(a.values[3 * $0], a.values[3 * $0 + 1], a.values[3 * $0 + 2])) * scale
    }
    let limit = importCoordinateLimit
    guard out.allSatisfy({ $0.x.magnitude < limit && $0.y.magnitude < limit && $0.z.magnitude < limit })
    else {
      throw node.failure("holds a coordinate beyond 1e12 m", remedy: "Check the unit and the export.")
    }
    return out
  }

  /// JOINTS_0 and WEIGHTS_0, the weights brought to a sum of one.
  private func readSkinning(_ list: JSONNode, into out: inout VertexArrays) throws {
    let n = out.positions.count
    let jointNode = try list.required("JOINTS_0")
    let weightNode = try list.required("WEIGHTS_0")
    let joints = try integers(try jointNode.count(), types: ["VEC4"], from: jointNode)
    guard joints.count == n else { throw jointNode.failure("has \(joints.count) elements for \(n) vertices") }
    guard joints.values.allSatisfy({ $0 <= UInt16.max }) else {
      throw jointNode.failure("names a joint above 65535")
    }
    let weights = try floats(weightNode, ["VEC4"], count: n)
    var empty = 0
    for i in 0..<n {
      out.joints.append(SIMD4((0..<4).map { UInt16(truncatingIfNeeded: joints.values[4 * i + $0]) }))
      let w = SIMD4((0..<4).map { max(weights.values[4 * i + $0], 0) })
      let sum = w.x + w.y + w.z + w.w
      if sum > 0, sum.isFinite {
        out.weights.append(w / sum)
      } else {
        out.weights.append([1, 0, 0, 0])
        empty += 1
      }
    }
    if empty > 0 { warn("\(empty) vertices without weight follow their first joint", at: weightNode) }
  }

  private func readMorphTargets(_ node: JSONNode, into out: inout VertexArrays) throws {
    let targets = try node.elements("targets")
    guard !targets.isEmpty else { return }
    let n = out.positions.count
    try budget.spend(
      targets.count, times: 32 * n, orThrow: node.failure("\(targets.count) morph targets are too many"))
    var hasNormals = false
    for target in targets {
      let zero = [Vector3f](repeating: .zero, count: n)
      out.morphPositions.append(
        try target["POSITION"].map { try points($0, count: n, scale: Float(options.scale)) } ?? zero)
      out.morphNormals.append(try target["NORMAL"].map { try points($0, count: n) } ?? zero)
      if target["NORMAL"] != nil { hasNormals = true }
      for key in target.keys where !["POSITION", "NORMAL", "TANGENT"].contains(key) {
        warn("morphing of \(key.prefix(40)) is not read", at: target)
      }
    }
    if !hasNormals { out.morphNormals = [] }
  }

  // MARK: Triangles

  /// The primitive's triangles, counter-clockwise from outside. Strips and fans lose the triangles that name a
  /// vertex twice: they only stitch.
  private func triangles(_ node: JSONNode, mode: Int, vertexCount: Int) throws -> [SIMD3<UInt32>] {
    var order: [UInt32]
    if let indices = node["indices"] {
      order = try integers(try indices.count(), types: ["SCALAR"], from: indices).values
      if let bad = order.first(where: { $0 >= vertexCount }) {
        throw indices.failure("names vertex \(bad), but there are \(vertexCount)")
      }
    } else {
      guard vertexCount <= UInt32.max else { throw node.failure("has too many vertices") }
      order = (0..<vertexCount).map { UInt32($0) }
    }
    try budget.spend(order.count, times: 48, orThrow: node.failure("has too many triangles"))
    if mode == 4 {
      if !order.count.isMultiple(of: 3) { warn("\(order.count % 3) indices left over", at: node) }
      return (0..<(order.count / 3)).map { SIMD3(order[3 * $0], order[3 * $0 + 1], order[3 * $0 + 2]) }
    }
    guard order.count >= 3 else { return [] }
    let all = (0..<(order.count - 2)).map { i -> SIMD3<UInt32> in
      if mode == 6 { return SIMD3(order[0], order[i + 1], order[i + 2]) }
      return i.isMultiple(of: 2)
        ? SIMD3(order[i], order[i + 1], order[i + 2]) : SIMD3(order[i + 1], order[i], order[i + 2])
    }
    return all.filter { $0.x != $0.y && $0.y != $0.z && $0.x != $0.z }
  }

  /// Vertices as `Mesh` wants them: flat normals where the file has none (glTF 2.0 §3.7.2.1), else unit ones,
  /// and no vertex that no triangle uses (many primitives may share one large vertex buffer).
  private func settled(
    _ vertices: VertexArrays, _ triangles: [SIMD3<UInt32>], _ node: JSONNode
  ) throws -> (VertexArrays, [SIMD3<UInt32>]) {
    var vertices = vertices
    try budget.spend(
      min(vertices.positions.count, 3 * triangles.count), times: vertices.vertexSize,
      orThrow: node.failure("has too many vertices"))
    if vertices.normals.isEmpty {
      try budget.spend(
        3 * triangles.count, times: vertices.vertexSize, orThrow: node.failure("has too many triangles"))
      vertices = vertices.gathered(triangles.flatMap { [$0.x, $0.y, $0.z] })
      let flat = (0..<UInt32(triangles.count)).map { t -> SIMD3<UInt32> in
        let first = 3 * t
        return SIMD3<UInt32>(first, first + 1, first + 2)
      }
      vertices.normals = smoothNormals(positions: vertices.positions, triangles: flat)
      return (vertices, flat)
    }
    if vertices.normals.contains(where: { length($0) < 1e-6 }) {
      let fallback = smoothNormals(positions: vertices.positions, triangles: triangles)
      for i in vertices.normals.indices where length(vertices.normals[i]) < 1e-6 {
        vertices.normals[i] = fallback[i]
      }
    }
    vertices.normals = vertices.normals.map { normalized($0) }
    var renumbered = [UInt32](repeating: .max, count: vertices.positions.count)
    var used: [UInt32] = []
    for t in triangles {
      for k in 0..<3 where renumbered[Int(t[k])] == .max {
        renumbered[Int(t[k])] = UInt32(used.count)
        used.append(t[k])
      }
    }
    guard used.count < vertices.positions.count else { return (vertices, triangles) }
    return (
      vertices.gathered(used),
      triangles.map { SIMD3(renumbered[Int($0.x)], renumbered[Int($0.y)], renumbered[Int($0.z)]) }
    )
  }
}
