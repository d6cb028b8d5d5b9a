import ArgumentParser
import Diagnostics
import JSON

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures the engine; one JSON object a measurement.",
    subcommands: [
      BenchRender.self, BenchWrite.self, BenchRays.self, BenchScaling.self, BenchHomes.self,
      BenchText.self,
      BenchPerturbation.self, BenchSpans.self, BenchAcoustics.self, BenchStreet.self,
    ])
}

/// One measurement, as every subcommand prints it.
struct Measurement {
  var name: String
  var unit: String
  /// One value a run.
  var values: [Double]
  var workers: Int
  /// Seconds by stage, or other figures that explain the values.
  var stages: [(name: String, value: Double)] = []

  var json: JSONValue {
    let sorted = values.sorted()
    return .object([
      .init("name", .string(name)), .init("unit", .string(unit)),
      .init("median", .number(sorted.isEmpty ? 0 : sorted[sorted.count / 2])),
      .init("min", .number(sorted.first ?? 0)), .init("max", .number(sorted.last ?? 0)),
      .init("runs", .integer(sorted.count)), .init("workers", .integer(workers)),
      .init("stages", .object(stages.map { .init($0.name, .number($0.value)) })),
    ])
  }

  func print() { Console.result(json.canonicalText) }
}

/// How often, and by how many.
struct BenchOptions: ParsableArguments {
  @Option(name: .long, help: "Frames made at once.")
  var workers = Console.processors

  @Option(name: .long, help: "How often the measurement is repeated.")
  var runs = 5

  @Flag(name: .long, help: "Prints JSON (always so; for symmetry with other commands).")
  var json = false

  func check() throws(DioramaError) {
    guard runs >= 1, workers >= 1 else {
      throw DioramaError(.usage, "--runs and --workers must be at least 1")
    }
  }
}
