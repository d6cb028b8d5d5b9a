import Assets
import VectorMath

/// The long body of a piece of cutlery: along x, its working end at -x, handle toward +x. Metres.
enum CutleryShape {
  /// A blank whose half width, height of its middle and hollow (how far the middle lies below the edges) vary along its
  /// length; `thickness` too. The curves run over 0...1 from the tip to the end of the handle.
  static func blank(
    length: Double, halfWidth: ProfileCurve, height: ProfileCurve, hollow: ProfileCurve,
    thickness: ProfileCurve,
    columns: Int = 6, rows: Int = 28
  ) -> MeshBuilder {
    func at(_ u: Double, _ v: Double, _ side: Double) -> Vector3 {
      let s = 2 * u - 1
      // Thin at both edges: the section of a lens.
      let body = thickness(v) * (0.35 + 0.65 * (1 - s * s))
      return Vector3(
        (v - 0.5) * length, s * halfWidth(v), height(v) - hollow(v) * (1 - s * s) + side * body / 2)
    }
    return .slab(columns: columns, rows: rows, front: { at($0, $1, 1) }, back: { at($0, $1, -1) })
  }

  /// The same as it comes to rest on a table: tipped about y until it touches z = 0 before and behind its middle of mass.
  static func settled(_ solid: MeshBuilder) -> MeshBuilder {
    let middle = solid.centroid.x
    // The side of the hull, seen from the side, on which the mass lies.
    let corners = lowerHull(of: solid.points.map { Vector2($0.x, $0.z) })
    var tipped = solid
    for (a, b) in zip(corners, corners.dropFirst()) where a.x <= middle && middle < b.x {
      let angle = DeterministicMath.atan2(b.y - a.y, b.x - a.x)
      tipped = solid.rotated(Quaternion(axis: Vector3(0, 1, 0), angle: angle))
    }
    return tipped.translated(0, 0, -(tipped.points.map(\.z).min() ?? 0))
  }

  /// The corners of the lower side of the hull of points, from left to right (A. M. Andrew, 1979).
  private static func lowerHull(of points: [Vector2]) -> [Vector2] {
    var hull: [Vector2] = []
    for p in points.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      while let b = hull.last, let a = hull.dropLast().last {
        let turn = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
        if turn > 0 { break }
        hull.removeLast()
      }
      hull.append(p)
    }
    return hull
  }

  /// Half width of the handle: slim at the neck, wide at its end, in two patterns.
  static func handle(_ v: AssetVariation) -> [Vector2] {
    v.unit("pattern") < 0.5
      ? [
        Vector2(0.42, 0.0032), Vector2(0.7, 0.0055), Vector2(0.93, 0.0095), Vector2(0.98, 0.007),
        Vector2(1, 0.002),
      ]
      : [
        Vector2(0.42, 0.004), Vector2(0.6, 0.0055), Vector2(0.95, 0.0065), Vector2(0.99, 0.0055),
        Vector2(1, 0.004),
      ]
  }
}
