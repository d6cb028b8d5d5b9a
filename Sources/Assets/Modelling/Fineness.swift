/// How finely the surfaces of an actor are sampled.
package enum Fineness: Sendable, CaseIterable {
  /// What is seen from near by.
  case fine
  /// From across the street: rounder things with fewer corners, no small ones that stand out by less than a centimetre.
  case middle
  /// From the other end of the street: the body, its panes, lamps and wheels.
  case coarse

  /// How far a surface may lie from the fine one's, metres: what tests hold levels to.
  package var error: Double {
    switch self {
    case .fine: 0
    case .middle: 0.012
    case .coarse: 0.035
    }
  }

  /// Corners around a limb or a head that has `n` when fine.
  package func ring(_ n: Int) -> Int {
    switch self {
    case .fine: n
    case .middle: min(n, max(8, (n + 1) / 2))
    case .coarse: min(n, max(6, n / 3))
    }
  }

  /// Corners around a turned thing that has `n` when fine.
  package func sides(_ n: Int) -> Int {
    switch self {
    case .fine: n
    case .middle: min(n, max(6, n / 2))
    // A multiple of four where the fine one is of 32: a tyre stands on a corner.
    case .coarse: min(n, max(4, n * 3 / 8))
    }
  }

  /// Bands from pole to pole of a ball that has `n` when fine.
  package func rings(_ n: Int) -> Int { max(3, steps(n)) }

  /// Steps along a curve that has `n` when fine.
  package func steps(_ n: Int) -> Int {
    switch self {
    case .fine: n
    case .middle: max(1, (n + 1) / 2)
    case .coarse: max(1, (n + 2) / 4)
    }
  }

  /// Metres from one sample to the next.
  package func spacing(_ metres: Double) -> Double {
    switch self {
    case .fine: metres
    case .middle: 2 * metres
    case .coarse: 4 * metres
    }
  }

  /// Of an ascending list all, or fewer with the first and the last.
  package func thinned<T>(_ list: [T]) -> [T] {
    let stride = self == .fine ? 1 : self == .middle ? 2 : 3
    return list.indices.filter { (list.count - 1 - $0) % stride == 0 || $0 == 0 }.map { list[$0] }
  }

  /// Of the points along a plate that lies on the body.
  package func following<T>(_ points: [T]) -> [T] {
    guard self == .coarse, points.count > 3 else { return points }
    return points.indices.filter { (points.count - 1 - $0) % 2 == 0 || $0 == 0 }.map { points[$0] }
  }

  /// Rows of such a plate.
  package func following(_ rows: Int) -> Int { self == .coarse ? (rows + 1) / 2 : rows }

  /// Metres that plates stand off the body more than the fine ones.
  package var clearance: Double { self == .coarse ? 0.005 : 0 }

  /// Whether gaps, slats and what else is thinner than a centimetre are there.
  package var hasLines: Bool { self != .coarse }
}
