import TextModel

/// A labelled sentence with its place in the dataset, as formats ask for it.
struct LabelledText {
  let placed: PlacedText
  let text: AnnotatedText

  var string: String { text.string }
  var intent: String { text.label("intent") ?? "" }

  /// Spans to write, those inside of others counted in `notes` where the format has no place for them.
  func outermost(_ notes: inout TextNotes) -> [TextSpan] {
    let spans = text.outermostSpans
    notes.note(
      "spans inside of others are left out: the format has one layer", text.spans.count - spans.count)
    return spans
  }

  /// The text with the label of each span in its place, `to {{city}} please`.
  /// - Parameter spans: disjoint, ascending.
  func masked(_ spans: [TextSpan]) -> String {
    var masked = ""
    var position = 0
    for span in spans {
      masked += text.surface(position..<span.range.lowerBound) + "{{\(span.label)}}"
      position = span.range.upperBound
    }
    return masked + text.surface(position..<text.scalars.count)
  }

  func surface(_ span: TextSpan) -> String { text.surface(of: span) }

  /// A span's value; its surface where it has no other.
  func value(_ span: TextSpan) -> String { span.value ?? surface(span) }
}
