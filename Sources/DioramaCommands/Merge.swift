import ArgumentParser
import Checks
import DatasetStore
import Diagnostics
import JSON

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
    let manifest = try DatasetMerge.merge(shards, to: output, resume: resume) { _ throws(DioramaError) in
      try statistics()
    }
    Console.note("\(manifest.samples.count) samples in \(output)")
  }

  /// The shards' counts, added up; nothing when some shard has none.
  private func statistics() throws(DioramaError) -> [DatasetFile] {
    var sum = ClassTally()
    for shard in shards {
      let name = shard + "/" + ClassTally.fileName
      guard try Dataset(path: shard).manifest.files.contains(where: { $0.path == ClassTally.fileName }) else {
        return []
      }
      sum.merge(try CanonicalJSON.decode(ClassTally.self, try DurableFiles.read(name), name: name))
    }
    return [DatasetFile(path: ClassTally.fileName, bytes: try CanonicalJSON.encode(sum))]
  }
}
