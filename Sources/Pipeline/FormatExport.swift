import Annotations
import DatasetFormats
package import DatasetStore
package import Diagnostics
import Foundation
import Imaging
import Synchronization
import WorldModel

/// Writes a dataset's samples in a format of others, from the native files: nothing is rendered again.
///
/// The folder appears whole or not at all.
package struct FormatExport: Sendable {
  private let name: String
  private let format: any DatasetFormat
  private let target: String
  private let workers: Int
  private let warn: @Sendable (Warning) -> Void

  /// - Parameters:
  ///   - target: the folder to make; it must not exist, but for an earlier export of the same format.
  ///   - plan: what makes the samples' worlds, for formats that use shapes of objects; called once, if at all. `nil`
  ///     where there is none.
  ///   - warn: what the format could not hold is told here, when all is written.
  package init(
    name: String, title: String, cameras: [String], target: String, workers: Int,
    plan: (@Sendable () throws -> SamplePlan?)? = nil, warn: @escaping @Sendable (Warning) -> Void
  ) throws {
    guard let type = FormatCatalog.named(name) else {
      throw DioramaError(
        .usage, "there is no format \(name)",
        remedy: "Choose among \(FormatCatalog.all.map { $0.name }.joined(separator: ", ")).")
    }
    var options = FormatOptions(cameras: cameras, title: title) { raster in
      try RasterFile.encode(raster, with: PNGEncoder())
    }
    if type.usesModels, let plan = try plan?() { options.models = { WorldModels(plan) } }
    format = try type.init(options: options)
    self.name = name
    self.target = target
    self.workers = workers
    self.warn = warn
  }

  /// - Returns: the format's files, paths relative to its folder, ascending.
  package func write(_ indices: [Int], _ reader: @Sendable @escaping (Int) throws -> SampleReader) throws
    -> [FileRecord]
  {
    // What the rig of a dataset is, each of its samples tells.
    if let first = indices.first {
      let record = try reader(first).record
      try Self.require(
        type(of: format), isSeen: !record.views.isEmpty, isHeard: record.recordings?.isEmpty == false)
      try type(of: format).requireLenses(of: record.views.map { LensNeeds(name: $0.sensor, $0.camera) })
    }
    let staging = Staging(root: target + ".partial")
    try staging.files.remove(staging.root)
    do {
      let digest = Mutex(WarningDigest())
      let written = try fill(staging, indices, reader) { warnings, sample in
        digest.withLock { $0.add(warnings, of: sample) }
      }
      try staging.files.syncAll(staging.root)
      try staging.files.remove(target)
      try staging.files.renameNew(staging.root, to: target)
      digest.withLock(\.told).forEach(warn)
      return written
    } catch {
      // What is left of it is of no use to anybody.
      try? staging.files.remove(staging.root)
      throw error
    }
  }

  /// Formats of sound have nothing to say where nobody listens, all others where nobody looks; those of both need one.
  static func require(_ format: any DatasetFormat.Type, isSeen: Bool, isHeard: Bool) throws(DioramaError) {
    let listens = format.requiredLabels.contains(RecordingLabel.name)
    let mayListen = format.optionalLabels.contains(RecordingLabel.name)
    if listens ? isHeard : isSeen || mayListen && isHeard { return }
    throw DioramaError(
      .badInput,
      "the format \(format.name) is made of \(listens ? "recordings" : "pictures"), and there are none",
      remedy: listens ? "Name microphones in the recipe, or say sound: on." : "Name cameras in the recipe.")
  }

  private func fill(
    _ staging: Staging, _ indices: [Int], _ reader: @Sendable @escaping (Int) throws -> SampleReader,
    noting: @Sendable ([Warning], Int) -> Void
  ) throws -> [FileRecord] {
    let files = staging.files
    try files.makeDirectories(staging.spool)
    let type = type(of: format)
    let wanted = Set(type.requiredLabels + type.optionalLabels)
    let written = try ParallelPieces.run(indices.count, workers: workers) { i in
      try write(indices[i], try reader(indices[i]), wanted, staging, noting)
    }
    let sink = FormatFolder(root: staging.root, files: files)
    try format.assemble(SpooledRecords(folder: staging.spool, indices: indices.sorted()), into: sink)
    try files.remove(staging.spool)
    let shared = try staging.placeShared()
    return (written.compactMap(\.self).joined() + shared + sink.written).sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }

  private func write(
    _ index: Int, _ reader: SampleReader, _ wanted: Set<String>, _ staging: Staging,
    _ noting: ([Warning], Int) -> Void
  ) throws -> [FileRecord] {
    let files = staging.files
    try type(of: format).requireLenses(of: reader.record.views.map { LensNeeds(name: $0.sensor, $0.camera) })
    let sample = try reader.sample(structured: StructuredLabels.all) { wanted.contains($0) }
    let fragment = try format.fragment(for: sample)
    noting(fragment.warnings, index)
    var records: [FileRecord] = []
    func record(_ record: FileRecord, _ file: FormatFile) {
      if file.isShared { staging.note(record, of: index) } else { records.append(record) }
    }
    for file in fragment.files {
      guard let place = staging.place(of: file, of: index) else { continue }
      try files.makeDirectories(String(place[..<(place.lastIndex(of: "/") ?? place.endIndex)]))
      switch file.content {
      case .bytes(let bytes):
        try files.write(bytes, to: place)
        record(FileRecord(path: file.path, bytes: bytes.count, sha256: SHA256.hex(of: bytes)), file)
      case .native(let image):
        let native = reader.record
        guard let path = native.file(of: image.label, by: image.sensor),
          let known = native.files.first(where: { $0.path == path })
        else {
          throw DioramaError(
            .badInput, "sample \(index) has no label \(image.label) of \(image.sensor)",
            remedy: "Generate it with that label.")
        }
        try files.linkOrCopy(reader.directory + "/" + path, to: place)
        record(FileRecord(path: file.path, bytes: known.bytes, sha256: known.sha256), file)
      }
    }
    let lines = fragment.records.map { $0.line + "\n" }.joined()
    try files.write(Array(lines.utf8), to: staging.spool + "/\(index)")
    return records
  }
}

/// The folder in which a format grows.
///
/// Files that several samples have wait in folders of their samples, until it is known which of these is the first: so
/// what stands in the end depends on no order.
private final class Staging: Sendable {
  let root: String
  /// Nothing of a format is safe before all of it is: one sync at the end.
  let files = DurableFiles(sync: .atEnd)
  /// By path: the first sample so far, and what it wrote, when it has.
  private let owners = Mutex<[String: (sample: Int, record: FileRecord?)]>([:])

  init(root: String) { self.root = root }

  /// Where fragments' records wait.
  var spool: String { root + "/.records" }
  private var shared: String { root + "/.shared" }

  /// Where a sample's file is to be written; `nil` where an earlier sample has it.
  func place(of file: FormatFile, of sample: Int) -> String? {
    guard file.isShared else { return root + "/" + file.path }
    let isFirst = owners.withLock { owners in
      if let owner = owners[file.path], owner.sample <= sample { return false }
      owners[file.path] = (sample, nil)
      return true
    }
    return isFirst ? "\(shared)/\(sample)/\(file.path)" : nil
  }

  /// Tells that a shared file was written.
  func note(_ record: FileRecord, of sample: Int) {
    owners.withLock { if $0[record.path]?.sample == sample { $0[record.path] = (sample, record) } }
  }

  /// Moves shared files to where they belong.
  func placeShared() throws -> [FileRecord] {
    let all = owners.withLock { $0 }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    for (path, owner) in all {
      let full = root + "/" + path
      try files.makeDirectories(String(full[..<(full.lastIndex(of: "/") ?? full.endIndex)]))
      try files.renameNew("\(shared)/\(owner.sample)/\(path)", to: full)
    }
    try files.remove(shared)
    return all.compactMap(\.value.record)
  }
}

/// Records of fragments kept in files, one a sample.
private struct SpooledRecords: FormatRecordSource {
  let folder: String
  let indices: [Int]

  func forEach(_ stream: String, _ body: (String) throws -> Void) throws {
    for index in indices {
      let bytes = try DurableFiles.read(folder + "/\(index)", limit: 1 << 30)
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        if let record = FormatRecord(line: line), record.stream == stream { try body(record.text) }
      }
    }
  }
}

/// Takes the files that span samples.
private final class FormatFolder: FormatSink {
  let root: String
  let files: DurableFiles
  private(set) var written: [FileRecord] = []

  init(root: String, files: DurableFiles) {
    self.root = root
    self.files = files
  }

  func write(_ path: String, bytes: [UInt8]) throws {
    let full = root + "/" + path
    try files.makeDirectories(String(full[..<(full.lastIndex(of: "/") ?? full.endIndex)]))
    try files.write(bytes, to: full)
    written.append(FileRecord(path: path, bytes: bytes.count, sha256: SHA256.hex(of: bytes)))
  }

  func write(_ path: String, _ body: (_ put: (String) throws -> Void) throws -> Void) throws {
    let full = root + "/" + path
    try files.makeDirectories(String(full[..<(full.lastIndex(of: "/") ?? full.endIndex)]))
    guard FileManager.default.createFile(atPath: full, contents: nil),
      let handle = FileHandle(forWritingAtPath: full)
    else { throw DioramaError(.cannotCreate, "cannot create \(full)") }
    var pending: [UInt8] = []
    var hash = SHA256()
    var count = 0
    func flush() throws {
      do {
        try handle.write(contentsOf: pending)
      } catch {
        throw DioramaError(.inputOutput, "cannot write \(full): \(error.localizedDescription)")
      }
      hash.update(pending)
      count += pending.count
      pending.removeAll(keepingCapacity: true)
    }
    try body { text in
      pending += Array(text.utf8)
      if pending.count > 1 << 20 { try flush() }
    }
    try flush()
    try? handle.close()
    written.append(FileRecord(path: path, bytes: count, sha256: hash.hex))
  }
}
