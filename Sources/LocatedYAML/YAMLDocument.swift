package import Diagnostics
import Foundation
package import JSON

/// A YAML document with the place of every key and value.
///
/// Bounds: 4 MiB, 64 levels, 200 000 values with aliases expanded, one document a file, keys unique and plain text,
/// numbers finite. What exceeds them is a `DioramaError` of reason `badInput` with line, column and caret.
package struct YAMLDocument: Sendable {
  /// The top of the document, with overrides.
  package internal(set) var root: LocatedNode

  /// Parses `text`; an empty one is an empty mapping.
  ///
  /// - Parameters:
  ///   - file: the name that errors give.
  ///   - directory: what file paths in the text are relative to.
  package init(text: String, file: String, directory: String = "") throws(DioramaError) {
    self.text = text
    root = try YAMLComposer.compose(text, source: YAMLSource(name: file, directory: directory, text: text))
  }

  /// Reads and parses a file. Paths in it are relative to its folder.
  ///
  /// - Throws: `noInput` where there is none, `inputOutput` where it cannot be read, else as `init(text:)`.
  package init(path: String) throws(DioramaError) {
    guard let file = FileHandle(forReadingAtPath: path) else {
      let exists = FileManager.default.fileExists(atPath: path)
      throw DioramaError(
        .noInput, exists ? "\(path) cannot be opened" : "no file \(path)",
        remedy: exists
          ? "check its permissions" : "check the path; `diorama list scenes` shows the recipes that exist")
    }
    defer { try? file.close() }
    let data: Data
    do { data = try file.read(upToCount: TextCensus.byteLimit + 1) ?? Data() } catch {
      throw DioramaError(.inputOutput, "\(path) cannot be read", remedy: "is it a folder?")
    }
    guard data.count <= TextCensus.byteLimit else {
      throw DioramaError(
        .badInput, "\(path) is larger than \(TextCensus.byteLimit >> 20) MiB", remedy: "split it")
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    try self.init(bytes: data, file: path, directory: folder)
  }

  /// Parses bytes, which must be UTF-8.
  package init(bytes: some Sequence<UInt8>, file: String, directory: String = "") throws(DioramaError) {
    let bytes = Array(bytes)
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw DioramaError(
        .badInput, "the text is not UTF-8", at: Self.firstBadByte(bytes, file),
        remedy: "save the file as UTF-8")
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    try self.init(text: text, file: file, directory: directory)
  }

  private static func firstBadByte(_ bytes: [UInt8], _ file: String) -> SourceLocation {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var (line, column) = (1, 1)
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return SourceLocation(file: file, line: line, column: column)
  }

  /// The text as read, before overrides.
  package let text: String

  /// The document as written, overrides included, without the defaults that a decoder adds.
  package var json: JSONValue { root.json }
}
