import Geometry
package import VectorMath
package import WorldModel

/// A cow or a deer that stands and looks ahead; `GrazerMotion` makes it walk and graze.
///
/// Trunk, neck, head and thighs are one skin over a few bones; what is slender below is rigid. Origin on the ground
/// between the feet, looking to +x.
package struct GrazingAnimal: ParametricAsset {
  package enum Species: String, Sendable, CaseIterable { case cow, deer }

  /// Of cows: what their coats are like.
  package enum Breed: String, Sendable, CaseIterable {
    case holstein, redHolstein, simmental, brown, black, pale
  }

  package static let assetName = "cow"
  package var species: Species
  /// Of the withers, metres.
  package var height: Double
  package var variant: UInt64
  package var breed: Breed

  package init() { self.init(species: .cow, variant: 1) }

  /// One of many, chosen by a number: cows of common breeds, roe deer and red deer.
  package init(species: Species, variant: UInt64) {
    let chance = AssetVariation(seed: variant)
    self.species = species
    self.variant = variant
    breed = Breed.allCases[chance.choice("breed", of: Breed.allCases.count)]
    switch species {
    // Withers of Holstein and Simmental cows: 138 to 150 cm; smaller breeds from 125 cm.
    case .cow: height = chance.number("height", in: 1.26...1.48)
    // Roe deer 65 to 75 cm, hinds and stags of red deer 95 to 125 cm.
    case .deer:
      height =
        chance.unit("kind") < 0.6
        ? chance.number("height", in: 0.65...0.76) : chance.number("height", in: 0.95...1.22)
    }
  }

  /// A cow of a breed.
  package init(breed: Breed, variant: UInt64) {
    self.init(species: .cow, variant: variant)
    self.breed = breed
  }

  var bones: GrazerBones { species == .cow ? .cow : .deer }
  /// Of deer: the greater kind.
  var isRed: Bool { species == .deer && height > 0.85 }

  package func makeAsset() -> Asset {
    var empty = AssetBuilder(name: species.rawValue, nativeClass: species.rawValue)
    let fine = made(&empty, .fine)
    let levels = [Fineness.middle, .coarse].map { Asset.Level(made(&empty, $0), error: $0.error) }
    return fine.with(levels: levels)
  }

  private func made(_ asset: inout AssetBuilder, _ detail: Fineness) -> Asset {
    asset.clearGeometry()
    let skeleton = nodes(&asset)
    let hide = GrazerHide(animal: self)
    let fur = asset.material(Material(name: "fur_\(species.rawValue)", roughness: 0.95))
    var skin = hide.skin(detail)
    skin.projectUVs()
    skin.paint { hide.colour($0) }
    let parts = ["body", "head", "leg"]
    for (part, b) in zip(parts, skin.split(into: 3, crease: 1.2) { hide.part(skin.middle(ofTriangle: $0)) }) {
      asset.add(b, material: fur, part: part, crease: 1.2)
    }
    addLegs(&asset, hide, fur, detail, skeleton)
    addHead(&asset, hide, fur, detail, skeleton)
    addTail(&asset, hide, fur, detail, skeleton)
    return bound(asset.asset(), hide, fur)
  }

  /// The tree of nodes; every one rests unturned.
  private func nodes(_ asset: inout AssetBuilder) -> [String: Int] {
    let b = bones
    var known: [String: (index: Int, place: Vector3)] = [:]
    func add(_ name: String, _ parent: String?, _ place: Vector3) {
      let from = parent.flatMap { known[$0] } ?? (0, .zero)
      let i = asset.node(name, parent: from.index, rest: NodePose(translation: place - from.place))
      known[name] = (i, place)
    }
    func flat(_ p: Vector2) -> Vector3 { Vector3(p.x, 0, p.y) * height }
    add("trunk", nil, .zero)
    add("neck", "trunk", flat(b.neck.from))
    add("nape", "neck", flat((b.neck.from + b.neck.to) / 2))
    add("head", "nape", flat(b.poll))
    add("tail", "trunk", b.tail[0] * height)
    for leg in GrazerLeg.allCases {
      let joints = b.joints(leg)
      for (k, bone) in GrazerLeg.Bone.allCases.enumerated() {
        add(leg.node(bone), k == 0 ? "trunk" : leg.node(GrazerLeg.Bone.allCases[k - 1]), joints[k] * height)
      }
    }
    return known.mapValues(\.index)
  }

  /// Binds the hide to the nodes.
  private func bound(_ asset: Asset, _ hide: GrazerHide, _ fur: Int) -> Asset {
    let joints = GrazerHide.joints.compactMap { name in asset.nodes.firstIndex { $0.name == name } }
    let places = asset.objectFromNodes(asset.restPoses).map(\.translation)
    let skin = Asset.Skin(
      joints: joints, inverseBind: joints.map { AffineTransform(linear: .identity, translation: -places[$0]) }
    )
    let pieces = asset.pieces.map { piece -> Asset.Piece in
      guard piece.node == 0, piece.material == fur else { return piece }
      var out = piece
      let shares = piece.mesh.positions.map { hide.shares(Vector3($0)) }
      out.mesh = Mesh(
        positions: piece.mesh.positions, normals: piece.mesh.normals, uvs: piece.mesh.uvs,
        colors: piece.mesh.colors, triangles: piece.mesh.triangles,
        deformation: MeshDeformation(joints: shares.map(\.joints), weights: shares.map(\.weights)))
      out.skin = 0
      return out
    }
    return Asset(
      name: asset.name, nativeClass: asset.nativeClass, pieces: pieces, materials: asset.materials,
      parts: asset.parts, nodes: asset.nodes, skins: [skin])
  }
}
