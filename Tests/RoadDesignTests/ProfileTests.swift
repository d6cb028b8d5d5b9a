import Geometry
import RoadDesign
import RoadNetwork
import Testing
import VectorMath

struct ProfileTests {
  /// Grades lead into parabolas without a step or a kink; the crest's radius is what its length makes it.
  @Test func verticalCurvesAreSmooth() {
    let profile = VerticalProfile.parabolic([
      .init(s: 0, z: 0, half: 0), .init(s: 200, z: 10, half: 60), .init(s: 400, z: 2, half: 0),
    ])
    for s in [140.0, 260.0] {
      #expect((profile.value(at: s - 1e-9) - profile.value(at: s + 1e-9)).magnitude < 1e-6)
      #expect((profile.slope(at: s - 1e-9) - profile.slope(at: s + 1e-9)).magnitude < 1e-6)
    }
    #expect((profile.slope(at: 10) - 0.05).magnitude < 1e-12)
    #expect((profile.slope(at: 390) + 0.04).magnitude < 1e-12)
    #expect((profile.value(at: 400) - 2).magnitude < 1e-9)
    // Change of grade over 120 m: H = 120 / 0.09.
    let bend = (profile.slope(at: 210) - profile.slope(at: 190)) / 20
    #expect((1 / bend + 120 / 0.09).magnitude < 1e-6)
  }

  @Test func stepsAreLevelAtBothEnds() {
    let profile = VerticalProfile.step(from: 1, to: 4, length: 100, flat: 15)
    #expect(profile.value(at: 0) == 1 && profile.value(at: 100) == 4)
    #expect(profile.slope(at: 10) == 0 && profile.slope(at: 95) == 0)
    #expect((profile.value(at: 50) - 2.5).magnitude < 1e-9)
  }

  /// In a bend to the left the right side is the higher, by the tangent asked for; straights are level.
  @Test func bendsTiltInwards() {
    let bend = CornerCurve(turn: 0.6, share: 0.5)
    let alignment = Alignment(
      from: PlanPose(.zero, heading: 0), [.line(50)] + bend.pieces(radius: 200) + [.line(50)])
    let tilt = Banking.followingBends(alignment, full: 0.06)
    #expect(tilt.value(at: 20) == 0)
    let middle = tilt.value(at: alignment.length / 2)
    #expect((DeterministicMath.sin(middle) / DeterministicMath.cos(middle) + 0.06).magnitude < 1e-9)
    // Runs in without steps.
    for record in tilt.records.dropFirst() {
      #expect((tilt.value(at: record.start - 1e-9) - record.cubic.a).magnitude < 1e-6)
    }
  }

  @Test func roofsFallToTheKerbs() {
    let shape = Banking.crown(left: 4, right: 5, length: 200, startRunIn: 20, endRunIn: nil)
    #expect((shape.height(s: 100, t: 4) + 0.1).magnitude < 1e-12)
    #expect((shape.height(s: 100, t: -5) + 0.125).magnitude < 1e-12)
    #expect((shape.height(s: 100, t: -7) + 0.125).magnitude < 1e-12)
    #expect(shape.height(s: 0, t: -5).magnitude < 1e-12)
    #expect((shape.height(s: 10, t: -5) + 0.0625).magnitude < 1e-12)
    #expect((shape.height(s: 200, t: 2) + 0.05).magnitude < 1e-12)
  }
}
