import Diagnostics
import JSON

/// A structure that can be read from a YAML mapping.
///
/// Its initialiser asks a `FieldReader` for each field in turn. The same calls, run without a document, give the
/// JSON Schema:
///
///     package struct TownRecipe: YAMLDecodable {
///       package static let summary = "A town."
///       package var buildings: Distribution
///       package var weather: TextDistribution
///
///       package init(from fields: FieldReader) {
///         buildings = fields.read("buildings", .distribution(in: 1...400), default: 40, "How many buildings.")
///         weather = fields.read("weather", .textDistribution(among: ["clear", "rain"]), default: "clear", "The sky.")
///       }
///     }
///
/// The initialiser must ask for the same fields whatever it is given, and must not trap: after an error, and while the
/// structure is described, it gets defaults and placeholders.
package protocol YAMLDecodable {
  /// One sentence for the schema.
  static var summary: String { get }
  init(from fields: FieldReader)
}

/// Hands out the fields of one mapping, checks them, and notes what fields there are.
package final class FieldReader {
  /// A field as the schema tells it.
  struct Description {
    var key: String
    var isRequired: Bool
    var schema: JSONValue
  }

  private let node: LocatedNode?
  private let entries: [LocatedNode.Entry]
  private let log: ErrorLog
  private let builder: SchemaBuilder?
  private var keys: [String] = []
  private(set) var descriptions: [Description] = []
  private var resolved: [JSONValue.Member] = []

  init(node: LocatedNode, entries: [LocatedNode.Entry], log: ErrorLog) {
    self.node = node
    self.entries = entries
    self.log = log
    builder = nil
  }

  /// Describes instead of reading.
  init(describing builder: SchemaBuilder) {
    node = nil
    entries = []
    log = ErrorLog()
    self.builder = builder
  }

  /// An optional field with a default.
  ///
  /// - Parameter documentation: a sentence for the schema and for errors.
  package func read<V>(_ key: String, _ form: Form<V>, default value: V, _ documentation: String) -> V {
    if let found = take(key, form) { return found.value }
    let json = form.encode(value)
    describe(key, form, documentation, isRequired: false, default: json)
    if let builder {
      if let json {
        builder.check(default: json, key, form)
      } else {
        builder.problems.append("\(key): the default cannot be shown; give it as defaultYAML")
      }
    }
    if !has(key), let json { resolved.append(.init(key, json)) }
    return value
  }

  /// An optional field whose default is written in YAML, for structures and unions.
  package func read<V>(_ key: String, _ form: Form<V>, defaultYAML: String, _ documentation: String) -> V {
    if let found = take(key, form) { return found.value }
    let source = YAMLSource(name: "default of \(key)", text: defaultYAML)
    let ownLog = ErrorLog()
    var decoded: Decoded<V>?
    var json: JSONValue?
    do {
      var value = try YAMLComposer.compose(defaultYAML, source: source)
      value.path = node?.path(of: key) ?? key
      json = value.json
      decoded = form.read(value, ownLog)
    } catch {
      ownLog.add(
        "\(error)", at: .init(source: source, mark: .init(line: 1, column: 1)), path: key, remedy: nil)
    }
    describe(key, form, documentation, isRequired: false, default: json)
    builder?.problems += ownLog.errors.map { "\(key): default: \($0.message)" }
    if !has(key), let decoded { resolved.append(.init(key, decoded.resolved)) }
    return decoded?.value ?? form.placeholder()
  }

  /// A field that must be there.
  package func require<V>(_ key: String, _ form: Form<V>, _ documentation: String) -> V {
    if let found = take(key, form) { return found.value }
    describe(key, form, documentation, isRequired: true, default: nil)
    if let node, !has(key) {
      log.add(
        "the key \(key) is missing", at: node, remedy: "add \(key): \(documentation)")
    }
    return form.placeholder()
  }

  /// A field that may be left out.
  package func optional<V>(_ key: String, _ form: Form<V>, _ documentation: String) -> V? {
    if let found = take(key, form) { return found.value }
    describe(key, form, documentation, isRequired: false, default: nil)
    return nil
  }

  /// A nested structure; left out, its own defaults hold.
  package func nested<R: YAMLDecodable>(
    _ key: String, _ type: R.Type = R.self, _ documentation: String? = nil
  ) -> R {
    let form = Form<R>.record(type)
    if let found = take(key, form) { return found.value }
    if let builder {
      let text = documentation ?? R.summary
      describe(key, form, text, isRequired: !builder.acceptsEmpty(form), default: nil)
      return form.placeholder()
    }
    guard !has(key), let node else { return form.placeholder() }
    let empty = LocatedNode(.mapping([]), node.place, path: node.path(of: key))
    guard let decoded = form.read(empty, log) else { return form.placeholder() }
    resolved.append(.init(key, decoded.resolved))
    return decoded.value
  }

  /// A condition between fields. Where it fails, the error points at `key`, or at the mapping when that is a default.
  package func check(
    _ condition: @autoclosure () -> Bool, _ key: String, _ message: String, remedy: String? = nil
  ) {
    guard let node, log.count == 0, !condition() else { return }
    let entry = entries.first { $0.key == key }
    log.add(
      message, at: entry?.value.place ?? node.place, path: entry?.value.path ?? node.path(of: key),
      remedy: remedy)
  }

  private func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

  /// The field if it was written, read; `nil` also after an error in it.
  private func take<V>(_ key: String, _ form: Form<V>) -> Decoded<V>? {
    keys.append(key)
    guard let entry = entries.first(where: { $0.key == key }), let found = form.read(entry.value, log) else {
      return nil
    }
    resolved.append(.init(key, found.resolved))
    return found
  }

  private func describe<V>(
    _ key: String, _ form: Form<V>, _ documentation: String, isRequired: Bool, default json: JSONValue?
  ) {
    guard let builder else { return }
    if keys.dropLast().contains(key) { builder.problems.append("\(key) is asked for twice") }
    var schema = form.describe(builder)
    guard case .object(var members) = schema else { return }
    // Draft 7 ignores what stands beside a $ref.
    if schema["$ref"] != nil { members = [.init("allOf", .array([schema]))] }
    let unit = form.unit.map { " (\($0))" } ?? ""
    members.insert(.init("description", .string(documentation + unit)), at: 0)
    if let json { members.append(.init("default", json)) }
    schema = .object(members)
    descriptions.append(Description(key: key, isRequired: isRequired, schema: schema))
  }

  /// Notes unknown keys; the mapping with its defaults.
  func finish() -> JSONValue {
    for entry in entries where !keys.contains(entry.key) {
      let near = nearest(entry.key, in: keys).map { "did you mean \($0)? " } ?? ""
      log.add(
        "unknown key", at: entry.keyLocation, path: entry.value.path,
        remedy: keys.isEmpty ? "remove it" : "\(near)known keys: \(keys.joined(separator: ", "))")
    }
    return .object(resolved)
  }
}
