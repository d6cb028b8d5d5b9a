import Assets
import VectorMath

/// A cloth that hangs over a bar along y, down on both sides. Metres.
struct DrapedCloth {
  /// The middle of the bar, and its radius.
  var bar: Vector3
  var radius: Double
  /// Along the bar.
  var width: Double
  /// How far it hangs down in front (+x) and behind.
  var front: Double
  var back: Double
  var thickness = 0.003
  var phase = 0.0

  func solid(columns: Int = 14, rows: Int = 30) -> MeshBuilder {
    // Clears the bar by less than its own thickness, and swings out a little below.
    func at(_ u: Double, _ t: Double, _ off: Double) -> Vector3 {
      let s = 2 * t - 1
      let y = bar.y + (u - 0.5) * width
      let r = radius + 0.0015 + off
      let arc = 0.12
      if s.magnitude < arc {
        let (sn, cs) = DeterministicMath.sincos(s / arc * Double.pi / 2)
        return Vector3(bar.x + r * sn, y, bar.z + r * cs)
      }
      let part = (s.magnitude - arc) / (1 - arc)
      let drop = (s > 0 ? front : back) * part
      let sign = s > 0 ? 1.0 : -1.0
      let wave =
        0.006 * part
        * (1 + DeterministicMath.sin(y * 24 + phase + sign) + 0.5 * DeterministicMath.sin(y * 51 + phase))
      return Vector3(
        bar.x + sign * (r + wave), y + 0.01 * part * DeterministicMath.sin(phase + drop * 6), bar.z - drop)
    }
    return .slab(columns: columns, rows: rows, front: { at($0, $1, thickness) }, back: { at($0, $1, 0) })
  }
}
