import Annotations
import Checks
import Imaging
import Testing
import VectorMath
import WorldModel

/// Right labels that a look between pixel centres seems to contradict must pass; wrong ones of as many pixels must not.
@Suite struct ThinThingsTests {
  private static func report(_ samples: [Sample], _ ids: String...) -> CheckReport {
    var run = CheckRun(ids.compactMap { CheckCatalog.check($0) })
    for sample in samples { run.examine(sample) }
    return run.report
  }

  /// Bars in the first picture, the wall behind them in the second.
  @Test func barsAreMissedByTheNextPicture() {
    let scene = ThinThings(columns: 20..<60)
    let report = Self.report([scene.sample(0), scene.sample(1)], "visual-32", "visual-33")
    #expect(report.passes, "\(report.entries.map(\.line))")
    #expect(report.entries.allSatisfy { $0.finding.examined > 1000 })
  }

  /// Even where bars and wall are one part, if they are few.
  @Test func aFewBarsOfTheSamePart() {
    let few = ThinThings(columns: 20..<28, rows: 20..<30, isOwnPart: false)
    let some = Self.report([few.sample(0), few.sample(1)], "visual-32", "visual-33")
    #expect(some.passes, "\(some.entries.map(\.line))")
    // Many are more likely to be wrong labels.
    let many = ThinThings(columns: 20..<60, isOwnPart: false)
    let report = Self.report([many.sample(0), many.sample(1)], "visual-32", "visual-33")
    #expect(report.entries.allSatisfy { $0.status == .failed }, "\(report.entries.map(\.line))")
  }

  /// What is forgiven of a large object is not forgiven of a small one.
  @Test func aSmallObjectThatGoesElsewhere() {
    let scene = ThinThings()
    var samples = [scene.sample(0), scene.sample(1)]
    for s in 0..<2 {
      guard var ids = samples[s].views[0].labels.words(LabelNames.instance) else { continue }
      for v in 20..<32 { for u in 20..<32 { ids[u, v] = 6 } }
      samples[s].views[0].labels.set(LabelNames.instance, .uint32(ids))
    }
    #expect(Self.report(samples, "visual-33").passes)
    if var flow = samples[0].views[0].labels.floats(LabelNames.sceneFlow) {
      for v in 20..<32 { for u in 20..<32 { flow[u, v, 2] = 0.05 } }
      samples[0].views[0].labels.set(LabelNames.sceneFlow, .float(flow))
    }
    #expect(!Self.report(samples, "visual-33").passes)
  }

  /// A wire that no pixel centre meets hides a point of the wall that all pixels around show.
  @Test func pointsBehindAWire() {
    let scene = ThinThings()
    func report(_ hidden: Int) -> CheckReport {
      var sample = scene.sample(0)
      sample.views[0].labels.set(scene.points(200) { $0 < hidden })
      return Self.report([sample], "visual-34")
    }
    #expect(report(0).passes && report(1).passes, "\(report(1).entries.map(\.line))")
    #expect(!report(5).passes)
  }

  /// Faces side by side, each a little before the other, that look like one slanted plane along one row and one column.
  @Test func stairsThatLookLikeAPlane() {
    var sample = ThinThings().sample(0)
    guard var depth = sample.views[0].labels.floats(LabelNames.depth) else { return }
    for u in 30..<40 {
      // Inverse depth is linear along the row, as on a plane.
      depth[u, 30] = Float(1 / (1 / ThinThings.wall + Double(u - 35) * 2e-4))
    }
    sample.views[0].labels.set(LabelNames.depth, .float(depth))
    if var world = sample.views[0].labels.floats(LabelNames.positionWorld) {
      for u in 30..<40 {
        let p = sample.views[0].camera.ray(Double(u), 30) * Double(depth[u, 30])
        for k in 0..<3 { world[u, 30, k] = Float(p[k]) }
      }
      sample.views[0].labels.set(LabelNames.positionWorld, .float(world))
    }
    let report = Self.report([sample], "visual-23", "visual-26")
    #expect(report.passes, "\(report.entries.map(\.line))")
    #expect(report.entries.allSatisfy { $0.finding.examined > 1000 })
    // The same slant of the whole wall is seen.
    for v in 0..<64 {
      for u in 0..<96 { depth[u, v] = Float(1 / (1 / ThinThings.wall + Double(u - 35) * 2e-4)) }
    }
    sample.views[0].labels.set(LabelNames.depth, .float(depth))
    #expect(!Self.report([sample], "visual-23").passes)
  }

  /// A face seen edge-on runs on beyond its box for 1/512 pixel, which is centimetres there and nothing elsewhere.
  @Test(arguments: [(0.005, 1.0, true), (0.005, 4, false), (0.5, 1, true), (0.5, 4, false)])
  func facesRunOnToTheirRoundedOutline(_ slant: Double, _ rounding: Double, _ holds: Bool) throws {
    var sample = ThinThings().sample(0)
    let camera = sample.views[0].camera
    var world = try #require(sample.views[0].labels.floats(LabelNames.positionWorld))
    var normals = try #require(sample.views[0].labels.floats(LabelNames.normalGeometric))
    var ids = try #require(sample.views[0].labels.words(LabelNames.instance))
    for i in ids.values.indices { ids.values[i] = 0 }
    // One pixel, beyond the far end of a box.
    let ray = camera.ray(48, 30)
    let beyond = ThinThings.wall / 512 / camera.fx / slant * rounding
    let p = ray * (ThinThings.wall + beyond)
    for k in 0..<3 { world[48, 30, k] = Float(p[k]) }
    let along = normalized(ray)
    let n = cross(along, Vector3(-1, 0, 0)) * (1 - slant * slant).squareRoot() - along * slant
    for k in 0..<3 { normals[48, 30, k] = Float(n[k]) }
    ids[48, 30] = 5
    sample.views[0].labels.set(LabelNames.positionWorld, .float(world))
    sample.views[0].labels.set(LabelNames.normalGeometric, .float(normals))
    sample.views[0].labels.set(LabelNames.instance, .uint32(ids))
    let center = Vector3(0, 0, ThinThings.wall - 2)
    let corners = (0..<8).map { i -> [Double]? in
      let c = center + Vector3(i & 1 == 0 ? -1 : 1, i & 2 == 0 ? -1 : 1, i & 4 == 0 ? -2 : 2)
      let at = camera.project(c)
      return [at.x, at.y]
    }
    let box = Boxes3DLabel.Entry(
      instance: 5, size: [2, 2, 4], center: [center.x, center.y, center.z], rotation: [1, 0, 0, 0],
      cameraCenter: [center.x, center.y, center.z], cameraRotation: [1, 0, 0, 0], corners: corners)
    sample.views[0].labels.set(Boxes3DLabel(entries: [box]))
    let report = Self.report([sample], "visual-41")
    #expect(report.passes == holds, "\(report.entries.map(\.line))")
  }
}
