import Foundation

/// A regular expression that is asked of whole texts and answers with lines: far quicker than line by line.
struct LinePattern {
  private let expression: NSRegularExpression

  init(_ pattern: String) throws {
    expression = try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
  }

  /// The lines on which it is found, each once.
  func lines(in text: String) -> [(number: Int, line: String)] {
    let whole = NSRange(text.startIndex..., in: text)
    guard expression.firstMatch(in: text, range: whole) != nil else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      let line = String(line)
      let range = NSRange(line.startIndex..., in: line)
      return expression.firstMatch(in: line, range: range) == nil ? nil : (index + 1, line)
    }
  }
}
