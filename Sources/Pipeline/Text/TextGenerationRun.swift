package import Checks
package import DatasetStore
import Diagnostics
import JSON
package import Language

/// Makes a dataset of texts: blocks in parallel, checked and committed one by one, then the manifest.
package struct TextGenerationRun: Sendable {
  package var plan: SamplingPlan
  package var directory: DatasetDirectory
  /// Blocks to make.
  package var blocks: [Int]
  package var workers: Int
  package var checks: GenerationRun.CheckExtent
  package var interruption: Interruption
  package var progress: ProgressReporter

  package init(
    plan: SamplingPlan, directory: DatasetDirectory, blocks: [Int], workers: Int,
    checks: GenerationRun.CheckExtent, interruption: Interruption, progress: ProgressReporter
  ) {
    self.plan = plan
    self.directory = directory
    self.blocks = blocks
    self.workers = workers
    self.checks = checks
    self.interruption = interruption
    self.progress = progress
  }

  /// Runs to the end.
  ///
  /// - Returns: what the checks found in the blocks that were checked.
  /// - Throws: `.interrupted` when asked to stop, else the first worker's error; blocks in place stay.
  package func run() throws -> CheckReport {
    let done = Set(directory.committed)
    progress.start(total: blocks.count, done: blocks.count { done.contains($0) })
    let findings = try ParallelPieces.run(
      blocks.count, workers: workers, isStopped: { interruption.isRaised }, worker: { SampleWriter(plan) },
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
    try directory.finish(ontology: [], extraFiles: extra)
    return report
  }

  private func make(_ block: Int, isDone: Bool, _ writer: SampleWriter) throws -> TextChecks? {
    let indices = TextDataset.indices(ofBlock: block, count: plan.count)
    let isChecked = checks == .all || checks == .some && block % 4 == 0
    guard isChecked || !isDone else { return nil }
    let lines = writer.lines(indices)
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
