import Assets
import VectorMath

/// A right shoe: heel at -x, toe at +x, on z = 0. Metres.
struct ShoeShape {
  var length: Double
  /// How thick the sole is below the ball of the foot.
  var sole: Double
  /// How high the heel lifts above that.
  var heel: Double
  /// Height of the collar above the sole.
  var collar: Double
  /// The opening for the foot: from the heel to this part of the length; 0 for none.
  var opening: Double

  private static let widths = ProfileCurve([
    Vector2(0, 0.74), Vector2(0.1, 0.82), Vector2(0.25, 0.8), Vector2(0.42, 0.74), Vector2(0.62, 0.95),
    Vector2(0.75, 1), Vector2(0.88, 0.88), Vector2(1, 0.62),
  ])

  private func halfWidth(_ t: Double) -> Double {
    // Round ends of unequal radius.
    let (a, b) = (max(0, 0.13 - t) / 0.13, max(0, t - 0.8) / 0.2)
    let round = (1 - min(0.995, a * a + b * b)).squareRoot()
    return Self.widths(t) * round * length * 0.175
  }

  /// Stations along the length, dense at the ends.
  private static func station(_ i: Int, of n: Int) -> Double {
    0.5 - 0.5 * DeterministicMath.cos(Double.pi * Double(i) / Double(n))
  }
  /// The middle line swings inward at the toes.
  private func middle(_ t: Double) -> Double { 0.012 * smoothstep(0.4, 1, t) * (1 - 0.3 * t) }
  /// How far the toe lifts off the floor at `t` of the length.
  func spring(_ t: Double) -> Double { 0.014 * smoothstep(0.74, 1.05, t) }
  private func lift(_ t: Double) -> Double { heel * smoothstep(0.5, 0.26, t) }

  /// Where the middle line lies across, and how far the edge is from it, at `t` of the length.
  func edge(_ t: Double) -> Vector2 { Vector2(middle(t), halfWidth(t)) }

  /// The plan of the sole, grown by `grow`.
  private func plan(_ grow: Double) -> [Vector3] {
    let n = 22
    func point(_ i: Int, _ side: Double) -> Vector3 {
      let t = Self.station(i, of: n)
      let x = (t - 0.5) * length + (t - 0.5) * 2 * grow
      return Vector3(x, middle(t) + side * (halfWidth(t) + grow), spring(t))
    }
    return (0...n).map { point($0, -1) } + (0...n).reversed().map { point($0, 1) }
  }

  /// The sole, its edge rounded.
  func soleSolid() -> MeshBuilder {
    func ring(_ grow: Double, _ z: Double) -> [Vector3] {
      plan(grow).map { p in
        let t = p.x / length + 0.5
        return Vector3(p.x, p.y, p.z + z + (z > 0.001 ? lift(t) : 0))
      }
    }
    return .loft([ring(-0.003, 0), ring(0.0015, 0.003), ring(0.003, sole * 0.6), ring(0.001, sole + 0.004)])
  }

  /// The upper, hollow where the foot goes in.
  func upperSolid() -> MeshBuilder {
    let heights = ProfileCurve([
      Vector2(0, 0.86), Vector2(0.06, 0.98), Vector2(0.22, 0.86), Vector2(0.4, 0.92), Vector2(0.5, 0.9),
      Vector2(0.68, 0.66), Vector2(0.85, 0.5), Vector2(0.95, 0.4), Vector2(1, 0.28),
    ])
    let n = 26
    return .loft(
      (0...n).map { i in
        let t = Self.station(i, of: n)
        let x = (t - 0.5) * length
        let w = halfWidth(t)
        let h = heights(t) * collar
        let base = sole + lift(t) + spring(t)
        let open =
          opening > 0 ? smoothstep(0.015, 0.07, t) * smoothstep(opening + 0.02, opening - 0.05, t) : 0
        let crown = 0.1 * h
        // Half the section from the sole up over the rim to the middle: (y, z) closed, and open.
        let half: [(Vector2, Vector2)] = [
          (Vector2(0.9 * w, 0), Vector2(0.9 * w, 0)), (Vector2(w, 0.1 * h), Vector2(w, 0.1 * h)),
          (Vector2(0.99 * w, 0.4 * h), Vector2(0.98 * w, 0.4 * h)),
          (Vector2(0.86 * w, 0.75 * h), Vector2(0.9 * w, 0.75 * h)),
          (Vector2(0.62 * w, 0.95 * h), Vector2(0.83 * w, 0.97 * h)),
          (Vector2(0.46 * w, h), Vector2(0.78 * w, h)),
          (Vector2(0.36 * w, h + 0.4 * crown), Vector2(0.7 * w, 0.97 * h)),
          (Vector2(0.26 * w, h + 0.7 * crown), Vector2(0.64 * w, 0.7 * h)),
          (Vector2(0.14 * w, h + 0.9 * crown), Vector2(0.56 * w, 0.14 * h)),
          (Vector2(0, h + crown), Vector2(0, 0.1 * h)),
        ]
        let mixed = half.map { $0.0 + ($0.1 - $0.0) * open }
        let whole = mixed + mixed.dropLast().reversed().map { Vector2(-$0.x, $0.y) }
        return whole.map { Vector3(x, middle(t) + $0.x, base + $0.y) }
      })
  }

  /// A point on the outside of the upper at `t` of the length, `side` across (-1...1).
  func instep(_ t: Double, _ side: Double) -> Vector3 {
    let heights = ProfileCurve([
      Vector2(0.4, 0.92), Vector2(0.5, 0.9), Vector2(0.68, 0.66), Vector2(0.85, 0.5),
    ])
    let h = heights(t) * collar
    let across = side.magnitude
    let z = across < 0.5 ? h * 1.1 - 0.1 * h * across * 2 : h - (across - 0.5) * 0.55 * h
    return Vector3((t - 0.5) * length, middle(t) + side * halfWidth(t) * 0.9, sole + lift(t) + spring(t) + z)
  }
}
