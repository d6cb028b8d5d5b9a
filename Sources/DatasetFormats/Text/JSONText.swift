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

  func write(to out: inout String) {
    switch self {
    case .null: out += "null"
    case .bool(let b): out += b ? "true" : "false"
    case .int(let i): out += String(i)
    case .number(let d, let decimals): out += d.isFinite ? DecimalText.short(d, decimals) : "null"
    case .string(let s): Self.quote(s, to: &out)
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
        Self.quote(key, to: &out)
        out += ":"
        value.write(to: &out)
      }
      out += "}"
    }
  }

  /// RFC 8259 §7; line separators too are escaped, so that a record stays one line for every reader.
  static func quote(_ s: String, to out: inout String) {
    out += "\""
    for scalar in s.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7f || (0x80...0x9f).contains(scalar.value)
          || scalar.value == 0x2028 || scalar.value == 0x2029
        {
          let hex = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    out += "\""
  }

  /// `[x, y, width, height]`, as COCO writes boxes.
  static func box(x: Int, y: Int, width: Int, height: Int) -> JSONText {
    .array([.int(x), .int(y), .int(width), .int(height)])
  }
}
