import TextModel

/// A second way to edit: every scalar bears the spans that hold it, and edits move scalars about. No offset is kept,
/// so none can be off by one.
struct TaggedText {
  struct Element {
    var scalar: Unicode.Scalar
    /// Bit i: the span with id i holds it.
    var spans: UInt32
    /// The token that holds it, numbered by the text before the edits; -1 for none.
    var token = -1
    var isNew = false
  }

  enum Verdict: Equatable { case accepted, rejected }

  var elements: [Element]
  private let protected: UInt32
  private(set) var alive: UInt32

  init(_ text: AnnotatedText) {
    elements = text.scalars.map { Element(scalar: $0, spans: 0) }
    var protected: UInt32 = 0
    var alive: UInt32 = 0
    for span in text.spans {
      let bit: UInt32 = 1 << UInt32(span.id)
      alive |= bit
      if span.isProtected { protected |= bit }
      for i in span.range { elements[i].spans |= bit }
    }
    (self.protected, self.alive) = (protected, alive)
    number(text.tokens)
  }

  /// Numbers the tokens anew.
  mutating func number(_ tokens: [TextToken]) {
    for i in elements.indices {
      elements[i].token = -1
      elements[i].isNew = false
    }
    for (n, token) in tokens.enumerated() { for i in token.range { elements[i].token = n } }
  }

  var string: String {
    var view = String.UnicodeScalarView()
    for element in elements { view.append(element.scalar) }
    return String(view)
  }

  /// The scalars of a span.
  func surface(_ id: Int) -> [Unicode.Scalar] {
    elements.filter { $0.spans & (1 << UInt32(id)) != 0 }.map(\.scalar)
  }

  /// Applies all edits or none.
  mutating func apply(_ edits: [TextEdit]) -> Verdict {
    // Apart: no scalar twice, no place of insertion twice, no insertion inside of what is replaced.
    for (i, a) in edits.enumerated() {
      guard a.range.upperBound <= elements.count else { return .rejected }
      for b in edits.dropFirst(i + 1) {
        if a.range == b.range { return .rejected }
        if a.range.lowerBound < b.range.upperBound, b.range.lowerBound < a.range.upperBound {
          return .rejected
        }
      }
    }
    var new = elements
    // From the right, so that places on the left stay; at one place, what is replaced before what is inserted.
    let order = edits.sorted {
      ($0.range.lowerBound, $0.range.upperBound) > ($1.range.lowerBound, $1.range.upperBound)
    }
    for edit in order {
      var spans: UInt32
      if edit.range.isEmpty {
        let p = edit.range.lowerBound
        let left = p > 0 ? elements[p - 1].spans : 0
        let right = p < elements.count ? elements[p].spans : 0
        spans = left & right
        if spans & protected != 0 { return .rejected }
      } else {
        spans = .max
        var touched: UInt32 = 0
        for i in edit.range {
          spans &= elements[i].spans
          touched |= elements[i].spans
        }
        if touched != spans || touched & protected != 0 { return .rejected }
      }
      new.replaceSubrange(
        edit.range,
        with: edit.replacement.unicodeScalars.map { Element(scalar: $0, spans: spans, isNew: true) })
    }
    let left = new.reduce(UInt32(0)) { $0 | $1.spans }
    if left != alive { return .rejected }
    var result = self
    result.elements = new
    if result.splitsCharacter { return .rejected }
    self = result
    return .accepted
  }

  /// Whether the tags change inside of a character, as the standard library divides the text.
  private var splitsCharacter: Bool {
    var start = 0
    for character in string {
      let end = start + character.unicodeScalars.count
      for i in (start + 1)..<max(start + 1, end) where elements[i].spans != elements[i - 1].spans {
        return true
      }
      start = end
    }
    return false
  }
}
