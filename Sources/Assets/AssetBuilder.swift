package import VectorMath
package import WorldModel

/// Collects an asset: materials and parts by name, nodes, and geometry that it merges into one mesh for each
/// (node, material, part).
package struct AssetBuilder {
  private struct Key: Hashable {
    var node: Int
    var material: Int
    var part: Int
    var crease: Double
  }

  package let name: String
  package let nativeClass: NativeClass
  private var materials: [Material] = []
  private var tiles: [Double] = []
  private var parts: [String]
  private var nodes: [Asset.Node] = [Asset.Node(name: "root")]
  private var keys: [Key] = []
  private var builders: [MeshBuilder] = []
  private var keypoints: [Asset.Keypoint] = []
  /// Where it is fixed, what can stand on it, open and shine.
  package var fittings = Asset.Fittings()

  /// - Parameter nativeClass: a name of the ontology; an unknown one becomes `object`.
  package init(name: String, nativeClass: String, mainPart: String = "body") {
    self.name = name
    self.nativeClass = Ontology.named(nativeClass) ?? Ontology.named("object") ?? Ontology.classes[0]
    parts = [mainPart]
  }

  /// The index of a material, added on first use of its name.
  /// - Parameter tile: metres that one repeat of its textures spans.
  package mutating func material(_ material: Material, tile: Double = 1) -> Int {
    if let known = materials.firstIndex(where: { $0.name == material.name }) { return known }
    materials.append(material)
    tiles.append(tile)
    return materials.count - 1
  }

  package mutating func part(_ name: String) -> Int {
    if let known = parts.firstIndex(of: name) { return known }
    parts.append(name)
    return parts.count - 1
  }

  /// Adds a node; `parent` 0 is the root.
  package mutating func node(_ name: String, parent: Int = 0, rest: NodePose = NodePose()) -> Int {
    nodes.append(Asset.Node(name: name, parent: parent, rest: rest))
    return nodes.count - 1
  }

  /// Adds geometry in the node's frame.
  package mutating func add(
    _ geometry: MeshBuilder, material: Int, part: String? = nil, node: Int = 0, crease: Double = 0.7
  ) {
    guard !geometry.isEmpty else { return }
    let key = Key(node: node, material: material, part: part.map { self.part($0) } ?? 0, crease: crease)
    if let known = keys.firstIndex(of: key) {
      builders[known].append(geometry)
    } else {
      keys.append(key)
      builders.append(geometry)
    }
  }

  package mutating func keypoint(_ name: String, node: Int, at position: Vector3, radius: Double) {
    keypoints.append(Asset.Keypoint(name: name, node: node, position: position, radius: radius))
  }

  /// Declares a level place for other things; see `Asset.Support`.
  package mutating func support(
    _ name: String, node: Int = 0, at center: Vector3, size: Vector2, headroom: Double = .infinity
  ) {
    fittings.supports.append(
      Asset.Support(name: name, node: node, center: center, size: size, headroom: headroom))
  }

  /// Declares a bar on which other things hang; see `Asset.Rail`.
  package mutating func rail(_ name: String, node: Int = 0, at center: Vector3, length: Double) {
    fittings.rails.append(Asset.Rail(name: name, node: node, center: center, length: length))
  }

  /// Adds a node that opens; its geometry at rest is closed.
  package mutating func joint(
    _ name: String, parent: Int = 0, rest: NodePose, _ motion: Asset.Joint.Motion
  ) -> Int {
    let node = node(name, parent: parent, rest: rest)
    fittings.joints.append(Asset.Joint(name: name, node: node, motion: motion))
    return node
  }

  /// Declares a hollow that can be filled; see `Asset.Vessel`.
  /// - Parameters:
  ///   - profile: (radius, height) of the inside from its lowest place to the brim, metres; of any turned shape.
  ///   - content: what is in it up to `level`, the geometry of the part `part`.
  package mutating func vessel(
    _ name: String, node: Int = 0, profile: [Vector2], content: String? = nil, level: Double? = nil,
    part: String? = nil
  ) {
    var sections: [Asset.Vessel.Section] = []
    for p in profile where p.y > sections.last?.height ?? -.infinity {
      sections.append(.init(height: p.y, half: Vector2(p.x, p.x), corner: p.x))
    }
    vessel(name, node: node, sections: sections, content: content, level: level, part: part)
  }

  /// Declares a hollow that can be filled, of any cross-sections.
  package mutating func vessel(
    _ name: String, node: Int = 0, sections: [Asset.Vessel.Section], content: String? = nil,
    level: Double? = nil, part: String? = nil
  ) {
    guard sections.count >= 2 else { return }
    var vessel = Asset.Vessel(name: name, node: node, sections: sections)
    if let content, let level {
      (vessel.content, vessel.level) = (content, level)
      vessel.contentPart = part.map { self.part($0) }
    }
    fittings.vessels.append(vessel)
  }

  /// Declares a place for somebody to sit; see `Asset.Seat`.
  package mutating func seat(_ seat: Asset.Seat) { fittings.seats.append(seat) }

  /// Forgets all geometry and nodes; materials and parts keep their indices.
  package mutating func clearGeometry() {
    keys = []
    builders = []
    nodes = [Asset.Node(name: "root")]
    keypoints = []
    fittings = Asset.Fittings()
  }

  package func asset(skeleton: String = "") -> Asset {
    Asset(
      name: name, nativeClass: nativeClass,
      pieces: zip(keys, builders).map { key, builder in
        Asset.Piece(
          mesh: builder.mesh(crease: key.crease, tile: tiles[key.material]), node: key.node,
          material: key.material, part: key.part)
      },
      materials: materials, parts: parts, nodes: nodes, keypoints: keypoints, skeleton: skeleton,
      fittings: fittings)
  }
}
