import Geometry
import VectorMath

/// The way from one pose to another within a junction.
package enum Connector {
  /// - Parameters:
  ///   - radius: metres that are enough: what room there is beyond stays straight. Nil = as wide as can be.
  ///   - share: of the turn that clothoids make.
  package static func alignment(
    from start: PlanPose, to end: PlanPose, radius: Double? = nil, share: Double = 0.4
  ) -> Alignment {
    let turn = wrappedAngle(end.heading - start.heading)
    let way = end.point - start.point
    let (ahead, left) = start.axes
    let aside = dot(way, left)
    if turn.magnitude < 1e-9, aside.magnitude < 1e-7 {
      return Alignment(from: start, [.line(dot(way, ahead))])
    }
    if turn.magnitude > 0.1, turn.magnitude < 2.8 {
      // Where the tangents meet: ahead of the start and before the end.
      let exit = end.axes.ahead
      let determinant = cross(ahead, exit)
      let before = cross(way, exit) / determinant
      let behind = -cross(ahead, -way) / determinant
      if before > 0.3, behind > 0.3 {
        let corner = CornerCurve(turn: turn, share: share)
        var tangent = min(before, behind)
        if let radius { tangent = min(tangent, corner.tangent(radius: radius)) }
        var result = Alignment(from: start, [.line(before - tangent)])
        for piece in corner.pieces(radius: corner.radius(tangent: tangent)) { result.append(piece) }
        result.append(.line(behind - tangent))
        return result
      }
    }
    return Alignment(from: start, curve: hermite(from: start, to: end, turn))
  }

  /// A cubic with the poses' directions at its ends: for shifts to the side, where tangents do not meet.
  private static func hermite(from start: PlanPose, to end: PlanPose, _ turn: Double) -> PlanCurve {
    let (ahead, left) = start.axes
    let way = end.point - start.point
    let to = Vector2(dot(way, ahead), dot(way, left))
    // Directions as long as the chord, longer where it bends much (so that a quarter circle comes out round).
    let half = DeterministicMath.cos(turn / 4)
    let reach = length(way) / max(0.5, half * half)
    let (sin, cos) = DeterministicMath.sincos(turn)
    func cubic(_ to: Double, _ first: Double, _ last: Double) -> CubicPolynomial {
      CubicPolynomial(0, first, 3 * to - 2 * first - last, first + last - 2 * to)
    }
    let (u, v) = (cubic(to.x, reach, reach * cos), cubic(to.y, 0, reach * sin))
    let measured = PlanCurve(
      start: start.point, heading: start.heading, length: 1,
      shape: .parametricCubic(u: u, v: v, span: .normalized)
    ).intrinsicLength
    return PlanCurve(
      start: start.point, heading: start.heading, length: measured,
      shape: .parametricCubic(u: u, v: v, span: .normalized))
  }
}

extension Alignment {
  fileprivate init(from start: PlanPose, curve: PlanCurve) {
    self.init(from: start)
    append(curve)
  }
}
