import ArgumentParser
import Checks
import Diagnostics
import Foundation
import Pipeline

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
    let texts =
      format == "diorama"
      ? try TextDatasetValidation(path: dataset, workers: workers ?? Console.processors) : nil
    let report =
      try texts?.run()
      ?? (format == "diorama"
        ? try DatasetValidation(path: dataset, workers: workers ?? Console.processors, version: Version.text)
          .run()
        : try FormatValidation(name: format, path: dataset).run())
    if json {
      Console.result(String(decoding: try report.json(), as: UTF8.self))
    } else {
      for entry in report.entries { Console.result(entry.line) }
    }
    try ReportPrinting.conclude(report)
  }
}
