/// Makes annotated texts from pieces: one pass, and every offset is counted as its scalar is written. Nothing is ever
/// searched for.
///
/// One realiser makes many texts; it keeps its buffers.
package struct TextRealiser: Sendable {
  package var style: SpacingStyle
  /// Whether words are recorded: their edges are boundaries, spaces, the edges of slots, punctuation, and changes
  /// between Han and other scripts. Han text needs its boundaries, or a run of it is one word.
  package var tokenises: Bool

  private var scalars: [Unicode.Scalar] = []
  private var spans: [TextSpan] = []
  private var tokens: [TextToken] = []
  /// Indices of `spans` that are open, outermost first; their upper bound is not yet known.
  private var open: [Int] = []
  /// Open spans that wait for their first scalar.
  private var waiting = 0
  private var hasSoftSpace = false
  private var tokenStart = 0
  private var isUnbalanced = false

  package init(style: SpacingStyle = SpacingStyle(), tokenises: Bool = false) {
    self.style = style
    self.tokenises = tokenises
  }

  /// The text of some pieces.
  ///
  /// - Throws: `unbalancedSlots`; `edgeInsideCluster` where a slot's value joins with the text beside it into one
  ///   character.
  package mutating func realise(
    _ pieces: some Sequence<TextPiece>, labels: [TextLabel] = [], language: String = "",
    provenance: TextProvenance = TextProvenance()
  ) throws(TextFault) -> AnnotatedText {
    for piece in pieces {
      switch piece {
      case .literal(let text): literal(text)
      case .verbatim(let text): verbatim(text)
      case .space: space()
      case .slotBegin(let tag): beginSlot(tag)
      case .slotEnd: endSlot()
      case .boundary(let tag): boundary(tag)
      }
    }
    return try finish(labels: labels, language: language, provenance: provenance)
  }

  package mutating func space() { hasSoftSpace = true }

  package mutating func literal(_ text: String) {
    var view = text.unicodeScalars[...]
    while view.first == " " {
      hasSoftSpace = true
      view.removeFirst()
    }
    var endsWithSpace = false
    while view.last == " " {
      endsWithSpace = true
      view.removeLast()
    }
    if let first = view.first {
      let second = view.dropFirst().first.map(ScalarKind.init)
      seam(first, isFollowedByWord: second == .word || second == .han)
      var previous = scalars.last
      for scalar in view {
        if let previous, style.wantsSpace(previous, scalar) { emit(" ") }
        emit(scalar)
        previous = scalar
      }
    }
    if endsWithSpace { hasSoftSpace = true }
  }

  package mutating func verbatim(_ text: String) {
    var isFirst = true
    for scalar in text.unicodeScalars {
      if isFirst { seam(scalar, isFollowedByWord: true) }
      isFirst = false
      emit(scalar)
    }
  }

  package mutating func beginSlot(_ tag: SlotTag) {
    boundary()
    open.append(spans.count)
    waiting += 1
    spans.append(
      TextSpan(
        tag.label, 0..<0, id: spans.count, role: tag.role, group: tag.group, value: tag.value,
        referent: tag.referent, isProtected: tag.isProtected))
  }

  package mutating func endSlot() {
    guard let index = open.popLast() else {
      isUnbalanced = true
      return
    }
    boundary()
    if waiting > 0 {
      // It never got a scalar: nor did slots within it, which are at the end of the list and empty too.
      waiting -= 1
      spans[index].range = 0..<0
    } else {
      spans[index].range = spans[index].range.lowerBound..<scalars.count
    }
  }

  package mutating func boundary(_ tag: WordTag = .unknown) {
    guard tokenises else { return }
    if tokenStart < scalars.count {
      let word = tokenStart..<scalars.count
      if tag == .unknown, let clitic = WordDivision.clitic(in: scalars[word]) {
        tokens.append(TextToken(word.lowerBound..<clitic))
        tokens.append(TextToken(clitic..<word.upperBound))
      } else {
        tokens.append(TextToken(word, tag))
      }
    }
    tokenStart = scalars.count
  }

  /// The text of all pieces so far; the realiser is empty again.
  package mutating func finish(
    labels: [TextLabel] = [], language: String = "", provenance: TextProvenance = TextProvenance()
  ) throws(TextFault) -> AnnotatedText {
    boundary()
    let isUnbalanced = isUnbalanced || !open.isEmpty
    if spans.contains(where: \.range.isEmpty) { spans.removeAll(where: \.range.isEmpty) }
    let text = AnnotatedText(
      unchecked: scalars, spans: spans, tokens: tokens, labels: labels, language: language,
      provenance: provenance)
    scalars.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    (waiting, tokenStart, hasSoftSpace, self.isUnbalanced) = (0, 0, false, false)
    guard !isUnbalanced else { throw .unbalancedSlots }
    if let span = text.spanWithEdgeInsideCluster { throw .edgeInsideCluster(span) }
    return text
  }

  /// Settles the soft space before `next`.
  private mutating func seam(_ next: Unicode.Scalar, isFollowedByWord: Bool) {
    if hasSoftSpace {
      hasSoftSpace = false
      if let last = scalars.last, last != " ",
        let joiner = style.seam(last, next, isFollowedByWord: isFollowedByWord)
      {
        emitSpace(joiner)
      }
    } else if let last = scalars.last, style.wantsSpace(last, next) {
      emitSpace(" ")
    }
  }

  /// A space that belongs to no slot that waits for its first scalar.
  private mutating func emitSpace(_ space: Unicode.Scalar) {
    boundary()
    scalars.append(space)
    tokenStart = scalars.count
  }

  private mutating func emit(_ scalar: Unicode.Scalar) {
    if waiting > 0 {
      for index in open.suffix(waiting) { spans[index].range = scalars.count..<(scalars.count + 1) }
      waiting = 0
    }
    if tokenises { divide(before: scalar) }
    scalars.append(scalar)
  }

  /// Ends the current word where `next` cannot be part of it; takes up the word before a mark again where the mark
  /// turns out to be within a number or name: `3.5`, `p.m`.
  private mutating func divide(before next: Unicode.Scalar) {
    if next.properties.isWhitespace {
      boundary()
      // The space itself is in no word.
      tokenStart = scalars.count + 1
      return
    }
    guard tokenStart < scalars.count, let last = scalars.last else { return }
    if WordDivision.divides(last, next) {
      if let word = tokens.last, word.range.upperBound == tokenStart, tokenStart == scalars.count - 1,
        WordDivision.joins(scalars[tokenStart - 1], last, next)
      {
        tokenStart = word.range.lowerBound
        tokens.removeLast()
      } else {
        boundary()
      }
    }
  }
}
