import Checks
import Foundation
import TextFormats

/// A dataset of a format in a temporary folder, put together by the rules of `TextFormat`.
struct WrittenFormat {
  let root: String
  var files: [String: String] = [:]
  var notes = TextNotes()

  /// - Parameter blocks: texts block by block, as they are given to the format.
  init(_ format: any TextFormat, blocks: [[PlacedText]]) throws {
    root =
      FileManager.default.temporaryDirectory.appendingPathComponent("diorama-texts-\(UUID().uuidString)").path
    var facts = TextFacts(title: "test", split: TextSplit())
    var sections: [String: [String: String]] = [:]
    for block in blocks {
      var own = TextFacts(title: "test", split: TextSplit())
      for text in block { own.add(text) }
      facts.merge(own)
      for entry in try format.entries(for: block, &notes) {
        if let earlier = sections[entry.file]?[entry.section] {
          sections[entry.file]?[entry.section] = earlier + format.separator(in: entry.file) + entry.text
        } else {
          sections[entry.file, default: [:]][entry.section] = entry.text
        }
      }
    }
    for (file, parts) in sections {
      var text = format.opening(of: file, facts)
      for (number, name) in parts.keys.sorted().enumerated() {
        text += format.heading(of: name, in: file, isFirst: number == 0, facts) + (parts[name] ?? "")
      }
      files[file] = text + format.closing(of: file, facts)
    }
    for (path, text) in format.companions(facts) { files[path] = text }
    try write()
  }

  /// Writes the files anew.
  func write() throws {
    try? FileManager.default.removeItem(atPath: root)
    for (path, text) in files {
      let url = URL(fileURLWithPath: root + "/" + path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: root) }

  /// Reads it back and compares it with texts.
  func violations(_ format: any TextFormat, _ texts: [PlacedText]) throws -> (
    formed: [String], matched: [String]
  ) {
    var comparison = TextComparison()
    for text in texts {
      for reading in format.expected(of: text) { comparison.expect(reading, sample: text.text.index) }
    }
    let log = TextReadingLog { comparison.compare($0) }
    try format.read(try TextFolder(root), log)
    comparison.close()
    return (log.finding.first.map(\.description), comparison.finding.first.map(\.description))
  }
}
