package import Diagnostics
import Foundation
import Imaging

/// The files of a dataset that somebody else may have made: nothing outside the folder is named, and sizes are bounded.
/// Links are followed, as such datasets often link their pictures.
package struct FormatFolder: Sendable {
  package let root: String

  /// - Throws: `.noInput` when there is no such folder.
  package init(_ root: String) throws(DioramaError) {
    self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
    guard isFolder("") else { throw DioramaError(.noInput, "there is no directory \(root)") }
  }

  /// Whether a path stays inside: relative, without `..`.
  package static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.utf8.contains(0)
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { $0 != ".." }
  }

  package func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: full(path), isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  package func isFile(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: full(path), isDirectory: &isDirectory)
      && !isDirectory.boolValue
  }

  /// Names in a folder in the order of their bytes; empty when there is none.
  package func names(in path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: full(path))) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// - Throws: `.noInput` when there is no such file, `.badInput` beyond `limit` bytes.
  package func bytes(_ path: String, limit: Int = 1 << 30) throws(DioramaError) -> [UInt8] {
    guard isFile(path), let file = FileHandle(forReadingAtPath: full(path)) else {
      throw DioramaError(.noInput, "there is no file \(full(path))")
    }
    defer { try? file.close() }
    let data: Data
    do { data = try file.read(upToCount: limit + 1) ?? Data() } catch {
      throw DioramaError(.inputOutput, "\(full(path)) cannot be read")
    }
    guard data.count <= limit else {
      throw DioramaError(.badInput, "\(full(path)): more than \(limit) bytes")
    }
    return Array(data)
  }

  /// The lines of a text file that are not empty, with their numbers from 1; bytes that are no UTF-8 become U+FFFD.
  package func lines(_ path: String) throws(DioramaError) -> [(number: Int, text: Substring)] {
    let text = String(decoding: try bytes(path, limit: 64 << 20), as: UTF8.self)
    return text.split(omittingEmptySubsequences: false) { $0.isNewline }.enumerated()
      .map { ($0.offset + 1, $0.element) }
      .filter { !$0.text.allSatisfy(\.isWhitespace) }
  }

  /// A picture's size by its header; `nil` when there is no picture.
  package func pictureSize(_ path: String) -> (width: Int, height: Int)? {
    guard isFile(path), let file = FileHandle(forReadingAtPath: full(path)) else { return nil }
    defer { try? file.close() }
    guard let head = try? file.read(upToCount: 32) else { return nil }
    if let size = ImageFile.size(in: Array(head)) { return size }
    // A JPEG may have a megabyte of notes before its size.
    guard ImageFile.kind(of: Array(head)) == .jpeg, let more = try? file.read(upToCount: 4 << 20) else {
      return nil
    }
    return ImageFile.size(in: Array(head) + Array(more))
  }

  package func full(_ path: String) -> String { path.isEmpty ? root : root + "/" + path }
}
