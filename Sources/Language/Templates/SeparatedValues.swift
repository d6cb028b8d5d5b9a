package import Diagnostics

/// A table of comma- or tab-separated values (RFC 4180): quoted cells may hold separators, line breaks and doubled quotes.
package struct SeparatedValues: Sendable {
  package var file: String
  package var header: [String]
  /// As many cells as the header has.
  package var rows: [(line: Int, cells: [String])] = []

  /// - Throws: `badInput` for an open quote, no header, or a row of another length, with file and line.
  package init(_ text: String, separator: Unicode.Scalar = ",", file: String) throws(DioramaError) {
    self.file = file
    header = []
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var (line, start) = (1, 1)
    var isQuoted = false
    var wasQuote = false
    var all: [(line: Int, cells: [String])] = []
    func isBlank(_ cells: [String]) -> Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
    for scalar in (text + "\n").unicodeScalars
    where isQuoted || scalar != "\u{FEFF}" && scalar != "\r" {
      if isQuoted, scalar != "\"" {
        cell.append(scalar)
        if scalar == "\n" { line += 1 }
      } else if scalar == "\"" {
        // A quote right behind a closing one is one of the text.
        if wasQuote { cell.append("\"") }
        isQuoted.toggle()
        wasQuote = !isQuoted
        continue
      } else if scalar == separator || scalar == "\n" {
        cells.append(String(cell))
        cell.removeAll()
        if scalar == "\n" {
          if !isBlank(cells) { all.append((start, cells)) }
          cells = []
          line += 1
          start = line
        }
      } else {
        cell.append(scalar)
      }
      wasQuote = false
    }
    guard !isQuoted else {
      throw DioramaError(
        .badInput, "a quoted cell is not closed", at: SourceLocation(file: file, line: start),
        remedy: "add the closing \"")
    }
    guard let first = all.first else {
      throw DioramaError(.badInput, "\(file) is empty", remedy: "begin with a header such as value,en")
    }
    header = first.cells
    rows = Array(all.dropFirst())
    for row in rows where row.cells.count != header.count {
      throw DioramaError(
        .badInput, "\(row.cells.count) cells where the header has \(header.count)",
        at: SourceLocation(file: file, line: row.line), remedy: "quote cells that hold the separator")
    }
  }

  /// A row as it is written: cells that hold separators, quotes, line breaks or byte order marks, or begin or end in
  /// blanks, in quotes.
  package static func line(_ cells: [String], separator: Unicode.Scalar = ",") -> String {
    cells.map { cell in
      let isPlain =
        !cell.unicodeScalars.contains { $0 == separator || "\"\r\n\u{FEFF}".unicodeScalars.contains($0) }
        && cell.first?.isWhitespace != true && cell.last?.isWhitespace != true
      return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: String(Character(separator))) + "\n"
  }
}
