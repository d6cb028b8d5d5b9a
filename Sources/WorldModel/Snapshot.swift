package import Geometry
package import VectorMath

/// The world at one instant, flattened for the senses: pieces to draw, a table of materials, the entities.
///
/// Snapshots of one world at different times list the same pieces in the same order, so a piece's index
/// identifies a surface over time.
package struct Snapshot: Sendable {
  /// One mesh in its place.
  package struct Piece: Sendable {
    package var mesh: Mesh
    /// Index into `entities`.
    package var entity: Int
    /// Index into the asset's parts.
    package var part: Int
    /// Index into `materials`.
    package var material: Int
    package var worldFromMesh: AffineTransform
    /// Positions of a mesh that bends, in the mesh's frame and on its grid; `nil` for rigid ones.
    package var deformedPositions: [Vector3f]?
    package var deformedNormals: [Vector3f]?

    package init(
      mesh: Mesh, entity: Int, part: Int = 0, material: Int, worldFromMesh: AffineTransform,
      deformedPositions: [Vector3f]? = nil, deformedNormals: [Vector3f]? = nil
    ) {
      self.mesh = mesh
      self.entity = entity
      self.part = part
      self.material = material
      self.worldFromMesh = worldFromMesh
      self.deformedPositions = deformedPositions
      self.deformedNormals = deformedNormals
    }

    package var positions: [Vector3f] { deformedPositions ?? mesh.positions }
    package var normals: [Vector3f] { deformedNormals ?? mesh.normals }
  }

  /// What stays of an entity at an instant.
  package struct Subject: Sendable {
    package var id: UInt32
    package var nativeClass: NativeClass
    package var worldFromObject: RigidTransform<WorldSpace, ObjectSpace>
    /// Pieces of this entity, a contiguous range of `pieces`.
    package var pieces: Range<Int>
    /// World-from-node transforms of the asset's nodes.
    package var worldFromNodes: [AffineTransform]

    package init(
      id: UInt32, nativeClass: NativeClass, worldFromObject: RigidTransform<WorldSpace, ObjectSpace>,
      pieces: Range<Int>, worldFromNodes: [AffineTransform] = []
    ) {
      self.id = id
      self.nativeClass = nativeClass
      self.worldFromObject = worldFromObject
      self.pieces = pieces
      self.worldFromNodes = worldFromNodes
    }
  }

  package var time: Double
  package var pieces: [Piece]
  package var materials: [Material]
  /// In the order of `World.entities`.
  package var subjects: [Subject]
  package var sun: Sun
  package var sky: Sky
  /// As in `World`.
  package var lights: [AreaLight] = []
  package var portals: [SkyPortal] = []
  package var interiors: [Box3] = []

  package init(
    time: Double, pieces: [Piece], materials: [Material], subjects: [Subject], sun: Sun = Sun(),
    sky: Sky = Sky()
  ) {
    self.time = time
    self.pieces = pieces
    self.materials = materials
    self.subjects = subjects
    self.sun = sun
    self.sky = sky
  }
}

extension World {
  /// The world at time `t` seconds.
  package func snapshot(at t: Double) -> Snapshot {
    var pieces: [Snapshot.Piece] = []
    var materials: [Material] = []
    var subjects: [Snapshot.Subject] = []
    var sharedMaterials: [ObjectIdentifier: Int] = [:]
    for (index, entity) in entities.enumerated() {
      let asset = entity.asset
      // Entities of one asset share its materials unless they bring their own; who may change them has a block at all
      // times, so that indices stay.
      let isShared = entity.materials.isEmpty && entity.states.isEmpty
      let firstMaterial: Int
      if isShared, let known = sharedMaterials[ObjectIdentifier(asset)] {
        firstMaterial = known
      } else {
        firstMaterial = materials.count
        let own = entity.materials(at: t)
        for (i, m) in asset.materials.enumerated() { materials.append(own[i] ?? m) }
        if isShared { sharedMaterials[ObjectIdentifier(asset)] = firstMaterial }
      }
      let pose = entity.track.pose(at: t)
      let scale = AffineTransform(linear: Matrix3(diagonal: Vector3(repeating: entity.scale)))
      let worldFromAsset = pose.affine * scale
      let articulation = entity.articulation?.articulation(of: asset, at: t)
      let objectFromNodes = asset.objectFromNodes(articulation?.poses ?? asset.restPoses)
      let first = pieces.count
      for piece in asset.pieces {
        let shape = asset.deformed(piece, articulation: articulation, objectFromNodes: objectFromNodes)
        pieces.append(
          Snapshot.Piece(
            mesh: piece.mesh, entity: index, part: piece.part, material: firstMaterial + piece.material,
            worldFromMesh: shape == nil || piece.skin == nil
              ? worldFromAsset * objectFromNodes[piece.node] : worldFromAsset,
            deformedPositions: shape?.positions, deformedNormals: shape?.normals))
      }
      subjects.append(
        Snapshot.Subject(
          id: entity.id, nativeClass: entity.nativeClass, worldFromObject: pose, pieces: first..<pieces.count,
          worldFromNodes: objectFromNodes.map { worldFromAsset * $0 }))
    }
    var snapshot = Snapshot(
      time: t, pieces: pieces, materials: materials, subjects: subjects, sun: sun, sky: sky)
    snapshot.lights = lights
    snapshot.portals = portals
    snapshot.interiors = interiors
    return snapshot
  }
}
