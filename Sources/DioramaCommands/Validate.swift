import ArgumentParser
import Checks
import Diagnostics
import Foundation
import Pipeline
import TextFormats

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks every label of a dataset; exit code 0 only if every check holds.")

  @Argument(help: "The dataset's folder.")
  var dataset: String

  @Option(
    name: .customLong("as"),
    help: "The dataset's format: diorama, or one of diorama list formats for a dataset that anybody made.")
  var format: String = "diorama"

  @Flag(name: .long, help: "Prints the whole report as JSON.")
  var json = false

  @Option(name: .long, help: "Samples read at once; default one a processor.")
  var workers: Int?

  func run() throws {
    let report = try report()
    if json {
      Console.result(String(decoding: try report.json(), as: UTF8.self))
    } else {
      for entry in report.entries { Console.result(entry.line) }
    }
    try ReportPrinting.conclude(report)
  }

  private func report() throws -> CheckReport {
    let workers = workers ?? Console.processors
    if let texts = TextFormatCatalog.named(format) {
      return try TextFormatValidation.run(texts, path: dataset)
    }
    guard format == "diorama" else { return try FormatValidation(name: format, path: dataset).run() }
    if let texts = try TextDatasetValidation(path: dataset, workers: workers) { return try texts.run() }
    return try DatasetValidation(path: dataset, workers: workers, version: Version.text).run()
  }
}
