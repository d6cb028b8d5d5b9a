import Annotations
import DatasetFormats
package import DatasetStore
import Diagnostics
import Foundation
import Imaging
import WorldModel

/// Writes a dataset's samples in a format of others, from the native files: nothing is rendered again.
///
/// The folder appears whole or not at all.
package struct FormatExport: Sendable {
  private let name: String
  private let format: any DatasetFormat
  private let target: String
  private let workers: Int

  /// - Parameters:
  ///   - target: the folder to make; it must not exist, but for an earlier export of the same format.
  ///   - plan: what makes the samples' worlds, for formats that use shapes of objects; called once, if at all. `nil`
  ///     where there is none.
  package init(
    name: String, title: String, cameras: [String], target: String, workers: Int,
    plan: (@Sendable () throws -> SamplePlan?)? = nil
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
  }

  /// - Returns: the format's files, paths relative to its folder, ascending.
  package func write(_ indices: [Int], _ reader: @Sendable @escaping (Int) throws -> SampleReader) throws
    -> [FileRecord]
  {
    // What the rig of a dataset is, each of its samples tells.
    if let first = indices.first {
      try type(of: format).requireLenses(
        of: reader(first).record.views.map { ($0.sensor, $0.camera.projection) })
    }
    let staging = target + ".partial"
    // Nothing of a format is safe before all of it is: one sync at the end.
    let files = DurableFiles(sync: .atEnd)
    try files.remove(staging)
    try files.makeDirectories(staging)
    let spool = staging + "/.records"
    try files.makeDirectories(spool)
    let type = type(of: format)
    let wanted = Set(type.requiredLabels + type.optionalLabels)
    let written = try ParallelPieces.run(indices.count, workers: workers) { i in
      try write(indices[i], try reader(indices[i]), wanted, staging, spool, files)
    }
    let sink = FormatFolder(root: staging, files: files)
    try format.assemble(SpooledRecords(folder: spool, indices: indices.sorted()), into: sink)
    try files.remove(spool)
    try files.syncAll(staging)
    try files.remove(target)
    try files.renameNew(staging, to: target)
    return (written.compactMap(\.self).joined() + sink.written).sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
  }

  private func write(
    _ index: Int, _ reader: SampleReader, _ wanted: Set<String>, _ staging: String, _ spool: String,
    _ files: DurableFiles
  ) throws -> [FileRecord] {
    try type(of: format).requireLenses(of: reader.record.views.map { ($0.sensor, $0.camera.projection) })
    let sample = try reader.sample(structured: StructuredLabels.all) { wanted.contains($0) }
    let fragment = try format.fragment(for: sample)
    var records: [FileRecord] = []
    for file in fragment.files {
      let path = staging + "/" + file.path
      try files.makeDirectories(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      switch file.content {
      case .bytes(let bytes):
        try files.write(bytes, to: path)
        records.append(FileRecord(path: file.path, bytes: bytes.count, sha256: SHA256.hex(of: bytes)))
      case .native(let image):
        let record = reader.record
        guard
          let label = record.views.first(where: { $0.sensor == image.sensor })?.labels
            .first(where: { $0.name == image.label }),
          let known = record.files.first(where: { $0.path == label.file })
        else {
          throw DioramaError(
            .badInput, "sample \(index) has no label \(image.label) of \(image.sensor)",
            remedy: "Generate it with that label.")
        }
        try files.linkOrCopy(reader.directory + "/" + label.file, to: path)
        records.append(FileRecord(path: file.path, bytes: known.bytes, sha256: known.sha256))
      }
    }
    let lines = fragment.records.map { $0.line + "\n" }.joined()
    try files.write(Array(lines.utf8), to: spool + "/\(index)")
    return records
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
