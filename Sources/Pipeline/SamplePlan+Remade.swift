package import DatasetStore
import Diagnostics
import JSON
import LocatedYAML

extension SamplePlan {
  /// Why a dataset cannot be made again.
  package struct Obstacle: Error {
    package var text: String
  }

  /// The plan of a dataset, from the recipe that its manifest has, with all its values.
  /// - Parameter version: of this engine.
  package static func remade(
    from dataset: Dataset, version: String
  ) throws -> Result<SamplePlan, Obstacle> {
    let identity = dataset.manifest.identity
    guard identity.version == version else {
      return .failure(Obstacle(text: "made by version \(identity.version), this is \(version)"))
    }
    do {
      let resolved = identity.recipe.resolved
      let recipe = try Recipe(
        document: YAMLDocument(text: resolved.canonicalText, file: "manifest.json"), path: "manifest.json")
      guard recipe.resolved.canonical == resolved.canonical, recipe.seed == identity.seed else {
        return .failure(Obstacle(text: "the recipe in the manifest reads back otherwise"))
      }
      return .success(try SamplePlan(recipe) { _ in })
    } catch let error as DioramaError {
      return .failure(Obstacle(text: "the recipe cannot be used here (\(error.message))"))
    }
  }
}
