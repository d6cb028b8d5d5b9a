import Geometry
package import VectorMath

extension Asset {
  /// The positions and normals of a piece that bends; `nil` for a rigid one.
  ///
  /// Morph targets are added first, then joints blend linearly (glTF 2.0 §3.7.2.2 and §3.7.3). Skinned
  /// results are in the object frame: the placement of the mesh's own node has no say in them. Morphed ones
  /// are in the piece's node frame. Positions lie on a grid 24 bits below their largest coordinate, as those
  /// of `Mesh`; normals are unit.
  ///
  /// - Parameters:
  ///   - articulation: gives the morph weights; `nil`, or no entry for the node, means the rest weights.
  ///   - objectFromNodes: from `objectFromNodes(_:)`, metres.
  package func deformed(
    _ piece: Piece, articulation: Articulation?, objectFromNodes: [AffineTransform]
  ) -> (positions: [Vector3f], normals: [Vector3f])? {
    guard let deformation = piece.mesh.deformation else { return nil }
    var morphed: MorphedShape?
    if !deformation.morphPositions.isEmpty || !deformation.morphNormals.isEmpty {
      let given = articulation?.morphWeights[piece.node] ?? []
      let rest = nodes.indices.contains(piece.node) ? nodes[piece.node].morphWeights : []
      morphed = MorphedShape(piece.mesh, deformation, weights: given.isEmpty ? rest : given)
    }
    if let index = piece.skin, skins.indices.contains(index),
      deformation.joints.count == piece.mesh.positions.count,
      deformation.weights.count == piece.mesh.positions.count
    {
      let skin = skins[index]
      let objectFromBind = zip(skin.joints, skin.inverseBind).map { joint, bind in
        (objectFromNodes.indices.contains(joint) ? objectFromNodes[joint] : .identity) * bind
      }
      let base = morphed ?? MorphedShape(piece.mesh)
      return base.skinned(deformation, by: objectFromBind).snapped
    }
    return morphed?.snapped
  }
}

/// Positions and normals on their way from rest to a pose.
private struct MorphedShape {
  var positions: [Vector3]
  var normals: [Vector3]

  init(_ mesh: Mesh) {
    positions = mesh.positions.map { Vector3($0) }
    normals = mesh.normals.map { Vector3($0) }
  }

  /// The rest shape plus weighted displacements.
  init(_ mesh: Mesh, _ deformation: MeshDeformation, weights: [Float]) {
    self.init(mesh)
    for (target, weight) in weights.enumerated() where weight != 0 {
      if target < deformation.morphPositions.count {
        Self.add(deformation.morphPositions[target], times: weight, to: &positions)
      }
      if target < deformation.morphNormals.count {
        Self.add(deformation.morphNormals[target], times: weight, to: &normals)
      }
    }
  }

  private static func add(_ displacements: [Vector3f], times weight: Float, to values: inout [Vector3]) {
    let w = Double(weight)
    for i in 0..<min(displacements.count, values.count) { values[i] += Vector3(displacements[i]) * w }
  }

  /// Linear blend skinning: each vertex moves by the weighted mean of its joints' matrices.
  func skinned(_ deformation: MeshDeformation, by matrices: [AffineTransform]) -> MorphedShape {
    var out = self
    for i in positions.indices {
      let joints = deformation.joints[i]
      let weights = deformation.weights[i]
      var linear = Matrix3(columns: .zero, .zero, .zero)
      var translation = Vector3.zero
      for k in 0..<4 {
        let joint = Int(joints[k])
        let w = Double(weights[k])
        guard w != 0, joint < matrices.count else { continue }
        let m = matrices[joint]
        linear.x += m.linear.x * w
        linear.y += m.linear.y * w
        linear.z += m.linear.z * w
        translation += m.translation * w
      }
      out.positions[i] = linear * positions[i] + translation
      // Cofactors and not the matrix itself: joints may scale unevenly.
      out.normals[i] = linear.normalMatrix * normals[i]
    }
    return out
  }

  /// Single precision on a 24-bit grid. The grid covers the moved positions, not the mesh at rest: a pose may
  /// reach further than the rest shape, and the bits count from the largest coordinate.
  var snapped: (positions: [Vector3f], normals: [Vector3f]) {
    let single = positions.map { Vector3f($0) }
    let grid = PositionGrid(covering: single)
    return (single.map(grid.snap), normals.map { $0 == .zero ? Vector3f(0, 0, 1) : Vector3f(normalized($0)) })
  }
}
