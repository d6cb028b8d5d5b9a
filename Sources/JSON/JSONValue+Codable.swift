/// A value as a part of a coded document: the members of an object come back sorted by the bytes of their keys.
extension JSONValue: Codable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package init(from decoder: any Decoder) throws {
    let c = try decoder.singleValueContainer()
    if c.decodeNil() {
      self = .null
    } else if let b = try? c.decode(Bool.self) {
      self = .boolean(b)
    } else if let i = try? c.decode(Int.self) {
      self = .integer(i)
    } else if let d = try? c.decode(Double.self) {
      self = .number(d)
    } else if let s = try? c.decode(String.self) {
      self = .string(s)
    } else if let a = try? c.decode([JSONValue].self) {
      self = .array(a)
    } else {
      self = .object(
        try c.decode([String: JSONValue].self).map { Member($0.key, $0.value) }
          .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    }
  }

  package func encode(to encoder: any Encoder) throws {
    if case .object(let members) = self {
      var c = encoder.container(keyedBy: Key.self)
      for member in members { try c.encode(member.value, forKey: Key(stringValue: member.key)) }
      return
    }
    var c = encoder.singleValueContainer()
    switch self {
    case .null, .object: try c.encodeNil()
    case .boolean(let b): try c.encode(b)
    case .integer(let i): try c.encode(i)
    // A whole number is written, and so read back, as an integer.
    case .number(let d): if let i = Int(exactly: d) { try c.encode(i) } else { try c.encode(d) }
    case .string(let s): try c.encode(s)
    case .array(let a): try c.encode(a)
    }
  }
}
