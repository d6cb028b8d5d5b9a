internal import Diagnostics
internal import Geometry
internal import VectorMath
package import WorldModel

extension GLTFImporter {
  /// The shown scene of a file as entities in the world, one for each node whose `extras` hold an
  /// `instance_id`, with everything below it that has none of its own.
  ///
  /// `extras.class` picks the native class by name (`object` when the ontology has no such name); the words of
  /// the file stay as the attributes `class` and `class_id`. Mesh nodes outside of any such node become
  /// entities of their own, numbered after the largest id given. Entities of one mesh and one class share one
  /// asset. Tracks stand still; the file's x, y, z are the world's y, z, x.
  ///
  /// - Throws: as `importAsset`, also where ids are not whole numbers of 1 or more, each used once.
  package func importScene(_ path: String) throws -> Imported<[Entity]> { try importScene(.file(path)) }

  /// The shown scene of a file as entities in the world; see `importScene(_:)` for paths.
  package func importScene(_ source: ImportSource) throws -> Imported<[Entity]> {
    let reader = try GLTFReader(source, options: options, decode: decoder)
    let tree = try reader.hierarchy()
    var groups: [SceneGroup] = []
    var groupOf = [Int?](repeating: nil, count: tree.nodes.count)
    for i in tree.order where tree.isShown[i] {
      let node = tree.nodes[i]
      let extras = node.json["extras"]
      if let idNode = extras?["instance_id"] {
        let id = try idNode.count()
        guard id >= 1, id < UInt32.max else {
          throw idNode.failure("an instance id must be 1 or more, found \(id)")
        }
        groups.append(SceneGroup(root: i, id: UInt32(id), extras: extras))
        groupOf[i] = groups.count - 1
      } else if let parent = node.parent, let group = groupOf[parent] {
        groupOf[i] = group
      } else if node.mesh != nil {
        groups.append(SceneGroup(root: i, id: nil, extras: extras))
        groupOf[i] = groups.count - 1
      }
      if let group = groupOf[i] { groups[group].members.append(i) }
    }
    var seen: Set<UInt32> = []
    var top: UInt32 = 0
    for case (let id?, let root) in groups.map({ ($0.id, $0.root) }) {
      guard seen.insert(id).inserted else {
        throw tree.nodes[root].json.failure(
          "the instance id \(id) is used twice", remedy: "Give each thing its own id.")
      }
      top = max(top, id)
    }
    var builder = SceneBuilder(
      reader: reader, tree: tree, fallback: try options.resolvedClass(), yaw: options.yaw)
    var entities: [Entity] = []
    for group in groups {
      let id: UInt32
      if let given = group.id {
        id = given
      } else {
        guard top < UInt32.max - 1 else {
          throw reader.document.json.failure("the instance ids leave no room")
        }
        top += 1
        id = top
      }
      if let entity = try builder.entity(group, id: id) { entities.append(entity) }
    }
    return Imported(entities.sorted { $0.id < $1.id }, warnings: reader.warnings)
  }
}

/// Nodes that make one entity.
private struct SceneGroup {
  var root: Int
  var id: UInt32?
  var extras: JSONNode?
  /// In tree order, the root first.
  var members: [Int] = []
}

private struct SceneBuilder {
  let reader: GLTFReader
  let tree: GLTFHierarchy
  let fallback: NativeClass
  let yaw: Double

  /// What two entities must agree on to share an asset.
  private struct Key: Hashable {
    var mesh: Int
    var nativeClass: NativeClass
    var poses: [NodePose]
    var weights: [Float]
  }
  private var shared: [Key: Asset] = [:]

  init(reader: GLTFReader, tree: GLTFHierarchy, fallback: NativeClass, yaw: Double) {
    self.reader = reader
    self.tree = tree
    self.fallback = fallback
    self.yaw = yaw
  }

  /// The entity of a group; `nil` when it draws nothing.
  mutating func entity(_ group: SceneGroup, id: UInt32) throws -> Entity? {
    let root = tree.nodes[group.root]
    var attributes: [(name: String, value: String)] = []
    var nativeClass = fallback
    if let word = try group.extras?.string("class") {
      attributes.append(("class", word))
      nativeClass = Ontology.named(word) ?? fallback
    }
    if let number = try group.extras?["class_id"]?.count() { attributes.append(("class_id", String(number))) }

    let isSkinned = group.members.contains { tree.nodes[$0].skin != nil && tree.nodes[$0].mesh != nil }
    var pose = RigidTransform<WorldSpace, ObjectSpace>()
    let asset: Asset
    if isSkinned {
      // Joints may hang anywhere in the file, so the asset keeps all nodes, and with them its place.
      asset = try reader.assemble(
        GLTFAssembly(name: root.name, nativeClass: nativeClass, included: tree.order, drawn: group.members),
        tree)
    } else {
      let placement = placement(of: group.root)
      pose = RigidTransform(rotation: placement.rotation, translation: placement.translation)
      asset = try self.asset(group, nativeClass, placement.inner)
    }
    guard !asset.pieces.isEmpty else { return nil }
    let turn = RigidTransform<WorldSpace, WorldSpace>(rotation: Quaternion(yaw: yaw))
    return Entity(
      id: id, name: root.name, nativeClass: nativeClass, asset: asset,
      track: Track(still: yaw == 0 ? pose : turn * pose), attributes: attributes)
  }

  private mutating func asset(_ group: SceneGroup, _ nativeClass: NativeClass, _ inner: [NodePose]) throws
    -> Asset
  {
    let root = tree.nodes[group.root]
    let key = root.mesh.map { Key(mesh: $0, nativeClass: nativeClass, poses: inner, weights: root.weights) }
    if group.members.count == 1, let key, let known = shared[key] { return known }
    let asset = try reader.assemble(
      GLTFAssembly(
        name: root.name, nativeClass: nativeClass, base: (group.root, inner), included: group.members,
        drawn: group.members),
      tree)
    if group.members.count == 1, let key { shared[key] = asset }
    return asset
  }

  /// A node's place in the world: a rigid motion, and the poses (scale, shear) that remain inside it.
  private func placement(of index: Int) -> (rotation: Quaternion, translation: Vector3, inner: [NodePose]) {
    var chain = [index]
    while let top = chain.last, let parent = tree.nodes[top].parent { chain.append(parent) }
    // While all scales above are even, the pose composes without a decomposition, and equal scales stay equal.
    var rotation = Quaternion.identity
    var translation = Vector3.zero
    var scale = 1.0
    var isEven = true
    var world = AffineTransform.identity
    for (k, i) in chain.reversed().enumerated() {
      let node = tree.nodes[i]
      world = world * node.local
      guard isEven, node.poses.count == 1, let local = node.poses.first else {
        isEven = false
        continue
      }
      translation += rotation * local.translation * scale
      rotation = k == 0 ? local.rotation : (rotation * local.rotation).normalized
      if i == index {
        return (rotation, translation, [NodePose(scale: local.scale * scale)])
      }
      isEven = local.scale.x > 0 && local.scale.x == local.scale.y && local.scale.y == local.scale.z
      scale *= local.scale.x
    }
    var poses = world.poses
    let outer = poses.first ?? NodePose()
    if !poses.isEmpty { poses[0] = NodePose(scale: outer.scale) }
    return (outer.rotation, outer.translation, poses)
  }
}
