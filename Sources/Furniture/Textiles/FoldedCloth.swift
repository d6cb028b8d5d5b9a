import Assets
import VectorMath

/// Cloth folded into a stack of layers: what towels and blankets are when put away.
enum FoldedCloth {
  /// A pile of `layers` folds, the fold itself towards +x, lying on z = 0.
  /// - Parameters:
  ///   - size: metres along x and y.
  ///   - thickness: metres of one layer.
  static func stack(size: Vector2, layers: Int, thickness t: Double, sag: Double, seed: UInt64) -> MeshBuilder
  {
    let chance = AssetVariation(seed: seed)
    var out = MeshBuilder()
    for layer in 0..<max(1, layers) {
      let z = Double(layer) * t * 0.97
      let dx = chance.number("dx", layer, in: -0.006...0.006)
      let dy = chance.number("dy", layer, in: -0.005...0.005)
      let (w, d) = (
        size.y * chance.number("w", layer, in: 0.975...1), size.x * chance.number("d", layer, in: 0.97...1)
      )
      let rows = 10
      // A section in (x, z): round towards the fold, blunt at the edges, swept along y and sinking at the ends.
      let rings = (0...rows).map { j -> [Vector3] in
        let s = 2 * Double(j) / Double(rows) - 1
        let y = s * w / 2 + dy
        let end = DeterministicMath.pow(s.magnitude, 6)
        let thick = t * (1 - 0.34 * end)
        let drop = sag * Double(layer) * t * s * s
        return superellipse(d / 2, thick / 2, exponent: 5, count: 28).map { p in
          let wave = 0.0014 * DeterministicMath.sin(p.x * 31 + y * 23 + Double(layer) * 2)
          return Vector3(p.x + dx, y, max(0, z + t / 2 + p.y - drop + (layer == 0 && p.y < 0 ? 0 : wave)))
        }
      }
      var fold = MeshBuilder.loft(rings)
      fold.setUVs { Vector2($0.y, $0.x + $0.z) }
      out.append(fold)
    }
    return out.levelled
  }
}
