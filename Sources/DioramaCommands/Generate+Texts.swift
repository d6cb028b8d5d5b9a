import Checks
import DatasetStore
import Diagnostics
import Dispatch
import JSON
import LocatedYAML
import Pipeline
import TextFormats

/// Datasets of texts, from templates and other recipes of texts.
extension Generate {
  func generateTexts() throws {
    let recipe = try TextRecipe(
      path: source.recipe, overrides: source.overrides, seed: source.seed, count: count)
    recipe.warnings.forEach { Console.note($0.description) }
    let formats = try format.map { try Self.textFormat($0, for: recipe.source.content) }
    let total = TextDataset.blocks(of: recipe.source.count)
    let part = try shard.map(ShardArgument.parse)
    let blocks = (0..<total).filter { part?.contains($0, of: total) ?? true }
    let path = output ?? "outputs/\(recipe.name)"
    if dryRun {
      Console.result("\(recipe.name): \(recipe.summary), \(blocks.count) of \(total) blocks, into \(path)")
      return
    }
    let identity = try DatasetIdentity(
      version: Version.text,
      recipe: .init(
        name: recipe.name, text: recipe.text, resolved: TextDataset.resolved(recipe).canonical),
      seed: recipe.seed, count: total, shard: part.map { .init(index: $0.index, count: $0.count) })
    let directory = try DatasetDirectory(creating: path, identity: identity, indices: blocks, resume: resume)
    for index in directory.discarded { Console.note("warning: block \(index) was damaged and is made again") }
    let interruption = Interruption()
    let signals = interruption.listen()
    defer { signals.forEach { $0.cancel() } }
    let (report, notes) = try TextGenerationRun(
      recipe: recipe, directory: directory, blocks: blocks, workers: workers ?? Console.processors,
      checks: check, formats: formats, interruption: interruption, progress: ProgressReporter(progress)
    ).run()
    notes.forEach { Console.note($0) }
    try ReportPrinting.conclude(report, quietly: check == .none)
    let made = blocks.reduce(0) { $0 + TextDataset.indices(ofBlock: $1, count: recipe.source.count).count }
    Console.note("\(made) texts in \(path)")
  }

  /// A format of texts by name.
  /// - Throws: `usage` when there is none, or it takes something else.
  static func textFormat(_ name: String, for content: TextContent) throws(DioramaError) -> any TextFormat {
    guard let format = TextFormatCatalog.named(name) else {
      let names = TextFormatCatalog.all.filter { $0.content.suits(content) }.map(\.name)
      throw DioramaError(
        .usage, "there is no format \(name) of texts",
        remedy: nearest(name, in: names).map { "did you mean \($0)?" }
          ?? "Choose among \(names.joined(separator: ", ")).")
    }
    guard format.content.suits(content) else { throw format.contentMismatch(content) }
    return format
  }
}
