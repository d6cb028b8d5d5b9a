package import Checks
import DatasetStore
import Diagnostics
import Foundation
import Imaging
import JSON
import WorldModel

/// Runs every check over a dataset on disk: files, labels of each sample, neighbours in a sequence.
package struct DatasetValidation: Sendable {
  private let path: String
  private let workers: Int
  private let version: String?

  /// - Parameter version: of this engine: datasets that it made are made again in places. `nil` = none is.
  package init(path: String, workers: Int, version: String? = nil) {
    self.path = path
    self.workers = workers
    self.version = version
  }

  package func run() throws -> CheckReport {
    let dataset = try Dataset(path: path)
    let indices = dataset.indices
    let length = 16
    let blocks = stride(from: 0, to: indices.count, by: length).map {
      Array(indices[$0..<min($0 + length, indices.count)])
    }
    let reports = try ParallelPieces.run(blocks.count, workers: workers) { number in
      try examine(blocks[number], before: number > 0 ? blocks[number - 1].last : nil, dataset)
    }
    var report = CheckReport()
    var tally = ClassTally()
    for case let found? in reports {
      report.merge(found.report)
      tally.merge(found.tally)
    }
    var run = CheckRun()
    run.examine(try facts(dataset, tally))
    report.merge(run.completeReport)
    report.merge(try FormatValidation.run(formatsOf: dataset))
    if let version {
      let replay = DatasetReplay(dataset: dataset, version: version, workers: workers)
      report.add(.init(ReplaysAreIdentical.rule, try replay.run()))
    }
    return report
  }

  /// The checks of one block; the sample before it only lends its place in the sequence.
  private func examine(_ block: [Int], before: Int?, _ dataset: Dataset) throws -> (
    report: CheckReport, tally: ClassTally
  ) {
    var run = CheckRun()
    if let before { run.begin(after: try dataset.sample(before, structured: StructuredLabels.all)) }
    var tally = ClassTally()
    for index in block {
      let sample = try dataset.sample(index, structured: StructuredLabels.all)
      tally.add(sample)
      run.examine(sample)
    }
    return (run.report, tally)
  }

  private func facts(_ dataset: Dataset, _ tally: ClassTally) throws -> DatasetFacts {
    let manifest = dataset.manifest
    var files: [DatasetFacts.File] = []
    var samples: [DatasetFacts.SampleRecord] = []
    func add(_ relative: String, _ digest: String) {
      let bytes = try? DurableFiles.read(path + "/" + relative)
      files.append(
        .init(path: relative, recordedDigest: digest, foundDigest: bytes.map { SHA256.hex(of: $0) }))
    }
    var known: Set<String> = [Manifest.name]
    for sample in manifest.samples {
      for file in sample.files {
        add(sample.path + "/" + file.path, file.sha256)
        known.insert(sample.path + "/" + file.path)
      }
      let record = try dataset.reader(sample.index).record
      samples.append(
        .init(
          index: sample.index, split: "all", world: String(record.sequence), assets: [],
          labels: (record.views.first?.labels ?? []).map(\.name)))
    }
    for file in manifest.files {
      add(file.path, file.sha256)
      known.insert(file.path)
    }
    // Formats may be exported later, pictures put beside the samples: only `samples` must hold nothing else.
    let found = (FileManager.default.enumerator(atPath: path + "/samples")?.allObjects as? [String]) ?? []
    let stray = found.map { "samples/" + $0 }.filter { name in
      !known.contains(name) && !DurableFiles.isDirectory(path + "/" + name)
    }.sorted()
    let declared = try manifest.files.first { $0.path == ClassTally.fileName }.map { file in
      let name = path + "/" + file.path
      return try CanonicalJSON.decode(ClassTally.self, try DurableFiles.read(name), name: name)
    }
    return DatasetFacts(
      files: files, samples: samples, requestedLabels: samples.first?.labels ?? [],
      declaredSamples: manifest.identity.shard == nil ? manifest.identity.count : nil,
      declaredTally: declared, recountedTally: declared == nil ? nil : tally, strayFiles: stray)
  }
}
