import RandomStreams
import TextModel

/// Texts that are hard on offsets: what one reader sees as one character is up to eleven scalars here.
struct RandomText {
  var stream: RandomStream

  static let snippets: [String] = [
    "a", "B", "z", "7", " ", "-", "the", "ok ", "é", "ß", "naïve",
    // Combining marks on their own, so that they join to whatever stands before them.
    "\u{301}", "\u{308}", "e\u{301}", "\u{20DD}", "\u{FE0F}", "\u{200D}", "\u{200B}", "\u{AD}",
    // Han, kana with voiced marks, astral Han, full width.
    "中", "文", "导航", "𠮷", "が", "か\u{3099}", "，", "Ａ",
    // Right to left, with points and a prepended sign.
    "שלום", "ש\u{5C1}", "سلام", "\u{600}", "\u{202E}",
    // Emoji: plain, presentation selector, skin tone, families, flags and halves of flags, keycaps, tags.
    "😀", "❤\u{FE0F}", "👍🏽", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇨🇳", "🇺🇸", "\u{1F1E8}", "\u{1F3FD}", "1\u{FE0F}\u{20E3}",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    // Line ends, which join, and jamo, which build syllables.
    "\r", "\n", "\r\n", "\u{1112}", "\u{1161}", "\u{11AB}", "한", "하",
    // Conjuncts and spacing marks.
    "क", "\u{94D}", "षि", "ไทย", "\u{E33}",
  ]

  mutating func string(_ count: ClosedRange<Int>) -> String {
    var out = ""
    for _ in 0..<stream.integer(in: count) {
      let snippet = Self.snippets[stream.integer(in: 0..<Self.snippets.count)]
      out.unicodeScalars.append(contentsOf: snippet.unicodeScalars)
    }
    return out
  }

  /// A text with spans, their edges where the standard library begins characters, nested at random.
  mutating func annotated(tokens: Bool = false) -> AnnotatedText? {
    let string = string(4...14)
    var edges = [0]
    for character in string { edges.append((edges.last ?? 0) + character.unicodeScalars.count) }
    var spans: [TextSpan] = []
    addSpans(within: 0..<(edges.count - 1), edges, &spans, depth: 0)
    let scalars = Array(string.unicodeScalars)
    var words: [TextToken] = []
    var start = 0
    while tokens, start < scalars.count {
      let end = min(scalars.count, start + stream.integer(in: 1...4))
      if stream.bool(probability: 0.8) { words.append(TextToken(start..<end, WordTag(.noun))) }
      start = end
    }
    return try? AnnotatedText(scalars: scalars, spans: spans, tokens: words)
  }

  /// Spans over characters `within`, given where characters begin.
  private mutating func addSpans(
    within: Range<Int>, _ edges: [Int], _ spans: inout [TextSpan], depth: Int
  ) {
    var from = within.lowerBound
    while from < within.upperBound, spans.count < 6 {
      let start = stream.integer(in: from...min(within.upperBound - 1, from + 2))
      let end = stream.integer(in: (start + 1)...within.upperBound)
      spans.append(
        TextSpan(
          "s\(spans.count)", edges[start]..<edges[end], id: spans.count,
          isProtected: stream.bool(probability: 0.08)))
      if depth < 2, stream.bool(probability: 0.5) {
        addSpans(within: start..<end, edges, &spans, depth: depth + 1)
      }
      from = end
    }
  }

  /// Up to `count` edits of a text of `length` scalars anywhere, also within characters.
  mutating func edits(of length: Int, count: Int = 3) -> [TextEdit] {
    (0..<stream.integer(in: 1...count)).map { _ in
      let start = stream.integer(in: 0...length)
      let size = [0, 0, 1, 1, 2, 4][stream.integer(in: 0..<6)]
      let replacement = stream.bool(probability: 0.2) ? "" : string(1...2)
      return TextEdit(start..<min(length, start + size), replacement, operation: "random")
    }
  }
}
