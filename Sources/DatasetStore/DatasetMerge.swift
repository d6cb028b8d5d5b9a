package import Diagnostics
import Imaging

/// Makes one dataset of finished shards. Its bytes are those that one unsharded run would have written.
package enum DatasetMerge {
  /// - Parameters:
  ///   - shards: their directories, in any order.
  ///   - path: where the dataset is to be; files are linked where the file system allows it, else copied.
  ///   - resume: continue a merge that was cut short.
  ///   - extraFiles: files beside the samples, given what the samples are (those of the shards are not taken).
  /// - Throws: `.badInput` for gaps, duplicates, shards of different recipes, seeds or versions, and files that
  ///   differ from their shard's manifest; else as `DatasetDirectory`.
  @discardableResult
  package static func merge(
    _ shards: [String], to path: String, resume: Bool = false, files: DurableFiles = DurableFiles(),
    extraFiles: ([Manifest.SampleEntry]) throws(DioramaError) -> [DatasetFile] = { _ in [] }
  ) throws(DioramaError) -> Manifest {
    let datasets = try shards.map { path throws(DioramaError) in try Dataset(path: path) }
    guard let first = datasets.first else {
      throw DioramaError(.usage, "no shards to merge", remedy: "Name the directories of all shards.")
    }
    let sources = try assign(datasets)
    var identity = first.manifest.identity
    identity.shard = nil
    let directory = try DatasetDirectory(
      creating: path, identity: identity, indices: 0..<identity.count, resume: resume, files: files)
    for index in directory.missing {
      let (dataset, entry) = sources[index]
      let origin = dataset.path + "/" + entry.path + "/"
      for file in entry.files {
        let bytes = try DurableFiles.read(origin + file.path)
        guard bytes.count == file.bytes, SHA256.hex(of: bytes) == file.sha256 else {
          throw DioramaError(
            .badInput, "\(origin)\(file.path) is not the file that its manifest lists",
            remedy: "Make the shard again.")
        }
      }
      try directory.commit(index, sources: entry.files.map { .file(origin + $0.path, $0) })
    }
    let extra = try extraFiles(sources.map(\.1))
    var model = first.manifest
    model.files = []
    return try directory.finish(manifestLike: model, extraFiles: extra)
  }

  /// Which shard each sample comes from.
  private static func assign(_ datasets: [Dataset]) throws(DioramaError) -> [(Dataset, Manifest.SampleEntry)]
  {
    guard let first = datasets.first else { return [] }
    let count = first.manifest.identity.count
    var sources: [(Dataset, Manifest.SampleEntry)?] = Array(repeating: nil, count: max(0, count))
    for dataset in datasets {
      let identity = dataset.manifest.identity
      var differences = identity.differences(from: first.manifest.identity)
      if identity.count != count { differences.append("the count (\(count), now \(identity.count))") }
      if identity.shard?.count != first.manifest.identity.shard?.count {
        differences.append("the number of shards")
      }
      if dataset.manifest.ontology != first.manifest.ontology { differences.append("the classes") }
      guard differences.isEmpty else {
        throw DioramaError(
          .badInput,
          "\(first.path) and \(dataset.path) do not belong together: they differ in "
            + differences.joined(separator: ", "), remedy: "Merge only shards of one run.")
      }
      for entry in dataset.manifest.samples {
        guard entry.index < count else {
          throw DioramaError(.badInput, "\(dataset.path) has sample \(entry.index), the dataset has \(count)")
        }
        if let other = sources[entry.index]?.0 {
          throw DioramaError(
            .badInput, "sample \(entry.index) is in both \(other.path) and \(dataset.path)",
            remedy: "Name every shard once.")
        }
        sources[entry.index] = (dataset, entry)
      }
    }
    let gaps = sources.indices.filter { sources[$0] == nil }
    guard gaps.isEmpty else {
      throw DioramaError(
        .badInput, "\(gaps.count) of \(count) samples are in none of the shards, the first is \(gaps[0])",
        remedy: "Name all shards, and make those that are missing.")
    }
    return sources.compactMap { $0 }
  }
}
