import Conversations
import JSON
import JSONSchemas
import RandomStreams

/// What may be wrong with a reply that should be JSON by a schema: a closed list.
enum StructureDefect: String, Sendable, CaseIterable {
  /// A bracket is missing at the end.
  case truncation
  /// Words around the object.
  case ignoredFormat = "ignored_format"
  case missingField = "missing_field"
  case unknownField = "unknown_field"
  case wrongType = "wrong_type"
  /// Valid, and not what the text says.
  case wrongValue = "wrong_value"

  var severity: Double {
    switch self {
    case .ignoredFormat, .unknownField: 0.4
    case .wrongType, .missingField: 0.6
    case .truncation: 0.8
    case .wrongValue: 0.9
    }
  }

  static func spoiled(
    _ value: JSONValue, _ schema: JSONValue, with defect: StructureDefect, _ tongue: Tongue,
    _ stream: inout RandomStream
  ) -> String? {
    guard case .object(var members) = value else { return nil }
    let numbers = members.indices.filter { if case .integer = members[$0].value { true } else { false } }
    switch defect {
    case .truncation: return String(value.compactText.dropLast(stream.integer(in: 1...6)))
    case .ignoredFormat:
      let lead = tongue == .chinese ? "提取结果如下：\n" : "Here is the result:\n"
      return lead + value.compactText
    case .missingField: members.remove(at: stream.integer(in: 0..<members.count))
    case .unknownField:
      members.append(.init(["note", "confidence", "source"][stream.integer(in: 0...2)], "n/a"))
    case .wrongType:
      guard let i = stream.choose(numbers) else { return nil }
      members[i].value = .string(members[i].value.canonicalText)
    case .wrongValue:
      guard let i = stream.choose(numbers), case .integer(let number) = members[i].value else { return nil }
      members[i].value = .integer(number + stream.integer(in: 1...3))
    }
    return JSONValue.object(members).compactText
  }

  /// The one defect of a reply; `nil` for a right reply, and for one with several.
  static func found(in reply: String, right: JSONValue, _ schema: JSONValue) -> StructureDefect? {
    guard let value = JSONValue.read(reply) else {
      if let open = reply.firstIndex(of: "{"), let inner = JSONValue.read(String(reply[open...])) {
        return SchemaValidator.equal(inner, right) ? .ignoredFormat : nil
      }
      let whole = right.compactText
      return whole.hasPrefix(reply) || right.canonicalText.hasPrefix(reply) || isBegun(reply)
        ? .truncation : nil
    }
    if SchemaValidator.equal(value, right) { return nil }
    let faults = SchemaValidator.faults(of: value, schema)
    guard faults.count <= 1 else { return nil }
    guard let fault = faults.first else { return .wrongValue }
    if fault.hasSuffix("is missing") { return .missingField }
    if fault.hasSuffix("is not known") { return .unknownField }
    return fault.contains("is not \"") ? .wrongType : nil
  }

  /// Whether an object begins and does not end.
  private static func isBegun(_ reply: String) -> Bool {
    reply.hasPrefix("{") && reply.count { $0 == "{" } >= reply.count { $0 == "}" } && !reply.hasSuffix("]}")
  }
}
