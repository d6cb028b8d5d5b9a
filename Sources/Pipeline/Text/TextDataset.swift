package import DatasetStore
package import Diagnostics
package import JSON
import Language
package import TextFormats

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
  package static func resolved(_ recipe: TextRecipe) -> JSONValue {
    .object(
      recipe.source.resolved + [
        .init("content", .string(recipe.source.content.rawValue)),
        .init("seed", .string(String(recipe.seed))), .init("texts", .integer(recipe.source.count)),
        .init("offsets", "unicode scalars"), .init("split", recipe.split.json),
      ])
  }

  /// Whether a dataset is one of texts.
  package static func isText(_ manifest: Manifest) -> Bool { content(of: manifest) != nil }

  /// What a dataset of texts holds; `nil` for other datasets.
  package static func content(of manifest: Manifest) -> TextContent? {
    let resolved = manifest.identity.recipe.resolved
    guard resolved["texts"] != nil else { return nil }
    if case .string(let name)? = resolved["content"] { return TextContent(rawValue: name) }
    return resolved["grammar"] == nil ? nil : .labelled
  }

  /// The split that a dataset's recipe asks for.
  package static func split(of manifest: Manifest) -> TextSplit {
    TextSplit(SplitSettings(json: manifest.identity.recipe.resolved["split"]) ?? SplitSettings())
  }

  /// The file with the lines of a block.
  package static func path(ofBlock block: Int, in dataset: String) -> String {
    dataset + "/" + Manifest.samplePath(block) + "/" + fileName
  }

  /// The texts of a block's lines, in their order, each with its part.
  package static func texts(in lines: [UInt8], name: String, _ split: TextSplit) throws(DioramaError)
    -> [PlacedText]
  {
    var out: [PlacedText] = []
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      for text in try NativeText.texts(of: line, name: name) {
        out.append(PlacedText(text, split.part(of: text)))
      }
    }
    return out
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
