import DatasetStore
import Diagnostics
import Foundation
import JSON
import Pipeline
import TextFormats

/// What a dataset of texts holds, and how good it is.
extension Inspect {
  func texts(of data: Dataset) throws -> [(String, JSONValue)] {
    let m = data.manifest
    var facts: [(String, JSONValue)] = [
      ("template", .string(m.identity.recipe.name)), ("version", .string(m.identity.version)),
      ("blocks", .integer(m.samples.count)),
      ("bytes", .integer(m.samples.reduce(0) { $0 + $1.files.reduce(0) { $0 + $1.bytes } })),
      ("resolved", m.identity.recipe.resolved),
    ]
    guard quality || acceptance != nil else { return facts }
    guard let content = TextDataset.content(of: m), TextContent.labelled.suits(content) || content == .people
    else {
      throw DioramaError(.usage, "--quality and --acceptance are for datasets of labelled sentences")
    }
    var report = TextQuality()
    var count = 0
    try forEachText(of: data) { text in
      report.add(text)
      count += 1
    }
    if quality { facts.append(("quality", report.report)) }
    if let acceptance {
      var sheet = AcceptanceSheet(lot: count, seed: m.identity.seed)
      try forEachText(of: data) { sheet.add($0) }
      try Console.write(Array(sheet.text.utf8), to: acceptance)
      facts.append(("acceptance", .string(sheet.summary)))
    }
    return facts
  }

  private func forEachText(of data: Dataset, _ take: (PlacedText) -> Void) throws {
    let split = TextDataset.split(of: data.manifest)
    for block in data.indices {
      let path = TextDataset.path(ofBlock: block, in: data.path)
      for text in try TextDataset.texts(in: try DurableFiles.read(path), name: path, split) { take(text) }
    }
  }
}
