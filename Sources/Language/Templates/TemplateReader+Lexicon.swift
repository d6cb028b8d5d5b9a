import Diagnostics
import Foundation
import LocatedYAML

extension TemplateReader {
  static let lexiconByteLimit = 64 << 20

  /// `lexicon: places.csv`: a table with a header. The column `value` is the canonical value, columns named by a language
  /// are wordings (several parted by `|`), `weight` is a weight, all others are attributes. Without a language's
  /// column, the value is said as it is.
  mutating func lexicon(_ node: LocatedNode) -> [SlotValue] {
    guard let table = table(node) else { return [] }
    do throws(DioramaError) { return try values(of: table) } catch {
      faults.add(error)
      return []
    }
  }

  /// `words: {en: words.csv}`, or a list of tables: what is known of the words of a language; an importing file's rows come behind those of what
  /// it imports.
  mutating func readWords(_ language: String, _ node: LocatedNode) {
    guard languages.contains(language) else {
      return fault(
        node, "\(language) is none of the languages", remedy: "it has \(languages.joined(separator: ", "))")
    }
    for file in node.items ?? [node] {
      guard let table = table(file) else { continue }
      do throws(DioramaError) {
        set.words[language, default: WordLexicon()].append(try WordLexicon(table))
      } catch {
        faults.add(error)
      }
    }
  }

  /// A table beside the file; faults are noted.
  private mutating func table(_ node: LocatedNode) -> SeparatedValues? {
    guard let reference = Form<FileReference>.file.read(node, ErrorLog())?.value else {
      fault(node, "expected a file's path, found \(node.found)")
      return nil
    }
    guard let data = FileManager.default.contents(atPath: reference.path) else {
      faults.add(reference.error("no file \(reference.path)", reason: .noInput, remedy: "check the path"))
      return nil
    }
    guard data.count <= Self.lexiconByteLimit, let text = String(validating: data, as: UTF8.self) else {
      faults.add(
        reference.error("\(reference.path) is not UTF-8 text of at most \(Self.lexiconByteLimit >> 20) MiB"))
      return nil
    }
    do throws(DioramaError) {
      let separator: Unicode.Scalar = reference.path.hasSuffix(".tsv") ? "\t" : ","
      return try SeparatedValues(text, separator: separator, file: reference.path)
    } catch {
      faults.add(error)
      return nil
    }
  }

  private func values(of table: SeparatedValues) throws(DioramaError) -> [SlotValue] {
    guard let key = table.header.firstIndex(of: "value") else {
      throw DioramaError(
        .badInput, "no column is named value", at: SourceLocation(file: table.file, line: 1),
        remedy: "name the column of canonical values: value")
    }
    let spoken = table.header.enumerated().filter { languages.contains($0.element) }
    var found: [SlotValue] = []
    for row in table.rows {
      var value = SlotValue(canonical: row.cells[key], forms: Wordings())
      for (column, language) in spoken {
        value.forms[language] = row.cells[column].split(separator: "|").map {
          Alternative(
            .text($0.trimmingCharacters(in: .whitespaces)),
            origin: .file(SourceLocation(file: table.file, line: row.line)))
        }
      }
      if spoken.isEmpty { value.forms = Wordings([Alternative(.text(value.canonical))]) }
      for (column, name) in table.header.enumerated() where column != key && !languages.contains(name) {
        if name == "weight" {
          guard let weight = Double(row.cells[column]), (0...1_000_000).contains(weight) else {
            throw DioramaError(
              .badInput, "weight: expected a number from 0 to 1000000, found \(row.cells[column])",
              at: SourceLocation(file: table.file, line: row.line))
          }
          value.weight = weight
        } else {
          value.attributes.append((name, row.cells[column]))
        }
      }
      found.append(value)
    }
    return found
  }
}
