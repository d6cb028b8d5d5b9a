import DatasetStore
import Diagnostics
import Foundation
import Imaging
import JSON
import TextFormats

/// The folder of one text format while it grows: sections wait in files of their own until all is known that stands
/// around them.
final class GrowingTextFormat {
  /// A section of a file, waiting.
  private struct Section {
    var spool: String
    var isEmpty = true
  }

  private let format: any TextFormat
  private let target: String
  private let root: String
  /// Nothing of a format is safe before all of it is: one sync at the end.
  private let files = DurableFiles(sync: .atEnd)
  /// By file and name.
  private var sections: [String: [String: Section]] = [:]
  private var count = 0

  private var spool: String { root + "/.sections" }

  init(_ format: any TextFormat, in folder: String) throws {
    self.format = format
    target = folder + "/" + format.name
    root = target + ".partial"
    try files.remove(root)
    try files.makeDirectories(spool)
  }

  /// Adds a block's entries behind those of the blocks before.
  func append(_ entries: [TextFormatEntry]) throws {
    var gathered: [String: [String: [UInt8]]] = [:]
    for entry in entries {
      if sections[entry.file]?[entry.section] == nil {
        sections[entry.file, default: [:]][entry.section] = Section(spool: "\(spool)/\(count)")
        count += 1
      }
      if sections[entry.file]?[entry.section]?.isEmpty == false {
        gathered[entry.file, default: [:]][entry.section, default: []] +=
          format.separator(in: entry.file).utf8
      }
      sections[entry.file]?[entry.section]?.isEmpty = false
      gathered[entry.file, default: [:]][entry.section, default: []] += entry.text.utf8
    }
    for (file, parts) in gathered {
      for (name, bytes) in parts {
        guard let path = sections[file]?[name]?.spool else { continue }
        try append(bytes, to: path)
      }
    }
  }

  private func append(_ bytes: [UInt8], to path: String) throws {
    guard DurableFiles.size(path) != nil else { return try files.write(bytes, to: path) }
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw DioramaError(.inputOutput, "cannot write \(path)")
    }
    defer { try? handle.close() }
    do {
      try handle.seekToEnd()
      try handle.write(contentsOf: bytes)
    } catch {
      throw DioramaError(.inputOutput, "cannot write \(path): \(error.localizedDescription)")
    }
  }

  /// Writes the files and puts the folder in place.
  ///
  /// - Returns: the files, paths relative to the formats' folder.
  func finish(_ facts: TextFacts, _ notes: TextNotes) throws -> [FileRecord] {
    var records: [FileRecord] = []
    for file in sections.keys.sorted(by: Self.isOrdered) {
      records.append(try assemble(file, facts))
    }
    let companions =
      format.companions(facts) + [(TextFormatNote.name, TextFormatNote.text(format, facts, notes))]
    for (path, text) in companions {
      let bytes = Array(text.utf8)
      try files.makeDirectories(folder(of: path))
      try files.write(bytes, to: root + "/" + path)
      records.append(FileRecord(path: path, bytes: bytes.count, sha256: SHA256.hex(of: bytes)))
    }
    try files.remove(spool)
    try files.syncAll(root)
    try files.remove(target)
    try files.renameNew(root, to: target)
    return records.map { FileRecord(path: "\(format.name)/\($0.path)", bytes: $0.bytes, sha256: $0.sha256) }
  }

  /// Takes away what is of no use to anybody.
  func abandon() { try? files.remove(root) }

  private func folder(of path: String) -> String {
    let full = root + "/" + path
    return String(full[..<(full.lastIndex(of: "/") ?? full.endIndex)])
  }

  private func assemble(_ file: String, _ facts: TextFacts) throws -> FileRecord {
    let full = root + "/" + file
    try files.makeDirectories(folder(of: file))
    try files.write([], to: full)
    guard let out = FileHandle(forWritingAtPath: full) else {
      throw DioramaError(.cannotCreate, "cannot create \(full)")
    }
    defer { try? out.close() }
    var hash = SHA256()
    var size = 0
    func put(_ bytes: [UInt8]) throws {
      do { try out.write(contentsOf: bytes) } catch {
        throw DioramaError(.inputOutput, "cannot write \(full): \(error.localizedDescription)")
      }
      hash.update(bytes)
      size += bytes.count
    }
    try put(Array(format.opening(of: file, facts).utf8))
    var isFirst = true
    for (name, section) in (sections[file] ?? [:]).sorted(by: { Self.isOrdered($0.key, $1.key) }) {
      try put(Array(format.heading(of: name, in: file, isFirst: isFirst, facts).utf8))
      isFirst = false
      guard let spooled = FileHandle(forReadingAtPath: section.spool) else {
        throw DioramaError(.inputOutput, "cannot read \(section.spool)")
      }
      defer { try? spooled.close() }
      while let data = try spooled.read(upToCount: 1 << 20), !data.isEmpty { try put(Array(data)) }
    }
    try put(Array(format.closing(of: file, facts).utf8))
    return FileRecord(path: file, bytes: size, sha256: hash.hex)
  }

  private static func isOrdered(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
}
