import JSON

extension Form where Value: YAMLDecodable {
  /// A structure with named fields.
  package static func record(_ type: Value.Type = Value.self) -> Form<Value> {
    fields(named: String(describing: type), type, Value.summary, Value.init(from:))
  }
}

extension Form {
  /// A mapping whose fields `make` asks for.
  ///
  /// - Parameters:
  ///   - name: of the definition in the schema.
  ///   - identity: tells definitions of equal name apart; `nil` writes the definition out in place.
  static func fields(
    named name: String, _ identity: Any.Type?, _ summary: String, _ make: @escaping (FieldReader) -> Value
  ) -> Form<Value> {
    Form(
      read: { node, log in
        guard let entries = node.entries else {
          log.add("expected a mapping, found \(node.found)", at: node)
          return nil
        }
        let before = log.count
        let reader = FieldReader(node: node, entries: entries, log: log)
        let value = make(reader)
        let resolved = reader.finish()
        return log.count == before ? Decoded(value, resolved) : nil
      },
      describe: { builder in
        func write() -> JSONValue {
          let reader = FieldReader(describing: builder)
          _ = make(reader)
          let required = reader.descriptions.filter(\.isRequired).map { JSONValue.string($0.key) }
          var members: [JSONValue.Member] = [.init("type", "object")]
          if !summary.isEmpty { members.append(.init("description", .string(summary))) }
          members.append(.init("properties", .object(reader.descriptions.map { .init($0.key, $0.schema) })))
          if !required.isEmpty { members.append(.init("required", .array(required))) }
          members.append(.init("additionalProperties", false))
          return .object(members)
        }
        guard let identity else { return write() }
        return builder.define(name, ObjectIdentifier(identity), write)
      },
      encode: { _ in nil },
      placeholder: { make(FieldReader(describing: SchemaBuilder())) })
  }
}
