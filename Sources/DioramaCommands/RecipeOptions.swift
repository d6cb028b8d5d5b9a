import ArgumentParser
import Diagnostics
import Pipeline

/// The recipe and what is changed in it.
struct RecipeOptions: ParsableArguments {
  @Argument(help: "The recipe, a YAML file.")
  var recipe: String

  @Option(name: .long, help: "Overrides the recipe's seed.")
  var seed: Int?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "Overrides a value: key.path=value, as YAML. May be repeated.")
  var overrides: [String] = []

  func load(count: Int? = nil) throws -> Recipe {
    var all = overrides
    if let seed { all.append("seed=\(seed)") }
    if let count { all.append("count=\(count)") }
    return try Recipe(path: recipe, overrides: all)
  }

  /// Prepares the recipe's world; warnings are shown, a great many of them in short.
  func plan(_ recipe: Recipe) throws -> SamplePlan {
    var count = 0
    let plan = try SamplePlan(recipe) { warning in
      count += 1
      if count <= 10 { Console.note(warning.description) }
    }
    if count > 10 { Console.note("… and \(count - 10) warnings more (diorama inspect shows all)") }
    return plan
  }
}
