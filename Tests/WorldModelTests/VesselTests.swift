import Testing
import VectorMath
import WorldModel

struct VesselTests {
  private func round(_ radius: Double, _ height: Double) -> Asset.Vessel.Section {
    .init(height: height, half: Vector2(radius, radius), corner: radius)
  }

  @Test func volumesAreThoseOfBodies() {
    // A cylinder, a cone's frustum and a trough, after their formulas.
    let cylinder = Asset.Vessel(name: "c", sections: [round(0.04, 0.01), round(0.04, 0.11)])
    #expect((cylinder.volume(below: 0.11) - Double.pi * 0.04 * 0.04 * 0.1).magnitude < 1e-12)
    let (a, b, h) = (0.02, 0.05, 0.09)
    let frustum = Asset.Vessel(name: "f", sections: [round(a, 0), round(b, h)])
    #expect((frustum.volume(below: h) - Double.pi * h / 3 * (a * a + a * b + b * b)).magnitude < 1e-12)
    let m = a + (b - a) * 0.4
    #expect(
      (frustum.volume(below: 0.4 * h) - Double.pi * 0.4 * h / 3 * (a * a + a * m + m * m)).magnitude < 1e-12)
    let trough = Asset.Vessel(
      name: "t",
      sections: [
        .init(height: 0, half: Vector2(0.1, 0.2), corner: 0),
        .init(height: 0.3, half: Vector2(0.2, 0.2), corner: 0),
      ])
    #expect((trough.volume(below: 0.3) - 0.3 * 0.3 * 0.4).magnitude < 1e-12)
    #expect(trough.volume(below: -1) == 0)
  }

  @Test func levelsAndFractionsAreInverse() {
    var vessel = Asset.Vessel(
      name: "f", sections: [round(0.02, 0.003), round(0.03, 0.02), round(0.07, 0.08)])
    #expect(vessel.fraction == 0)
    vessel.content = "water"
    for k in 1...19 {
      vessel.level = vessel.level(for: Double(k) / 20)
      #expect((vessel.fraction - Double(k) / 20).magnitude < 1e-9)
    }
    vessel.level = vessel.brim
    #expect(vessel.fraction == 1)
  }

  @Test func jointsMeasureWhatOpenedThem() {
    let rest = NodePose(
      translation: Vector3(0.3, -0.2, 0.1), rotation: Quaternion(axis: Vector3(0.2, 1, 0.4), angle: 0.7))
    let axis = normalized(Vector3(0.1, -0.3, 1))
    for motion in [
      Asset.Joint.Motion.hinge(axis: axis, angle: 1.75), .hinge(axis: axis, angle: -2.2),
      .hinge(axis: Vector3(0, 0, 1), angle: -1.75), .slide(Vector3(0.3, 0.1, -0.05)),
    ] {
      let joint = Asset.Joint(name: "j", node: 0, motion: motion)
      for open in [0, 0.1, 0.5, 0.77, 1] {
        let value = joint.value(of: joint.pose(rest, open: open).affine, rest: rest)
        #expect((value - joint.range * open).magnitude < 1e-9)
      }
    }
  }
}
