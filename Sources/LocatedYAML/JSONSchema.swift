package import Diagnostics
package import JSON

/// Collects the definitions of a schema while forms describe themselves.
package final class SchemaBuilder {
  private var names: [ObjectIdentifier: String] = [:]
  private(set) var definitions: [JSONValue.Member] = []
  /// What is wrong with the description itself: a default that its own form refuses, a key asked for twice.
  var problems: [String] = []

  init() {}

  /// A reference to a definition, written at its first mention; recursive structures refer to themselves.
  func define(_ name: String, _ identity: ObjectIdentifier, _ write: () -> JSONValue) -> JSONValue {
    if let known = names[identity] { return Self.reference(known) }
    var unique = name
    var number = 2
    while definitions.contains(where: { $0.key == unique }) {
      unique = "\(name)\(number)"
      number += 1
    }
    names[identity] = unique
    // The place is kept now, so that definitions stand in the order of their first mention.
    let index = definitions.count
    definitions.append(.init(unique, .null))
    definitions[index].value = write()
    return Self.reference(unique)
  }

  /// A definition that `name` alone identifies: one that is made by a function of what its name says.
  func define(_ name: String, _ write: () -> JSONValue) -> JSONValue {
    if !definitions.contains(where: { $0.key == name }) {
      let index = definitions.count
      definitions.append(.init(name, .null))
      definitions[index].value = write()
    }
    return Self.reference(name)
  }

  private static func reference(_ name: String) -> JSONValue { ["$ref": .string("#/definitions/\(name)")] }

  /// Whether `{}` is a valid value of the form.
  func acceptsEmpty<V>(_ form: Form<V>) -> Bool { Self.reads(.object([]), form).isEmpty }

  /// Notes a default that the form would refuse.
  func check<V>(default json: JSONValue, _ key: String, _ form: Form<V>) {
    problems += Self.reads(json, form).map { "\(key): default: \($0)" }
  }

  private static func reads<V>(_ json: JSONValue, _ form: Form<V>) -> [String] {
    let log = ErrorLog()
    _ = form.read(LocatedNode(json), log)
    return log.errors.map(\.message)
  }
}

/// The JSON Schema (draft-07) of recipes of type `R`, for editors: definitions and keys in the order of the
/// descriptions, so equal descriptions give equal text.
package func jsonSchema<R: YAMLDecodable>(for type: R.Type, id: String? = nil) -> JSONValue {
  let builder = SchemaBuilder()
  let root = Form<R>.record(type).describe(builder)
  var members: [JSONValue.Member] = [.init("$schema", "http://json-schema.org/draft-07/schema#")]
  if let id { members.append(.init("$id", .string(id))) }
  members.append(.init("title", .string(String(describing: type))))
  members.append(.init("allOf", .array([root])))
  members.append(.init("definitions", .object(builder.definitions)))
  return .object(members)
}

/// What is wrong with the description of `R` itself, for a test to assert that it is nothing: defaults outside
/// their own range, keys asked for twice.
package func descriptionProblems<R: YAMLDecodable>(of type: R.Type) -> [String] {
  let builder = SchemaBuilder()
  _ = Form<R>.record(type).describe(builder)
  return builder.problems
}

extension YAMLDocument {
  /// Reads the document as an `R`.
  ///
  /// - Throws: one error that names every fault found (20 at most), each with line, column, caret, key path, what
  ///   was found and what was expected.
  package func decode<R: YAMLDecodable>(_ type: R.Type = R.self) throws(DioramaError) -> Decoded<R> {
    try decode(.record(type))
  }

  /// Reads the document by a form of another kind.
  package func decode<V>(_ form: Form<V>) throws(DioramaError) -> Decoded<V> {
    let log = ErrorLog()
    let decoded = form.read(root, log)
    if let error = log.gathered { throw error }
    guard let decoded else { throw DioramaError(.internalError, "a form refused a value without a reason") }
    return decoded
  }

  /// The faults that `decode` would name, one by one; none when the document is valid.
  package func problems<V>(as form: Form<V>) -> [DioramaError] {
    let log = ErrorLog()
    _ = form.read(root, log)
    return log.errors
  }
}

extension LocatedNode {
  /// A value that was not written anywhere: a default.
  init(_ json: JSONValue) {
    let place = Place(source: YAMLSource(name: "default", text: ""), mark: .init(line: 1, column: 1))
    let content: Content =
      switch json {
      case .null: .null
      case .boolean(let b): .boolean(b)
      case .integer(let i): .integer(i)
      case .number(let d): .number(d)
      case .string(let s): .text(s)
      case .array(let items): .list(items.map { LocatedNode($0) })
      case .object(let members):
        .mapping(members.map { Entry(key: $0.key, keyLocation: place, value: LocatedNode($0.value)) })
      }
    self.init(content, place)
  }
}
