import Checks
import DatasetStore
import WorldModel

/// Makes a few samples of a dataset again from what its manifest says, and compares the files byte by byte
/// (visual-51).
struct DatasetReplay {
  let dataset: Dataset
  /// Of this engine.
  let version: String
  let workers: Int

  /// The finding of `ReplaysAreIdentical`: skipped, with the reason, where this engine cannot make the dataset again.
  func run() throws -> CheckFinding {
    var finding = CheckFinding()
    let plan: SamplePlan
    switch try SamplePlan.remade(from: dataset, version: version) {
    case .success(let remade): plan = remade
    case .failure(let reason):
      finding.skip(["replay: " + reason.text])
      return finding
    }
    let indices = dataset.indices
    guard let first = indices.first, let last = indices.last else { return finding }
    let chosen = Set([first, indices[indices.count / 2], last]).sorted()
    let findings = try ParallelPieces.run(chosen.count, workers: workers) { piece in
      try compare(chosen[piece], try SampleMaker(plan).sample(chosen[piece]))
    }
    for case let found? in findings { finding.merge(found) }
    return finding
  }

  /// Every file of a sample against a second making.
  private func compare(_ index: Int, _ sample: Sample) throws -> CheckFinding {
    var finding = CheckFinding()
    finding.applied = 1
    let folder = dataset.path + "/" + Manifest.samplePath(index)
    for file in try SampleEncoder().encode(sample) {
      let found = try? DurableFiles.read(folder + "/" + file.path)
      finding.expect(
        found == file.bytes,
        Violation(
          sample: index, item: file.path, found: found == nil ? "no such file" : "other bytes",
          expected: "the bytes that the recipe gives"))
    }
    return finding
  }
}
