package import Checks
import DatasetStore
import Diagnostics
import JSON

/// Checks every text of a dataset: the files are what the manifest says, the labels fit the texts.
package struct TextDatasetValidation {
  static let files = CheckRule(
    id: "text-00", name: "files-are-as-recorded",
    summary: "Every file has the content that the manifest says.",
    unit: "files")

  private let dataset: Dataset
  private let workers: Int

  /// `nil` where the dataset is not one of texts.
  package init?(path: String, workers: Int) throws {
    dataset = try Dataset(path: path)
    self.workers = workers
    guard TextDataset.isText(dataset.manifest) else { return nil }
  }

  package func run() throws -> CheckReport {
    guard case .integer(let count)? = dataset.manifest.identity.recipe.resolved["texts"] else {
      throw DioramaError(.badInput, "\(dataset.path): the manifest does not say how many texts there are")
    }
    var finding = CheckFinding()
    finding.applied = 1
    finding.pass(dataset.manifest.samples.reduce(dataset.manifest.files.count) { $0 + $1.files.count })
    for line in dataset.damage() { finding.fail(Violation(item: line, found: "damage", expected: "none")) }
    var report = CheckReport([.init(Self.files, finding)])
    let blocks = dataset.manifest.samples
    let found = try ParallelPieces.run(blocks.count, workers: workers) { [dataset] i in
      let path = TextDataset.path(ofBlock: blocks[i].index, in: dataset.path)
      var checks = TextChecks()
      try checks.examine(
        try DurableFiles.read(path), name: path,
        indices: TextDataset.indices(ofBlock: blocks[i].index, count: count))
      return checks
    }
    for case let checks? in found { report.merge(checks.report) }
    report.merge(try TextFormatValidation.run(formatsOf: dataset, workers: workers))
    return report
  }
}
