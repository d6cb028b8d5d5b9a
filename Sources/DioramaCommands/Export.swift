import ArgumentParser
import DatasetFormats
import DatasetStore
import Diagnostics
import Pipeline
import TextFormats

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a dataset in another format, without rendering again.")

  @Argument(help: "The dataset's folder.")
  var dataset: String

  @Option(name: .long, parsing: .singleValue, help: "The format (diorama list formats). May be repeated.")
  var format: [String]

  @Option(
    name: [.short, .customLong("output")], help: "Where the format's folder goes; default DATASET/formats.")
  var output: String?

  @Option(name: .long, help: "Samples written at once; default one a processor.")
  var workers: Int?

  func run() throws {
    let data = try Dataset(path: dataset)
    if let content = TextDataset.content(of: data.manifest) { return try exportTexts(data, content) }
    for name in format {
      let target = (output ?? dataset + "/formats") + "/" + name
      let files = try FormatExport(
        name: name, title: data.manifest.identity.recipe.name, cameras: try DatasetCameras.names(of: data),
        target: target, workers: workers ?? Console.processors,
        plan: {
          switch try SamplePlan.remade(from: data, version: Version.text) {
          case .success(let plan): return plan
          case .failure(let obstacle):
            Console.note("warning: \(name) without shapes of objects: \(obstacle.text)")
            return nil
          }
        }, warn: { Console.note("\(name): \($0.description)") }
      ).write(data.indices) { try data.reader($0) }
      Console.note("\(files.count) files in \(target)")
    }
  }

  /// All formats in one pass over the texts.
  private func exportTexts(_ data: Dataset, _ content: TextContent) throws {
    let folder = output ?? dataset + "/formats"
    let (files, notes) = try TextFormatExport(
      formats: try format.map { try Generate.textFormat($0, for: content) },
      title: data.manifest.identity.recipe.name, split: TextDataset.split(of: data.manifest), folder: folder,
      workers: workers ?? Console.processors
    ).write(blocks: data.indices, of: data.path)
    notes.forEach { Console.note($0) }
    Console.note("\(files.count) files in \(folder)")
  }
}
