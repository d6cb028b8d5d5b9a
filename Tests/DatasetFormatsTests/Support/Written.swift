import DatasetFormats
import Foundation
import Testing
import WorldModel

/// A dataset written into memory.
final class Written: FormatSink {
  private(set) var files: [String: FormatFile.Content] = [:]
  private(set) var order: [String] = []

  /// Writes samples in one format, with fragments made in the order given.
  init(_ type: any DatasetFormat.Type, _ samples: [Sample], _ options: FormatOptions) throws {
    let format = try type.init(options: options)
    let fragments = try samples.map(format.fragment(for:))
    for fragment in fragments.sorted(by: { $0.sample < $1.sample }) {
      // Of files that samples share, the first sample's stands.
      for file in fragment.files where !file.isShared || files[file.path] == nil {
        try add(file.path, file.content)
      }
    }
    try format.assemble(FormatRecordsInMemory(fragments), into: self)
  }

  struct Twice: Error { var path: String }

  private func add(_ path: String, _ content: FormatFile.Content) throws {
    guard files.updateValue(content, forKey: path) == nil else { throw Twice(path: path) }
    order.append(path)
  }

  func write(_ path: String, _ body: (_ put: (String) throws -> Void) throws -> Void) throws {
    var text = ""
    try body { text += $0 }
    try add(path, .bytes(Array(text.utf8)))
  }

  func write(_ path: String, bytes: [UInt8]) throws { try add(path, .bytes(bytes)) }

  func text(_ path: String) throws -> String {
    guard case .bytes(let bytes) = try #require(files[path], "no file \(path)") else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The rows of numbers after the first word of each line.
  func rows(_ path: String) throws -> [(name: String, numbers: [Double])] {
    try text(path).split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      return (String(words.first ?? ""), words.dropFirst().compactMap { Double(String($0)) })
    }
  }

  func json(_ path: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text(path).utf8)) as? [String: Any])
  }
}

extension [String: Any] {
  func list(_ key: String) throws -> [[String: Any]] { try #require(self[key] as? [[String: Any]]) }
  func int(_ key: String) throws -> Int { try #require(self[key] as? Int, "\(key)") }
  func ints(_ key: String) throws -> [Int] { try #require(self[key] as? [Int], "\(key)") }
}
