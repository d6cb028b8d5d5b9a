import Assets
import VectorMath

/// Two sheets of cloth sewn together and filled: pillows and cushions.
enum PillowShape {
  /// Lying in the x-y plane about the origin, its front to +z.
  /// - Parameters:
  ///   - size: metres along x and y, seam to seam.
  ///   - height: metres from front to back in the middle.
  ///   - softness: how far the edges are drawn in between the corners, 0...1.
  ///   - wrinkles: the height of folds, metres.
  static func filled(
    size: Vector2, height: Double, softness: Double, wrinkles: Double, seed: UInt64, columns: Int = 18
  ) -> MeshBuilder {
    let chance = AssetVariation(seed: seed)
    let turns = (0..<4).map { chance.number("fold", $0, in: 0...6.28) }
    let lean = Vector2(chance.number("lean x", in: -0.15...0.15), chance.number("lean y", in: -0.15...0.15))
    func at(_ u: Double, _ v: Double, _ side: Double) -> Vector3 {
      // −1...1, closer together at the seams.
      let (s, t) = (DeterministicMath.sin((u - 0.5) * .pi), DeterministicMath.sin((v - 0.5) * .pi))
      // Between corners the filling draws the seam in.
      let x = s * (1 - softness * 0.13 * (1 - t * t) * s * s)
      let y = t * (1 - softness * 0.13 * (1 - s * s) * t * t)
      let (p, q) = (s - lean.x * (1 - s * s), t - lean.y * (1 - t * t))
      let dome = max(0, (1 - p * p) * (1 - q * q)).squareRoot()
      let crown = DeterministicMath.pow(dome, 0.66)
      // Folds run out from the corners and die in the middle.
      let corner = (s * t).magnitude
      var fold = 0.0
      for k in 0..<4 {
        let a = Double(k) * 0.9 + turns[k] * 0.1
        let (sa, ca) = DeterministicMath.sincos(a)
        fold += DeterministicMath.sin((s * ca + t * sa) * (7 + 2 * Double(k)) + turns[k] + side)
      }
      let z = side * (height / 2 * crown + wrinkles * fold * 0.4 * (0.25 + corner) * min(1, dome * 3))
      return Vector3(x * size.x / 2, y * size.y / 2, z)
    }
    let rows = max(8, Int((Double(columns) * size.y / size.x).rounded()))
    var b = MeshBuilder.slab(
      columns: columns, rows: rows, front: { at($0, 1 - $1, 1) }, back: { at($0, 1 - $1, -1) })
    b.setUVs { Vector2($0.x, -$0.y) }
    return b
  }

  /// A cord along the seam.
  static func piping(size: Vector2, softness: Double, radius: Double) -> MeshBuilder {
    let n = 12
    var path: [Vector3] = []
    func edge(_ k: Double) -> (Double, Double) { (k, 1 - softness * 0.13 * (1 - k * k)) }
    for side in 0..<4 {
      for i in 0..<n {
        let k = DeterministicMath.sin((Double(i) / Double(n) - 0.5) * .pi)
        let (along, out) = edge(k)
        let p =
          switch side {
          case 0: Vector2(out, along)
          case 1: Vector2(-along, out)
          case 2: Vector2(-out, -along)
          default: Vector2(along, -out)
          }
        path.append(Vector3(p.x * size.x / 2, p.y * size.y / 2, 0))
      }
    }
    // A closed ring: sections around each point, joined end to start.
    var b = MeshBuilder()
    let sides = 6
    let rings = path.indices.map { i -> [Int] in
      let t = normalized(path[(i + 1) % path.count] - path[(i + path.count - 1) % path.count])
      let out = Vector3(t.y, -t.x, 0)
      return (0..<sides).map { k in
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(sides))
        return b.point(path[i] + out * (radius * c) + Vector3(0, 0, radius * s))
      }
    }
    for i in rings.indices {
      let j = (i + 1) % rings.count
      for k in 0..<sides {
        let l = (k + 1) % sides
        b.quad(rings[i][k], rings[i][l], rings[j][l], rings[j][k])
      }
    }
    b.orientOutward()
    b.projectUVs()
    return b
  }
}
