import JSON

enum StructureSolvers {
  /// Floyd and Warshall over all pairs.
  static func path(_ p: Parameters) -> String? {
    let n = p.int("towns")
    var d = Array(repeating: Array(repeating: 1 << 30, count: n), count: n)
    for i in 0..<n { d[i][i] = 0 }
    for road in p.table("roads") {
      d[road[0]][road[1]] = min(d[road[0]][road[1]], road[2])
      d[road[1]][road[0]] = d[road[0]][road[1]]
    }
    for k in 0..<n {
      for i in 0..<n {
        for j in 0..<n { d[i][j] = min(d[i][j], d[i][k] + d[k][j]) }
      }
    }
    return String(d[p.int("from")][p.int("to")])
  }

  /// Minute by minute.
  static func intervals(_ p: Parameters) -> String? {
    let meetings = p.table("meetings")
    let minutes = (0..<1440).count { minute in
      let running = meetings.count { $0[0] <= minute && minute < $0[1] }
      return p.bool("union") ? running > 0 : running == meetings.count
    }
    return String(minutes)
  }

  static func table(_ p: Parameters) -> String? {
    var sum = 0
    var count = 0
    var items = 0
    var top = Int.min
    for row in p.list("rows").map({ Parameters.list($0) }) {
      if p.json["city"] != .null, row[0] != p.json["city"] { continue }
      if p.json["least"] != .null, Parameters.int(row[1]) < p.int("least") { continue }
      (sum, count, items) = (sum + Parameters.int(row[2]), count + 1, items + Parameters.int(row[1]))
      top = max(top, Parameters.int(row[2]))
    }
    switch p.int("task") {
    case 0: return String(sum)
    case 1: return ArithmeticSolvers.rounded(Double(sum) / Double(count), 2)
    case 2: return String(top)
    default: return String(items)
    }
  }

  /// By string operations of the library.
  static func edits(_ p: Parameters) -> String? {
    var text = p.text("word")
    for edit in p.list("edits").map({ Parameters.list($0) }) {
      switch Parameters.text(edit[0]) {
      case "reverse": text = String(text.reversed())
      case "delete": text = text.split(separator: Parameters.text(edit[1])).joined()
      case "replace": text = text.replacing(Parameters.text(edit[1]), with: Parameters.text(edit[2]))
      case "rotate":
        for _ in 0..<Parameters.int(edit[1]) { text.append(text.removeFirst()) }
      case "swap_ends":
        let (first, last) = (text.removeFirst(), text.removeLast())
        text = String(last) + text + String(first)
      case "double":
        let at = text.index(text.startIndex, offsetBy: Parameters.int(edit[1]) - 1)
        text.insert(text[at], at: at)
      default: return nil
      }
    }
    return text
  }

  /// The library's regular expressions.
  static func regex(_ p: Parameters) -> String? {
    guard let expression = try? Regex(p.text("pattern")) else { return nil }
    let matching = p.texts("candidates").filter { $0.wholeMatch(of: expression) != nil }
    return matching.count == 1 ? matching[0] : nil
  }

  /// A small evaluator of JSON paths over lists of nodes.
  static func jsonPath(_ p: Parameters) -> String? {
    guard let document = p.json["document"] else { return nil }
    var nodes = [document]
    var rest = Substring(p.text("path").dropFirst())
    while let first = rest.first {
      rest = rest.dropFirst()
      if first == "." {
        let key = String(rest.prefix { $0 != "." && $0 != "[" })
        rest = rest.dropFirst(key.count)
        nodes = nodes.compactMap { $0[key] }
        continue
      }
      let selector = String(rest.prefix { $0 != "]" })
      rest = rest.dropFirst(selector.count + 1)
      nodes = nodes.flatMap { node -> [JSONValue] in
        let items = Parameters.list(node)
        if selector == "*" { return items }
        if selector.hasPrefix("?@.") {
          let words = selector.dropFirst(3).split(separator: " ").map(String.init)
          return items.filter { Parameters.int($0[words[0]]) > (Int(words[2]) ?? 0) }
        }
        guard let index = Int(selector) else { return [] }
        let at = index < 0 ? items.count + index : index
        return items.indices.contains(at) ? [items[at]] : []
      }
    }
    return nodes.isEmpty ? nil : String(nodes.reduce(0) { $0 + Parameters.int($1) })
  }
}
