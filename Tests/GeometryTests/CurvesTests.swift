import Foundation
import Geometry
import Testing
import VectorMath

struct CurvesTests {
  static let curves: [PlanCurve] = [
    PlanCurve(start: [3, -4], heading: 0.7, length: 25, shape: .line),
    PlanCurve(start: [3, -4], heading: 2.9, length: 40, shape: .arc(curvature: 0.05)),
    PlanCurve(start: [-3, 4], heading: -1, length: 60, shape: .arc(curvature: -0.02)),
    PlanCurve(
      start: [0, 1], heading: 0.3, length: 80, shape: .clothoid(startCurvature: 0, endCurvature: 0.04)),
    PlanCurve(
      start: [0, 1], heading: 0.3, length: 90, shape: .clothoid(startCurvature: 0.05, endCurvature: -0.03)),
    PlanCurve(start: [9, 1], heading: -2, length: 50, shape: .cubic(CubicPolynomial(0, 0, 0.004, -0.00003))),
    PlanCurve(
      start: [9, 1], heading: 2, length: 38,
      shape: .parametricCubic(
        u: CubicPolynomial(0, 30, 4, -2), v: CubicPolynomial(0, 0, 20, -6), span: .normalized)),
    PlanCurve(
      start: [9, 1], heading: 2, length: 31,
      shape: .parametricCubic(
        u: CubicPolynomial(0, 1, 0, -0.00001), v: CubicPolynomial(0, 0, 0.006, 0.0001), span: .arcLength)),
  ]

  /// A second path to the point: the heading integrated with libm and a different rule (midpoints, extrapolated).
  @Test(arguments: curves) func pointsAreTheIntegralOfHeading(curve: PlanCurve) {
    func integral(_ n: Int) -> Vector2 {
      var sum = Vector2.zero
      let h = curve.length / Double(n)
      for i in 0..<n {
        let heading = curve.heading(at: (Double(i) + 0.5) * h)
        sum += Vector2(Foundation.cos(heading), Foundation.sin(heading)) * h
      }
      return sum
    }
    let (coarse, fine) = (integral(4000), integral(8000))
    let scale = curve.intrinsicLength / curve.length
    let expected = curve.start + ((4 * fine - coarse) / 3) * scale
    let miss = length(curve.point(at: curve.length) - expected)
    if case .parametricCubic = curve.shape { #expect(miss < 1e-7) } else { #expect(miss < 1e-9) }
  }

  @Test(arguments: curves) func headingIsTheIntegralOfCurvature(curve: PlanCurve) {
    let n = 2000
    let h = curve.length / Double(n)
    var turn = 0.0
    for i in 0..<n {
      let s = Double(i) * h
      turn +=
        (curve.curvature(at: s) + 4 * curve.curvature(at: s + h / 2) + curve.curvature(at: s + h)) * h / 6
    }
    turn *= curve.intrinsicLength / curve.length
    let actual = curve.heading(at: curve.length) - curve.heading(at: 0)
    #expect(Foundation.sin((turn - actual) / 2).magnitude < 1e-7)
  }

  @Test(arguments: curves) func stepsAreAsLongAsTheyClaim(curve: PlanCurve) {
    let h = 1e-3
    for i in 1..<20 {
      let s = curve.length * Double(i) / 20
      let chord = length(curve.point(at: s + h / 2) - curve.point(at: s - h / 2))
      #expect((chord / h - curve.intrinsicLength / curve.length).magnitude < 1e-6)
    }
  }

  @Test(arguments: curves) func nearestFindsThePointItCameFrom(curve: PlanCurve) {
    for i in 0...10 {
      let s = curve.length * Double(i) / 10
      let here = curve.sample(at: s)
      for side in [-3.0, 0, 3] {
        let p = here.point + side * Vector2(-Foundation.sin(here.heading), Foundation.cos(here.heading))
        #expect((curve.nearest(to: p) - s).magnitude < 1e-6, "at \(s), \(side) m beside")
      }
    }
  }

  /// Fresnel integrals to 1e-9 from Abramowitz and Stegun, table 7.7: C(1), S(1), C(2), S(2).
  @Test func clothoidMatchesFresnelTable() {
    // θ = πt²/2: curvature rate π.
    let clothoid = Clothoid(startCurvature: 0, rate: Double.pi)
    for (t, c, s) in [(1.0, 0.7798934004, 0.4382591474), (2.0, 0.4882534061, 0.3434156784)] {
      let p = clothoid.point(at: t)
      #expect((p.x - c).magnitude < 1e-9 && (p.y - s).magnitude < 1e-9)
    }
  }

  @Test func nearlyConstantClothoidEqualsArc() {
    let arc = PlanCurve(start: .zero, heading: 0, length: 50, shape: .arc(curvature: 0.02))
    let spiral = PlanCurve(
      start: .zero, heading: 0, length: 50, shape: .clothoid(startCurvature: 0.02, endCurvature: 0.02 + 1e-11)
    )
    #expect(length(arc.point(at: 50) - spiral.point(at: 50)) < 1e-7)
  }

  @Test func cubicExtremes() {
    let cubic = CubicPolynomial(1, -3, 0, 1)
    #expect((cubic.minimum(upTo: 2) + 1).magnitude < 1e-12)
    #expect((cubic.maximum(upTo: 2) - 3).magnitude < 1e-12)
    #expect((cubic.minimum(upTo: 0.5) - cubic.value(at: 0.5)).magnitude < 1e-12)
  }

  @Test func arclengthIsClampedAtBothEnds() {
    for curve in Self.curves {
      #expect(curve.point(at: -5) == curve.point(at: 0))
      #expect(curve.point(at: curve.length + 5) == curve.point(at: curve.length))
    }
  }
}
