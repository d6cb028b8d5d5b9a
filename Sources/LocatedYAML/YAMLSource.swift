import Diagnostics

/// A text that YAML was read from: a file, or the value of an override.
package final class YAMLSource: Sendable {
  /// How errors name it: the file's path, or `--set`.
  package let name: String
  /// The folder that file paths in the text are relative to; empty = the working directory.
  package let directory: String
  /// The whole text as the user wrote it.
  package let text: String
  /// Columns before the YAML begins, on the first line: an override's `key.path=`.
  let indent: Int

  package init(name: String, directory: String = "", text: String, indent: Int = 0) {
    self.name = name
    self.directory = directory
    self.text = text
    self.indent = indent
  }

  /// The place with the text of its line; lines longer than 300 characters are not quoted.
  func location(_ mark: LocatedNode.Mark) -> SourceLocation {
    let column = mark.line == 1 ? mark.column + indent : mark.column
    return SourceLocation(file: name, line: mark.line, column: column, text: line(mark.line))
  }

  private func line(_ number: Int) -> String? {
    var current = 1
    var line = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      // The breaks that YAML 1.1 counts.
      let isBreak =
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
      defer { previous = scalar }
      if isBreak {
        if scalar == "\n" && previous == "\r" { continue }
        if current == number { break }
        current += 1
      } else if current == number {
        if line.count >= 300 { return nil }
        line.append(scalar.value < 32 && scalar != "\t" ? "\u{FFFD}" : scalar)
      }
    }
    return current == number ? String(line) : nil
  }
}
