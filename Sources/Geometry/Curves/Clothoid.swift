package import VectorMath

/// A curve whose curvature changes in proportion to its length, starting at the origin along +x.
///
/// The point is the Fresnel-type integral of (cos θ, sin θ), θ(t) = k₀t + ½rt². It is summed over panels
/// in which θ turns by at most one radian, where the eight-point rule is good to 1e-15 of the length.
package struct Clothoid: Sendable, Hashable {
  /// Curvature at the start, 1/m, positive to the left.
  package var startCurvature: Double
  /// Change of curvature per metre, 1/m².
  package var rate: Double

  package init(startCurvature: Double, rate: Double) {
    self.startCurvature = startCurvature
    self.rate = rate
  }

  package func curvature(at s: Double) -> Double { startCurvature + rate * s }
  package func heading(at s: Double) -> Double { s * (startCurvature + 0.5 * rate * s) }

  /// The point at arc length `s`, metres, in the curve's own frame.
  package func point(at s: Double) -> Vector2 {
    guard s != 0 else { return .zero }
    let turn = startCurvature.magnitude * s.magnitude + 0.5 * rate.magnitude * s * s
    guard turn.isFinite else { return Vector2(.nan, .nan) }
    // Files with absurd turns are refused before; the cap only bounds the work.
    let panels = Int(min(4096, turn.rounded(.up) + 1))
    let step = s / Double(panels)
    var sum = Vector2.zero
    for p in 0..<panels {
      let middle = (Double(p) + 0.5) * step
      for i in 0..<8 {
        let (sin, cos) = DeterministicMath.sincos(heading(at: middle + 0.5 * step * GaussLegendre.nodes[i]))
        sum += GaussLegendre.weights[i] * Vector2(cos, sin)
      }
    }
    return sum * (step / 2)
  }
}
