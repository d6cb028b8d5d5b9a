import JSON
import TextModel

/// One example of a Rasa file: `go to [Paris]{"entity": "city", "value": "paris"} please`.
enum RasaExample {
  /// - Returns: `nil` where brackets cannot say it to the letter.
  static func written(_ item: LabelledText, _ spans: [TextSpan]) -> String? {
    let scalars = item.text.scalars
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ", first != "-",
      scalars.allSatisfy(isPlain)
    else { return nil }
    var out = ""
    var position = 0
    for span in spans {
      guard let label = written(item, span) else { return nil }
      out += item.text.surface(position..<span.range.lowerBound) + "[" + item.surface(span) + "]" + label
      position = span.range.upperBound
    }
    return out + item.text.surface(position..<scalars.count)
  }

  private static func written(_ item: LabelledText, _ span: TextSpan) -> String? {
    let value = item.value(span)
    let isSurface = value.unicodeScalars.elementsEqual(item.surface(span).unicodeScalars)
    if span.role == nil, isSurface, !span.label.contains(where: { ":){}\"".contains($0) }) {
      return "(\(span.label))"
    }
    let dictionary = JSONValue.object(
      [("entity", .string(span.label))] + (span.role.map { [("role", .string($0))] } ?? [])
        + (isSurface ? [] : [("value", .string(value))])
    ).line
    // Rasa takes all up to the first closing brace.
    return dictionary.dropLast().contains("}") ? nil : dictionary
  }

  /// Whether a scalar stands for itself: no bracket, nothing that ends a line for YAML or for Python.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x5B, 0x5D, 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// As Rasa's own pattern reads it: `[`, words without `]`, `]`, then `(entity)`, `(entity:value)` or a dictionary.
  ///
  /// - Returns: `nil` where a dictionary is none, or has no entity.
  static func reading(_ example: String) -> LabelledReading? {
    let scalars = Array(example.unicodeScalars)
    var text: [Unicode.Scalar] = []
    var spans: [LabelledReading.Span] = []
    var i = 0
    while i < scalars.count {
      guard scalars[i] == "[", let close = scalars[(i + 1)...].firstIndex(of: "]"), close > i + 1,
        close + 1 < scalars.count, scalars[close + 1] == "(" || scalars[close + 1] == "{",
        let end = scalars[(close + 1)...].firstIndex(of: scalars[close + 1] == "(" ? ")" : "}"),
        end > close + 2
      else {
        text.append(scalars[i])
        i += 1
        continue
      }
      let start = text.count
      text += scalars[(i + 1)..<close]
      let surface = string(scalars[(i + 1)..<close])
      var span = LabelledReading.Span(start, text.count, "", value: surface)
      if scalars[close + 1] == "(" {
        let parts = scalars[(close + 2)..<end].split(separator: ":", maxSplits: 1).map(string)
        span.label = parts.first ?? ""
        if parts.count > 1 { span.value = parts[1] }
      } else {
        let bytes = Array(string(scalars[(close + 1)...end]).utf8)
        guard let dictionary = try? JSONValue.parse(bytes[...], file: "example"),
          let entity = dictionary["entity"]?.text
        else { return nil }
        span.label = entity
        span.role = dictionary["role"]?.text
        span.value = dictionary["value"]?.text ?? surface
      }
      guard !span.label.isEmpty else { return nil }
      spans.append(span)
      i = end + 1
    }
    return LabelledReading(text: string(text[...]), spans: spans)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
