package import DatasetStore
package import Diagnostics
import Foundation

/// The files of one scene on their way to the disc: a main file and those that it names.
///
/// All are written beside the target first. Then the companions move into place, whose names say their contents or
/// which only this scene's main file names, and the main file last: whoever opens it finds all it names.
package final class StagedScene {
  /// Of the main file.
  package let target: String
  private let folder: String
  private let staging: String
  private let files: DurableFiles
  private var companions: [String] = []
  private static let main = "main"

  /// - Throws: `.cannotCreate` when the target's folder cannot be made or written to.
  package init(_ target: String, files: DurableFiles = DurableFiles()) throws(DioramaError) {
    guard let last = target.split(separator: "/").last, !target.hasSuffix("/"),
      !DurableFiles.isDirectory(target)
    else {
      throw DioramaError(.cannotCreate, "\(target) is no file", remedy: "Name the file to write.")
    }
    self.target = target
    self.files = files
    let parent = target.dropLast(last.utf8.count)
    folder = parent.isEmpty ? "." : parent == "/" ? "/" : String(parent.dropLast())
    staging = (folder == "/" ? "" : folder) + "/.\(last).partial"
    try files.makeDirectories(folder)
    try files.remove(staging)
    try files.makeDirectories(staging)
  }

  deinit { try? files.remove(staging) }

  /// What companions' names begin with: the target's name without its ending, in plain characters.
  package var stem: String {
    let last = target.split(separator: "/").last.map(String.init) ?? target
    let dot = last.lastIndex(of: ".") ?? last.endIndex
    let stem = dot > last.startIndex ? last[..<dot] : last[...]
    var out = ""
    for byte in stem.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default: out += "=" + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }

  /// The main file.
  package func mainFile() throws(DioramaError) -> ByteStream { try ByteStream(staging + "/" + Self.main) }

  /// A file that the main file names, by its path relative to the main file; components are plain.
  package func companion(_ path: String) throws(DioramaError) -> ByteStream {
    if let slash = path.lastIndex(of: "/") { try files.makeDirectories(staging + "/" + path[..<slash]) }
    if !companions.contains(path) { companions.append(path) }
    return try ByteStream(staging + "/" + path)
  }

  /// A file that is gone in the end.
  package func scratchFile(_ name: String) throws(DioramaError) -> ByteStream {
    try ByteStream(staging + "/scratch-" + name)
  }

  /// Puts all into place.
  package func commit() throws(DioramaError) {
    let root = folder == "/" ? "" : folder
    for path in companions {
      if let slash = path.lastIndex(of: "/") { try files.makeDirectories(root + "/" + path[..<slash]) }
      try files.move(staging + "/" + path, over: root + "/" + path)
    }
    try files.move(staging + "/" + Self.main, over: target)
    try files.syncDirectory(folder)
    try files.remove(staging)
  }
}
