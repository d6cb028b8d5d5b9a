/// Collects what a type's `encode(to:)` says into `JSONDraft`s.
struct DraftEncoder: Encoder {
  let node: JSONDraft
  /// Nothing here fails, so nothing needs to know where it is.
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Writes a value into a node; the commonest types without a detour through their own `encode`.
  static func write<T: Encodable>(_ value: T, into node: JSONDraft) throws {
    // Comparing types costs nothing; casting to each in turn would cost more than the rest together.
    if T.self == Double.self {
      node.content = .scalar(JSONDraft.number(unsafeBitCast(value, to: Double.self)))
    } else if T.self == Int.self {
      node.content = .scalar(unsafeBitCast(value, to: Int.self).description)
    } else if T.self == String.self {
      node.content = .text(unsafeBitCast(value, to: String.self))
    } else if T.self == [Double].self {
      node.content = .list(unsafeBitCast(value, to: [Double].self).map(JSONDraft.number))
    } else if T.self == [Int].self {
      node.content = .list(unsafeBitCast(value, to: [Int].self).map(\.description))
    } else {
      try value.encode(to: DraftEncoder(node: node))
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object = node.content {} else { node.content = .object([]) }
    return KeyedEncodingContainer(Keyed<Key>(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .array = node.content {} else { node.content = .array([]) }
    return Unkeyed(node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Single(node: node)
  }

  struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONDraft
    var codingPath: [any CodingKey] { [] }

    private func member(_ key: String) -> JSONDraft { node.addMember(key) }

    mutating func encodeNil(forKey key: Key) { member(key.stringValue).content = .scalar("null") }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
      try DraftEncoder.write(value, into: member(key.stringValue))
    }
    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      DraftEncoder(node: member(key.stringValue)).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      DraftEncoder(node: member(key.stringValue)).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { DraftEncoder(node: member("super")) }
    mutating func superEncoder(forKey key: Key) -> any Encoder {
      DraftEncoder(node: member(key.stringValue))
    }
  }

  struct Unkeyed: UnkeyedEncodingContainer {
    let node: JSONDraft
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(node: JSONDraft) { self.node = node }

    private mutating func element() -> JSONDraft {
      count += 1
      return node.addElement()
    }

    mutating func encodeNil() { element().content = .scalar("null") }
    mutating func encode<T: Encodable>(_ value: T) throws {
      try DraftEncoder.write(value, into: element())
    }
    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<
      Nested
    > {
      DraftEncoder(node: element()).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      DraftEncoder(node: element()).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { DraftEncoder(node: element()) }
  }

  struct Single: SingleValueEncodingContainer {
    let node: JSONDraft
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() { node.content = .scalar("null") }
    mutating func encode(_ value: Bool) { node.content = .scalar(value ? "true" : "false") }
    mutating func encode(_ value: String) { node.content = .text(value) }
    mutating func encode(_ value: Double) { node.content = .scalar(JSONDraft.number(value)) }
    mutating func encode(_ value: Float) { node.content = .scalar(JSONDraft.number(value)) }
    mutating func encode(_ value: Int) { node.content = .scalar(value.description) }
    mutating func encode(_ value: Int8) { node.content = .scalar(value.description) }
    mutating func encode(_ value: Int16) { node.content = .scalar(value.description) }
    mutating func encode(_ value: Int32) { node.content = .scalar(value.description) }
    mutating func encode(_ value: Int64) { node.content = .scalar(value.description) }
    mutating func encode(_ value: UInt) { node.content = .scalar(value.description) }
    mutating func encode(_ value: UInt8) { node.content = .scalar(value.description) }
    mutating func encode(_ value: UInt16) { node.content = .scalar(value.description) }
    mutating func encode(_ value: UInt32) { node.content = .scalar(value.description) }
    mutating func encode(_ value: UInt64) { node.content = .scalar(value.description) }
    mutating func encode<T: Encodable>(_ value: T) throws { try DraftEncoder.write(value, into: node) }
  }
}
