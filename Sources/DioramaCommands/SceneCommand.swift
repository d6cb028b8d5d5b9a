import ArgumentParser
import Diagnostics
import Pipeline
import SceneFormats

struct SceneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scene",
    abstract: "Writes the world of one sample, at its moment, for other programs.",
    discussion: SceneFormatCatalog.all.map { "\($0.name): \($0.summary) (.\($0.fileExtension))" }
      .joined(separator: "\n"))

  @OptionGroup var source: RecipeOptions

  @Option(name: .long, help: "Which sample, from 0.")
  var index = 0

  @Option(name: .long, help: "gltf, obj, ply or usda; default by the output's ending.")
  var format: String?

  @Option(
    name: [.short, .customLong("output")], help: "The file; default NAME-INDEX with the format's ending.")
  var output: String?

  func run() throws {
    guard index >= 0 else { throw DioramaError(.usage, "--index must not be negative, found \(index)") }
    let names = SceneFormatCatalog.all.map { $0.name }.joined(separator: ", ")
    let named = format.flatMap { SceneFormatCatalog.named($0) }
    if let format, named == nil {
      throw DioramaError(.usage, "there is no scene format \(format)", remedy: "Choose among \(names).")
    }
    guard let type = named ?? output.flatMap({ SceneFormatCatalog.of(file: $0) }) else {
      throw DioramaError(.usage, "which format?", remedy: "Say --format, one of \(names).")
    }
    let recipe = try source.load()
    let path = output ?? "\(recipe.name)-\(index).\(type.fileExtension)"
    // What cannot be written should be known before the world is made.
    let files = try StagedScene(path)
    let moment = try SampleMaker(try source.plan(recipe)).moment(of: index)
    let scene = SceneModel(moment.world, at: moment.time, name: "\(recipe.name) \(index)")
    try type.init().write(scene, to: files)
    try files.commit()
    Console.note(
      "\(path): \(scene.things.count) things, \(scene.vertexCount) vertices, \(scene.triangleCount) triangles"
    )
  }
}
