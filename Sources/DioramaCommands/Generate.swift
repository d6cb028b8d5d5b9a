import ArgumentParser
import Checks
import DatasetFormats
import DatasetStore
import Diagnostics
import Foundation
import JSON
import LocatedYAML
import Pipeline
import TextFormats
import VectorMath

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a dataset from a recipe or a template.",
    discussion: "The same recipe and seed give the same bytes, whatever the number of workers or shards.")

  @OptionGroup var source: RecipeOptions

  @Option(name: [.short, .customLong("output")], help: "Where the dataset goes; default outputs/NAME.")
  var output: String?

  @Option(name: [.customShort("n"), .long], help: "How many samples, instead of the recipe's count.")
  var count: Int?

  @Option(
    name: .long, parsing: .singleValue,
    help: "Also writes this format (diorama list formats). May be repeated.")
  var format: [String] = []

  @Option(name: .long, help: "Samples made at once; default one a processor.")
  var workers: Int?

  @Option(name: .long, help: "Makes part I of N: I/N, I from 0. Merge the parts with diorama merge.")
  var shard: String?

  @Flag(name: .long, help: "Continues a run that was broken off.")
  var resume = false

  @Option(name: .long, help: "Which samples are checked while they are made: none, some or all.")
  var check: GenerationRun.CheckExtent = .some
  @Flag(
    name: .long, inversion: .prefixedNo,
    help:
      "Of every 64 samples that are checked, and of each run, makes one thrice more and compares: as it was, sampled otherwise, under another light."
  )
  var twins = true

  @Option(name: .long, help: "How progress is shown: auto, plain, json or none.")
  var progress: ProgressReporter.Style = .auto

  @Option(name: .long, help: "What transforms points: portable or blas. The bytes are the same.")
  var transform: PointTransform.Backend = .portable

  @Flag(name: .long, help: "Says what would be made, and makes nothing.")
  var dryRun = false

  func run() throws {
    if let workers, workers < 1 {
      throw DioramaError(.usage, "--workers must be at least 1, found \(workers)")
    }
    if TextRecipe.isText(source.recipe) { return try generateTexts() }
    let recipe = try source.load(count: count)
    let part = try shard.map(ShardArgument.parse)
    let path = output ?? "outputs/\(recipe.name)"
    for name in format where FormatCatalog.named(name) == nil {
      let names = FormatCatalog.all.map { $0.name }
      if TextFormatCatalog.named(name) != nil {
        throw DioramaError(
          .usage, "\(name) is a format of texts, and \(source.recipe) makes scenes",
          remedy: "Choose among \(names.joined(separator: ", ")).")
      }
      throw DioramaError(
        .usage, "there is no format \(name)",
        remedy: nearest(name, in: names).map { "did you mean \($0)?" }
          ?? "Choose among \(names.joined(separator: ", ")).")
    }
    let plan = try source.plan(recipe)
    let indices = (0..<recipe.count).filter { index in part?.contains(index, of: recipe.count) ?? true }
    if dryRun {
      Console.result(
        "\(recipe.name): \(indices.count) of \(recipe.count) samples, "
          + "\(recipe.cameras.count) cameras, labels \(recipe.annotatorNames.joined(separator: " ")), into \(path)"
      )
      return
    }
    let directory = try DatasetDirectory(
      creating: path, identity: try identity(recipe, part), indices: indices, resume: resume)
    for index in directory.discarded {
      Console.note("warning: sample \(index) was damaged and is made again")
    }
    let interruption = Interruption()
    let signals = interruption.listen()
    defer { signals.forEach { $0.cancel() } }
    let report = try GenerationRun(
      plan: plan, directory: directory, indices: indices, workers: workers ?? Console.processors,
      checks: check, makesTwins: twins,
      formats: format, transform: transform, interruption: interruption, progress: ProgressReporter(progress),
      warn: { Console.note($0.description) }
    ).run()
    try ReportPrinting.conclude(report, quietly: check == .none)
    Console.note("\(indices.count) samples in \(path)")
  }

  private func identity(_ recipe: Recipe, _ part: ShardArgument?) throws -> DatasetIdentity {
    try DatasetIdentity(
      version: Version.text,
      recipe: .init(
        name: recipe.name, text: recipe.text,
        resolved: recipe.resolved.canonical),
      seed: recipe.seed, count: recipe.count, shard: part.map { .init(index: $0.index, count: $0.count) })
  }
}

extension GenerationRun.CheckExtent: ExpressibleByArgument {}
extension ProgressReporter.Style: ExpressibleByArgument {}
extension PointTransform.Backend: ExpressibleByArgument {}

/// `I/N`: part I, from 0, of N.
struct ShardArgument {
  var index: Int
  var count: Int

  static func parse(_ text: String) throws(DioramaError) -> ShardArgument {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let i = numbers[0], let n = numbers[1], n >= 1, i >= 0, i < n else {
      throw DioramaError(
        .usage, "--shard \(text): expected I/N with 0 ≤ I < N",
        remedy: "For the first of four parts: --shard 0/4")
    }
    return ShardArgument(index: i, count: n)
  }

  /// Parts are contiguous, as even as can be.
  func contains(_ sample: Int, of total: Int) -> Bool {
    sample >= total * index / count && sample < total * (index + 1) / count
  }
}
