package import JSON

/// What chat templates need of messages: roles by turns, nothing empty, every call answered exactly once.
package enum ChatAudit {
  /// What is wrong with the `messages` of a text; empty for sound ones.
  ///
  /// - Parameter tools: names that may be called; `nil` where that is not known.
  package static func faults(of messages: JSONValue?, tools: [String]? = nil) -> [String] {
    guard let items = messages?.asItems, !items.isEmpty else { return ["no messages"] }
    var found: [String] = []
    var open: [String] = []
    var used: [String] = []
    var previous: String?
    for (place, item) in items.enumerated() {
      guard let role = item["role"]?.asText, let content = item["content"]?.asText else {
        found.append("message \(place) has no role or content")
        continue
      }
      let calls = item["tool_calls"]?.asItems ?? []
      if content.allSatisfy(\.isWhitespace) && calls.isEmpty { found.append("message \(place) is empty") }
      if !calls.isEmpty && role != "assistant" { found.append("message \(place): \(role) calls tools") }
      if role != "tool" && !open.isEmpty {
        found.append("message \(place) comes before \(open.joined(separator: ", ")) was answered")
        open = []
      }
      switch role {
      case "system": if place > 0 { found.append("message \(place): a system message not at the front") }
      case "user":
        if previous != nil && previous != "system" && previous != "assistant" {
          found.append("message \(place): user after \(previous ?? "")")
        }
      case "assistant":
        if previous != "user" && previous != "tool" {
          found.append("message \(place): assistant after \(previous ?? "nothing")")
        }
        for call in calls {
          guard let id = call["id"]?.asText, let name = call["function"]?["name"]?.asText,
            case .object? = call["function"]?["arguments"]?.asText.flatMap(JSONValue.read)
          else {
            found.append("message \(place): a damaged call")
            continue
          }
          if used.contains(id) { found.append("message \(place): the id \(id) was used before") }
          if let tools, !tools.contains(name) { found.append("message \(place): there is no tool \(name)") }
          used.append(id)
          open.append(id)
        }
      case "tool":
        guard let id = item["tool_call_id"]?.asText, let i = open.firstIndex(of: id) else {
          found.append("message \(place) answers no open call")
          break
        }
        open.remove(at: i)
      default: found.append("message \(place): no role \(role)")
      }
      previous = role
    }
    if previous != "assistant" || !open.isEmpty { found.append("the assistant has not the last word") }
    return found
  }
}
