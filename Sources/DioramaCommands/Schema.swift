import ArgumentParser
import Diagnostics
import JSON
import LocatedYAML
import Pipeline
import WorldModel

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the JSON Schema of recipes, for editors.")

  enum Subject: String, CaseIterable, ExpressibleByArgument { case recipe, sample }

  @Argument(help: "recipe or sample.")
  var subject: Subject = .recipe

  @Option(name: .long, help: "Only recipes of this generator.")
  var generator: String?

  func run() throws {
    switch subject {
    case .sample:
      Console.result(SampleSchema.text)
    case .recipe:
      if let generator {
        guard let kind = WorldCatalog.named(generator) else {
          throw DioramaError(
            .usage, "there is no generator \(generator)",
            remedy: "Choose among \(WorldCatalog.all.map { $0.kind }.joined(separator: ", ")).")
        }
        Console.result(Recipe.schema(kind).prettyText)
      } else {
        Console.result(Recipe.schemaOfAll.prettyText)
      }
    }
  }
}
