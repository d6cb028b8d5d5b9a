package import VectorMath

/// Triangles over shared vertices: one material, one part. Immutable, so snapshots and workers share it.
///
/// Positions lie on a grid of 2⁻²³ of the mesh's extent (at most 24 significant bits counted from the
/// largest coordinate), so that a product with a 26-bit rotation entry is exact in double precision
/// whatever the order of additions: see `PointTransform`.
package final class Mesh: Sendable {
  /// Metres, in the frame of the node that places the mesh.
  package let positions: [Vector3f]
  /// Unit shading normals, one a vertex.
  package let normals: [Vector3f]
  /// Texture coordinates, (0, 0) at the image's top left as in glTF; empty = none.
  package let uvs: [Vector2f]
  /// Linear RGBA factors, one a vertex; empty = white.
  package let colors: [SIMD4<Float>]
  /// Vertex indices, counter-clockwise seen from outside. Every index is in range.
  package let triangles: [SIMD3<UInt32>]
  /// Skinning and morph data of a deforming mesh.
  package let deformation: MeshDeformation?
  package let bounds: Box3
  /// The positions as rows of coordinates, for `PointTransform`.
  package let rows: PointRows

  /// - Parameters:
  ///   - normals: empty = computed from the faces, smooth over shared vertices.
  /// - Precondition: attribute arrays are empty or as long as `positions`; triangles that name a
  ///   vertex out of range or hold a coordinate that is not finite are dropped by `MeshBuilder` and refused by the
  ///   importers before they get here.
  package init(
    positions: [Vector3f], normals: [Vector3f] = [], uvs: [Vector2f] = [], colors: [SIMD4<Float>] = [],
    triangles: [SIMD3<UInt32>], deformation: MeshDeformation? = nil
  ) {
    precondition(normals.isEmpty || normals.count == positions.count)
    precondition(uvs.isEmpty || uvs.count == positions.count)
    precondition(colors.isEmpty || colors.count == positions.count)
    let grid = PositionGrid(covering: positions)
    let snapped = positions.map(grid.snap)
    let count = UInt32(positions.count)
    precondition(triangles.allSatisfy { $0.x < count && $0.y < count && $0.z < count })
    self.positions = snapped
    self.triangles = triangles
    self.normals = normals.isEmpty ? smoothNormals(positions: snapped, triangles: triangles) : normals
    self.uvs = uvs
    self.colors = colors
    self.deformation = deformation
    self.bounds = Box3(snapped.lazy.map { Vector3($0) })
    self.rows = PointRows(snapped)
  }
}

/// Joint weights and morph targets of a mesh (glTF 2.0 §3.7.2.2, §3.7.3).
package struct MeshDeformation: Sendable {
  /// Four joints a vertex, as indices into the skin's joint list; empty = not skinned.
  package var joints: [SIMD4<UInt16>]
  /// Weights of those joints, summing to one.
  package var weights: [SIMD4<Float>]
  /// Displacements of positions, one array a morph target.
  package var morphPositions: [[Vector3f]]
  /// Displacements of normals, one array a morph target; empty arrays = none.
  package var morphNormals: [[Vector3f]]

  package init(
    joints: [SIMD4<UInt16>] = [], weights: [SIMD4<Float>] = [], morphPositions: [[Vector3f]] = [],
    morphNormals: [[Vector3f]] = []
  ) {
    self.joints = joints
    self.weights = weights
    self.morphPositions = morphPositions
    self.morphNormals = morphNormals
  }
}

/// The power-of-two grid that a mesh's positions are snapped to.
package struct PositionGrid: Sendable {
  /// The grid's step in metres, a power of two.
  package let step: Float

  /// 24 bits below the largest coordinate's magnitude.
  package init(covering positions: [Vector3f]) {
    var top: Float = 0
    for p in positions { top = max(top, p.x.magnitude, p.y.magnitude, p.z.magnitude) }
    let exponent = top > 0 && top.isFinite ? Int(top.exponent) + 1 : 0
    step = Float(sign: .plus, exponent: max(-100, exponent - 24), significand: 1)
  }

  package func snap(_ p: Vector3f) -> Vector3f {
    let s = p / step
    return Vector3f(s.x.rounded(), s.y.rounded(), s.z.rounded()) * step
  }
}

/// Area-weighted vertex normals; vertices without a face point up.
package func smoothNormals(positions: [Vector3f], triangles: [SIMD3<UInt32>]) -> [Vector3f] {
  var sums = [Vector3](repeating: .zero, count: positions.count)
  for t in triangles {
    let (a, b, c) = (Vector3(positions[Int(t.x)]), Vector3(positions[Int(t.y)]), Vector3(positions[Int(t.z)]))
    let n = cross(b - a, c - a)
    sums[Int(t.x)] += n
    sums[Int(t.y)] += n
    sums[Int(t.z)] += n
  }
  return sums.map { $0 == .zero ? Vector3f(0, 0, 1) : Vector3f(normalized($0)) }
}
