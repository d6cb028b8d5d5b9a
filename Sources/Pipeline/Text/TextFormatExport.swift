package import DatasetStore
import Diagnostics
import JSON
package import TextFormats

/// Writes a dataset's texts in formats of others, from the native files: nothing is derived again.
///
/// One pass over the blocks, a few at a time and in their order, serves all formats: what is kept in memory is those
/// blocks and the vocabularies. Each format's folder appears whole or not at all.
package struct TextFormatExport: Sendable {
  private let formats: [any TextFormat]
  private let title: String
  private let split: TextSplit
  private let folder: String
  private let workers: Int

  /// - Parameter folder: where the formats' folders go; earlier ones of the same formats are replaced.
  package init(formats: [any TextFormat], title: String, split: TextSplit, folder: String, workers: Int) {
    self.formats = formats
    self.title = title
    self.split = split
    self.folder = folder
    self.workers = max(1, workers)
  }

  /// What one block gives.
  private struct Contribution: Sendable {
    var facts: TextFacts
    /// By format.
    var entries: [[TextFormatEntry]]
    var notes: [TextNotes]
  }

  /// - Parameters:
  ///   - blocks: ascending.
  ///   - dataset: the folder with the native samples.
  /// - Returns: the files, paths relative to `folder`, ascending; what formats could not say, a line each.
  package func write(blocks: [Int], of dataset: String) throws -> (files: [FileRecord], notes: [String]) {
    guard !formats.isEmpty else { return ([], []) }
    var growing: [GrowingTextFormat] = []
    do {
      for format in formats { growing.append(try GrowingTextFormat(format, in: folder)) }
      var facts = TextFacts(title: title, split: split)
      var notes = formats.map { _ in TextNotes() }
      for wave in stride(from: 0, to: blocks.count, by: workers) {
        let numbers = Array(blocks[wave..<min(wave + workers, blocks.count)])
        let made = try ParallelPieces.run(numbers.count, workers: workers) { i in
          try contribution(of: numbers[i], dataset)
        }
        for case let block? in made {
          facts.merge(block.facts)
          for i in formats.indices {
            try growing[i].append(block.entries[i])
            notes[i].merge(block.notes[i])
          }
        }
      }
      var files: [FileRecord] = []
      for i in formats.indices { files += try growing[i].finish(facts, notes[i]) }
      return (
        files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) },
        zip(formats, notes).flatMap { format, notes in notes.lines.map { "\(format.name): \($0)" } }
      )
    } catch {
      for format in growing { format.abandon() }
      throw error
    }
  }

  private func contribution(of block: Int, _ dataset: String) throws -> Contribution {
    let path = TextDataset.path(ofBlock: block, in: dataset)
    let texts = try TextDataset.texts(in: try DurableFiles.read(path), name: path, split)
    var facts = TextFacts(title: title, split: split)
    for text in texts { facts.add(text) }
    var made = Contribution(facts: facts, entries: [], notes: [])
    for format in formats {
      var notes = TextNotes()
      made.entries.append(try format.entries(for: texts, &notes))
      made.notes.append(notes)
    }
    return made
  }
}
