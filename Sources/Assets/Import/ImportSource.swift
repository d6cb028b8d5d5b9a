internal import Diagnostics
internal import Foundation

/// A file to import and the files it may name.
package struct ImportSource {
  /// For messages, and the asset's name without its extension.
  package let name: String
  package let bytes: [UInt8]
  /// The bytes of a file beside this one, by relative path with forward slashes; `nil` when there is none.
  /// Throws when the path leads out of the folder.
  package let resource: (String) throws -> [UInt8]?

  package init(name: String, bytes: [UInt8], resource: @escaping (String) throws -> [UInt8]? = { _ in nil }) {
    self.name = name
    self.bytes = bytes
    self.resource = resource
  }

  /// A file on disk; what it names is read from its own folder and below, links followed, and from nowhere else.
  ///
  /// - Throws: `DioramaError(.noInput)` when there is no such file, `.badInput` when it is no regular file or
  ///   larger than 1 GiB.
  package static func file(_ path: String) throws -> ImportSource {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    guard let bytes = try regularFile(url.path) else {
      throw DioramaError(.noInput, "\(path): no such file", remedy: "Check the path.")
    }
    let folder = url.deletingLastPathComponent().path
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    return ImportSource(name: url.lastPathComponent, bytes: bytes) { relative in
      guard !relative.isEmpty, !relative.utf8.contains(0) else { return nil }
      let target = URL(fileURLWithPath: root + relative).standardizedFileURL.resolvingSymlinksInPath().path
      guard !relative.hasPrefix("/"), target.hasPrefix(root) else {
        throw DioramaError(
          .badInput, "\(path): names \"\(relative)\", which lies outside its own folder",
          remedy: "Put the files that belong together into one folder and use relative paths.")
      }
      return try regularFile(target)
    }
  }

  /// The name without folder and extension.
  var stem: String {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return String(last[..<dot])
  }

  private static let sizeLimit = 1 << 30

  private static func regularFile(_ path: String) throws -> [UInt8]? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    guard attributes[.type] as? FileAttributeType == .typeRegular, size <= sizeLimit else {
      throw DioramaError(
        .badInput, "\(path): not a regular file of at most 1 GiB", remedy: "Give a model file.")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DioramaError(.inputOutput, "\(path): cannot be read", remedy: "Check its permissions.")
    }
    return [UInt8](data)
  }
}
