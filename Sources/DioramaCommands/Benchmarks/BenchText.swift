import ArgumentParser
import Diagnostics
import Dispatch
import Foundation
import Language
import Pipeline

/// Sentences with labels per second, from the file to lines of JSON in memory.
struct BenchText: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Sentences with labels per second from a grammar: drawn, written out and encoded as JSON.")

  @Option(name: .long, help: "A template file, or a Chatette or Chatito file.")
  var grammar: String

  @Option(name: [.customShort("n"), .long], help: "How many samples.")
  var count = 1_000_000

  @Option(name: .long, help: "How they are chosen: uniform, weighted or even.")
  var mode: SamplingMode = .uniform

  @Option(name: .long, help: "The language, for templates that have several; default all in parallel.")
  var language: String?

  @OptionGroup var options: BenchOptions

  func run() throws {
    try options.check()
    var rates: [Double] = []
    var stages: [(name: String, value: Double)] = []
    var bytes = 0
    for _ in 0..<options.runs {
      let start = DispatchTime.now().uptimeNanoseconds
      let templates = try TemplateSource(path: grammar)
      let space = try GrammarCompiler.compile(templates.set, languages: language.map { [$0] })
      let plan = try SamplingPlan(space, mode: mode, count: count, seed: 1)
      let loaded = DispatchTime.now().uptimeNanoseconds
      bytes = try Self.make(plan, workers: options.workers)
      let end = DispatchTime.now().uptimeNanoseconds
      rates.append(Double(plan.count) / (Double(end - start) * 1e-9))
      stages = [("load", Double(loaded - start) * 1e-9), ("make", Double(end - loaded) * 1e-9)]
    }
    Measurement(
      name: "text \((grammar as NSString).lastPathComponent) \(mode.rawValue)", unit: "samples/s",
      values: rates,
      workers: options.workers, stages: stages + [("bytes", Double(bytes))]
    ).print()
  }

  /// Makes all samples in pieces.
  ///
  /// - Returns: bytes of JSON.
  static func make(_ plan: SamplingPlan, workers: Int) throws -> Int {
    let piece = 4096
    let pieces = (plan.count + piece - 1) / piece
    return try ParallelPieces.run(
      pieces, workers: workers, worker: { SampleWriter(plan) },
      body: { writer, number in
        writer.lines(number * piece..<min(plan.count, (number + 1) * piece)).count
      }
    ).compactMap(\.self).reduce(0, +)
  }
}

extension SamplingMode: ExpressibleByArgument {}
