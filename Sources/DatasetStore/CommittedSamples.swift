import Diagnostics
import Imaging
import JSON

/// The samples found in place in a directory, sorted into whole and damaged ones.
struct CommittedSamples {
  private(set) var entries: [Int: Manifest.SampleEntry] = [:]
  /// Samples with missing or changed files: possible only when power failed before all was on the device, or
  /// someone changed them.
  private(set) var damaged: [Int] = []

  /// - Throws: `.badInput` for anything in `samples` that is no sample's directory.
  init(path: String, verification: DatasetDirectory.Verification) throws(DioramaError) {
    let samples = path + "/samples"
    guard DurableFiles.isDirectory(samples) else { return }
    for group in try DurableFiles.list(samples) {
      for name in try DurableFiles.list(samples + "/" + group) {
        guard let index = Int(name), index >= 0, Manifest.samplePath(index) == "samples/\(group)/\(name)"
        else {
          throw DioramaError(
            .badInput, "\(samples)/\(group)/\(name) is no sample of a dataset",
            remedy: "Move it away, then resume.")
        }
        if let entry = Self.entry(index, directory: "\(samples)/\(group)/\(name)", verification) {
          entries[index] = entry
        } else {
          damaged.append(index)
        }
      }
    }
  }

  /// The sample's files as its record lists them, if they are so.
  private static func entry(
    _ index: Int, directory: String, _ verification: DatasetDirectory.Verification
  ) -> Manifest.SampleEntry? {
    struct Summary: Decodable {
      var index: Int
      var files: [FileRecord]
    }
    let path = directory + "/" + SampleEncoder.recordName
    guard let bytes = try? DurableFiles.read(path, limit: 256 << 20),
      let summary = try? CanonicalJSON.decode(Summary.self, bytes, name: path), summary.index == index
    else { return nil }
    for file in summary.files {
      guard SafeName.isPath(file.path), DurableFiles.size(directory + "/" + file.path) == file.bytes else {
        return nil
      }
      if verification == .hashes {
        guard let content = try? DurableFiles.read(directory + "/" + file.path),
          SHA256.hex(of: content) == file.sha256
        else { return nil }
      }
    }
    let own = FileRecord(path: SampleEncoder.recordName, bytes: bytes.count, sha256: SHA256.hex(of: bytes))
    return Manifest.SampleEntry(index: index, files: summary.files + [own])
  }
}
