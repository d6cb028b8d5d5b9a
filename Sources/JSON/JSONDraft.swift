/// A JSON document under construction.
final class JSONDraft {
  enum Content {
    case unset
    /// A number, truth value or null, as the text it is written as.
    case scalar(String)
    case text(String)
    /// An array of scalars.
    case list([String])
    case array([JSONDraft])
    case object([(key: String, node: JSONDraft)])
  }

  var content = Content.unset

  func addMember(_ key: String) -> JSONDraft {
    let member = JSONDraft()
    if case .object(var members) = content {
      // Released before the append, so that the array grows in place.
      content = .unset
      members.append((key, member))
      content = .object(members)
    }
    return member
  }

  func addElement() -> JSONDraft {
    let element = JSONDraft()
    if case .array(var elements) = content {
      content = .unset
      elements.append(element)
      content = .array(elements)
    }
    return element
  }

  private var isScalar: Bool {
    switch content {
    case .unset, .scalar, .text: true
    case .list(let items): items.isEmpty
    case .array(let nodes): nodes.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  /// Containers of scalars stand on one line; others have a line per member.
  func write(to out: inout [UInt8], indentation: Int) {
    switch content {
    case .unset: out.append(contentsOf: "{}".utf8)
    case .scalar(let text): out.append(contentsOf: text.utf8)
    case .text(let text): Self.quote(text, to: &out)
    case .list(let items):
      out.append(0x5b)
      for (i, item) in items.enumerated() {
        if i > 0 { Self.separate(&out) }
        out.append(contentsOf: item.utf8)
      }
      out.append(0x5d)
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
        Self.quote(member.key, to: &out)
        out.append(0x3a)
        out.append(0x20)
        member.node.write(to: &out, indentation: indentation + 1)
      }
      if breaks { Self.breakLine(&out, indentation) }
      out.append(0x7d)
    }
  }

  private static func separate(_ out: inout [UInt8]) {
    out.append(0x2c)
    out.append(0x20)
  }

  private static func separate(_ out: inout [UInt8], first: Bool, breaks: Bool, indentation: Int) {
    guard breaks else { return first ? () : separate(&out) }
    if !first { out.append(0x2c) }
    breakLine(&out, indentation + 1)
  }

  private static func breakLine(_ out: inout [UInt8], _ indentation: Int) {
    out.append(0x0a)
    out.append(contentsOf: repeatElement(0x20, count: indentation))
  }

  /// By the keys' UTF-8 bytes; of members with one key the last stays.
  private static func sorted(_ members: [(key: String, node: JSONDraft)]) -> [(key: String, node: JSONDraft)]
  {
    var isSorted = true
    for i in members.indices.dropFirst() where isSorted {
      isSorted = precedes(members[i - 1].key, members[i].key)
    }
    if isSorted { return members }
    let order = members.indices.sorted { a, b in
      precedes(members[a].key, members[b].key) || (!precedes(members[b].key, members[a].key) && a < b)
    }
    var out: [(key: String, node: JSONDraft)] = []
    out.reserveCapacity(members.count)
    for i in order {
      if let last = out.last, last.key.utf8.elementsEqual(members[i].key.utf8) { out.removeLast() }
      out.append(members[i])
    }
    return out
  }

  /// Whether the UTF-8 bytes of `a` come before those of `b`.
  private static func precedes(_ a: String, _ b: String) -> Bool {
    let quick = a.utf8.withContiguousStorageIfAvailable { x in
      b.utf8.withContiguousStorageIfAvailable { y in
        for i in 0..<min(x.count, y.count) where x[i] != y[i] { return x[i] < y[i] }
        return x.count < y.count
      }
    }
    return (quick ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private static func quote(_ text: String, to out: inout [UInt8]) {
    out.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5c:
        out.append(0x5c)
        out.append(byte)
      case 0x20...: out.append(byte)
      case 0x0a: out.append(contentsOf: "\\n".utf8)
      case 0x0d: out.append(contentsOf: "\\r".utf8)
      case 0x09: out.append(contentsOf: "\\t".utf8)
      default:
        out.append(contentsOf: (byte < 16 ? "\\u000" : "\\u00").utf8)
        out.append(contentsOf: String(byte, radix: 16).utf8)
      }
    }
    out.append(0x22)
  }

  static func number(_ value: Double) -> String {
    value.isFinite
      ? value.description : value.isNaN ? "\"NaN\"" : value > 0 ? "\"Infinity\"" : "\"-Infinity\""
  }

  static func number(_ value: Float) -> String {
    value.isFinite ? value.description : number(Double(value))
  }
}
