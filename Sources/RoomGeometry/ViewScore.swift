/// How much a view is worth a picture, from what its rays meet.
///
/// Many things count for more than one large one (by the square root of their share, as in the coverage term of
/// M. Roberts et al., "Hypersim", 2021), depth for more than flatness. What a photographer steps away from counts
/// against it: something before the lens, one thing that fills the picture, bare walls, doors and curtains.
package struct ViewScore: Sendable {
  /// What a ray meets first.
  package enum Seen: Sendable, Hashable {
    /// By its index.
    case thing(Int)
    /// The leaf of a door, or cloth.
    case screen
    case wall
    /// A door or a window in a wall.
    case opening
    /// Floor or ceiling.
    case level
  }

  /// Views below it show a wall, a door or the side of a cabinet and little else.
  package static let least = 1.6

  private var seen: [Int]
  private let rays: Double
  private var near = 0
  private var bare = 0
  private var screened = 0
  private var screenedNear = 0
  private var depths = 0.0

  /// - Parameters:
  ///   - things: how many there are.
  ///   - rays: how many will be added.
  package init(things: Int, rays: Int) {
    seen = [Int](repeating: 0, count: things)
    self.rays = Double(rays)
  }

  /// - Parameter t: metres.
  package mutating func add(_ what: Seen, at t: Double) {
    switch what {
    case .thing(let k): if seen.indices.contains(k) { seen[k] += 1 }
    case .screen:
      screened += 1
      if t < 1.8 { screenedNear += 1 }
    case .wall: bare += 1
    case .opening, .level: break
    }
    if t < 1 { near += 1 }
    depths += min(t, 6)
  }

  /// About 0 before a bare wall, 3 and more in a furnished room.
  package var value: Double {
    var value = 0.5 * depths / rays
    for count in seen where count > 0 {
      let share = Double(count) / rays
      value += min(share, 0.12).squareRoot() - max(0, share - 0.3) * 2
    }
    value -= 6 * Double(near) / rays
    value -= 3 * max(0, Double(bare) / rays - 0.3)
    value -= 3 * max(0, Double(screened) / rays - 0.12)
    value -= 3 * max(0, Double(screenedNear) / rays - 0.04)
    return value
  }

  /// What it is worth to see living beings: nearly all for the first of them that is more than a glimpse, and the same
  /// however large.
  ///
  /// - Parameter things: which of the things they are.
  package func company(_ things: [Int]) -> Double {
    let shown = things.map { min(1, Double(seen[$0]) / (0.015 * rays)) }.sorted(by: >)
    return shown.enumerated().reduce(0) { $0 + $1.element * ($1.offset == 0 ? 1.6 : 0.4) }
  }

  package var isWorthwhile: Bool { value >= Self.least }
}
