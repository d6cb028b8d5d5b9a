package import Checks
import DatasetFormats
package import DatasetStore
package import Diagnostics
import TextFormats

/// Checks datasets in the formats of others: as they are, and against the native samples they were written from.
package struct FormatValidation: Sendable {
  private let validator: any FormatValidator
  private let path: String

  /// - Throws: `.usage` when there is no such format.
  package init(name: String, path: String) throws(DioramaError) {
    guard let format = FormatCatalog.named(name) else {
      let names = FormatCatalog.all.map { $0.name }
      throw DioramaError(
        .usage, "there is no format \(name)",
        remedy: "Choose among diorama, "
          + (names + TextFormatCatalog.all.map(\.name)).joined(separator: ", ") + ".")
    }
    validator = format.validator
    self.path = path
  }

  /// Checks a dataset that anybody may have made.
  /// - Throws: `.noInput` when there is none, `.badInput` when it cannot be parsed.
  package func run() throws(DioramaError) -> CheckReport {
    var finding = CheckFinding()
    _ = try validator.read(try FormatFolder(path), into: &finding)
    return CheckReport([.init(type(of: validator).formed, finding)])
  }

  /// Checks every folder `formats/<name>` of a native dataset, and compares what is read back with the samples. A
  /// format that cannot be read is a violation.
  package static func run(formatsOf dataset: Dataset) throws -> CheckReport {
    var report = CheckReport()
    var comparisons: [(validator: any FormatValidator, comparison: FormatComparison, wanted: Set<String>)] =
      []
    for format in FormatCatalog.all {
      let path = dataset.path + "/formats/" + format.name
      guard DurableFiles.isDirectory(path) else { continue }
      let validator = format.validator
      var finding = CheckFinding()
      do {
        let reading = try validator.read(try FormatFolder(path), into: &finding)
        let labels = Set(format.requiredLabels + format.optionalLabels).subtracting(["rgb"])
        let shares = type(of: validator).sharesPictures
        comparisons.append((validator, FormatComparison(reading, sharesPictures: shares), labels))
      } catch {
        finding.expect(
          false,
          Violation(item: "formats/\(format.name)", found: error.message, expected: "a readable dataset"))
      }
      report.add(.init(type(of: validator).formed, finding))
    }
    guard !comparisons.isEmpty else { return report }
    let cameras = try DatasetCameras.names(of: dataset)
    let options = FormatOptions(cameras: cameras, title: dataset.manifest.identity.recipe.name) { _ in [] }
    let wanted = comparisons.reduce(into: Set<String>()) { $0.formUnion($1.wanted) }
    for index in dataset.indices {
      let sample = try dataset.sample(index, structured: StructuredLabels.all) { wanted.contains($0) }
      for i in comparisons.indices {
        let validator = comparisons[i].validator
        comparisons[i].comparison.compare(
          try validator.expected(of: sample, options), sample: index, slack: type(of: validator).slack)
      }
    }
    for i in comparisons.indices {
      comparisons[i].comparison.close()
      report.add(.init(type(of: comparisons[i].validator).matched, comparisons[i].comparison.finding))
    }
    return report
  }
}
