package import Conversations
package import JSON
import JSONSchemas

/// Finds what is wrong with a call by the tool's own schema and the right call, and so certifies pairs.
package enum CallAudit {
  /// The arguments' schema of a tool on offer.
  package static func schema(of name: String, in tools: [JSONValue]) -> JSONValue? {
    tools.first { $0["function"]?["name"]?.asText == name }?["function"]?["parameters"]
  }

  /// The defects of a call that should have been `right`; none for an equal one.
  package static func defects(of call: ToolCall, right: ToolCall, _ tools: [JSONValue]) -> [CallDefect] {
    if call.name != right.name { return [.wrongTool] }
    guard let schema = schema(of: call.name, in: tools) else { return [.wrongTool] }
    var found: [CallDefect] = []
    let given = call.arguments.asMembers ?? []
    let wanted = right.arguments.asMembers ?? []
    if wanted.contains(where: { call.arguments[$0.key] == nil }) { found.append(.missingArgument) }
    if given.contains(where: { right.arguments[$0.key] == nil }) { found.append(.unknownArgument) }
    var others: [JSONValue.Member] = []
    for member in given {
      guard let value = right.arguments[member.key], !SchemaValidator.equal(value, member.value),
        let own = schema["properties"]?[member.key]
      else { continue }
      let faults = SchemaValidator.faults(of: member.value, own)
      if faults.contains(where: { $0.contains("is not \"") }) {
        found.append(.wrongType)
      } else if faults.contains(where: { $0.contains("is not among") }) {
        found.append(.inventedValue)
      } else {
        others.append(member)
      }
    }
    // Two that changed places are one mistake.
    if others.count == 2, right.arguments[others[0].key] == others[1].value,
      right.arguments[others[1].key] == others[0].value
    {
      found.append(.swappedArguments)
    } else {
      found += others.map { _ in .wrongValue }
    }
    return found
  }
}
