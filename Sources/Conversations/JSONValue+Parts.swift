package import JSON

extension JSONValue {
  /// A text; `nil` for anything else.
  package var asText: String? { if case .string(let text) = self { text } else { nil } }
  /// A whole number; `nil` for anything else.
  package var asWhole: Int? { if case .integer(let number) = self { number } else { nil } }
  /// Any number; `nil` for anything else.
  package var asNumber: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
  /// The items of an array; `nil` for anything else.
  package var asItems: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
  /// The members of an object; `nil` for anything else.
  package var asMembers: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// One line, members in their order, `": "` and `", "` between them, as people write it.
  package var compactText: String {
    switch self {
    case .array(let items): return "[" + items.map(\.compactText).joined(separator: ", ") + "]"
    case .object(let members):
      let parts = members.map { member -> String in
        var key = ""
        JSONValue.quote(member.key, to: &key)
        return key + ": " + member.value.compactText
      }
      return "{" + parts.joined(separator: ", ") + "}"
    default: return canonicalText
    }
  }

  /// What a text says; `nil` where it is no JSON.
  package static func read(_ text: String) -> JSONValue? {
    try? JSONValue.parse(Array(text.utf8)[...], file: "text")
  }
}
