import Geometry
package import VectorMath
import WorldModel

/// The points of a thing's surface that lie farthest out along its axes, one for each of 10 × 10 cells over the other
/// two: where it meets what it is let down on. Asset frame, metres.
package struct OutermostPoints {
  private let points: [Vector3]
  private let box: Box3

  private static let cells = 10

  package init(_ thing: Thing) {
    let asset = thing.asset
    let nodes = asset.objectFromNodes(asset.restPoses)
    points = asset.pieces.flatMap { piece in piece.mesh.positions.map { nodes[piece.node] * Vector3($0) } }
    box = thing.bounds
  }

  /// Those with the smallest coordinate on an axis.
  package func down(_ axis: Int) -> [Vector3] { outermost(axis, -1) }
  /// Those with the greatest.
  package func up(_ axis: Int) -> [Vector3] { outermost(axis, 1) }

  private func outermost(_ axis: Int, _ sign: Double) -> [Vector3] {
    let (u, v) = ((axis + 1) % 3, (axis + 2) % 3)
    let count = Self.cells
    var known = [Vector3?](repeating: nil, count: count * count)
    for p in points {
      let q = (p - box.min) / maximum(box.size, Vector3(repeating: 1e-6)) * Double(count)
      let at = max(0, min(count - 1, Int(q[u]))) * count + max(0, min(count - 1, Int(q[v])))
      if known[at].map({ p[axis] * sign > $0[axis] * sign }) ?? true { known[at] = p }
    }
    return known.compactMap { $0 }
  }
}
