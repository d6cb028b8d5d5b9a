package import Diagnostics
import JSON
import Synchronization
package import WorldModel

/// A dataset being written, by one process with any number of workers.
///
/// Every sample is staged under `.staging`, forced to the device as the policy says, and moved into place by one
/// rename that never replaces anything: whatever happens, `samples` holds whole samples only. `manifest.json`
/// comes last. While the run lasts `.staging` also holds the lock and the run's identity, so that a broken run
/// can be told from foreign files and resumed.
package final class DatasetDirectory: Sendable {
  /// How much of samples found on resuming is looked at again.
  package enum Verification: String, Sendable, Hashable, CaseIterable {
    /// Every file is there and has its size.
    case sizes
    /// And its SHA-256.
    case hashes
  }

  /// What is staged as a file of a sample.
  enum Source {
    case bytes(DatasetFile)
    /// A file of another dataset, linked where possible.
    case file(String, FileRecord)

    var record: FileRecord {
      switch self {
      case .bytes(let file): file.record
      case .file(_, let record): record
      }
    }
  }

  package let path: String
  package let identity: DatasetIdentity
  /// Samples of an earlier run that were damaged and have been removed.
  package let discarded: [Int]
  let files: DurableFiles
  private let planned: Set<Int>
  private let lock: DirectoryLock
  private let state: Mutex<State>

  private struct State {
    var committed: [Int: Manifest.SampleEntry]
    var claimed: Set<Int> = []
    var stagings = 0
  }

  private var staging: String { path + "/.staging" }

  /// Opens a new or empty directory, or with `resume` one whose run of the same identity did not end.
  /// - Parameters:
  ///   - indices: the samples this run is to make.
  /// - Throws: `.cannotCreate` for a directory with other things in it or one that cannot be made, `.badInput`
  ///   when another recipe, seed, version or shard began the run, `.temporary` while another process writes.
  package init(
    creating path: String, identity: DatasetIdentity, indices: some Sequence<Int>, resume: Bool = false,
    verification: Verification = .sizes, files: DurableFiles = DurableFiles()
  ) throws(DioramaError) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = path
    self.identity = identity
    self.files = files
    planned = Set(indices)
    let staging = path + "/.staging"
    try files.makeDirectories(path)
    let earlier = try Self.earlierRun(path)
    if earlier == nil { try Self.refuseForeign(path) }
    try files.makeDirectories(staging)
    lock = try DirectoryLock(staging + "/lock", directory: path)
    if let earlier {
      guard resume else {
        throw DioramaError(
          .cannotCreate, "\(path) already holds a dataset",
          remedy: "Resume it with --resume, or choose another directory.")
      }
      try Self.requireSame(identity, earlier, path)
    }
    for name in try DurableFiles.list(staging) where name != "lock" && name != "identity.json" {
      try files.remove(staging + "/" + name)
    }
    if earlier != identity || DurableFiles.size(staging + "/identity.json") == nil {
      let bytes = try CanonicalJSON.encode(identity)
      try files.replace(staging + "/identity.json", with: bytes, staging: staging + "/identity.new")
      try files.syncDirectory(path)
    }
    let found = try CommittedSamples(path: path, verification: verification)
    for index in found.entries.keys.sorted() where !planned.contains(index) {
      throw DioramaError(
        .badInput, "\(path) holds sample \(index), which this run would not make",
        remedy: "Resume with the count and shard that the run began with, or choose another directory.")
    }
    for index in found.damaged {
      // Out of sight first: a removal that is cut short must not leave half a sample in place.
      let place = path + "/" + Manifest.samplePath(index)
      try files.renameNew(place, to: staging + "/damaged.\(index)")
      try files.remove(staging + "/damaged.\(index)")
    }
    discarded = found.damaged
    state = Mutex(State(committed: found.entries))
  }

  /// The samples that are in place, ascending.
  package var committed: [Int] { state.withLock { $0.committed.keys.sorted() } }

  /// The samples still to make, ascending.
  package var missing: [Int] {
    let done = state.withLock { Set($0.committed.keys) }
    return planned.subtracting(done).sorted()
  }

  /// Puts a sample in place, wholly or not at all. Safe to call from many threads, once for each index.
  /// - Throws: `.inputOutput` (no space, device failure) or `.cannotCreate`; the run can then be resumed.
  package func commit(_ index: Int, _ files: [DatasetFile]) throws(DioramaError) {
    try commit(index, sources: files.map { .bytes($0) })
  }

  func commit(_ index: Int, sources: [Source]) throws(DioramaError) {
    guard planned.contains(index) else {
      throw DioramaError(.internalError, "sample \(index) is not one of this run")
    }
    let number: Int? = state.withLock { state in
      guard state.committed[index] == nil, state.claimed.insert(index).inserted else { return nil }
      state.stagings += 1
      return state.stagings
    }
    guard let number else { throw DioramaError(.internalError, "sample \(index) has been committed before") }
    let stage = staging + "/\(index).\(number)"
    do throws(DioramaError) {
      try self.stage(sources, in: stage)
      let place = path + "/" + Manifest.samplePath(index)
      let parent = String(place[..<(place.lastIndex(of: "/") ?? place.endIndex)])
      if !DurableFiles.isDirectory(parent) {
        try self.files.makeDirectories(parent)
        try self.files.syncDirectory(path + "/samples")
        try self.files.syncDirectory(path)
      }
      try self.files.renameNew(stage, to: place)
      try self.files.syncDirectory(parent)
    } catch {
      // What cannot be removed now is removed on resuming. Once renamed the sample is whole and stays.
      try? self.files.remove(stage)
      state.withLock { _ = $0.claimed.remove(index) }
      throw error
    }
    let entry = Manifest.SampleEntry(index: index, files: sources.map(\.record))
    state.withLock { $0.committed[index] = entry }
  }

  private func stage(_ sources: [Source], in stage: String) throws(DioramaError) {
    var directories: Set<String> = [stage]
    try files.makeDirectories(stage)
    for source in sources {
      let relative = source.record.path
      guard SafeName.isPath(relative) else {
        throw DioramaError(.internalError, "\"\(relative)\" is no path of a dataset")
      }
      let path = stage + "/" + relative
      let parent = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
      if directories.insert(parent).inserted { try files.makeDirectories(parent) }
      switch source {
      case .bytes(let file): try files.write(file.bytes, to: path)
      case .file(let from, _): try files.linkOrCopy(from, to: path)
      }
    }
    // Deepest first, so that an entry is safe before what holds it.
    for directory in directories.sorted(by: >) { try files.syncDirectory(directory) }
  }

  /// Ends the run: further files, then the manifest; afterwards `.staging` is gone. The directory takes no more
  /// samples.
  /// - Parameter extraFiles: files beside the samples (a catalog, a card), paths relative to the dataset; those
  ///   of an earlier end are replaced.
  /// - Parameter present: files that others have put into the dataset already, to be listed.
  /// - Throws: `.internalError` when samples are missing, else as `commit`.
  @discardableResult
  package func finish(
    ontology: [NativeClass], extraFiles: [DatasetFile] = [], present: [FileRecord] = []
  ) throws(DioramaError) -> Manifest {
    try finish(
      manifestLike: Manifest(identity: identity, ontology: ontology, samples: [], files: present),
      extraFiles: extraFiles)
  }

  /// As `finish(ontology:extraFiles:)`, with the classes of another manifest.
  func finish(manifestLike model: Manifest, extraFiles: [DatasetFile]) throws(DioramaError) -> Manifest {
    let missing = self.missing
    guard missing.isEmpty else {
      throw DioramaError(.internalError, "\(missing.count) samples are missing, the first is \(missing[0])")
    }
    for (i, file) in extraFiles.enumerated() {
      guard SafeName.isPath(file.path) else {
        throw DioramaError(.internalError, "\"\(file.path)\" is no path of a dataset")
      }
      let target = path + "/" + file.path
      try files.makeDirectories(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
      try files.replace(target, with: file.bytes, staging: staging + "/extra.\(i)")
    }
    var manifest = model
    manifest.identity = identity
    let entries = state.withLock { $0.committed }
    manifest.samples = entries.keys.sorted().compactMap { entries[$0] }
    manifest.files += extraFiles.map(\.record)
    manifest.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let bytes = try CanonicalJSON.encode(manifest)
    try files.syncAll(path)
    try files.replace(path + "/" + Manifest.name, with: bytes, staging: staging + "/manifest.new")
    try files.syncAll(path)
    try files.remove(staging)
    try files.syncDirectory(path)
    return manifest
  }
}
