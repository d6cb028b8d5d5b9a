extension JSONValue {
  /// One line, members sorted by the bytes of their keys, whole numbers without a fraction: equal values have
  /// equal text.
  package var canonicalText: String {
    var out = ""
    write(to: &out, indent: nil, level: 0, sorted: true)
    return out
  }

  /// Indented by two spaces, members in their order, no line break at the end.
  package var prettyText: String {
    var out = ""
    write(to: &out, indent: 2, level: 0, sorted: false)
    return out
  }

  private func write(to out: inout String, indent: Int?, level: Int, sorted: Bool) {
    func line(_ level: Int) {
      guard let indent else { return }
      out += "\n" + String(repeating: " ", count: indent * level)
    }
    switch self {
    case .null: out += "null"
    case .boolean(let b): out += b ? "true" : "false"
    case .integer(let i): out += String(i)
    case .number(let d): out += Self.text(of: d)
    case .string(let s): Self.quote(s, to: &out)
    case .array(let items):
      // Lists of plain values stay on one line.
      let flat = indent == nil || items.allSatisfy(\.isScalar)
      out += "["
      for (i, item) in items.enumerated() {
        if i > 0 { out += flat && indent != nil ? ", " : "," }
        if !flat { line(level + 1) }
        item.write(to: &out, indent: indent, level: level + 1, sorted: sorted)
      }
      if !flat && !items.isEmpty { line(level) }
      out += "]"
    case .object(let members):
      let members = sorted ? members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } : members
      out += "{"
      for (i, member) in members.enumerated() {
        if i > 0 { out += "," }
        line(level + 1)
        Self.quote(member.key, to: &out)
        out += indent == nil ? ":" : ": "
        member.value.write(to: &out, indent: indent, level: level + 1, sorted: sorted)
      }
      if !members.isEmpty { line(level) }
      out += "}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// The shortest text that reads back as the same double.
  private static func text(of d: Double) -> String {
    guard d.isFinite else { return "null" }
    if d.magnitude < 0x1p53, let whole = Int(exactly: d) { return String(whole) }
    return "\(d)"
  }

  /// Adds a string in quotes (RFC 8259 §7); line separators too are escaped, so that what is written on one line stays
  /// one for every reader.
  package static func quote(_ s: String, to out: inout String) {
    out += "\""
    for scalar in s.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
