/// A JSON document under construction.
final class JSONNode {
  enum Content {
    case unset
    /// A scalar, as the text it is written as.
    case scalar(String)
    case array([JSONNode])
    case object([(key: String, node: JSONNode)])
  }

  var content = Content.unset

  private var isScalar: Bool {
    switch content {
    case .unset, .scalar: true
    case .array(let nodes): nodes.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  /// Containers of scalars stand on one line; others have a line per member.
  func write(to out: inout [UInt8], indentation: Int) {
    switch content {
    case .unset: out.append(contentsOf: "{}".utf8)
    case .scalar(let text): out.append(contentsOf: text.utf8)
    case .array(let nodes):
      out.append(0x5b)
      let breaks = !nodes.allSatisfy(\.isScalar)
      for (i, node) in nodes.enumerated() {
        Self.separate(&out, first: i == 0, breaks: breaks, indentation: indentation)
        node.write(to: &out, indentation: indentation + 1)
      }
      if breaks { Self.breakLine(&out, indentation) }
      out.append(0x5d)
    case .object(let members):
      out.append(0x7b)
      let sorted = Self.sorted(members)
      let breaks = !sorted.allSatisfy(\.node.isScalar)
      for (i, member) in sorted.enumerated() {
        Self.separate(&out, first: i == 0, breaks: breaks, indentation: indentation)
        out.append(contentsOf: Self.quoted(member.key).utf8)
        out.append(contentsOf: ": ".utf8)
        member.node.write(to: &out, indentation: indentation + 1)
      }
      if breaks { Self.breakLine(&out, indentation) }
      out.append(0x7d)
    }
  }

  private static func separate(_ out: inout [UInt8], first: Bool, breaks: Bool, indentation: Int) {
    if !first { out.append(0x2c) }
    if breaks {
      breakLine(&out, indentation + 1)
    } else if !first {
      out.append(0x20)
    }
  }

  private static func breakLine(_ out: inout [UInt8], _ indentation: Int) {
    out.append(0x0a)
    out.append(contentsOf: repeatElement(0x20, count: indentation))
  }

  /// By the keys' UTF-8 bytes; of members with one key the last stays.
  private static func sorted(_ members: [(key: String, node: JSONNode)]) -> [(key: String, node: JSONNode)] {
    let order = members.indices.sorted { a, b in
      let (x, y) = (members[a].key.utf8, members[b].key.utf8)
      return x.lexicographicallyPrecedes(y) || (!y.lexicographicallyPrecedes(x) && a < b)
    }
    var out: [(key: String, node: JSONNode)] = []
    for i in order {
      if out.last?.key == members[i].key { out.removeLast() }
      out.append(members[i])
    }
    return out
  }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  static func number(_ value: Double) -> String {
    value.isFinite
      ? value.description : value.isNaN ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\""
  }

  static func number(_ value: Float) -> String {
    value.isFinite ? value.description : number(Double(value))
  }
}
