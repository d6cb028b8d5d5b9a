package import Checks
package import DatasetStore
package import Diagnostics
import Language
package import TextFormats

/// Checks datasets in text formats: as they are, and against the native texts they were written from.
package enum TextFormatValidation {
  /// Checks a dataset that anybody may have made.
  /// - Throws: `.noInput` when there is none, `.badInput` when it cannot be parsed.
  package static func run(_ format: any TextFormat, path: String) throws(DioramaError) -> CheckReport {
    let log = TextReadingLog()
    try format.read(try TextFolder(path), log)
    return CheckReport([.init(format.formed, log.finding)])
  }

  /// Checks every folder `formats/<name>` of a native dataset, and compares what is read back with the native texts.
  package static func run(formatsOf dataset: Dataset, workers: Int) throws -> CheckReport {
    let formats = TextFormatCatalog.all.filter {
      DurableFiles.isDirectory(dataset.path + "/formats/" + $0.name)
    }
    let found = try ParallelPieces.run(formats.count, workers: workers) { i in
      try compare(formats[i], dataset)
    }
    var report = CheckReport()
    for case let part? in found { report.merge(part) }
    return report
  }

  private static func compare(_ format: any TextFormat, _ dataset: Dataset) throws -> CheckReport {
    let folder = try TextFolder(dataset.path + "/formats/" + format.name)
    // The folder says with which split it was exported.
    let split =
      SplitSettings(json: TextFormatNote.split(of: folder)).map { TextSplit($0) }
      ?? TextDataset.split(of: dataset.manifest)
    var comparison = TextComparison()
    for block in dataset.indices {
      let path = TextDataset.path(ofBlock: block, in: dataset.path)
      for placed in try TextDataset.texts(in: try DurableFiles.read(path), name: path, split) {
        for reading in format.expected(of: placed) { comparison.expect(reading, sample: placed.text.index) }
      }
    }
    let log = TextReadingLog { comparison.compare($0) }
    do { try format.read(folder, log) } catch {
      log.fail("formats/\(format.name)", found: error.message, expected: "a readable dataset")
    }
    comparison.close()
    return CheckReport([.init(format.formed, log.finding), .init(format.matched, comparison.finding)])
  }
}
