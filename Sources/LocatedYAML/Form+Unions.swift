import JSON

/// One way to write a value of a union: `name: payload`.
package struct Case<Value> {
  let name: String
  let documentation: String
  let read: (LocatedNode, ErrorLog) -> Decoded<Value>?
  let describe: (SchemaBuilder) -> JSONValue
  /// Whether the payload may be left out, as `name` alone.
  let acceptsEmpty: () -> Bool
  let placeholder: () -> Value

  /// A case with a payload.
  package init<Payload>(
    _ name: String, _ payload: Form<Payload>, _ documentation: String, _ make: @escaping (Payload) -> Value
  ) {
    self.name = name
    self.documentation = documentation
    read = { node, log in payload.read(node, log).map { Decoded(make($0.value), $0.resolved) } }
    describe = payload.describe
    acceptsEmpty = { SchemaBuilder().acceptsEmpty(payload) }
    placeholder = { make(payload.placeholder()) }
  }

  /// A case whose payload is a structure.
  package init<Payload: YAMLDecodable>(
    _ name: String, _ payload: Payload.Type = Payload.self, make: @escaping (Payload) -> Value
  ) {
    self.init(name, .record(payload), Payload.summary, make)
  }

  /// A mapping with this case's key alone.
  func schema(_ builder: SchemaBuilder) -> JSONValue {
    var members: [JSONValue.Member] = [.init("type", "object")]
    if !documentation.isEmpty { members.append(.init("description", .string(documentation))) }
    members.append(.init("properties", .object([.init(name, describe(builder))])))
    members.append(.init("required", .array([.string(name)])))
    members.append(.init("additionalProperties", false))
    return .object(members)
  }
}

extension Form {
  /// A mapping with exactly one key, which says what the value is: `world: {town: {buildings: 40}}`.
  ///
  /// Where a case needs no fields, its name alone does: `world: town` is `world: {town: {}}`.
  package static func oneOf(_ cases: [Case<Value>]) -> Form<Value> {
    let names = cases.map(\.name)
    let list = names.joined(separator: ", ")
    return Form(
      read: { node, log in
        switch node.content {
        case .text(let name):
          guard let match = cases.first(where: { $0.name == name }) else {
            log.add(
              "expected one of \(list), found \(node.found)", at: node,
              remedy: nearest(name, in: names).map { "did you mean \($0)?" })
            return nil
          }
          let payload = LocatedNode(.mapping([]), node.place, path: node.path(of: name))
          return match.read(payload, log).map { Decoded($0.value, .object([.init(name, $0.resolved)])) }
        case .mapping:
          return readMapping(node, cases, log)
        default:
          log.add("expected a mapping with one of the keys \(list), found \(node.found)", at: node)
          return nil
        }
      },
      describe: { builder in
        var options = cases.map { $0.schema(builder) }
        let bare = cases.filter { $0.acceptsEmpty() }.map { JSONValue.string($0.name) }
        if !bare.isEmpty { options.append(["type": "string", "enum": .array(bare)]) }
        return ["anyOf": .array(options)]
      },
      encode: { _ in nil },
      placeholder: {
        guard let first = cases.first else { preconditionFailure("a union needs a case") }
        return first.placeholder()
      })
  }

  static func readMapping(_ node: LocatedNode, _ cases: [Case<Value>], _ log: ErrorLog) -> Decoded<Value>? {
    let entries = node.entries ?? []
    let names = cases.map(\.name)
    let list = names.joined(separator: ", ")
    for entry in entries where !names.contains(entry.key) {
      let near = nearest(entry.key, in: names).map { "did you mean \($0)? " } ?? ""
      log.add(
        "unknown key", at: entry.keyLocation, path: entry.value.path, remedy: "\(near)known keys: \(list)")
      return nil
    }
    guard let entry = entries.first, entries.count == 1,
      let match = cases.first(where: { $0.name == entry.key })
    else {
      let found = entries.isEmpty ? "none" : entries.map(\.key).joined(separator: " and ")
      log.add("expected exactly one of the keys \(list), found \(found)", at: node)
      return nil
    }
    return match.read(entry.value, log).map { Decoded($0.value, .object([.init(entry.key, $0.resolved)])) }
  }
}
