import ArgumentParser
import Checks
import DatasetStore
import Diagnostics

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes one dataset of shards; refuses gaps, duplicates and mixed recipes.")

  @Argument(help: "The folders of all shards, in any order.")
  var shards: [String]

  @Option(name: [.short, .customLong("output")], help: "Where the dataset goes.")
  var output: String

  @Flag(name: .long, help: "Continues a merge that was broken off.")
  var resume = false

  func run() throws {
    let manifest = try DatasetMerge.merge(shards, to: output, resume: resume)
    Console.note("\(manifest.samples.count) samples in \(output)")
  }
}
