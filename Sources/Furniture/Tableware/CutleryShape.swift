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

  /// The same, its lowest point at z = 0.
  static func grounded(_ solid: MeshBuilder) -> MeshBuilder {
    solid.translated(0, 0, -(solid.points.map(\.z).min() ?? 0))
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
