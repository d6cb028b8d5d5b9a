import Diagnostics

extension JSONValue {
  /// Parses a whole document (RFC 8259), members in file order; whole numbers without fraction or exponent that
  /// fit are integers.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, a byte order mark allowed; white space and zero bytes may follow the value, because
  ///     some writers pad with them.
  /// - Throws: `DioramaError(.badInput)` with line and column; also where values nest deeper than 128.
  package static func parse(_ bytes: ArraySlice<UInt8>, file: String) throws -> JSONValue {
    var parser = JSONParser(bytes: bytes, file: file)
    return try parser.document()
  }
}

private struct JSONParser {
  let bytes: ArraySlice<UInt8>
  let file: String
  var at: Int

  init(bytes: ArraySlice<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
    at = bytes.startIndex
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at += 3 }
  }

  mutating func document() throws -> JSONValue {
    let value = try self.value(depth: 0)
    skipSpace()
    while at < bytes.endIndex, bytes[at] == 0 || bytes[at] == 0x20 { at += 1 }
    if at < bytes.endIndex { throw failure("text after the end of the JSON document") }
    return value
  }

  private var current: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  private func failure(_ message: String) -> DioramaError {
    var line = 1
    var lineStart = bytes.startIndex
    for i in bytes.startIndex..<min(at, bytes.endIndex) where bytes[i] == 0x0A {
      line += 1
      lineStart = i + 1
    }
    return DioramaError(
      .badInput, "JSON: \(message)",
      at: SourceLocation(file: file, line: line, column: min(at, bytes.endIndex) - lineStart + 1),
      remedy: "Write the file again with the tool that made it; it is damaged or not JSON.")
  }

  private mutating func skipSpace() {
    while let c = current, c == 0x20 || c == 0x0A || c == 0x0D || c == 0x09 { at += 1 }
  }

  private mutating func value(depth: Int) throws -> JSONValue {
    guard depth < 128 else { throw failure("values nest deeper than 128") }
    skipSpace()
    guard let c = current else { throw failure("the text ends where a value should be") }
    switch c {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws -> JSONValue {
    let count = text.utf8CodeUnitCount
    let matches = text.withUTF8Buffer { bytes[at...].prefix(count).elementsEqual($0) }
    guard matches else { throw failure("an unknown word") }
    at += count
    return value
  }

  private mutating func number() throws -> JSONValue {
    let start = at
    while let c = current,
      (c >= 0x30 && c <= 0x39) || c == 0x2D || c == 0x2B || c == 0x2E || c == 0x65 || c == 0x45
    {
      at += 1
    }
    let text = at - start < 400 ? String(decoding: bytes[start..<at], as: UTF8.self) : ""
    if let whole = Int(text), whole != 0 || !text.hasPrefix("-") { return .integer(whole) }
    guard let n = Double(text), n.isFinite else {
      at = start
      throw failure("expected a value")
    }
    return .number(n)
  }

  private mutating func array(_ depth: Int) throws -> JSONValue {
    at += 1
    var out: [JSONValue] = []
    skipSpace()
    if current == UInt8(ascii: "]") {
      at += 1
      return .array(out)
    }
    while true {
      out.append(try value(depth: depth + 1))
      if try ends(with: UInt8(ascii: "]")) { return .array(out) }
    }
  }

  private mutating func object(_ depth: Int) throws -> JSONValue {
    at += 1
    var out: [JSONValue.Member] = []
    skipSpace()
    if current == UInt8(ascii: "}") {
      at += 1
      return .object(out)
    }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw failure("expected a key in quotes") }
      let key = try string()
      skipSpace()
      guard current == UInt8(ascii: ":") else {
        throw failure("expected ':' after the key \"\(key.prefix(40))\"")
      }
      at += 1
      out.append(.init(key, try value(depth: depth + 1)))
      if try ends(with: UInt8(ascii: "}")) { return .object(out) }
    }
  }

  /// Reads a comma (false) or the closing bracket (true).
  private mutating func ends(with close: UInt8) throws -> Bool {
    skipSpace()
    guard let c = current, c == close || c == UInt8(ascii: ",") else {
      throw failure("expected ',' or '\(String(UnicodeScalar(close)))'")
    }
    at += 1
    return c == close
  }

  private mutating func string() throws -> String {
    at += 1
    let start = at
    while let c = current, c != UInt8(ascii: "\""), c != UInt8(ascii: "\\") { at += 1 }
    if current == UInt8(ascii: "\"") {
      defer { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    var text = Array(bytes[start..<min(at, bytes.endIndex)])
    while let c = current {
      at += 1
      if c == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if c != UInt8(ascii: "\\") {
        text.append(c)
        continue
      }
      text.append(contentsOf: try escape())
    }
    throw failure("the text ends inside a string")
  }

  /// The UTF-8 of what follows a backslash.
  private mutating func escape() throws -> [UInt8] {
    guard let c = current else { throw failure("the text ends inside a string") }
    at += 1
    switch c {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [c]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"):
      var units = [try fourHexDigits()]
      if units[0] & 0xFC00 == 0xD800, bytes[at...].prefix(2).elementsEqual([0x5C, 0x75]) {
        at += 2
        units.append(try fourHexDigits())
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    default: throw failure("an unknown escape")
    }
  }

  private mutating func fourHexDigits() throws -> UInt16 {
    guard bytes.endIndex - at >= 4,
      let unit = UInt16(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
    else { throw failure("expected four hexadecimal digits") }
    at += 4
    return unit
  }
}
