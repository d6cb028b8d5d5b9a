import Geometry
import Testing
import VectorMath
import WorldModel

/// Animation clips: glTF 2.0 appendix C against values worked out by hand.
@Suite struct DeformationClipTests {
  private func channel(
    _ target: Animation.Target, _ interpolation: Animation.Interpolation, _ times: [Float], _ values: [Float],
    node: Int = 0
  ) -> Animation.Channel {
    Animation.Channel(node: node, target: target, interpolation: interpolation, times: times, values: values)
  }

  private func asset(_ channels: [Animation.Channel]) throws -> Asset {
    Asset(
      name: "a", nativeClass: try #require(Ontology.named("object")), pieces: [], materials: [],
      nodes: [
        Asset.Node(name: "root", rest: NodePose(translation: Vector3(9, 9, 9))),
        Asset.Node(name: "child", parent: 0),
      ],
      animations: [Animation(name: "clip", channels: channels)])
  }

  @Test func stepsAndLines() {
    let values: [Float] = [0, 0, 0, 2, 4, 8, 4, 4, 4]
    let linear = channel(.translation, .linear, [1, 2, 4], values)
    #expect(linear.value(at: 0) == [0, 0, 0])
    #expect(linear.value(at: 1.25) == [0.5, 1, 2])
    #expect(linear.value(at: 2) == [2, 4, 8])
    #expect(linear.value(at: 3) == [3, 4, 6])
    #expect(linear.value(at: 9) == [4, 4, 4])
    let step = channel(.translation, .step, [1, 2, 4], values)
    #expect(step.value(at: 1.99) == [0, 0, 0])
    #expect(step.value(at: 2) == [2, 4, 8])
    #expect(step.value(at: 3.99) == [2, 4, 8])
    #expect(step.value(at: 4) == [4, 4, 4])
  }

  @Test func turnsTakeTheShorterArcAtEvenSpeed() {
    let h = Float(0.5.squareRoot())
    // From no turn to 90° about z, written with the opposite sign.
    let turn = channel(.rotation, .linear, [0, 1], [0, 0, 0, 1, 0, 0, -h, -h])
    for i in 0...16 {
      let s = Double(i) / 16
      let q = turn.value(at: s)
      let sign = q[3] < 0 ? -1.0 : 1.0
      #expect((q[2] * sign - DeterministicMath.sin(s * .pi / 4)).magnitude < 1e-7)
      #expect((q[3] * sign - DeterministicMath.cos(s * .pi / 4)).magnitude < 1e-7)
    }
    // A turn of 0.02 rad, where cosines are too flat to tell the angle.
    let (s, c) = DeterministicMath.sincos(0.01)
    let small = channel(.rotation, .linear, [0, 1], [0, 0, 0, 1, 0, 0, Float(s), Float(c)])
    #expect((small.value(at: 0.25)[2] - DeterministicMath.sin(0.0025)).magnitude < 1e-9)
    let none = channel(.rotation, .linear, [0, 1], [0, 0, 0, 1, 0, 0, 0, 1])
    #expect(none.value(at: 0.3) == [0, 0, 0, 1])
  }

  @Test func cubicSplinesAreHermite() {
    // One number as a weight: in, value, out; the curve is t³ on 1...3 (tangents 3t²), which Hermite holds exactly.
    let spline = channel(.weights, .cubicSpline, [1, 3], [0, 1, 3, 27, 27, 0])
    for i in 0...8 {
      let t = 1 + Double(i) / 4
      #expect((spline.value(at: t)[0] - t * t * t).magnitude < 1e-12)
    }
    let rest = channel(
      .translation, .cubicSpline, [0, 2],
      [Float](repeating: 0, count: 3) + [1, 2, 3] + [0, 0, 0, 0, 0, 0, 5, 6, 7, 0, 0, 0])
    #expect(rest.value(at: 1) == [3, 4, 5])
    #expect(rest.value(at: -1) == [1, 2, 3])
    #expect(rest.value(at: 5) == [5, 6, 7])
  }

  @Test func brokenChannelsAreSilent() {
    #expect(channel(.translation, .linear, [], []).value(at: 0).isEmpty)
    #expect(channel(.translation, .linear, [0, 1], []).value(at: 0.5).isEmpty)
    #expect(channel(.translation, .cubicSpline, [0, 1], [1, 2, 3, 4]).value(at: 0.5).isEmpty)
    #expect(channel(.translation, .linear, [1, 1, 1], [1, 2, 3]).value(at: 1) == [1])
  }

  @Test func clipsLoopAndHold() throws {
    let a = try asset([channel(.translation, .linear, [0, 2], [0, 0, 0, 2, 0, 0])])
    func x(_ clip: AnimationClip, _ t: Double) -> Double {
      clip.articulation(of: a, at: t).poses[0].translation.x
    }
    let loop = AnimationClip(animation: 0, start: 1, speed: 2)
    #expect(x(loop, 1.5) == 1)
    #expect(x(loop, 2.25) == 0.5)
    #expect(x(loop, 0.75) == 1.5)
    let hold = AnimationClip(animation: 0, start: 1, ending: .hold)
    #expect(x(hold, 0) == 0)
    #expect(x(hold, 2.5) == 1.5)
    #expect(x(hold, 50) == 2)
    let back = AnimationClip(animation: 0, speed: -1)
    #expect(x(back, 0.5) == 1.5)
    #expect(x(AnimationClip(animation: 3), 1) == 9)
    #expect(hold.articulation(of: a, at: 0).poses[1] == NodePose())
  }

  @Test func channelsReachTheirNodes() throws {
    let h = Float(0.5.squareRoot())
    let a = try asset([
      channel(.rotation, .step, [0], [0, 0, h, h], node: 1), channel(.scale, .step, [0], [1, 2, 3], node: 1),
      channel(.weights, .linear, [0, 1], [0, 1, 1, 0], node: 1),
      channel(.scale, .step, [0], [7, 7, 7], node: 55),
    ])
    let posed = AnimationClip(animation: 0, ending: .hold).articulation(of: a, at: 0.25)
    #expect(posed.poses[0] == a.nodes[0].rest)
    #expect(posed.poses[1].scale == Vector3(1, 2, 3))
    #expect(length(posed.poses[1].rotation * Vector3(1, 0, 0) - Vector3(0, 1, 0)) < 1e-7)
    #expect(posed.morphWeights[1] == [0.25, 0.75])
  }
}
