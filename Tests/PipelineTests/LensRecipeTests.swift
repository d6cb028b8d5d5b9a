import Diagnostics
import Pipeline
import Testing

/// What recipes may ask of lenses.
struct LensRecipeTests {
  private func fault(_ camera: String) -> String {
    let result = Result {
      try RecipeTests.recipe("generator: tabletop\ncameras:\n  - \(camera)\n")
    }
    guard case .failure(let error) = result else { return "" }
    return "\(error)"
  }

  @Test func everyLensIsRead() throws {
    for camera in [
      "{}", "{projection: pinhole, fov: 170}", "{projection: equirectangular, width: 64, height: 32}",
      "{projection: fisheye, fov: 200, width: 64, height: 64}", "{fov: {normal: {mean: 90, sd: 20}}}",
      "{projection: fisheye, fov: {uniform: {min: 100, max: 180}}, width: 64, height: 48}",
      "{projection: brown_conrady, distortion: {k1: -0.28, k2: 0.07, p1: 0.0002, p2: 0.00002}, fov: 80}",
      "{projection: brown_conrady, distortion: {k1: {uniform: {min: -0.2, max: 0.1}}, k3: 0.001}, fov: 60}",
    ] { #expect(fault(camera) == "", "\(camera)") }
  }

  @Test func whatNoLensCanShowIsRefusedWithARemedy() {
    // r (1 − 0.4 r²) grows up to 42.4° off the axis, and the image goes on farther.
    let folded = fault("{projection: brown_conrady, fov: 100, distortion: {k1: -0.4}}")
    #expect(
      folded.contains("folds the picture 42.4° off the axis") && folded.contains("narrower field of view"))
    #expect(
      fault("{projection: brown_conrady, fov: 80, distortion: {k1: {normal: {mean: 0, sd: 0.1}}}}") != "")
    #expect(fault("{distortion: {k1: -0.1}}").contains("Say projection: brown_conrady"))
    #expect(
      fault("{projection: brown_conrady, width: 64, height: 48, stereo: 0.1}").contains("need a pinhole"))
    #expect(fault("{projection: fishey}").contains("did you mean fisheye?"))
    #expect(fault("{fov: 171}").contains("projection: fisheye"))
    #expect(
      fault("{projection: equirectangular, width: 64, height: 48}").contains("Say width: 96, or height: 32"))
    #expect(fault("{projection: fisheye, fov: 270, width: 64, height: 64}").contains("Take less than 254°"))
    #expect(
      fault("{projection: equirectangular, width: 64, height: 32, stereo: 0.1}").contains("need a pinhole"))
  }
}
