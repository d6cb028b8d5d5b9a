import Annotations
import Checks
import Diagnostics
import Imaging
import Pipeline
import Testing
import VectorMath
import WorldModel

/// Homes and tables through fisheyes and distorted pinholes: every check that speaks of them holds.
struct BentLensTests {
  private static let cameras = """
    cameras:
      - {name: bent, projection: brown_conrady, width: 96, height: 72, fov: 84,
         distortion: {k1: -0.2, k2: 0.03, p1: 0.003, p2: -0.002, k3: -0.001}}
      - {name: wide, projection: fisheye, width: 88, height: 80, fov: 190}
    """

  static let recipes = [
    "generator: home\nseed: 4\ncount: 4\nsequence: {views: 4}\n\(cameras)\nworld: {bedrooms: 1}\n",
    "generator: tabletop\nseed: 9\ncount: 3\nsequence: {frames: 3, rate: 4}\n\(cameras)\nworld: {objects: 5}\n",
  ]

  @Test(arguments: recipes) func everyCheckHolds(_ text: String) throws {
    let plan = try SamplePlan(RecipeTests.recipe(text)) { _ in }
    let maker = SampleMaker(plan)
    var run = CheckRun()
    for index in 0..<plan.recipe.count { run.examine(try maker.sample(index)) }
    let report = run.completeReport
    #expect(
      report.passes, "\(report.entries.filter { $0.status == .failed }.map { ($0.line, $0.finding.first) })")
    for id in ["visual-10", "visual-12", "visual-19", "visual-20", "visual-23", "visual-26", "visual-48"] {
      #expect(report.entry(id)?.status == .passed, "\(id)")
    }
    if text.contains("tabletop") {
      for id in ["visual-29", "visual-31"] { #expect(report.entry(id)?.status == .passed, "\(id)") }
    } else {
      for id in ["visual-43", "visual-43-masks"] {
        #expect(report.entry(id)?.status == .passed, "\(report.entry(id)?.line ?? id)")
      }
    }
  }

  /// The distorted picture has what an undistorted one has where its rays go.
  @Test func aDistortedPictureIsThePinholesBent() throws {
    let text = """
      generator: tabletop
      seed: 3
      count: 1
      cameras:
        - {name: bent, projection: brown_conrady, width: 80, height: 60, fov: 60, distortion: {k1: -0.25, k2: 0.06}}
        - {name: straight, width: 321, height: 241, fov: 75}
      labels: [depth, instance, position_world]
      world: {objects: 6}
      """
    let sample = try SampleMaker(try SamplePlan(RecipeTests.recipe(text)) { _ in }).sample(0)
    let (bent, straight) = (sample.views[0], sample.views[1])
    let (a, b) = (
      try #require(bent.labels.words("instance")), try #require(straight.labels.words("instance"))
    )
    let (da, db) = (try #require(bent.labels.floats("depth")), try #require(straight.labels.floats("depth")))
    var (same, compared, far) = (0, 0, 0)
    for v in 0..<60 {
      for u in 0..<80 {
        let at = straight.camera.project(bent.camera.ray(Double(u), Double(v)))
        let (x, y) = (Int(at.x.rounded()), Int(at.y.rounded()))
        guard x >= 0, y >= 0, x < 321, y < 241 else { continue }
        compared += 1
        guard a[u, v] == b[x, y] else { continue }
        same += 1
        // Both depths are planar: a quarter of a pixel changes them little.
        if da[u, v].isFinite, abs(da[u, v] / db[x, y] - 1) > 0.02 { far += 1 }
      }
    }
    #expect(compared == 80 * 60)
    #expect(
      Double(same) > 0.96 * Double(compared) && Double(far) < 0.02 * Double(compared), "\(same), \(far)")
  }
}
