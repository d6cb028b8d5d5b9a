import Geometry
import VectorMath
package import WorldModel

extension SceneModel {
  /// A world as it is at time `t`, seconds.
  package init(_ world: World, at t: Double, name: String) {
    var shapes = ShapeTable()
    var materials = MaterialTable()
    var things: [Thing] = []
    for entity in world.entities {
      let asset = entity.asset
      let looks = entity.materials(at: t)
      let attributes = entity.attributes(at: t)
      let articulation = entity.articulation?.articulation(of: asset, at: t)
      let objectFromNodes = asset.objectFromNodes(articulation?.poses ?? asset.restPoses)
      let scale = AffineTransform(linear: Matrix3(diagonal: Vector3(repeating: entity.scale)))
      var parts: [Int: Part] = [:]
      for piece in asset.pieces where !piece.mesh.triangles.isEmpty {
        let bent = asset.deformed(piece, articulation: articulation, objectFromNodes: objectFromNodes)
        let place = bent == nil || piece.skin == nil ? scale * objectFromNodes[piece.node] : scale
        let shape = shapes.index(
          of: SurfaceShape(
            mesh: piece.mesh, objectFromMesh: place, bentPositions: bent?.positions,
            bentNormals: bent?.normals))
        let look = looks[piece.material] ?? asset.materials[piece.material]
        parts[piece.part, default: Part(index: piece.part, name: asset.parts[piece.part], surfaces: [])]
          .surfaces.append(Surface(shape: shape, material: materials.index(of: look)))
      }
      func attribute(_ name: String) -> String? { attributes.last { $0.name == name }?.value }
      // Furniture names its room by number and kind, the shell by both in one word.
      let room = attribute("room").map { room in attribute("room_kind").map { "\($0)_\(room)" } ?? room }
      things.append(
        Thing(
          id: entity.id, name: entity.name, nativeClass: entity.nativeClass,
          worldFromObject: entity.track.pose(at: t), room: room, supportedBy: attribute("supported_by"),
          attributes: attributes, parts: parts.values.sorted { $0.index < $1.index }))
    }
    self.init(
      name: name, time: t, things: things, shapes: shapes.shapes, materials: materials.materials,
      views: world.rig.cameras.map {
        Viewpoint(name: $0.name, camera: $0.camera, worldFromCamera: world.rig.worldFromCamera($0, at: t))
      }, lights: Self.lights(of: world))
  }
}

/// Rigid shapes that things share, once.
private struct ShapeTable {
  private struct Key: Hashable {
    var mesh: ObjectIdentifier
    var place: AffineTransform
  }
  private(set) var shapes: [SurfaceShape] = []
  private var known: [Key: Int] = [:]

  mutating func index(of shape: SurfaceShape) -> Int {
    let key = Key(mesh: ObjectIdentifier(shape.mesh), place: shape.objectFromMesh)
    if !shape.isBent, let found = known[key] { return found }
    shapes.append(shape)
    if !shape.isBent { known[key] = shapes.count - 1 }
    return shapes.count - 1
  }
}

/// Materials in use; those that agree in everything are one.
private struct MaterialTable {
  private struct Key: Hashable {
    var name: String
    var factors: [Float]
    var alpha: Material.Alpha
    var textures: [ObjectIdentifier?]
    var flags: [Bool]
  }
  private(set) var materials: [Material] = []
  private var known: [Key: Int] = [:]

  mutating func index(of m: Material) -> Int {
    let (c, e) = (m.baseColor, m.emissive)
    let textures = [m.baseColorTexture, m.metallicRoughnessTexture, m.normalTexture, m.emissiveTexture]
    let key = Key(
      name: m.name,
      factors: [c.x, c.y, c.z, c.w, m.metallic, m.roughness, m.normalScale, e.x, e.y, e.z], alpha: m.alpha,
      textures: textures.map { $0.map { ObjectIdentifier($0) } }, flags: [m.isDoubleSided, m.isUnlit])
    if let found = known[key] { return found }
    materials.append(m)
    known[key] = materials.count - 1
    return materials.count - 1
  }
}
