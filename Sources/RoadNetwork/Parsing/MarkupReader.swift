import Diagnostics

/// Reads the subset of XML 1.0 that OpenDRIVE files use: elements, attributes, text, CDATA, comments,
/// processing instructions and a document type without entities of its own.
///
/// Why not a general parser: its limits and its error positions would not be ours to state. Entities are
/// never expanded beyond the five of XML and character references, so no input grows.
struct MarkupReader {
  /// Bounds on what is read; beyond them the file is refused.
  static let elementLimit = 4_000_000
  static let depthLimit = 100

  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var elements = 0

  /// The root element of the document.
  static func read(_ bytes: [UInt8], file: String) throws(DioramaError) -> MarkupElement {
    var reader = MarkupReader(bytes: bytes, file: file)
    return try reader.document()
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  private mutating func document() throws(DioramaError) -> MarkupElement {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw failure("the file is UTF-16", "save it as UTF-8")
    }
    var root: MarkupElement?
    var open: [MarkupElement] = []
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") {
        let text = try characters()
        if let top = open.last {
          if text.contains(where: { !$0.isWhitespace }) { top.text += text }
        } else if text.contains(where: { !$0.isWhitespace }) {
          throw failure("text outside of the root element", "the file is no XML or is damaged")
        }
        continue
      }
      if skip("<!--") {
        guard find("-->") else { throw failure("a comment does not end", truncated) }
      } else if skip("<![CDATA[") {
        let from = position
        guard find("]]>") else { throw failure("a CDATA part does not end", truncated) }
        open.last?.text += String(decoding: bytes[from..<(position - 3)], as: UTF8.self)
      } else if skip("<?") {
        guard find("?>") else { throw failure("a processing instruction does not end", truncated) }
      } else if skip("<!") {
        guard find(">") else { throw failure("a declaration does not end", truncated) }
      } else if skip("</") {
        let name = try self.name()
        space()
        guard skip(">") else { throw failure("the end tag </\(name) is not closed", truncated) }
        guard let top = open.popLast() else { throw failure("the end tag </\(name)> ends nothing", damaged) }
        guard top.name == name else {
          throw failure("</\(name)> ends <\(top.name)> of line \(top.line)", damaged)
        }
      } else {
        let (element, isEmpty) = try startTag()
        if let parent = open.last {
          parent.children.append(element)
        } else if root == nil {
          root = element
        } else {
          throw failure("a second root element <\(element.name)>", damaged)
        }
        if !isEmpty {
          open.append(element)
          guard open.count <= Self.depthLimit else {
            throw failure("elements nest deeper than \(Self.depthLimit)", damaged)
          }
        }
      }
    }
    if let top = open.last {
      throw failure("the file ends inside <\(top.name)> of line \(top.line)", truncated)
    }
    guard let root else { throw failure("the file holds no element", "give an OpenDRIVE file (.xodr)") }
    return root
  }

  private mutating func startTag() throws(DioramaError) -> (MarkupElement, isEmpty: Bool) {
    elements += 1
    guard elements <= Self.elementLimit else {
      throw failure("more than \(Self.elementLimit) elements", "split the network into smaller files")
    }
    let (line, column) = (self.line, position - lineStart + 1)
    position += 1
    let name = try self.name()
    var attributes: [(name: String, value: String)] = []
    while true {
      space()
      if skip("/>") {
        return (MarkupElement(name: name, attributes: attributes, line: line, column: column), true)
      }
      if skip(">") { break }
      let key = try self.name()
      space()
      guard skip("=") else { throw failure("attribute \(key) of <\(name)> has no value", damaged) }
      space()
      attributes.append((key, try quoted(key, name)))
    }
    return (MarkupElement(name: name, attributes: attributes, line: line, column: column), false)
  }

  private mutating func quoted(_ key: String, _ element: String) throws(DioramaError) -> String {
    guard position < bytes.count,
      bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
    else { throw failure("the value of \(key) in <\(element)> is not quoted", damaged) }
    let quote = bytes[position]
    position += 1
    let from = position
    var plain = true
    while position < bytes.count, bytes[position] != quote {
      if bytes[position] == UInt8(ascii: "&") { plain = false }
      if bytes[position] == UInt8(ascii: "<") {
        throw failure("the value of \(key) in <\(element)> does not end", damaged)
      }
      step()
    }
    guard position < bytes.count else {
      throw failure("the file ends in the value of \(key) of <\(element)>", truncated)
    }
    let value = bytes[from..<position]
    position += 1
    return plain ? String(decoding: value, as: UTF8.self) : try expand(value)
  }

  /// Text up to the next `<`, with references replaced.
  private mutating func characters() throws(DioramaError) -> String {
    let from = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { step() }
    return try expand(bytes[from..<position])
  }

  private func expand(_ raw: ArraySlice<UInt8>) throws(DioramaError) -> String {
    guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
    var out = ""
    var rest = raw
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      out += String(decoding: rest[rest.startIndex..<start], as: UTF8.self)
      guard let end = rest[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        throw failure("an & stands alone", "write &amp;")
      }
      let name = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
      guard let character = Self.reference(name) else {
        throw failure("the entity &\(name); is unknown", "only XML's own entities are read")
      }
      out.append(character)
      rest = rest[(end + 1)...]
    }
    return out + String(decoding: rest, as: UTF8.self)
  }

  private static func reference(_ name: String) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return code.flatMap(Unicode.Scalar.init).map(Character.init)
    }
  }

  private mutating func name() throws(DioramaError) -> String {
    let from = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    guard position > from else {
      throw position >= bytes.count
        ? failure("the file ends inside a tag", truncated) : failure("a name was expected", damaged)
    }
    return String(decoding: bytes[from..<position], as: UTF8.self)
  }

  private static func isNameByte(_ b: UInt8) -> Bool {
    switch b {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: ":"), 0x80...0xFF:
      true
    default: false
    }
  }

  private mutating func space() {
    while position < bytes.count, bytes[position] == 32 || (9...13).contains(bytes[position]) { step() }
  }

  private mutating func step() {
    if bytes[position] == 10 {
      line += 1
      lineStart = position + 1
    }
    position += 1
  }

  private mutating func skip(_ token: StaticString) -> Bool {
    let count = token.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    let matches = token.withUTF8Buffer { wanted in
      (0..<count).allSatisfy { bytes[position + $0] == wanted[$0] }
    }
    if matches { position += count }
    return matches
  }

  /// Moves behind the next `token`; false when there is none.
  private mutating func find(_ token: StaticString) -> Bool {
    while position < bytes.count {
      if skip(token) { return true }
      step()
    }
    return false
  }

  private let truncated = "the file seems cut off; fetch it again"
  private let damaged = "the file is damaged or no XML"

  private func failure(_ message: String, _ remedy: String) -> DioramaError {
    DioramaError(
      .badInput, message,
      at: SourceLocation(file: file, line: line, column: max(1, position - lineStart + 1)), remedy: remedy)
  }
}
