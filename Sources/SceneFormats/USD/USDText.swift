import Diagnostics
import VectorMath

/// USD's text as it grows, indented.
struct USDText {
  private var pending = ""
  private var level = 0

  mutating func line(_ text: String) {
    if !text.isEmpty { pending += String(repeating: "  ", count: level) + text }
    pending += "\n"
  }

  /// A bracket of its own line and what stands below it.
  mutating func begin(_ bracket: String) {
    line(bracket)
    level += 1
  }

  mutating func end(_ bracket: String) {
    level -= 1
    line(bracket)
  }

  /// Lines between two brackets; an empty one has been written before.
  mutating func open(_ first: String, _ last: String, _ body: (inout USDText) -> Void) {
    if first.isEmpty { level += 1 } else { begin(first) }
    body(&self)
    end(last)
  }

  mutating func schemas(_ names: [String]) {
    line("prepend apiSchemas = [\(names.map { "\"\($0)\"" }.joined(separator: ", "))]")
  }

  /// Labels of `SemanticsLabelsAPI`, by taxonomy.
  mutating func labels(_ labels: [(String, String)]) {
    for (taxonomy, label) in labels {
      line("token[] semantics:labels:\(taxonomy) = [\(Self.quoted(label))]")
    }
  }

  mutating func pose(_ t: Vector3, _ q: Quaternion) {
    let q = q.normalized
    line("double3 xformOp:translate = (\(t.x), \(t.y), \(t.z))")
    line("quatd xformOp:orient = (\(q.w), \(q.x), \(q.y), \(q.z))")
    line("uniform token[] xformOpOrder = [\"xformOp:translate\", \"xformOp:orient\"]")
  }

  /// A long list, passed on to the file as it grows.
  mutating func list(
    _ declaration: String, _ count: Int, interpolation: String? = nil, to file: ByteStream,
    _ item: (Int) -> String
  ) throws(DioramaError) {
    pending += String(repeating: "  ", count: level) + declaration + " = ["
    for i in 0..<count {
      if i > 0 { pending += ", " }
      pending += item(i)
      if pending.utf8.count > 1 << 16 { try flush(to: file) }
    }
    pending += "]"
    if let interpolation { pending += " (interpolation = \"\(interpolation)\")" }
    pending += "\n"
  }

  mutating func flush(to file: ByteStream) throws(DioramaError) {
    try file.write(pending)
    pending = ""
  }

  static func quoted(_ text: String) -> String {
    var out = "\""
    for s in text.unicodeScalars {
      switch s {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      default: if s.value >= 0x20, s.value != 0x7f { out.unicodeScalars.append(s) }
      }
    }
    return out + "\""
  }
}
