import CivilCalendar
import Conversations
import JSON
import JSONSchemas

/// Judges a conversation with tools from its line alone: calls fit their schemas and come from what was said, answers are
/// what the tools answer when they are asked again, replies give them, and the rejected call has the named defect alone.
enum ToolAudit {
  static func faults(of record: JSONValue) -> [String] {
    guard let world = record["parameters"]?["world"].flatMap(ToolWorld.init(json:)),
      let texts = record["texts"]?.asItems, !texts.isEmpty
    else { return ["no conversation with tools"] }
    return texts.flatMap { text -> [String] in
      guard let tongue = text["language"]?.asText.flatMap(Tongue.init(rawValue:)) else {
        return ["no language"]
      }
      let tools = text["tools"]?.asItems ?? []
      let names = tools.compactMap { $0["function"]?["name"]?.asText }
      var found = ChatAudit.faults(of: text["messages"], tools: names)
      let messages = (text["messages"]?.asItems ?? []).compactMap(ChatMessage.init(json:))
      found += walk(messages, tools, world, tongue)
      found += preference(text["preference"], messages, tools)
      return found.map { "\(tongue.rawValue): \($0)" }
    }
  }

  private static func walk(
    _ messages: [ChatMessage], _ tools: [JSONValue], _ world: ToolWorld, _ tongue: Tongue
  ) -> [String] {
    var found: [String] = []
    var calls: [ToolCall] = []
    var said = ""
    var results: [JSONValue] = []
    for (place, message) in messages.enumerated() {
      switch message.role {
      case .system: break
      case .user:
        said += message.content + "\n"
        results = []
      case .tool:
        guard let call = calls.first(where: { $0.id == message.answers }) else { continue }
        let result = ToolCatalog.run(call.name, call.arguments, world, tongue)
        if JSONValue.read(message.content) != result.canonicalised {
          found.append("message \(place): \(call.name) answers otherwise")
        }
        results.append(result)
        said += message.content + "\n"
      case .assistant:
        calls += message.calls
        for call in message.calls {
          guard let schema = CallAudit.schema(of: call.name, in: tools) else { continue }
          found += SchemaValidator.faults(of: call.arguments, schema).map { "message \(place): \($0)" }
          for member in call.arguments.asMembers ?? [] where !isGrounded(member, in: said, tongue) {
            found.append("message \(place): nobody said \(member.key) \(member.value.canonicalText)")
          }
        }
        if message.calls.isEmpty {
          for result in results.suffix(from: max(0, results.count - 2)) where result["error"] == nil {
            found += untold(result, in: message.content, tongue).map { "message \(place): \($0) is not told" }
          }
          results = []
        }
      }
    }
    return found
  }

  /// Whether an argument comes from what was said before, or from what a tool has answered.
  private static func isGrounded(_ member: JSONValue.Member, in said: String, _ tongue: Tongue) -> Bool {
    guard let text = member.value.asText else { return said.contains(member.value.canonicalText) }
    if let unit = UnitTable.named(text), member.key == "from" || member.key == "to" {
      return [unit.name[tongue], unit.plural].contains { said.lowercased().contains($0) }
    }
    if let category = ToolWorld.categories.first(where: { $0.key == text }) {
      return said.contains(category.name[tongue])
    }
    if ToolCatalog.day(member.value) != nil { return said.contains(text) || isDay(text, in: said, tongue) }
    return said.contains(text) || said.contains(text.replacing("*", with: "×"))
  }

  private static func isDay(_ text: String, in said: String, _ tongue: Tongue) -> Bool {
    guard let date = ToolCatalog.day(.string(text)) else { return false }
    if tongue == .chinese { return said.contains("\(date.year)年\(date.month)月\(date.day)日") }
    return said.contains(" \(date.day), \(date.year)")
  }

  /// What of a result a reply leaves out.
  private static func untold(_ result: JSONValue, in reply: String, _ tongue: Tongue) -> [String] {
    (result.asMembers ?? []).flatMap { member -> [String] in
      switch member.key {
      case "unit", "sku", "name": return []
      case "date": return isDay(member.value.asText ?? "", in: reply, tongue) ? [] : ["the date"]
      case "weekday": return reply.contains(member.value.asText ?? "?") ? [] : ["the day of the week"]
      case "stations": return (member.value.asItems ?? []).compactMap(\.asText).filter { !reply.contains($0) }
      case "products":
        // The cheapest stands first; it is what is asked for where not all are told.
        let first = member.value.asItems?.first?["sku"]?.asText
        return first.map { reply.contains($0) ? [] : [$0] } ?? []
      default: return reply.contains(member.value.canonicalText) ? [] : [member.key]
      }
    }
  }

  private static func preference(_ pair: JSONValue?, _ messages: [ChatMessage], _ tools: [JSONValue])
    -> [String]
  {
    guard let pair else { return [] }
    let prompt = (pair["prompt"]?.asItems ?? []).compactMap(ChatMessage.init(json:))
    guard let chosen = pair["chosen"]?.asItems?.first.flatMap(ChatMessage.init(json:)),
      let rejected = pair["rejected"]?.asItems?.first.flatMap(ChatMessage.init(json:)),
      Array(messages.prefix(prompt.count)) == prompt, messages.count > prompt.count,
      messages[prompt.count] == chosen,
      chosen.calls.count == rejected.calls.count
    else { return ["the pair does not go on from the conversation"] }
    let defects = zip(chosen.calls, rejected.calls).flatMap { CallAudit.defects(of: $1, right: $0, tools) }
    return defects.map(\.rawValue) == [pair["defect"]?.asText ?? ""]
      ? [] : ["the rejected call has \(defects.map(\.rawValue)), not \(pair["defect"]?.canonicalText ?? "")"]
  }
}

extension JSONValue {
  /// As it is read back from what `compactText` writes.
  fileprivate var canonicalised: JSONValue? { JSONValue.read(compactText) }
}
