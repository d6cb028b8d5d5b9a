package import Diagnostics
import Imaging
package import JSON

/// Everything that decides a dataset's bytes. Two runs of equal identity make equal samples.
package struct DatasetIdentity: Sendable, Hashable, Codable {
  package struct Recipe: Sendable, Hashable, Codable {
    package var name: String
    /// The file as written.
    package var text: String
    /// With defaults, includes and overrides worked in.
    package var resolved: JSONValue
    /// SHA-256 of the canonical JSON of `resolved`.
    package var sha256: String

    /// - Throws: `.internalError` when `resolved` has no JSON form.
    package init(name: String, text: String, resolved: JSONValue) throws(DioramaError) {
      self.name = name
      self.text = text
      self.resolved = resolved
      sha256 = SHA256.hex(of: try CanonicalJSON.encode(resolved))
    }
  }

  /// One of several runs that make a dataset together.
  package struct Shard: Sendable, Hashable, Codable {
    /// From 0.
    package var index: Int
    package var count: Int

    package init(index: Int, count: Int) {
      self.index = index
      self.count = count
    }
  }

  /// The engine's version.
  package var version: String
  package var recipe: Recipe
  package var seed: UInt64
  /// Samples of the whole dataset, all shards together.
  package var count: Int
  package var shard: Shard?
  /// Choices of the engine that might touch bytes (such as the transform back end), by name.
  package var engine: [String: String]

  package init(
    version: String, recipe: Recipe, seed: UInt64, count: Int, shard: Shard? = nil,
    engine: [String: String] = [:]
  ) {
    self.version = version
    self.recipe = recipe
    self.seed = seed
    self.count = count
    self.shard = shard
    self.engine = engine
  }

  /// What differs from another identity, in words; empty when samples of both may stand in one dataset. Counts
  /// and shards may differ: each sample depends on its index alone.
  package func differences(from other: DatasetIdentity) -> [String] {
    var out: [String] = []
    if version != other.version { out.append("the engine's version (\(other.version), now \(version))") }
    if seed != other.seed { out.append("the seed (\(other.seed), now \(seed))") }
    if recipe.sha256 != other.recipe.sha256 {
      out.append("the recipe's values")
    } else if recipe.text != other.recipe.text {
      out.append("the recipe's text")
    }
    if recipe.name != other.recipe.name {
      out.append("the recipe's name (\(other.recipe.name), now \(recipe.name))")
    }
    if engine != other.engine { out.append("the engine's choices") }
    return out
  }
}
