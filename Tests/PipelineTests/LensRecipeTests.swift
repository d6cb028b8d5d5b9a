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
    ] { #expect(fault(camera) == "", "\(camera)") }
  }

  @Test func whatNoLensCanShowIsRefusedWithARemedy() {
    #expect(fault("{projection: fishey}").contains("did you mean fisheye?"))
    #expect(fault("{fov: 171}").contains("projection: fisheye"))
    #expect(
      fault("{projection: equirectangular, width: 64, height: 48}").contains("Say width: 96, or height: 32"))
    #expect(fault("{projection: fisheye, fov: 270, width: 64, height: 64}").contains("Take less than 254°"))
    #expect(
      fault("{projection: equirectangular, width: 64, height: 32, stereo: 0.1}").contains("need a pinhole"))
  }
}
