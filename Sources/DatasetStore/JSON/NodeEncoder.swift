/// Collects what a type's `encode(to:)` says into `JSONNode`s.
struct NodeEncoder: Encoder {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Writes a value into a node; the standard scalars without a detour through their own `encode`.
  static func write<T: Encodable>(_ value: T, into node: JSONNode, path: [any CodingKey]) throws {
    switch value {
    case let v as Double: node.content = .scalar(JSONNode.number(v))
    case let v as Float: node.content = .scalar(JSONNode.number(v))
    case let v as String: node.content = .scalar(JSONNode.quoted(v))
    case let v as Bool: node.content = .scalar(v ? "true" : "false")
    case let v as [Int]: node.content = .array(v.map { scalar("\($0)") })
    case let v as [Double]: node.content = .array(v.map { scalar(JSONNode.number($0)) })
    case let v as any FixedWidthInteger: node.content = .scalar("\(v)")
    default: try value.encode(to: NodeEncoder(node: node, codingPath: path))
    }
  }

  private static func scalar(_ text: String) -> JSONNode {
    let node = JSONNode()
    node.content = .scalar(text)
    return node
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object = node.content {} else { node.content = .object([]) }
    return KeyedEncodingContainer(Keyed<Key>(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .array = node.content {} else { node.content = .array([]) }
    return Unkeyed(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Single(node: node, codingPath: codingPath)
  }

  struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode
    let codingPath: [any CodingKey]

    private func member(_ key: String) -> JSONNode {
      let member = JSONNode()
      if case .object(var members) = node.content {
        // Released before the append, so that the array grows in place.
        node.content = .unset
        members.append((key, member))
        node.content = .object(members)
      }
      return member
    }

    mutating func encodeNil(forKey key: Key) { member(key.stringValue).content = .scalar("null") }
    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
      try NodeEncoder.write(value, into: member(key.stringValue), path: codingPath + [key])
    }
    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      NodeEncoder(node: member(key.stringValue), codingPath: codingPath + [key]).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      NodeEncoder(node: member(key.stringValue), codingPath: codingPath + [key]).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { NodeEncoder(node: member("super"), codingPath: codingPath) }
    mutating func superEncoder(forKey key: Key) -> any Encoder {
      NodeEncoder(node: member(key.stringValue), codingPath: codingPath + [key])
    }
  }

  struct Unkeyed: UnkeyedEncodingContainer {
    let node: JSONNode
    let codingPath: [any CodingKey]
    private(set) var count = 0

    init(node: JSONNode, codingPath: [any CodingKey]) {
      self.node = node
      self.codingPath = codingPath
    }

    private mutating func element() -> JSONNode {
      let element = JSONNode()
      if case .array(var elements) = node.content {
        node.content = .unset
        elements.append(element)
        node.content = .array(elements)
      }
      count += 1
      return element
    }

    mutating func encodeNil() { element().content = .scalar("null") }
    mutating func encode<T: Encodable>(_ value: T) throws {
      try NodeEncoder.write(value, into: element(), path: codingPath)
    }
    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<
      Nested
    > {
      NodeEncoder(node: element(), codingPath: codingPath).container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      NodeEncoder(node: element(), codingPath: codingPath).unkeyedContainer()
    }
    mutating func superEncoder() -> any Encoder { NodeEncoder(node: element(), codingPath: codingPath) }
  }

  struct Single: SingleValueEncodingContainer {
    let node: JSONNode
    let codingPath: [any CodingKey]

    mutating func encodeNil() { node.content = .scalar("null") }
    mutating func encode<T: Encodable>(_ value: T) throws {
      switch value {
      // These encode themselves through this very container.
      case let v as any FixedWidthInteger: node.content = .scalar("\(v)")
      default: try NodeEncoder.write(value, into: node, path: codingPath)
      }
    }
  }
}
