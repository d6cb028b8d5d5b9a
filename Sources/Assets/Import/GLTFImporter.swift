internal import Diagnostics
internal import Geometry
internal import Imaging
internal import VectorMath
package import WorldModel

/// Reads glTF 2.0 (`.gltf`, `.glb`).
///
/// The file's frame (+Y up, +Z front, metres) becomes the asset's (x forward, y left, z up): (x, y, z) →
/// (z, x, y). Read: triangles, strips and fans with POSITION, NORMAL, one TEXCOORD set, COLOR_0, JOINTS_0 and
/// WEIGHTS_0; morph targets; sparse, strided and normalised accessors; metal-rough materials, unlit, emissive
/// strength, specular-glossiness (approximated), texture transforms (baked); skins; animations. Occlusion
/// textures, tangents, cameras and lights are not.
package struct GLTFImporter: Sendable {
  package let options: ImportOptions
  let decoder: ImageDecoder

  package init(
    options: ImportOptions = ImportOptions(), decode: @escaping ImageDecoder = standardImageDecoder
  ) {
    self.options = options
    decoder = decode
  }

  /// The shown scene of a file as one asset.
  ///
  /// - Throws: `DioramaError`: `.noInput` without a file, `.badInput` naming the file and the place in its JSON.
  package func importAsset(_ path: String) throws -> Imported<Asset> { try importAsset(.file(path)) }

  /// The shown scene of a file as one asset. Parts are the nodes that have meshes, when there are several.
  package func importAsset(_ source: ImportSource) throws -> Imported<Asset> {
    let reader = try GLTFReader(source, options: options, decode: decoder)
    let tree = try reader.hierarchy()
    let assembly = GLTFAssembly(
      name: source.stem, nativeClass: try options.resolvedClass(), base: nil, included: tree.order,
      drawn: tree.order.filter { tree.isShown[$0] })
    var asset = try reader.assemble(assembly, tree)
    if let root = options.placement(of: asset) { asset = asset.placed(root) }
    return Imported(asset, warnings: reader.warnings)
  }
}

/// Which nodes of a file make one asset.
struct GLTFAssembly {
  var name: String
  var nativeClass: NativeClass
  /// The node whose placement the entity's track takes over, with what the asset keeps of it (scale, shear).
  var base: (node: Int, poses: [NodePose])?
  /// Nodes of the asset, parents before their children; closed upwards but for `base`.
  var included: [Int]
  /// Those whose meshes are drawn.
  var drawn: [Int]
}

extension GLTFReader {
  func assemble(_ assembly: GLTFAssembly, _ tree: GLTFHierarchy) throws -> Asset {
    try budget.spend(
      assembly.included.count, times: 192,
      orThrow: document.json.failure("the skins repeat the nodes too often"))
    // Document node → asset node. Look-ups only.
    var indexOf: [Int: Int] = [:]
    var nodes: [Asset.Node] = []
    for i in assembly.included {
      let node = tree.nodes[i]
      let isBase = assembly.base?.node == i
      var parent = isBase ? nil : node.parent.flatMap { indexOf[$0] }
      let poses = isBase ? assembly.base?.poses ?? [] : node.poses
      for (k, pose) in poses.enumerated() {
        let isLast = k == poses.count - 1
        nodes.append(
          Asset.Node(
            name: isLast ? node.name : node.name + ".outer", parent: parent, rest: pose,
            morphWeights: isLast ? node.weights : []))
        parent = nodes.count - 1
      }
      indexOf[i] = nodes.count - 1
    }
    if nodes.isEmpty { nodes = [Asset.Node(name: "root")] }

    let hasSkins = assembly.drawn.contains { tree.nodes[$0].mesh != nil && tree.nodes[$0].skin != nil }
    let skins = hasSkins ? try self.skins(indexOf) : []
    let meshNodes = assembly.drawn.filter { tree.nodes[$0].mesh != nil }
    var parts = ["body"]
    var pieces: [Asset.Piece] = []
    var materials: [Material] = []
    var materialSlots: [Int: Int] = [:]
    for i in meshNodes {
      let node = tree.nodes[i]
      guard let mesh = node.mesh, let place = indexOf[i] else { continue }
      let primitives = try self.primitives(ofMesh: mesh)
      if primitives.isEmpty { continue }
      var part = 0
      if meshNodes.count > 1 {
        part = parts.count
        parts.append(node.name)
      }
      for primitive in primitives {
        let slot = primitive.material ?? -1
        let material = materialSlots[slot] ?? materials.count
        if material == materials.count {
          materials.append(try self.material(primitive.material).material)
          materialSlots[slot] = material
        }
        let skin = try skinIndex(node, primitive, skins)
        try budget.spend(1, times: 64, orThrow: node.json.failure("too many pieces"))
        pieces.append(
          Asset.Piece(mesh: primitive.mesh, node: place, material: material, part: part, skin: skin))
      }
    }
    return Asset(
      name: assembly.name, nativeClass: assembly.nativeClass, pieces: pieces, materials: materials,
      parts: parts,
      nodes: nodes, skins: skins, animations: try animations(of: assembly, indexOf, tree.nodes))
  }

  /// The skin of a piece, after checking that it holds every joint that the mesh names.
  private func skinIndex(_ node: GLTFNode, _ primitive: GLTFPrimitive, _ skins: [Asset.Skin]) throws -> Int? {
    guard let skin = node.skin else { return nil }
    guard let joints = primitive.mesh.deformation?.joints, !joints.isEmpty else {
      warn("has a skin, but its mesh has no joints", at: node.json)
      return nil
    }
    let top = joints.reduce(UInt16(0)) { max($0, $1.x, $1.y, $1.z, $1.w) }
    guard skins.indices.contains(skin), Int(top) < skins[skin].joints.count else {
      throw node.json.failure("its mesh names joint \(top), which its skin does not have")
    }
    return skin
  }
}
