import RandomStreams

/// A word, with how it is written in Latin letters.
package struct Word: Sendable, Hashable {
  package var text: String
  /// ASCII letters, lower case; hyphens and spaces dropped.
  package var latin: String
}

/// Words with weights, drawn in constant memory by one number of a stream.
struct Lexicon: Sendable {
  let words: [Word]
  /// Running sums of the weights.
  private let cumulative: [Int]

  /// Words between white space, each `text`, `text/latin`, `text/weight` or `text/latin/weight`; weights are whole
  /// and 1 when left out, `_` stands for a space, and the Latin form defaults to the folded text.
  init(_ compact: String) {
    var words: [Word] = []
    var cumulative: [Int] = []
    var total = 0
    for token in compact.split(whereSeparator: \.isWhitespace) {
      var parts = token.split(separator: "/").map(String.init)
      var weight = 1
      if parts.count > 1, let last = parts.last.flatMap(Int.init) {
        weight = last
        parts.removeLast()
      }
      guard let first = parts.first else { continue }
      let text = first.replacing("_", with: " ")
      words.append(Word(text: text, latin: parts.count > 1 ? parts[1] : Latin.folded(text)))
      total += max(0, weight)
      cumulative.append(total)
    }
    self.words = words
    self.cumulative = cumulative
  }

  /// A word in proportion to its weight.
  func draw(_ stream: inout RandomStream) -> Word {
    guard let total = cumulative.last else { return Word(text: "", latin: "") }
    let mark = stream.integer(in: 0..<max(1, total))
    var (low, high) = (0, words.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > mark { high = middle } else { low = middle + 1 }
    }
    return words[low]
  }
}
