package import Geometry
import Synchronization
package import VectorMath

/// A thing that can be placed: meshes on a tree of nodes, materials, parts, keypoints. Shared by its
/// entities, immutable.
///
/// Asset frame: x forward, y left, z up, metres; the origin on the ground below the object's centre.
package final class Asset: Sendable {
  /// One mesh on one node with one material: what the renderer draws.
  package struct Piece: Sendable {
    package var mesh: Mesh
    package var node: Int
    package var material: Int
    /// An index into `parts`.
    package var part: Int
    /// The skin that deforms the mesh, an index into `skins`.
    package var skin: Int?

    package init(mesh: Mesh, node: Int = 0, material: Int, part: Int = 0, skin: Int? = nil) {
      self.mesh = mesh
      self.node = node
      self.material = material
      self.part = part
      self.skin = skin
    }
  }

  /// A node of the tree; parents come before their children.
  package struct Node: Sendable {
    package var name: String
    package var parent: Int?
    package var rest: NodePose
    /// Weights of the morph targets of the node's mesh at rest.
    package var morphWeights: [Float]

    package init(name: String, parent: Int? = nil, rest: NodePose = NodePose(), morphWeights: [Float] = []) {
      self.name = name
      self.parent = parent
      self.rest = rest
      self.morphWeights = morphWeights
    }
  }

  /// The joints of a skinned mesh (glTF 2.0 §3.7.3.2).
  package struct Skin: Sendable {
    package var joints: [Int]
    /// Joint-from-mesh transforms at bind time, one a joint.
    package var inverseBind: [AffineTransform]

    package init(joints: [Int], inverseBind: [AffineTransform]) {
      self.joints = joints
      self.inverseBind = inverseBind
    }
  }

  /// A named point on a node, e.g. a joint of a skeleton.
  package struct Keypoint: Sendable {
    package var name: String
    package var node: Int
    /// In the node's frame, metres.
    package var position: Vector3
    /// The radius of the body around the point, metres: a keypoint counts as hidden only when what is
    /// seen there lies nearer than the point by more than this.
    package var radius: Double

    package init(name: String, node: Int, position: Vector3, radius: Double) {
      self.name = name
      self.node = node
      self.position = position
      self.radius = radius
    }
  }

  /// The same thing of fewer triangles.
  package struct Level: Sendable {
    /// With the materials, parts and nodes of the finest, in the same order.
    package let asset: Asset
    /// How far its surface lies from the finest's at most, metres.
    package let error: Double

    package init(_ asset: Asset, error: Double) {
      self.asset = asset
      self.error = error
    }
  }

  package let name: String
  /// The native class of its entities unless the entity says otherwise.
  package let nativeClass: NativeClass
  package let pieces: [Piece]
  package let materials: [Material]
  /// Part names; index 0 is the whole or the body.
  package let parts: [String]
  package let nodes: [Node]
  package let skins: [Skin]
  package let animations: [Animation]
  package let keypoints: [Keypoint]
  /// The name of the keypoint set, e.g. `coco17`; empty without keypoints.
  package let skeleton: String
  /// Where it is fixed, what can stand on it, who can sit in it, what opens and shines.
  package let fittings: Fittings
  /// Coarser makings of it, each coarser than the one before.
  package let levels: [Level]
  /// Measured when first asked for.
  private let knownBounds = Mutex<Box3?>(nil)

  package init(
    name: String, nativeClass: NativeClass, pieces: [Piece], materials: [Material],
    parts: [String] = ["body"],
    nodes: [Node] = [Node(name: "root")], skins: [Skin] = [], animations: [Animation] = [],
    keypoints: [Keypoint] = [], skeleton: String = "",
    fittings: Fittings = Fittings(), levels: [Level] = []
  ) {
    precondition(
      levels.allSatisfy { level in
        level.asset.parts == parts && level.asset.nodes.map(\.name) == nodes.map(\.name)
          && level.asset.materials.map(\.name) == materials.map(\.name)
      })
    precondition(
      pieces.allSatisfy { nodes.indices.contains($0.node) && materials.indices.contains($0.material) })
    precondition(pieces.allSatisfy { parts.indices.contains($0.part) })
    precondition(
      fittings.supports.allSatisfy { nodes.indices.contains($0.node) }
        && fittings.rails.allSatisfy { nodes.indices.contains($0.node) }
        && fittings.joints.allSatisfy { nodes.indices.contains($0.node) }
        && fittings.vessels.allSatisfy {
          nodes.indices.contains($0.node) && $0.contentPart.map(parts.indices.contains) ?? true
        }
        && fittings.emitters.allSatisfy {
          nodes.indices.contains($0.node) && $0.materials.allSatisfy(materials.indices.contains)
        })
    precondition(nodes.indices.allSatisfy { i in nodes[i].parent.map { $0 < i } ?? true })
    self.name = name
    self.nativeClass = nativeClass
    self.pieces = pieces
    self.materials = materials
    self.parts = parts
    self.nodes = nodes
    self.skins = skins
    self.animations = animations
    self.keypoints = keypoints
    self.skeleton = skeleton
    self.fittings = fittings
    self.levels = levels
  }

  /// This asset with coarser makings of it, which look as it does: they take its name and its very materials.
  ///
  /// - Precondition: they have the same materials, parts and nodes by name, in the same order.
  package func with(levels: [Level]) -> Asset {
    func copy(_ pieces: [Piece], _ levels: [Level]) -> Asset {
      Asset(
        name: name, nativeClass: nativeClass, pieces: pieces, materials: materials, parts: parts,
        nodes: nodes,
        skins: skins, animations: animations, keypoints: keypoints, skeleton: skeleton, fittings: fittings,
        levels: levels)
    }
    // Before materials are taken for the same by their index.
    precondition(levels.allSatisfy { $0.asset.materials.map(\.name) == materials.map(\.name) })
    return copy(pieces, levels.map { Level(copy($0.asset.pieces, []), error: $0.error) })
  }

  /// Object-from-node transforms for given local poses (one a node).
  package func objectFromNodes(_ locals: [NodePose]) -> [AffineTransform] {
    var out: [AffineTransform] = []
    out.reserveCapacity(nodes.count)
    for (i, node) in nodes.enumerated() {
      let local = locals[i].affine
      out.append(node.parent.map { out[$0] * local } ?? local)
    }
    return out
  }

  /// The rest poses of all nodes.
  package var restPoses: [NodePose] { nodes.map(\.rest) }

  /// The box around all pieces at rest, asset frame; skins and morph targets in their rest state.
  package var restBounds: Box3 {
    knownBounds.withLock { known in
      if let known { return known }
      let box = measuredBounds
      known = box
      return box
    }
  }

  private var measuredBounds: Box3 {
    let transforms = objectFromNodes(restPoses)
    var box = Box3()
    for piece in pieces {
      let shape = deformed(piece, articulation: nil, objectFromNodes: transforms)
      let t = shape != nil && piece.skin != nil ? .identity : transforms[piece.node]
      for p in shape?.positions ?? piece.mesh.positions { box.insert(t * Vector3(p)) }
    }
    return box
  }
}

/// A node's local placement: scale, then rotation, then translation (glTF order).
package struct NodePose: Sendable, Hashable {
  package var translation: Vector3
  package var rotation: Quaternion
  package var scale: Vector3

  package init(
    translation: Vector3 = .zero, rotation: Quaternion = .identity, scale: Vector3 = Vector3(1, 1, 1)
  ) {
    self.translation = translation
    self.rotation = rotation
    self.scale = scale
  }

  package var affine: AffineTransform {
    AffineTransform(linear: rotation.matrix * Matrix3(diagonal: scale), translation: translation)
  }
}
