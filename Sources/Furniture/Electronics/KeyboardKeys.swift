import Assets
import VectorMath

/// The keys of a keyboard in six rows, as tapered blocks; 15 units wide.
struct KeyboardKeys {
  /// Widths in units, from left to right for whoever types, the farthest row first.
  static let rows: [[Double]] = [
    [Double](repeating: 1, count: 15), [Double](repeating: 1, count: 13) + [2],
    [1.5] + [Double](repeating: 1, count: 12) + [1.5], [1.75] + [Double](repeating: 1, count: 11) + [2.25],
    [2.25] + [Double](repeating: 1, count: 10) + [2.75], [1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.25, 1.25],
  ]
  /// Metres: along y and x for one unit, and how high keys are.
  var pitch: Vector2
  var height: Double
  /// How much narrower a key is above than below, and the gap between keys; metres.
  var taper = 0.0015
  var gap = 0.002

  /// The size of all keys along x and y, metres.
  var size: Vector2 { Vector2(pitch.y * Double(Self.rows.count), pitch.x * 15) }

  /// The keys around (x, y) on the plane z, for somebody who sits at +x; `isAccent` chooses those of another colour.
  func meshes(center: Vector2, z: (Double) -> Double) -> (usual: MeshBuilder, accent: MeshBuilder) {
    var usual = MeshBuilder()
    var accent = MeshBuilder()
    for (r, row) in Self.rows.enumerated() {
      let x0 = center.x - size.x / 2 + pitch.y * Double(r)
      var y = center.y - size.y / 2
      for (k, units) in row.enumerated() {
        let (a, b) = (y + gap / 2, y + units * pitch.x - gap / 2)
        let (c, d) = (x0 + gap / 2, x0 + pitch.y - gap / 2)
        let low = z((c + d) / 2)
        let key = MeshBuilder.loft([
          [Vector3(c, a, low), Vector3(d, a, low), Vector3(d, b, low), Vector3(c, b, low)],
          [
            Vector3(c + taper, a + taper, low + height), Vector3(d - taper, a + taper, low + height),
            Vector3(d - taper, b - taper, low + height), Vector3(c + taper, b - taper, low + height),
          ],
        ])
        let isSpecial = r == 0 && k == 0 || r > 1 && units > 1.2 && units < 6 && k == row.count - 1
        if isSpecial { accent.append(key) } else { usual.append(key) }
        y += units * pitch.x
      }
    }
    return (usual, accent)
  }
}
