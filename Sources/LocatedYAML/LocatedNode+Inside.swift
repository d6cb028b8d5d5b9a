package import Diagnostics

extension LocatedNode {
  /// The place of a character inside a text: line and column in the file, for errors in languages that are written in
  /// YAML texts.
  ///
  /// Exact in plain, quoted (without escapes) and literal (`|`) texts; elsewhere the place of the text itself.
  ///
  /// - Parameter offset: in code points from the start of the text.
  package func location(inText offset: Int) -> SourceLocation {
    guard case .text(let text) = content else { return location }
    let before = text.unicodeScalars.prefix(max(0, offset))
    let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
    let start = location
    guard let head = start.text?.unicodeScalars.dropFirst(place.mark.column - 1).first else { return start }
    if head == "|" {
      let inside = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      let number = lines.count - 1
      let found = place.source.location(.init(line: place.mark.line + 1 + number, column: 1))
      guard number < inside.count, let raw = found.text?.unicodeScalars else { return start }
      // What the file's line has more than the text's is its indentation.
      let indent = max(0, raw.count - inside[number].count)
      return SourceLocation(
        file: found.file, line: found.line, column: indent + (lines.last?.count ?? 0) + 1, text: found.text)
    }
    guard lines.count == 1, head != ">" else { return start }
    let quote = head == "\"" || head == "'" ? 1 : 0
    return place.source.location(
      .init(line: place.mark.line, column: place.mark.column + quote + before.count))
  }
}
