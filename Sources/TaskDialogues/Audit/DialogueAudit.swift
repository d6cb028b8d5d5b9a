import CivilCalendar
import Conversations
import JSON

/// Judges a dialogue from its line alone: whether its labels follow from what is said, and its end from its goal.
struct DialogueAudit {
  let domain: any TaskDomain

  init(_ domain: any TaskDomain) { self.domain = domain }

  func faults(of record: JSONValue) -> [String] {
    guard let parameters = record["parameters"], let today = Self.day(parameters["today"]?.asText),
      let texts = record["texts"]?.asItems, !texts.isEmpty
    else { return ["no dialogue"] }
    let slots = domain.slots(on: today)
    var found: [String] = []
    for text in texts {
      guard let tongue = text["language"]?.asText.flatMap(Tongue.init(rawValue:)),
        let messages = text["messages"]?.asItems, let turns = text["turns"]?.asItems
      else { return found + ["a damaged text"] }
      let here = tongue.rawValue
      found += ChatAudit.faults(of: text["messages"]).map { "\(here): \($0)" }
      let spoken = messages.compactMap { $0["role"]?.asText == "system" ? nil : $0["content"]?.asText }
      guard spoken.count == turns.count else { return found + ["\(here): as many turns as messages"] }
      let reading = TurnAudit(parameters, slots, MentionReader(slots, tongue), turns, spoken)
      found += reading.faults().map { "\(here): \($0)" }
      found += end(parameters, turns.last?["state"]).map { "\(here): \($0)" }
    }
    return found
  }

  private static func day(_ text: String?) -> CivilDate? {
    let parts = text?.split(separator: "-").compactMap { Int($0) } ?? []
    guard parts.count == 3, (1...9999).contains(parts[0]) else { return nil }
    return CivilDate(year: parts[0], month: parts[1], day: parts[2])
  }

  /// The last state is the goal, unless the dialogue says that it failed.
  private func end(_ parameters: JSONValue, _ state: JSONValue?) -> [String] {
    let outcome = parameters["outcome"]?.asText ?? ""
    let status = state?["status"]?.asText
    guard outcome == "success" else {
      return status == "booked" ? ["the outcome is \(outcome), yet it is booked"] : []
    }
    guard status == "booked" else { return ["it is not booked"] }
    var found: [String] = []
    for member in parameters["goal"]?.asMembers ?? [] where state?[member.key] != member.value {
      found.append("\(member.key) is \(state?[member.key]?.canonicalText ?? "unknown"), not the goal's")
    }
    if parameters["item"]?.asText == nil || state?["item"] != parameters["item"] {
      found.append("another item than the goal's")
    }
    let items = parameters["items"]?.asItems ?? []
    if let item = items.first(where: { $0["id"] == parameters["item"] }) {
      for fact in item["facts"]?.asMembers ?? [] {
        let wanted = state?[fact.key]
        if wanted != nil && wanted != fact.value && wanted?.asText != indifferent.key {
          found.append("the item's \(fact.key) is not what is wanted")
        }
      }
    }
    return found
  }
}
