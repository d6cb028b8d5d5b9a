/// The statements of an OBJ or MTL file: lines without comments, continued ones joined, any line ending.
struct StatementLines {
  struct Statement {
    /// Where it begins, from 1.
    var line: Int
    /// The first word.
    var keyword: String
    /// What follows it, trimmed.
    var rest: Substring

    /// The rest in words.
    var words: [Substring] { rest.split(whereSeparator: { $0 == " " || $0 == "\t" }) }
    /// The words before a remark. Names may hold a number sign, numbers cannot.
    var uncommentedWords: ArraySlice<Substring> { words.prefix { !$0.hasPrefix("#") } }
  }

  private let bytes: [UInt8]
  private var at = 0
  private var line = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  mutating func next() -> Statement? {
    while at < bytes.count {
      let first = line + 1
      var text = physicalLine()
      while text.last == UInt8(ascii: "\\"), at < bytes.count {
        text.removeLast()
        text.append(UInt8(ascii: " "))
        text += physicalLine()
      }
      let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0 }
      guard let start = text.firstIndex(where: { !isBlank($0) }), text[start] != UInt8(ascii: "#") else {
        continue
      }
      let end = text.lastIndex(where: { !isBlank($0) }) ?? start
      let body = text[start...end]
      let split = body.firstIndex(where: isBlank) ?? body.endIndex
      let rest = body[split...].drop(while: isBlank)
      return Statement(
        line: first, keyword: String(decoding: body[..<split], as: UTF8.self),
        rest: Substring(String(decoding: rest, as: UTF8.self)))
    }
    return nil
  }

  private mutating func physicalLine() -> [UInt8] {
    line += 1
    let start = at
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    let text = Array(bytes[start..<at])
    if at < bytes.count {
      // CR LF ends one line, not two.
      at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
    }
    return text
  }
}
