import Assets
import VectorMath

/// Hanging cloth: a skin over level rings with folds that deepen downward. Shoulders along y, the front at +x. Metres.
struct GarmentShape {
  /// Half width (y) by height below the neck, 0 at the top, 1 at the hem.
  var width: ProfileCurve
  /// Half thickness (x).
  var depth: ProfileCurve
  /// From the top of the neck down to the hem.
  var length: Double
  /// How deep folds become at the hem, in parts of the thickness.
  var folds: Double
  var phase: Double

  func body(rings: Int = 26, count: Int = 44) -> MeshBuilder {
    var out: [[Vector3]] = []
    for j in 0...rings {
      let t = Double(j) / Double(rings)
      let (w, d) = (width(t), depth(t))
      let deep = folds * smoothstep(0.12, 1, t)
      out.append(
        superellipse(1, 1, exponent: 2.2, count: count).map { p in
          let side = p.x > 0 ? 0.0 : 2.0
          let wave =
            DeterministicMath.sin(p.y * 9 + phase + side + 1.2 * t) + 0.6
            * DeterministicMath.sin(p.y * 17 + 2 * phase - 1.5 * t + side)
          let edge = 1 - DeterministicMath.pow(p.y.magnitude, 4)
          return Vector3(
            d * p.x + d * deep * wave * 0.5 * edge, w * p.y * (1 + 0.012 * deep * wave),
            -length * t + (j == rings ? 0.006 * wave * folds : 0))
        })
    }
    return .loft(out)
  }

  /// A sleeve that hangs from `shoulder` to `cuff`; half widths across it at both ends.
  static func sleeve(
    _ shoulder: Vector3, _ cuff: Vector3, bow: Vector3, from a: Vector2, to b: Vector2, phase: Double
  ) -> MeshBuilder {
    let rings = 14
    return .loft(
      (0...rings).map { j in
        let t = Double(j) / Double(rings)
        let (s, _) = DeterministicMath.sincos(Double.pi * t)
        let center = shoulder + (cuff - shoulder) * t + bow * s
        // The crown of the sleeve is round.
        let half = (a + (b - a) * t) * (0.45 + 0.55 * smoothstep(-0.03, 0.12, t))
        let wrinkle = 1 + 0.07 * DeterministicMath.sin(t * 21 + phase) * s
        return superellipse(half.x * wrinkle, half.y * wrinkle, exponent: 2.3, count: 16).map {
          center + Vector3($0.x, $0.y, 0.25 * $0.y * (cuff.y > 0 ? -1 : 1))
        }
      })
  }
}
