import TextModel

/// The last of several statements, which can be left out without touching what the others say.
///
/// Known from marks and relations, not guessed: the text states something (it has a sentiment, asks nothing, sets no
/// condition); what stays holds both ends of a relation; no relation and no span lies across the cut.
enum LastStatement {
  static let operation = "last-statement-removed"

  /// Words that tie a statement to another: one alone says something else.
  private static let conditional = [
    "if", "unless", "although", "though", "while", "either", "only", "because", "since", "虽然", "尽管", "如果",
    "要是", "除了", "不仅",
    "不但", "因为", "只要", "除非", "与其", "一边",
  ]

  static func removed(from text: AnnotatedText) -> Revision? {
    guard text.label("sentiment") != nil, !text.relations.isEmpty, let cut = cut(of: text) else { return nil }
    let tied = text.numberedRelations.map { (text.spans[$0.source].range, text.spans[$0.target].range) }
    guard tied.contains(where: { $0.upperBound <= cut.lowerBound && $1.upperBound <= cut.lowerBound }),
      tied.allSatisfy({ ($0.upperBound <= cut.lowerBound) == ($1.upperBound <= cut.lowerBound) }),
      text.spans.allSatisfy({ $0.range.upperBound <= cut.lowerBound || $0.range.lowerBound >= cut.lowerBound }
      )
    else { return nil }
    return try? text.applying([TextEdit(cut, "", operation: operation)], deletingSpans: true)
  }

  /// From behind the last but one statement to behind the last; marks at the end of Chinese texts stay.
  private static func cut(of text: AnnotatedText) -> Range<Int>? {
    let scalars = text.scalars
    let isChinese = text.language.hasPrefix("zh")
    let marks: Set<Unicode.Scalar> = isChinese ? ["，", "。", "！", "；"] : [".", "!"]
    let lower = text.string.lowercased()
    let words = Set(lower.split { !$0.isLetter }.map(String.init))
    guard !scalars.contains("?"), !scalars.contains("？"),
      !conditional.contains(where: { isChinese ? lower.contains($0) : words.contains($0) })
    else { return nil }
    var end = scalars.count
    while end > 0, marks.contains(scalars[end - 1]) || scalars[end - 1] == " " { end -= 1 }
    guard let mark = scalars[..<end].lastIndex(where: { marks.contains($0) }), mark > 0 else { return nil }
    // `2.5` and `U.S.` end nothing.
    guard isChinese || scalars[mark + 1] == " " else { return nil }
    return isChinese ? mark..<end : (mark + 1)..<scalars.count
  }
}
