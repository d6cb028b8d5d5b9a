/// visual-52: the dataset holds what its manifest promises.
package struct FilesAreComplete: DatasetCheck {
  package static let rule = CheckRule(
    id: "visual-52", name: "files-are-complete",
    summary:
      "Every sample has every requested label; sample numbers are unique and as many as declared; every file of the manifest exists with its SHA-256; no file is unaccounted for.",
    unit: "files and samples")

  package init() {}

  package func examine(_ facts: DatasetFacts) -> CheckFinding {
    var finding = CheckFinding()
    finding.applied += 1
    var paths: Set<String> = []
    for file in facts.files {
      finding.expect(
        file.foundDigest == file.recordedDigest && paths.insert(file.path).inserted,
        Violation(
          item: file.path, found: file.foundDigest.map { "SHA-256 \($0)" } ?? "no such file",
          expected: "SHA-256 \(file.recordedDigest), named once"))
    }
    for path in facts.strayFiles.sorted() {
      finding.expect(
        false, Violation(item: path, found: "a file that the manifest does not name", expected: "none"))
    }
    if let declared = facts.declaredSamples {
      finding.expect(
        declared == facts.samples.count,
        Violation(found: "\(facts.samples.count) samples", expected: "\(declared)"))
    }
    var indices: Set<Int> = []
    for sample in facts.samples {
      let present = Set(sample.labels)
      let missing = facts.requestedLabels.filter { !present.contains($0) }
      finding.expect(
        missing.isEmpty && indices.insert(sample.index).inserted,
        Violation(
          sample: sample.index,
          found: missing.isEmpty ? "its number a second time" : "no \(missing.joined(separator: ", "))",
          expected: "every requested label, once"))
    }
    return finding
  }
}
