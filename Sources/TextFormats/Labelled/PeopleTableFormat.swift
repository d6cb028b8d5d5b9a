package import Diagnostics
import Identities
import JSON
import Language

/// People as a table (RFC 4180, UTF-8): a row a person, a column a kind of identifier, the same columns for every country;
/// what people of a country have not stays empty.
package struct PeopleTableFormat: TextFormat {
  package let name = "csv"
  package let summary = "a table of identities: a row a person, a column a kind of identifier"
  package let positions = "none"
  package let content = TextContent.people
  package let holds: TextHolding = [.values]

  /// The columns, in order.
  static let columns = ["sample", "locale"] + FieldKind.allCases.map(\.rawValue)

  package init() {}

  package func opening(of file: String, _ facts: TextFacts) -> String { SeparatedValues.line(Self.columns) }

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      guard placed.text.content == .people else { throw contentMismatch(placed.text.content) }
      let row = Self.row(placed.text)
      for kind in row.keys.sorted() where !Self.columns.contains(kind) {
        throw refusal(of: placed.text, "it has no column \(kind)", remedy: "Leave the field out.")
      }
      out.append(
        TextFormatEntry(
          file: TextFileName.file(placed, ".csv"), SeparatedValues.line(Self.columns.map { row[$0] ?? "" })))
    }
    return out
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".csv", of: name) {
      let (language, part) = TextFileName.place(of: path)
      guard let text = String(validating: try folder.bytes(path), as: UTF8.self) else {
        throw DioramaError(.badInput, "\(folder.root)/\(path) is no UTF-8 text")
      }
      let table = try SeparatedValues(text, file: folder.root + "/" + path)
      guard table.header == Self.columns else {
        log.fail(
          path, found: table.header.joined(separator: ","), expected: Self.columns.joined(separator: ","))
        continue
      }
      for row in table.rows {
        let values = Dictionary(zip(table.header, row.cells)) { own, _ in own }.filter { !$0.value.isEmpty }
        let place = "\(path):\(row.line)"
        guard values["sample"].flatMap({ Int($0) }) != nil, values["locale"] != nil else {
          log.fail(
            place, found: row.cells.prefix(2).joined(separator: ","), expected: "a sample and a locale")
          continue
        }
        log.add(TextReading(place: place, language: language, part: part, value: Self.json(values)))
      }
    }
  }

  package func expected(of placed: PlacedText) -> [TextReading] {
    guard placed.text.content == .people else { return [] }
    return [
      TextReading(
        language: placed.text.language, part: placed.part.rawValue, value: Self.json(Self.row(placed.text)))
    ]
  }

  /// Values by column.
  private static func row(_ text: NativeText) -> [String: String] {
    var row = ["sample": String(text.index)]
    for field in text.fields { row[field.kind] = field.value }
    return row
  }

  private static func json(_ row: [String: String]) -> JSONValue {
    .object(row.keys.sorted().map { ($0, .string(row[$0] ?? "")) })
  }
}
