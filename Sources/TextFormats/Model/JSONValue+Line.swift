import JSON

extension JSONValue {
  /// One line, members in their order, `": "` and `", "` between them as Python writes them.
  var line: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    switch self {
    case .array(let items):
      out += "["
      for (i, item) in items.enumerated() {
        if i > 0 { out += ", " }
        item.write(to: &out)
      }
      out += "]"
    case .object(let members):
      out += "{"
      for (i, member) in members.enumerated() {
        if i > 0 { out += ", " }
        JSONValue.quote(member.key, to: &out)
        out += ": "
        member.value.write(to: &out)
      }
      out += "}"
    default: out += canonicalText
    }
  }

  /// A text; `nil` for anything else.
  var text: String? { if case .string(let text) = self { text } else { nil } }
  /// A whole number; `nil` for anything else.
  var whole: Int? { if case .integer(let number) = self { number } else { nil } }
  /// A number; `nil` for anything else.
  var real: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
  /// The items of an array; `nil` for anything else.
  var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
  /// The members of an object; `nil` for anything else.
  var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { Member($0.0, $0.1) })
  }
}
