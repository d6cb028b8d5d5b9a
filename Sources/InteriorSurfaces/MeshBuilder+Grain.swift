package import Assets
package import VectorMath

extension MeshBuilder {
  /// A box whose wood grain runs along an axis of its frame: 0 for x, 1 for y, 2 for z. Boards of equal size show
  /// different places of the figure, by where they are.
  package static func board(from a: Vector3, to b: Vector3, grain axis: Int, bevel: Double = 0.002)
    -> MeshBuilder
  {
    var out = box(from: a, to: b, bevel: bevel)
    let middle = (a + b) / 2
    let others = [(1, 2), (0, 2), (0, 1)][max(0, min(2, axis))]
    // Faces that look along one of the other axes show the third; a shear shows both, and ends stay plausible.
    out.setUVs { p in
      Vector2(
        p[max(0, min(2, axis))] + middle[others.0] * 1.7 + middle[others.1] * 0.9,
        p[others.0] + p[others.1] + 0.37 * middle.x + 0.61 * middle.y + 0.83 * middle.z)
    }
    return out
  }
}
