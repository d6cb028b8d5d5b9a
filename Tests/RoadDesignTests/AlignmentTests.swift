import Geometry
import RoadDesign
import RoadNetwork
import Testing
import VectorMath

struct AlignmentTests {
  /// A corner's curve begins and ends on its tangents, as far from their meeting as it says.
  @Test(arguments: [0.2, 0.8, 1.5, 2.4, -0.7, -1.57]) func cornersFitTheirTangents(turn: Double) {
    for share in [0.0, 0.4, 1.0] {
      let corner = CornerCurve(turn: turn, share: share)
      let tangent = corner.tangent(radius: 25)
      let alignment = Alignment(from: PlanPose(.zero, heading: 0), corner.pieces(radius: 25))
      let (sin, cos) = DeterministicMath.sincos(turn)
      let expected = Vector2(tangent + tangent * cos, tangent * sin)
      #expect(length(alignment.end.point - expected) < 1e-9)
      #expect((alignment.end.heading - turn).magnitude < 1e-12)
      #expect((corner.radius(tangent: tangent) - 25).magnitude < 1e-9)
    }
  }

  /// Without clothoids the tangent is R·tan(θ/2).
  @Test func arcsHaveTheirKnownTangent() {
    #expect((CornerCurve(turn: Double.pi / 2, share: 0).tangent(radius: 12) - 12).magnitude < 1e-9)
  }

  @Test(arguments: [
    (12.0, -9.0, -1.57), (15.0, 11.0, 1.4), (20.0, 0.5, 0.0), (20.0, 0.0, 0.0), (30.0, -2.0, 0.05),
    (9.0, 9.5, 1.9),
  ])
  func connectorsReachTheirEnd(x: Double, y: Double, turn: Double) {
    let start = PlanPose(Vector2(100, -50), heading: 0.3)
    var end = start.moved(ahead: x, left: y)
    end.heading += turn
    for radius in [nil, 6.0] {
      let alignment = Connector.alignment(from: start, to: end, radius: radius)
      #expect(length(alignment.start.point - start.point) < 1e-12)
      #expect(length(alignment.end.point - end.point) < 1e-9)
      #expect(wrappedAngle(alignment.end.heading - end.heading).magnitude < 1e-9)
      // No kinks, and no more way than a careful driver would take.
      for (a, b) in zip(alignment.curves, alignment.curves.dropFirst()) {
        #expect(wrappedAngle(a.heading(at: a.length) - b.heading(at: 0)).magnitude < 1e-9)
      }
      #expect(alignment.length < 1.6 * length(end.point - start.point))
    }
  }

  @Test func cutPiecesLieOnTheWhole() {
    let whole = Alignment(
      through: [.zero, Vector2(90, 0), Vector2(140, 80), Vector2(240, 60)], radius: 40)
    let part = whole.trimmed(from: 33, to: whole.length - 21)
    #expect((part.length - (whole.length - 54)).magnitude < 1e-9)
    for s in stride(from: 0.0, through: part.length, by: 7) {
      #expect(length(part.sample(at: s).point - whole.sample(at: s + 33).point) < 1e-9)
    }
    let back = whole.turnedRound
    #expect(length(back.end.point - whole.start.point) < 1e-8)
    #expect(length(back.sample(at: 50).point - whole.sample(at: whole.length - 50).point) < 1e-8)
    #expect(length(whole.end.point - Vector2(240, 60)) < 1e-8)
  }
}
