import JSON

/// A JSON value whose text is fixed: members in the order given, no spaces, numbers as written here.
package indirect enum JSONText: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// A number with at most so many decimals; not finite → `null`.
  case number(Double, decimals: Int)
  case string(String)
  case array([JSONText])
  case object([(String, JSONText)])

  package var text: String {
    var out = ""
    write(to: &out)
    return out
  }

  package func write(to out: inout String) {
    switch self {
    case .null: out += "null"
    case .bool(let b): out += b ? "true" : "false"
    case .int(let i): out += String(i)
    case .number(let d, let decimals): out += d.isFinite ? DecimalText.short(d, decimals) : "null"
    case .string(let s): JSONValue.quote(s, to: &out)
    case .array(let items):
      out += "["
      for (i, item) in items.enumerated() {
        if i > 0 { out += "," }
        item.write(to: &out)
      }
      out += "]"
    case .object(let members):
      out += "{"
      for (i, (key, value)) in members.enumerated() {
        if i > 0 { out += "," }
        JSONValue.quote(key, to: &out)
        out += ":"
        value.write(to: &out)
      }
      out += "}"
    }
  }

  /// `[x, y, width, height]`, as COCO writes boxes.
  package static func box(x: Int, y: Int, width: Int, height: Int) -> JSONText {
    .array([.int(x), .int(y), .int(width), .int(height)])
  }
}
