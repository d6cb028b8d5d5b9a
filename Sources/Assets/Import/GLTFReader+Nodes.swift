internal import Diagnostics
internal import Geometry
internal import VectorMath
internal import WorldModel

/// A node of a glTF file, its placement in the asset's frame.
struct GLTFNode {
  var json: JSONNode
  var name: String
  var parent: Int?
  var children: [Int]
  var mesh: Int?
  var skin: Int?
  /// One pose; two where a matrix shears: the second turns inside the first's uneven scale.
  var poses: [NodePose]
  var weights: [Float]

  var local: AffineTransform { poses.reduce(.identity) { $0 * $1.affine } }
}

/// All nodes of a file and those of the chosen scene.
struct GLTFHierarchy {
  var nodes: [GLTFNode]
  /// Every node, parents before their children.
  var order: [Int]
  /// True for nodes of the scene that is shown.
  var isShown: [Bool]
}

extension GLTFReader {
  func hierarchy() throws -> GLTFHierarchy {
    let list = try document.json.elements("nodes")
    let skinCount = try document.json.elements("skins").count
    var nodes = try list.enumerated().map { i, node in
      GLTFNode(
        json: node, name: try node.string("name").map { String($0.prefix(200)) } ?? "node\(i)", parent: nil,
        children: try node.elements("children").map { try $0.index(below: list.count, of: "node") },
        mesh: try node["mesh"]?.index(below: meshList.count, of: "mesh"),
        skin: try node["skin"]?.index(below: skinCount, of: "skin"), poses: try poses(node),
        weights: try weights(node))
    }
    for i in nodes.indices {
      for (c, child) in nodes[i].children.enumerated() {
        guard nodes[child].parent == nil, child != i else {
          throw list[i].failure("child \(c) is a child twice or its own parent; nodes must form a tree")
        }
        nodes[child].parent = i
      }
    }
    let roots = nodes.indices.filter { nodes[$0].parent == nil }
    let order = preorder(roots, nodes)
    guard order.count == nodes.count else {
      throw document.json.failure("the nodes form a cycle; nodes must form a tree")
    }
    let shownRoots = try sceneRoots(list.count) ?? roots
    var isShown = [Bool](repeating: false, count: nodes.count)
    for i in preorder(shownRoots, nodes) { isShown[i] = true }
    return GLTFHierarchy(nodes: nodes, order: order, isShown: isShown)
  }

  /// Depth first, parents before their children. The nodes have one parent each, so no node comes twice unless
  /// `roots` names it twice.
  private func preorder(_ roots: [Int], _ nodes: [GLTFNode]) -> [Int] {
    var out: [Int] = []
    var seen = [Bool](repeating: false, count: nodes.count)
    var stack = Array(roots.reversed())
    while let i = stack.popLast() {
      guard !seen[i] else { continue }
      seen[i] = true
      out.append(i)
      stack.append(contentsOf: nodes[i].children.reversed())
    }
    return out
  }

  /// The nodes that the default scene lists; `nil` without scenes.
  private func sceneRoots(_ nodeCount: Int) throws -> [Int]? {
    let scenes = try document.json.elements("scenes")
    guard !scenes.isEmpty else { return nil }
    let index = try document.json["scene"]?.index(below: scenes.count, of: "scene") ?? 0
    return try scenes[index].elements("nodes").map { try $0.index(below: nodeCount, of: "node") }
  }

  /// The node's own morph weights, else those of its mesh, else zeros.
  private func weights(_ node: JSONNode) throws -> [Float] {
    guard let m = try node["mesh"]?.index(below: meshList.count, of: "mesh") else { return [] }
    let mesh = meshList[m]
    let targets =
      try morphTargetCounts[m] ?? mesh.elements("primitives").first?.elements("targets").count ?? 0
    morphTargetCounts[m] = targets
    guard let list = node["weights"] ?? mesh["weights"] else { return [Float](repeating: 0, count: targets) }
    let weights = try list.elements().map { Float(try $0.number()) }
    guard weights.count == targets, weights.allSatisfy(\.isFinite) else {
      throw list.failure("expected \(targets) finite weights, found \(weights.count)")
    }
    return weights
  }

  private func poses(_ node: JSONNode) throws -> [NodePose] {
    let limit = Double(importCoordinateLimit)
    func bounded(_ list: [Double]) throws -> [Double] {
      guard list.allSatisfy({ $0.magnitude < limit }) else { throw node.failure("a placement beyond 1e12") }
      return list
    }
    if let matrix = node["matrix"] {
      let m = try bounded(try matrix.numbers(16))
      let affine = affine(columns: m)
      return affine.poses
    }
    var pose = NodePose()
    if let t = try node["translation"].map({ try bounded(try $0.numbers(3)) }) {
      pose.translation = Self.reframed(Vector3(t[0], t[1], t[2])) * options.scale
    }
    if let q = try node["rotation"].map({ try bounded(try $0.numbers(4)) }) {
      let turn = Self.reframed(Vector3(q[0], q[1], q[2]))
      pose.rotation = Quaternion(w: q[3], x: turn.x, y: turn.y, z: turn.z).normalized
    }
    if let s = try node["scale"].map({ try bounded(try $0.numbers(3)) }) {
      pose.scale = Self.reframed(Vector3(s[0], s[1], s[2]))
    }
    return [pose]
  }

  /// A column-major 4×4 matrix of the file's frame as an affine map in the asset's.
  func affine(columns m: [Double]) -> AffineTransform {
    func column(_ i: Int) -> Vector3 { Self.reframed(Vector3(m[4 * i], m[4 * i + 1], m[4 * i + 2])) }
    // Columns are permuted like rows: new x is the file's z.
    return AffineTransform(
      linear: Matrix3(columns: column(2), column(0), column(1)), translation: column(3) * options.scale)
  }

  /// Skins, their joints as indices into the asset's nodes.
  func skins(_ indexOf: [Int: Int]) throws -> [Asset.Skin] {
    try document.json.elements("skins").map { node in
      let joints = try node.required("joints").elements().map { joint in
        guard let index = indexOf[try joint.count()] else { throw joint.failure("names no node") }
        return index
      }
      guard !joints.isEmpty else { throw node.failure("has no joints") }
      try budget.spend(joints.count, times: 128, orThrow: node.failure("is used by too many"))
      var bind = [AffineTransform](repeating: .identity, count: joints.count)
      if let matrices = node["inverseBindMatrices"] {
        let a = try floats(try matrices.count(), types: ["MAT4"], from: matrices)
        guard a.count >= joints.count else {
          throw matrices.failure("has \(a.count) matrices for \(joints.count) joints")
        }
        for i in joints.indices {
          bind[i] = affine(columns: a.values[(16 * i)..<(16 * i + 16)].map { Double($0) })
        }
      }
      return Asset.Skin(joints: joints, inverseBind: bind)
    }
  }
}
