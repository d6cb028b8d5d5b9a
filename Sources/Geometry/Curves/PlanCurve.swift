package import VectorMath

/// One place on a curve in the plane.
package struct PlanSample: Sendable, Hashable {
  /// Metres.
  package var point: Vector2
  /// Radians from +x, counter-clockwise; not wrapped.
  package var heading: Double
  /// 1/m, positive to the left.
  package var curvature: Double

  package init(point: Vector2, heading: Double, curvature: Double) {
    self.point = point
    self.heading = heading
    self.curvature = curvature
  }
}

/// A curve in the plane by arc length: the five geometries of OpenDRIVE 1.8 §9.
///
/// Arc lengths outside `0...length` are clamped. Every evaluation uses only `DeterministicMath`.
package struct PlanCurve: Sendable, Hashable {
  /// What the parameter of a parametric cubic runs over.
  package enum ParameterSpan: Sendable, Hashable {
    /// 0 to the length of the curve.
    case arcLength
    /// 0 to 1.
    case normalized
  }

  package enum Shape: Sendable, Hashable {
    case line
    case arc(curvature: Double)
    case clothoid(startCurvature: Double, endCurvature: Double)
    /// v(u) in the local frame (`poly3`); u is not arc length.
    case cubic(CubicPolynomial)
    /// u(p), v(p) in the local frame (`paramPoly3`).
    case parametricCubic(u: CubicPolynomial, v: CubicPolynomial, span: ParameterSpan)
  }

  package let start: Vector2
  /// Heading of the local u axis, radians.
  package let heading: Double
  /// Metres.
  package let length: Double
  package let shape: Shape
  private let axis: Vector2
  private let table: ArcLengthTable?

  package init(start: Vector2, heading: Double, length: Double, shape: Shape) {
    self.start = start
    self.heading = heading
    self.length = max(0, length)
    self.shape = shape
    let (sin, cos) = DeterministicMath.sincos(heading)
    axis = Vector2(cos, sin)
    switch shape {
    case .cubic(let v):
      // du ≤ ds, so u never passes the length.
      table = ArcLengthTable(u: CubicPolynomial(0, 1), v: v, end: self.length)
    case .parametricCubic(let u, let v, let span):
      table = ArcLengthTable(u: u, v: v, end: span == .normalized ? 1 : self.length)
    default: table = nil
    }
  }

  /// The arc length that the shape itself has over its parameter span; equals `length` but for a parametric
  /// cubic whose file states another length. Evaluation then stretches `s` over the span.
  package var intrinsicLength: Double {
    if case .parametricCubic = shape { return table?.length ?? length }
    return length
  }

  package func point(at s: Double) -> Vector2 { sample(at: s).point }
  package func heading(at s: Double) -> Double { sample(at: s).heading }
  package func curvature(at s: Double) -> Double { sample(at: s).curvature }

  package func sample(at position: Double) -> PlanSample {
    let s = min(length, max(0, position))
    switch shape {
    case .line:
      return PlanSample(point: start + s * axis, heading: heading, curvature: 0)
    case .arc(let k):
      return PlanSample(point: world(arcPoint(k, s)), heading: heading + k * s, curvature: k)
    case .clothoid(let from, let to):
      let rate = length > 0 ? (to - from) / length : 0
      let clothoid = Clothoid(startCurvature: from, rate: rate)
      let local = (to - from).magnitude < 1e-12 ? arcPoint(from, s) : clothoid.point(at: s)
      return PlanSample(
        point: world(local), heading: heading + clothoid.heading(at: s), curvature: clothoid.curvature(at: s))
    case .cubic, .parametricCubic:
      guard let table else { return PlanSample(point: start, heading: heading, curvature: 0) }
      let stretched = length > 0 ? s * (intrinsicLength / length) : 0
      return cubicSample(table, table.parameter(at: stretched))
    }
  }

  private func world(_ p: Vector2) -> Vector2 {
    Vector2(start.x + p.x * axis.x - p.y * axis.y, start.y + p.x * axis.y + p.y * axis.x)
  }

  /// The chord formula keeps all digits down to zero curvature.
  private func arcPoint(_ k: Double, _ s: Double) -> Vector2 {
    let half = 0.5 * k * s
    let (sin, cos) = DeterministicMath.sincos(half)
    let chord = half.magnitude < 1e-8 ? s : s * (sin / half)
    return Vector2(chord * cos, chord * sin)
  }

  private func cubicSample(_ table: ArcLengthTable, _ p: Double) -> PlanSample {
    let (u1, v1) = (table.u.slope(at: p), table.v.slope(at: p))
    let (u2, v2) = (table.u.bend(at: p), table.v.bend(at: p))
    let speed = (u1 * u1 + v1 * v1).squareRoot()
    let local = Vector2(table.u.value(at: p), table.v.value(at: p))
    guard speed > 0 else { return PlanSample(point: world(local), heading: heading, curvature: 0) }
    return PlanSample(
      point: world(local), heading: heading + DeterministicMath.atan2(v1, u1),
      curvature: (u1 * v2 - v1 * u2) / (speed * speed * speed))
  }
}
