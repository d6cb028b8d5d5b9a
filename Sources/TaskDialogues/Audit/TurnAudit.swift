import Conversations
import JSON

/// Goes through the turns of a dialogue in one language.
struct TurnAudit {
  private let parameters: JSONValue
  private let slotNames: Set<String>
  private let reader: MentionReader
  private let turns: [JSONValue]
  private let spoken: [String]

  init(
    _ parameters: JSONValue, _ slots: [DialogueSlot], _ reader: MentionReader, _ turns: [JSONValue],
    _ spoken: [String]
  ) {
    self.parameters = parameters
    slotNames = Set(slots.map(\.name))
    self.reader = reader
    self.turns = turns
    self.spoken = spoken
  }

  func faults() -> [String] {
    var found: [String] = []
    var state: [String: JSONValue] = [:]
    for (place, turn) in turns.enumerated() {
      let isUser = turn["speaker"]?.asText == "user"
      if isUser != (place % 2 == 0) { found.append("turn \(place): speakers do not alternate") }
      found += fold(turn, isUser, &state).map { "turn \(place): \($0)" }
      found += words(of: turn, isUser, place).map { "turn \(place): \($0)" }
      found += references(of: turn, place).map { "turn \(place): \($0)" }
      if place > 0 { found += follows(turns[place - 1], turn, isUser).map { "turn \(place): \($0)" } }
      if !isUser { found += answers(turn).map { "turn \(place): \($0)" } }
    }
    return found
  }

  /// The state is the one before with what changed, and what changed was said.
  private func fold(_ turn: JSONValue, _ isUser: Bool, _ state: inout [String: JSONValue]) -> [String] {
    var found: [String] = []
    let acts = turn["acts"]?.asItems ?? []
    for change in turn["delta"]?.asItems ?? [] {
      guard let slot = change["slot"]?.asText, let to = change["to"] else { return ["a damaged change"] }
      if (state[slot] ?? .null) != (change["from"] ?? .null) { found.append("\(slot) was not that before") }
      let isSaid = acts.contains { act in
        ["inform", "correct", "confirm"].contains(act["act"]?.asText ?? "") && act["about"]?.asText == slot
          && act["value"] == to
      }
      if !isSaid && slot != "status" { found.append("\(slot) changes without an act") }
      if isUser == (slot == "status") { found.append("\(slot) is changed by the wrong side") }
      state[slot] = to
    }
    var said: [String: JSONValue] = [:]
    for member in turn["state"]?.asMembers ?? [] { said[member.key] = member.value }
    if said != state { found.append("the state does not follow from the changes") }
    // What a user tells and the assistant understands is in the state then.
    if isUser && turn["understood"] != .boolean(false) {
      for act in acts where ["inform", "correct"].contains(act["act"]?.asText ?? "") {
        if let slot = act["about"]?.asText, let value = act["value"], state[slot] != value {
          found.append("\(slot) is told, and not in the state")
        }
      }
    }
    return found
  }

  /// The values that words name are the values of the acts.
  private func words(of turn: JSONValue, _ isUser: Bool, _ place: Int) -> [String] {
    var left: [[String]] = []
    for act in turn["acts"]?.asItems ?? [] {
      guard let slot = act["about"]?.asText, let value = act["value"]?.asText else { continue }
      if slotNames.contains(slot) { left.append([slot, value]) }
    }
    var facts = isUser ? [] : offered(turn)
    // Who asks which day it is says "today", and means no date of the task.
    let asksForToday = (turn["acts"]?.asItems ?? []).contains { $0["about"]?.asText == "today" }
    if asksForToday, let today = parameters["today"]?.asText { facts.append(["date", today]) }
    var found: [String] = []
    // Ambiguous words last, so that they take what is left.
    let mentions = reader.mentions(in: spoken[place]).sorted { $0.meanings.count < $1.meanings.count }
    for mention in mentions {
      if let i = left.firstIndex(where: { mention.meanings.contains($0) }) {
        left.remove(at: i)
      } else if !facts.contains(where: { mention.meanings.contains($0) }) {
        found.append("“\(mention.words)” is said, and in no act")
      }
    }
    for entry in left { found.append("\(entry.joined(separator: " ")) is in an act, and not said") }
    return found
  }

  /// Slot and value of what the items that a turn speaks of are.
  private func offered(_ turn: JSONValue) -> [[String]] {
    let ids = (turn["acts"]?.asItems ?? []).filter { $0["about"]?.asText == "item" }.compactMap {
      $0["value"]
    }
    return (parameters["items"]?.asItems ?? []).filter { item in item["id"].map(ids.contains) ?? false }
      .flatMap { $0["facts"]?.asMembers ?? [] }.map { [$0.key, $0.value.asText ?? ""] }
  }

  private func references(of turn: JSONValue, _ place: Int) -> [String] {
    var found: [String] = []
    let scalars = Array(spoken[place].unicodeScalars)
    for reference in turn["references"]?.asItems ?? [] {
      guard let to = reference["turn"]?.asWhole, (0..<place).contains(to),
        let means = reference["means"]?.asText
      else {
        found.append("a reference to no turn before")
        continue
      }
      // There the slot, or the item, is spoken of.
      let isThere = (turns[to]["acts"]?.asItems ?? []).contains { act in
        act["about"]?.asText == means || act["about"]?.asText == "item" && act["value"]?.asText == means
      }
      if !isThere { found.append("turn \(to) does not speak of \(means)") }
      guard reference["kind"]?.asText != "ellipsis" else { continue }
      guard let start = reference["start"]?.asWhole, let end = reference["end"]?.asWhole, start >= 0,
        start < end, end <= scalars.count,
        String(String.UnicodeScalarView(scalars[start..<end])) == reference["surface"]?.asText
      else {
        found.append("a reference beside its words")
        continue
      }
    }
    return found
  }

  /// What may follow what: a question is answered, put off or broken off; a denial is met.
  private func follows(_ before: JSONValue, _ turn: JSONValue, _ isUser: Bool) -> [String] {
    let last = before["acts"]?.asItems ?? []
    let acts = turn["acts"]?.asItems ?? []
    func has(_ acts: [JSONValue], _ kind: String, _ about: String? = nil) -> Bool {
      acts.contains { $0["act"]?.asText == kind && (about == nil || $0["about"]?.asText == about) }
    }
    if has(last, "bye") && !isUser && !has(acts, "bye") { return ["a farewell without another"] }
    guard isUser else {
      if has(last, "digress") && !has(acts, "digress") { return ["a digression that is passed over"] }
      if before["understood"] == .boolean(false) && !has(acts, "repair") {
        return ["not understood, not repaired"]
      }
      return []
    }
    if has(last, "bye") { return ["words after the farewell"] }
    if has(acts, "digress") || has(acts, "bye") || has(acts, "deny") || has(acts, "correct") { return [] }
    let asked = last.filter { $0["act"]?.asText == "request" }.compactMap { $0["about"]?.asText }
    if let slot = asked.first(where: slotNames.contains), !has(acts, "inform", slot) {
      return ["\(slot) was asked for"]
    }
    // All was said back: yes, or what is wrong.
    let saysBack = last.filter { $0["act"]?.asText == "confirm" }.count > 1 && has(last, "confirm", "item")
    if saysBack && !has(acts, "confirm") { return ["neither yes nor no"] }
    if before["misheard"] != nil { return ["a mistake that is passed over"] }
    return []
  }

  /// What the assistant says of items is so.
  private func answers(_ turn: JSONValue) -> [String] {
    let items = parameters["items"]?.asItems ?? []
    var found: [String] = []
    for act in turn["acts"]?.asItems ?? [] {
      guard let about = act["about"]?.asText, let value = act["value"]?.asText else { continue }
      switch (act["act"]?.asText, about) {
      case ("inform", "item"):
        guard let item = items.first(where: { $0["id"]?.asText == value }) else {
          found.append("there is no item \(value)")
          continue
        }
        for fact in item["facts"]?.asMembers ?? [] {
          if let wanted = turn["state"]?[fact.key]?.asText, wanted != fact.value.asText,
            wanted != indifferent.key
          {
            found.append("\(value) is offered, whose \(fact.key) is not \(wanted)")
          }
        }
      case ("inform", "status"), ("inform", "number"): break
      case ("inform", _):
        let isSo = items.contains { $0["attributes"]?[about]?.canonicalText == value }
        if !isSo { found.append("nothing has the \(about) \(value)") }
      case ("digress", _):
        if let holds = parameters["policies"]?[about], holds != .boolean(value == "yes") {
          found.append("\(about) is not \(value)")
        }
      case ("confirm", _) where slotNames.contains(about):
        if turn["state"]?[about]?.asText != value && turn["misheard"]?.asText != about {
          found.append("\(about) is said back wrongly")
        }
      default: break
      }
    }
    return found
  }
}
