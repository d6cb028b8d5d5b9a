import VectorMath

/// A symmetric curve between two straights: clothoid, arc, clothoid.
///
/// All lengths grow with the radius, so one radius fits each length of tangent. (RAS-L and RAL: curvature grows
/// linearly over the transition; its share of the turn decides how gentle it is.)
package struct CornerCurve: Sendable {
  /// Radians, positive to the left.
  package let turn: Double
  /// Part of the turn that the two clothoids make, 0 to 1.
  package let share: Double
  /// Length of tangent from the corner to the curve's start for a radius of 1.
  private let unitTangent: Double

  package init(turn: Double, share: Double) {
    self.turn = turn
    self.share = min(1, max(0, share))
    let spiral = turn.magnitude * self.share / 2
    // The clothoid of length 2τ from curvature 0 to 1 turns by τ.
    var alignment = Alignment(from: PlanPose(.zero, heading: 0))
    if spiral > 1e-9 { alignment.append(.spiral(2 * spiral, from: 0, to: 1)) }
    let end = alignment.end.point
    let (sin, cos) = DeterministicMath.sincos(spiral)
    // Centre of the arc above the tangent, and its place along it.
    let centre = Vector2(end.x - sin, end.y + cos)
    let (halfSin, halfCos) = DeterministicMath.sincos(turn.magnitude / 2)
    unitTangent = centre.x + centre.y * halfSin / max(1e-9, halfCos)
  }

  /// Tangent for a radius, metres.
  package func tangent(radius: Double) -> Double { unitTangent * radius }
  /// Radius for a tangent, metres.
  package func radius(tangent: Double) -> Double { unitTangent > 1e-12 ? tangent / unitTangent : 1e6 }

  package func pieces(radius: Double) -> [Alignment.Piece] {
    let k = (turn >= 0 ? 1 : -1) / radius
    let spiral = turn.magnitude * share * radius
    let arc = turn.magnitude * (1 - share) * radius
    var result: [Alignment.Piece] = []
    if spiral > 1e-6 { result.append(.spiral(spiral, from: 0, to: k)) }
    if arc > 1e-6 { result.append(.arc(arc, curvature: k)) }
    if spiral > 1e-6 { result.append(.spiral(spiral, from: k, to: 0)) }
    return result
  }
}
