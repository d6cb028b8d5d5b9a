package import Language
package import TextModel

extension LabelledReading {
  /// What a format that can say `holding` says of a native text.
  package init(_ text: AnnotatedText, holding: TextHolding) {
    let text = holding.contains(.relations) ? text : text.withoutMentions
    self.init()
    if holding.contains(.text) { self.text = text.string }
    if holding.contains(.words) { words = text.tokens.map { text.surface($0.range) } }
    if holding.contains(.tags) { tags = text.tokens.map { $0.tag.pos?.rawValue ?? WordTag.blank } }
    if holding.contains(.lemmas) {
      lemmas = text.tokens.map { $0.tag.lemma ?? WordTag.blank }
      features = text.tokens.map { $0.tag.features ?? WordTag.blank }
    }
    if holding.contains(.intent) { intent = text.label("intent") }
    if holding.contains(.tasks) {
      for label in text.labels where label.task != "intent" { tasks[label.task] = label.value }
    }
    for span in holding.contains(.nested) ? text.spans : text.outermostSpans {
      var range = span.range
      if !holding.contains(.text) {
        let first = text.tokens.firstIndex { $0.range.lowerBound == range.lowerBound }
        let last = text.tokens.firstIndex { $0.range.upperBound == range.upperBound }
        range = (first ?? 0)..<((last ?? 0) + 1)
      }
      spans.append(
        Span(
          range.lowerBound, range.upperBound, span.label, role: holding.contains(.roles) ? span.role : nil,
          value: holding.contains(.values) ? span.value : nil))
    }
    if holding.contains(.relations) {
      chains = text.chains
      relations = text.numberedRelations.map { .init($0.name, $0.source, $0.target) }
    }
  }
}

extension AnnotatedText {
  /// Spans that lie in no other.
  package var outermostSpans: [TextSpan] {
    var out: [TextSpan] = []
    var end = 0
    for span in spans where span.range.lowerBound >= end {
      out.append(span)
      end = span.range.upperBound
    }
    return out
  }

  /// Words and, for each, the span that it is in: by number among the outermost; whether it begins it.
  ///
  /// - Returns: `nil` where an edge of a span is inside of a word, or a span holds no word.
  package var taggedWords: [(range: Range<Int>, span: TextSpan?, isFirst: Bool, tag: WordTag)]? {
    let spans = outermostSpans
    var out: [(range: Range<Int>, span: TextSpan?, isFirst: Bool, tag: WordTag)] = []
    var next = 0
    for token in tokens {
      while next < spans.count, spans[next].range.upperBound <= token.range.lowerBound { next += 1 }
      guard next < spans.count, spans[next].range.lowerBound < token.range.upperBound else {
        out.append((token.range, nil, false, token.tag))
        continue
      }
      let span = spans[next]
      guard span.range.lowerBound <= token.range.lowerBound, token.range.upperBound <= span.range.upperBound
      else { return nil }
      out.append((token.range, span, span.range.lowerBound == token.range.lowerBound, token.tag))
    }
    // Every span begins and ends with a word.
    let starts = Set(tokens.map(\.range.lowerBound))
    let ends = Set(tokens.map(\.range.upperBound))
    return spans.allSatisfy { starts.contains($0.range.lowerBound) && ends.contains($0.range.upperBound) }
      ? out : nil
  }
}

/// What formats of labelled texts have in common.
package protocol LabelledTextFormat: TextFormat {}

extension LabelledTextFormat {
  package var content: TextContent { .labelled }

  package func expected(of placed: PlacedText) -> [TextReading] {
    guard let text = placed.labelled else { return [] }
    return [
      TextReading(
        language: placed.text.language, part: placed.part.rawValue,
        group: holds.contains(.groups) ? text.label("intent") ?? "" : "",
        value: LabelledReading(text, holding: holds).json)
    ]
  }
}
