package import Checks
package import DatasetStore
import Diagnostics
import JSON
package import TextFormats

/// Makes a dataset of texts: blocks in parallel, checked and committed one by one, then the manifest.
package struct TextGenerationRun: Sendable {
  package var recipe: TextRecipe
  package var directory: DatasetDirectory
  /// Blocks to make.
  package var blocks: [Int]
  package var workers: Int
  package var checks: GenerationRun.CheckExtent
  /// Formats to write as well.
  package var formats: [any TextFormat]
  package var interruption: Interruption
  package var progress: ProgressReporter

  package init(
    recipe: TextRecipe, directory: DatasetDirectory, blocks: [Int], workers: Int,
    checks: GenerationRun.CheckExtent, formats: [any TextFormat] = [], interruption: Interruption,
    progress: ProgressReporter
  ) {
    self.recipe = recipe
    self.directory = directory
    self.blocks = blocks
    self.workers = workers
    self.checks = checks
    self.formats = formats
    self.interruption = interruption
    self.progress = progress
  }

  /// Runs to the end.
  ///
  /// - Returns: what the checks found in the blocks that were checked.
  /// - Throws: `.interrupted` when asked to stop, else the first worker's error; blocks in place stay.
  package func run() throws -> (report: CheckReport, notes: [String]) {
    // Told before hours of writing, not after.
    for format in formats where !format.content.suits(recipe.source.content) {
      throw format.contentMismatch(recipe.source.content)
    }
    let done = Set(directory.committed)
    progress.start(total: blocks.count, done: blocks.count { done.contains($0) })
    let findings = try ParallelPieces.run(
      blocks.count, workers: workers, isStopped: { interruption.isRaised },
      worker: { recipe.source.writer() },
      body: { writer, number in try make(blocks[number], isDone: done.contains(blocks[number]), writer) })
    progress.finish()
    if interruption.isRaised {
      throw DioramaError(
        .interrupted, "stopped; \(directory.missing.count) blocks of texts are still to make",
        remedy: "Run the same command with --resume.")
    }
    var report = CheckReport()
    for case let checks?? in findings { report.merge(checks.report) }
    var extra: [DatasetFile] = []
    if checks != .none {
      report.merge(TextChecks().report)
      extra.append(DatasetFile(path: "checks.json", bytes: Array(try report.json())))
    }
    let written = try TextFormatExport(
      formats: formats, title: recipe.name, split: recipe.split, folder: directory.path + "/formats",
      workers: workers
    ).write(blocks: blocks, of: directory.path)
    let present = written.files.map {
      FileRecord(path: "formats/" + $0.path, bytes: $0.bytes, sha256: $0.sha256)
    }
    try directory.finish(ontology: [], extraFiles: extra, present: present)
    return (report, written.notes)
  }

  private func make(_ block: Int, isDone: Bool, _ writer: any TextLineWriter) throws -> TextChecks? {
    let indices = TextDataset.indices(ofBlock: block, count: recipe.source.count)
    let isChecked = checks == .all || checks == .some && block % 4 == 0
    guard isChecked || !isDone else { return nil }
    let lines = try writer.lines(indices)
    var found: TextChecks?
    if isChecked {
      var checks = TextChecks()
      try checks.examine(lines, name: "block \(block)", indices: indices)
      found = checks
    }
    if !isDone {
      let texts = DatasetFile(path: TextDataset.fileName, bytes: lines)
      let record = TextDataset.BlockRecord(
        index: block, first: indices.lowerBound, count: indices.count, files: [texts.record])
      try directory.commit(
        block, [texts, DatasetFile(path: SampleEncoder.recordName, bytes: try CanonicalJSON.encode(record))])
      progress.step()
    }
    return found
  }
}
