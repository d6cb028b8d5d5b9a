import ArgumentParser

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures the engine; one JSON object a measurement.", subcommands: [BenchRender.self])
}
