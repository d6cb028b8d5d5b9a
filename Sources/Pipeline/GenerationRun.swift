import Annotations
package import Checks
import DatasetFormats
package import DatasetStore
package import Diagnostics
import Foundation
import Imaging
import JSON
import LocatedYAML
package import VectorMath
import WorldModel

/// Makes a dataset: samples in parallel, checked and committed one by one, then the formats, then the manifest.
package struct GenerationRun: Sendable {
  /// Which samples are checked while they are made.
  package enum CheckExtent: String, Sendable, CaseIterable {
    case none
    /// One block of samples in four.
    case some
    case all
  }

  /// Samples that follow each other are made by one worker and checked against each other. Fixed, so that the
  /// report depends on nothing but the samples.
  static let blockLength = 4

  package var plan: SamplePlan
  package var directory: DatasetDirectory
  package var indices: [Int]
  package var workers: Int
  package var checks: CheckExtent
  /// Whether a few of the samples that are checked are made thrice more and compared (`TwinMaking`).
  package var makesTwins: Bool
  /// Each once.
  package private(set) var formats: [String]
  package var transform: PointTransform.Backend
  package var interruption: Interruption
  package var progress: ProgressReporter
  private let warn: @Sendable (Warning) -> Void

  package init(
    plan: SamplePlan, directory: DatasetDirectory, indices: [Int], workers: Int, checks: CheckExtent,
    makesTwins: Bool = true, formats: [String], transform: PointTransform.Backend = .portable,
    interruption: Interruption,
    progress: ProgressReporter, warn: @escaping @Sendable (Warning) -> Void
  ) {
    self.plan = plan
    self.directory = directory
    self.indices = indices
    self.workers = workers
    self.checks = checks
    self.makesTwins = makesTwins
    var seen = Set<String>()
    self.formats = formats.filter { seen.insert($0).inserted }
    self.transform = transform
    self.interruption = interruption
    self.progress = progress
    self.warn = warn
  }

  /// Runs to the end.
  ///
  /// - Returns: what the checks found.
  /// - Throws: `.interrupted` when asked to stop, else the first worker's error; samples in place stay.
  package func run() throws -> CheckReport {
    // Told before hours of rendering, not after.
    for format in formats.compactMap(FormatCatalog.named) {
      try FormatExport.require(
        format, isSeen: !plan.recipe.cameras.isEmpty, isHeard: !plan.recipe.microphones.isEmpty)
      try format.requireLenses(
        of: plan.recipe.cameras.map {
          LensNeeds(name: $0.name, projection: $0.projection, radialTerms: $0.distortion.radialTerms)
        })
    }
    let blocks = Self.blocks(indices)
    let done = Set(directory.committed)
    // One checked block in sixteen.
    let twinBlocks =
      makesTwins
      ? TwinMaking.blocks(
        among: blocks.map { isChecked($0) ? ($0.first ?? 0) / Self.blockLength : nil },
        every: checks == .some ? 64 : 16) : []
    progress.start(total: indices.count, done: indices.count { done.contains($0) })
    let reports = try ParallelPieces.run(
      blocks.count, workers: workers, isStopped: { interruption.isRaised },
      worker: { (SampleMaker(plan, transform: PointTransform(backend: transform)), SampleEncoder()) },
      body: { worker, number in
        try make(blocks[number], done, worker.0, worker.1, hasTwins: twinBlocks.contains(number))
      })
    if interruption.isRaised {
      progress.finish()
      throw DioramaError(
        .interrupted, "stopped; \(directory.missing.count) samples are still to make",
        remedy: "Run the same command with --resume.")
    }
    var report = CheckReport()
    var tally = ClassTally()
    for case let made? in reports {
      if let found = made.report { report.merge(found) }
      tally.merge(made.tally)
    }
    if checks != .none {
      for check in CheckCatalog.all { report.add(.init(check.rule, CheckFinding())) }
    }
    progress.finish()
    let written = try writeFormats()
    var extra: [DatasetFile] = []
    if checks != .none { extra.append(DatasetFile(path: "checks.json", bytes: Array(try report.json()))) }
    if !tally.counts.isEmpty {
      extra.append(DatasetFile(path: ClassTally.fileName, bytes: try CanonicalJSON.encode(tally)))
    }
    try directory.finish(ontology: Ontology.classes, extraFiles: extra, present: written)
    return report
  }

  private func writeFormats() throws -> [FileRecord] {
    var records: [FileRecord] = []
    for name in formats {
      let export = try FormatExport(
        name: name, title: plan.recipe.name, cameras: plan.recipe.sensors,
        target: directory.path + "/formats/" + name, workers: workers, plan: { [plan] in plan }, warn: warn)
      records += try export.write(indices) { index in
        try SampleReader(directory: directory.path + "/" + Manifest.samplePath(index))
      }.map { FileRecord(path: "formats/\(name)/\($0.path)", bytes: $0.bytes, sha256: $0.sha256) }
    }
    return records
  }

  private func isChecked(_ block: [Int]) -> Bool {
    switch checks {
    case .none: false
    case .some: (block.first ?? 0) / Self.blockLength % 4 == 0
    case .all: true
    }
  }

  /// Makes what is missing of a block; checks it when it is one to be checked; counts what all of it shows.
  private func make(
    _ block: [Int], _ done: Set<Int>, _ maker: SampleMaker, _ encoder: SampleEncoder, hasTwins: Bool
  ) throws -> (report: CheckReport?, tally: ClassTally) {
    let isChecked = isChecked(block)
    var run = CheckRun()
    var tally = ClassTally()
    for index in block {
      guard !interruption.isRaised else { break }
      let isDone = done.contains(index)
      let sample: Sample
      if isDone {
        sample = try SampleReader(directory: directory.path + "/" + Manifest.samplePath(index))
          .sample(structured: StructuredLabels.all) { isChecked || ClassTally.labels.contains($0) }
      } else {
        sample = try maker.sample(index)
      }
      tally.add(sample)
      if isChecked { run.examine(sample) }
      if hasTwins, index == block.first {
        try TwinMaking(plan: plan, transform: transform).examine(sample, in: &run)
      }
      if !isDone {
        try directory.commit(index, try encoder.encode(sample))
        progress.step()
      }
    }
    return (isChecked ? run.report : nil, tally)
  }

  /// Indices in groups that share `index / blockLength`.
  static func blocks(_ indices: [Int]) -> [[Int]] {
    var out: [[Int]] = []
    for index in indices.sorted() {
      if let last = out.last?.last, last / blockLength == index / blockLength {
        out[out.count - 1].append(index)
      } else {
        out.append([index])
      }
    }
    return out
  }
}
