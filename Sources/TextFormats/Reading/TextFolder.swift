package import Diagnostics
import Foundation
import JSON

/// The files of a text dataset that somebody else may have made: nothing outside the folder is named, lines and files
/// are bounded.
package struct TextFolder: Sendable {
  /// The longest line that is read, bytes.
  static let lineLimit = 16 << 20
  /// The largest file that has to be read as a whole, bytes.
  static let fileLimit = 1 << 30

  package let root: String

  /// - Throws: `.noInput` when there is no such folder.
  package init(_ root: String) throws(DioramaError) {
    self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isDirectory), isDirectory.boolValue
    else { throw DioramaError(.noInput, "there is no directory \(root)") }
  }

  /// Files with one of some endings, in and below the folder, in the order of their paths' bytes.
  func files(endingIn endings: String...) -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return all.filter { path in
      path != TextFormatNote.name && endings.contains { path.hasSuffix($0) }
        && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// As `files`, for a format that needs one.
  /// - Throws: `.noInput` when there is none.
  func someFiles(endingIn endings: String..., of format: String) throws(DioramaError) -> [String] {
    let found = endings.flatMap { files(endingIn: $0) }
    guard !found.isEmpty else {
      throw DioramaError(
        .noInput, "\(root) holds no \(format) dataset",
        remedy: "Name the folder with the files \(endings.map { "*" + $0 }.joined(separator: ", ")).")
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func isFile(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isDirectory)
      && !isDirectory.boolValue
  }

  /// The bytes of a file, mapped rather than read.
  func bytes(_ path: String) throws(DioramaError) -> Data {
    let full = root + "/" + path
    guard isFile(path) else { throw DioramaError(.noInput, "there is no file \(full)") }
    let data: Data
    do { data = try Data(contentsOf: URL(fileURLWithPath: full), options: .alwaysMapped) } catch {
      throw DioramaError(.inputOutput, "\(full) cannot be read")
    }
    guard data.count <= Self.fileLimit else {
      throw DioramaError(.badInput, "\(full): more than \(Self.fileLimit) bytes")
    }
    return data
  }

  /// Calls `body` with every line, from 1, without its line feed; a carriage return before it goes too.
  /// - Throws: `.badInput` for a line that is too long or no UTF-8.
  func forEachLine(
    of path: String, _ body: (_ number: Int, _ line: String) throws(DioramaError) -> Void
  ) throws(DioramaError) {
    let full = root + "/" + path
    guard isFile(path), let file = FileHandle(forReadingAtPath: full) else {
      throw DioramaError(.noInput, "there is no file \(full)")
    }
    defer { try? file.close() }
    var pending: [UInt8] = []
    var number = 0
    func take(_ line: ArraySlice<UInt8>) throws(DioramaError) {
      number += 1
      let text = line.last == 0x0D ? line.dropLast() : line
      guard text.count <= Self.lineLimit, let string = String(validating: text, as: UTF8.self) else {
        throw DioramaError(
          .badInput, "not a line of UTF-8 text of at most \(Self.lineLimit) bytes",
          at: SourceLocation(file: full, line: number))
      }
      try body(number, string)
    }
    while true {
      let data: Data
      do { data = try file.read(upToCount: 1 << 20) ?? Data() } catch {
        throw DioramaError(.inputOutput, "\(full) cannot be read")
      }
      guard !data.isEmpty else { break }
      pending += data
      var start = 0
      while let end = pending[start...].firstIndex(of: 0x0A) {
        try take(pending[start..<end])
        start = end + 1
      }
      pending.removeFirst(start)
      guard pending.count <= Self.lineLimit else {
        throw DioramaError(
          .badInput, "a line of more than \(Self.lineLimit) bytes",
          at: SourceLocation(file: full, line: number + 1))
      }
    }
    if !pending.isEmpty { try take(pending[...]) }
  }

  /// Calls `body` with the JSON value of every line that is not empty.
  func forEachJSONLine(
    of path: String, _ body: (_ place: String, _ value: JSONValue) throws(DioramaError) -> Void
  ) throws(DioramaError) {
    try forEachLine(of: path) { number, line throws(DioramaError) in
      guard !line.allSatisfy(\.isWhitespace) else { return }
      try body("\(path):\(number)", try json(Array(line.utf8)[...], name: "\(root)/\(path), line \(number)"))
    }
  }

  /// The document that a file is.
  func document(_ path: String) throws(DioramaError) -> JSONValue {
    try json(Array(try bytes(path))[...], name: root + "/" + path)
  }

  private func json(_ bytes: ArraySlice<UInt8>, name: String) throws(DioramaError) -> JSONValue {
    do { return try JSONValue.parse(bytes, file: name) } catch {
      throw error as? DioramaError ?? DioramaError(.badInput, "\(name): not valid JSON")
    }
  }
}
