package import Diagnostics
import Imaging
import JSON
package import WorldModel

/// A finished dataset, to read. Samples are read when asked for.
package struct Dataset: Sendable {
  package let path: String
  package let manifest: Manifest

  /// - Throws: `.noInput` when there is no directory or no dataset in it, `.badInput` when its run did not end or
  ///   its manifest is damaged.
  package init(path: String) throws(DioramaError) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = path
    guard DurableFiles.isDirectory(path) else {
      throw DioramaError(.noInput, "there is no directory \(path)")
    }
    let file = path + "/" + Manifest.name
    guard DurableFiles.size(file) != nil else {
      guard !DurableFiles.isDirectory(path + "/.staging") else {
        throw DioramaError(
          .badInput, "the run that writes \(path) has not ended",
          remedy: "Resume it with --resume, or wait for it.")
      }
      throw DioramaError(.noInput, "\(path) holds no dataset: it has no \(Manifest.name)")
    }
    let bytes = try DurableFiles.read(file)
    struct Format: Decodable { var format: String }
    let format = try CanonicalJSON.decode(Format.self, bytes, name: file).format
    guard format == Manifest.currentFormat else {
      throw DioramaError(
        .badInput, "\(file): the layout \"\(format)\" is not known", remedy: "Use the version that wrote it.")
    }
    manifest = try CanonicalJSON.decode(Manifest.self, bytes, name: file)
    for (previous, entry) in zip([nil] + manifest.samples.map(Optional.some), manifest.samples) {
      guard entry.index >= 0, entry.path == Manifest.samplePath(entry.index),
        previous.map({ $0.index < entry.index }) ?? true,
        entry.files.allSatisfy({ SafeName.isPath($0.path) && $0.bytes >= 0 })
      else { throw DioramaError(.badInput, "\(file): the entry of sample \(entry.index) is damaged") }
    }
    guard manifest.files.allSatisfy({ SafeName.isPath($0.path) }) else {
      throw DioramaError(.badInput, "\(file): a path that leaves the dataset")
    }
  }

  /// What a run that has not ended has put in place so far; its manifest lists those samples and no classes.
  /// - Throws: `.noInput` when no run is under way in the directory, `.badInput` when its identity is damaged.
  package init(unfinishedRunIn path: String) throws(DioramaError) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let staged = path + "/.staging/identity.json"
    let identity = try CanonicalJSON.decode(DatasetIdentity.self, try DurableFiles.read(staged), name: staged)
    let entries = try CommittedSamples(path: path, verification: .sizes).entries
    self.path = path
    manifest = Manifest(
      identity: identity, ontology: [], samples: entries.keys.sorted().compactMap { entries[$0] })
  }

  /// Indices of the samples, ascending.
  package var indices: [Int] { manifest.samples.map(\.index) }

  /// The sample of an index.
  /// - Throws: `.noInput` when there is none.
  package func reader(_ index: Int) throws(DioramaError) -> SampleReader {
    var (low, high) = (0, manifest.samples.count)
    while low < high {
      let middle = (low + high) / 2
      if manifest.samples[middle].index < index { low = middle + 1 } else { high = middle }
    }
    guard low < manifest.samples.count, manifest.samples[low].index == index else {
      throw DioramaError(.noInput, "\(path) has no sample \(index)")
    }
    return try SampleReader(directory: path + "/" + Manifest.samplePath(index))
  }

  /// The sample of an index with the labels asked for; see `SampleReader.sample`.
  package func sample(
    _ index: Int, structured types: [any StructuredLabel.Type], wanted: (String) -> Bool = { _ in true }
  ) throws(DioramaError) -> Sample {
    try reader(index).sample(structured: types, wanted: wanted)
  }

  /// Files that are missing or not what the manifest says, as one line each; empty when all is well.
  package func damage() -> [String] {
    var out: [String] = []
    func check(_ relative: String, _ record: FileRecord) {
      let path = self.path + "/" + relative
      guard let size = DurableFiles.size(path) else { return out.append("\(relative): missing") }
      guard size == record.bytes else { return out.append("\(relative): \(size) bytes, not \(record.bytes)") }
      guard let bytes = try? DurableFiles.read(path) else { return out.append("\(relative): cannot be read") }
      if SHA256.hex(of: bytes) != record.sha256 { out.append("\(relative): other content") }
    }
    for sample in manifest.samples { for file in sample.files { check(sample.path + "/" + file.path, file) } }
    for file in manifest.files { check(file.path, file) }
    return out
  }
}
