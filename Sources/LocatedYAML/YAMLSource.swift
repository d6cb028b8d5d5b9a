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
  ///
  /// A mark on the empty line behind the text (where a bracket is still open) moves to the end of the last line.
  func location(_ mark: LocatedNode.Mark) -> SourceLocation {
    let lines = lines(around: mark.line)
    if lines.wanted.isEmpty, lines.isLast, let (number, text) = lines.before {
      return SourceLocation(
        file: name, line: number, column: text.unicodeScalars.count + 1, text: Self.quoted(text))
    }
    let column = mark.line == 1 ? mark.column + indent : mark.column
    return SourceLocation(file: name, line: mark.line, column: column, text: Self.quoted(lines.wanted))
  }

  /// The line of that number, whether the text ends with it, and the last line before it that is not blank.
  private func lines(around number: Int) -> (wanted: String, isLast: Bool, before: (Int, String)?) {
    var current = 1
    var line = String.UnicodeScalarView()
    var before: (Int, String)?
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      // The breaks that YAML 1.1 counts.
      switch scalar {
      case "\n" where previous == "\r": continue
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        if current >= number { return (String(line), false, before) }
        if line.contains(where: { $0 != " " }) { before = (current, String(line)) }
        line.removeAll()
        current += 1
      default: line.append(scalar)
      }
    }
    return (String(line), true, before)
  }

  /// The line as an error shows it, without control characters.
  private static func quoted(_ line: String) -> String? {
    guard line.unicodeScalars.count <= 300 else { return nil }
    var shown = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      let isControl = scalar.value < 32 && scalar != "\t" || (0x7F..<0xA0).contains(scalar.value)
      shown.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }
}
