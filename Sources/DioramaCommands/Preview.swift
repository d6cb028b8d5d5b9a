import Annotations
import ArgumentParser
import Diagnostics
import Imaging
import Pipeline

struct Preview: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes one sample and shows every label of it on one sheet.")

  @OptionGroup var source: RecipeOptions

  @Option(name: .long, help: "Which sample, from 0.")
  var index = 0

  @Option(name: [.short, .customLong("output")], help: "The PNG file; default preview.png.")
  var output = "preview.png"

  @Option(name: .long, help: "Width of one picture on the sheet, pixels.")
  var cell = 480

  func run() throws {
    guard index >= 0 else { throw DioramaError(.usage, "--index must not be negative, found \(index)") }
    guard (16...4096).contains(cell) else {
      throw DioramaError(.usage, "--cell must be from 16 to 4096, found \(cell)")
    }
    let recipe = try source.load()
    let sample = try SampleMaker(try source.plan(recipe)).sample(index)
    let sheet = SampleSheet.sheet(of: sample, title: "\(recipe.name) \(index)", cellWidth: cell)
    try Console.write(try PNGEncoder().encode(sheet), to: output)
    Console.note(output)
  }
}
