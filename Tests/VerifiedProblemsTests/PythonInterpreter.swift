/// Runs the few statements of Python that the programs use, from their text.
struct PythonInterpreter {
  private var lines: [(depth: Int, words: [String])] = []
  private var variables: [String: Int] = [:]
  private var printed: [String] = []
  private var breaks = false

  static func output(of source: String) -> String? {
    var interpreter = PythonInterpreter()
    for line in source.split(separator: "\n") {
      let depth = line.prefix { $0 == " " }.count / 4
      var text = line.drop { $0 == " " }
      if text.hasSuffix(":") { text = text.dropLast() }
      let separated = text.replacing("(", with: " ( ").replacing(")", with: " ) ").replacing(",", with: " ")
      interpreter.lines.append((depth, separated.split(separator: " ").map(String.init)))
    }
    guard interpreter.run(0, interpreter.lines.count) else { return nil }
    return interpreter.printed.joined(separator: "\n")
  }

  /// The end of the block below line `head`.
  private func end(of head: Int, _ last: Int) -> Int {
    var i = head + 1
    while i < last, lines[i].depth > lines[head].depth { i += 1 }
    return i
  }

  private func value(_ words: some Collection<String>) -> Int? {
    let words = Array(words)
    func atom(_ word: String) -> Int? { Int(word) ?? variables[word] }
    guard let first = words.first, let a = atom(first) else { return nil }
    guard words.count == 3 else { return words.count == 1 ? a : nil }
    guard let b = atom(words[2]) else { return nil }
    switch words[1] {
    case "+": return a + b
    case "-": return a - b
    case "*": return a * b
    case "%": return b == 0 ? nil : ((a % b) + b) % b
    default: return nil
    }
  }

  private mutating func run(_ first: Int, _ last: Int) -> Bool {
    var i = first
    while i < last, !breaks {
      let words = lines[i].words
      let next = end(of: i, last)
      switch words[0] {
      case "print":
        guard let x = variables[words[2]] else { return false }
        printed.append(String(x))
      case "break": breaks = true
      case "for":
        let numbers = words.dropFirst(5).compactMap { Int($0) }
        var i2 = numbers[0]
        while i2 < numbers[1] {
          variables[words[1]] = i2
          guard run(i + 1, next) else { return false }
          if breaks { break }
          i2 += numbers.count > 2 ? numbers[2] : 1
        }
        breaks = false
      case "if":
        guard let mark = words.firstIndex(where: { $0 == "==" || $0 == ">" }),
          let left = value(words[1..<mark]),
          let right = value(words[(mark + 1)...])
        else { return false }
        let holds = words[mark] == "==" ? left == right : left > right
        let hasElse = next < last && lines[next].words[0] == "else" && lines[next].depth == lines[i].depth
        let elseEnd = hasElse ? end(of: next, last) : next
        if holds {
          guard run(i + 1, next) else { return false }
        } else if hasElse {
          guard run(next + 1, elseEnd) else { return false }
        }
        i = elseEnd
        continue
      default:
        guard words.count >= 3, words[1] == "=", let result = value(words[2...]) else { return false }
        variables[words[0]] = result
      }
      i = next
    }
    return true
  }
}
