package import VectorMath

/// A point fixed to a surface, to be followed through time and across cameras: the same weights on the same triangle
/// at every instant (tracking any point, Doersch et al. 2022).
package struct TrackedPoint: Sendable, Hashable {
  /// 1 or more, unique in the world.
  package var id: UInt32
  /// Index into `Snapshot.pieces`.
  package var piece: Int
  /// Index into the triangles of the piece's mesh.
  package var triangle: Int
  /// Barycentric coordinates on that triangle, in the order of its corners; their sum is 1.
  package var weights: Vector3

  package init(id: UInt32, piece: Int, triangle: Int, weights: Vector3) {
    self.id = id
    self.piece = piece
    self.triangle = triangle
    self.weights = weights
  }
}
