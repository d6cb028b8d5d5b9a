import DatasetStore
import Diagnostics
import Dispatch
import JSON
import Language
import Pipeline

/// Datasets of texts, from templates.
extension Generate {
  func generateTexts() throws {
    var overrides = source.overrides
    let isYAML = source.recipe.lowercased().hasSuffix(".yaml") || source.recipe.lowercased().hasSuffix(".yml")
    if isYAML {
      if let seed = source.seed { overrides.append("seed=\(seed)") }
      if let count { overrides.append("count=\(count)") }
    }
    let templates = try TemplateSource(path: source.recipe, overrides: overrides)
    templates.warnings.forEach { Console.note($0.description) }
    guard format.isEmpty else {
      throw DioramaError(
        .usage, "--format \(format[0]) writes scenes, and \(source.recipe) makes texts",
        remedy: "Leave --format out; the texts are JSON Lines.")
    }
    let seed = isYAML ? templates.seed : UInt64(clamping: source.seed ?? 1)
    let space = try GrammarCompiler.compile(templates.set, languages: templates.languages)
    let plan = try SamplingPlan(
      space, mode: templates.sampling, count: isYAML ? templates.count : count ?? templates.count, seed: seed)
    let total = TextDataset.blocks(of: plan.count)
    let part = try shard.map(ShardArgument.parse)
    let blocks = (0..<total).filter { part?.contains($0, of: total) ?? true }
    let path = output ?? "outputs/\(space.name)"
    if dryRun {
      Console.result(
        "\(space.name): \(plan.count) of \(space.count.grouped) derivations, \(plan.mode.rawValue), in "
          + "\(space.languages.joined(separator: " and ")), \(blocks.count) of \(total) blocks, into \(path)")
      return
    }
    let identity = try DatasetIdentity(
      version: Version.text,
      recipe: .init(
        name: space.name, text: templates.text, resolved: TextDataset.resolved(plan, seed: seed).canonical),
      seed: seed, count: total, shard: part.map { .init(index: $0.index, count: $0.count) })
    let directory = try DatasetDirectory(creating: path, identity: identity, indices: blocks, resume: resume)
    for index in directory.discarded { Console.note("warning: block \(index) was damaged and is made again") }
    let interruption = Interruption()
    let signals = interruption.listen()
    defer { signals.forEach { $0.cancel() } }
    let report = try TextGenerationRun(
      plan: plan, directory: directory, blocks: blocks, workers: workers ?? Console.processors, checks: check,
      interruption: interruption, progress: ProgressReporter(progress)
    ).run()
    try ReportPrinting.conclude(report, quietly: check == .none)
    let made = blocks.reduce(0) { $0 + TextDataset.indices(ofBlock: $1, count: plan.count).count }
    Console.note("\(made) texts in \(path)")
  }
}
