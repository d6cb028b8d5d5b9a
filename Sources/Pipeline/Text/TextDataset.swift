package import DatasetStore
package import JSON
package import Language

/// A dataset of texts: the store's samples are blocks of `blockLength` texts, each a file of JSON Lines.
package enum TextDataset {
  /// Texts of a block; the last has what is left. Fixed, so that bytes depend on nothing else.
  package static let blockLength = 4096
  /// The lines of a block.
  package static let fileName = "texts.jsonl"

  /// Blocks of so many texts.
  package static func blocks(of count: Int) -> Int { (count + blockLength - 1) / blockLength }

  /// Indices of the texts of a block.
  package static func indices(ofBlock block: Int, count: Int) -> Range<Int> {
    let first = min(block * blockLength, count)
    return first..<min(first + blockLength, count)
  }

  /// What decides the bytes, for the manifest.
  package static func resolved(_ plan: SamplingPlan, seed: UInt64) -> JSONValue {
    .object([
      .init("template", .string(plan.space.name)),
      .init("languages", .array(plan.space.languages.map { .string($0) })),
      .init("grammar", .string(plan.space.fingerprint)), .init("sampling", .string(plan.mode.rawValue)),
      .init("derivations", .string(plan.space.count.description)), .init("seed", .string(String(seed))),
      .init("texts", .integer(plan.count)), .init("offsets", "unicode scalars"),
    ])
  }

  /// Whether a dataset is one of texts.
  package static func isText(_ manifest: Manifest) -> Bool {
    manifest.identity.recipe.resolved["grammar"] != nil && manifest.identity.recipe.resolved["texts"] != nil
  }

  /// `sample.json` of a block.
  struct BlockRecord: Codable {
    var index: Int
    /// The first text's index.
    var first: Int
    var count: Int
    var files: [FileRecord]
  }
}
