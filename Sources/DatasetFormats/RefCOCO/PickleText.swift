import JSON

/// Python's pickle, protocol 0: text in ASCII that every version of Python reads, written in one pass.
enum PickleText {
  /// Around the items of a list that is the whole pickle.
  static let listBegin = "("
  static let listEnd = "l."

  /// A value as a part of a pickle.
  static func text(of value: JSONValue) -> String {
    var out = ""
    write(value, &out)
    return out
  }

  private static func write(_ value: JSONValue, _ out: inout String) {
    switch value {
    case .null: out += "N"
    case .boolean(let b): out += b ? "I01\n" : "I00\n"
    case .integer(let i): out += "I\(i)\n"
    case .number(let d): out += "F\(d)\n"
    case .string(let s): quote(s, &out)
    case .array(let items):
      out += "("
      for item in items { write(item, &out) }
      out += "l"
    case .object(let members):
      out += "("
      for member in members {
        quote(member.key, &out)
        write(member.value, &out)
      }
      out += "d"
    }
  }

  /// Raw Unicode escapes up to the end of the line.
  private static func quote(_ s: String, _ out: inout String) {
    out += "V"
    for scalar in s.unicodeScalars {
      switch scalar.value {
      case 0x20..<0x7f where scalar != "\\": out.unicodeScalars.append(scalar)
      case 0x10000...: out += "\\U" + hex(scalar.value, 8)
      default: out += "\\u" + hex(scalar.value, 4)
      }
    }
    out += "\n"
  }

  private static func hex(_ n: UInt32, _ digits: Int) -> String {
    let text = String(n, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
