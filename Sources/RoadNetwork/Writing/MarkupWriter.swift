/// Writes XML elements one after another, two spaces a level.
struct MarkupWriter {
  /// Attributes in order; those without a value are left out.
  typealias Attributes = [(name: String, value: String?)]

  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var names: [String] = []

  /// An element without content.
  mutating func leaf(_ name: String, _ attributes: Attributes = []) {
    begin(name, attributes)
    text += "/>\n"
  }

  /// An element that `close` ends.
  mutating func open(_ name: String, _ attributes: Attributes = []) {
    begin(name, attributes)
    text += ">\n"
    names.append(name)
  }

  mutating func close() {
    guard let name = names.popLast() else { return }
    indent()
    text += "</\(name)>\n"
  }

  /// An element that holds text alone, as CDATA where that can be.
  mutating func cdata(_ name: String, _ content: String) {
    begin(name, [])
    text += content.contains("]]>") ? ">\(Self.escaped(content))" : "><![CDATA[\(content)]]>"
    text += "</\(name)>\n"
  }

  private mutating func begin(_ name: String, _ attributes: Attributes) {
    indent()
    text += "<"
    text += name
    for attribute in attributes {
      guard let value = attribute.value else { continue }
      text += " "
      text += attribute.name
      text += "=\""
      text += Self.escaped(value)
      text += "\""
    }
  }

  private mutating func indent() { for _ in names { text += "  " } }

  private static func escaped(_ value: String) -> String {
    let special: [UInt8] = [38, 60, 62, 34, 9, 10, 13]
    guard value.utf8.contains(where: { special.contains($0) }) else { return value }
    var result = ""
    for c in value.unicodeScalars {
      switch c {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(c.value);"
      default: result.unicodeScalars.append(c)
      }
    }
    return result
  }

  /// The shortest text that reads back as the same number.
  static func number(_ x: Double) -> String {
    if x.magnitude < 1e15, let whole = Int(exactly: x) { return String(whole) }
    return "\(x)"
  }

  /// Nil for 0, which is what a missing attribute means.
  static func nonZero(_ x: Double) -> String? { x == 0 ? nil : number(x) }
  static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
