import Conversations
import JSON

/// Judges a dialogue with a home from its line alone.
enum HomeAudit {
  static func faults(of record: JSONValue) -> [String] {
    guard let parameters = record["parameters"], let initial = parameters["initial"]?.asMembers,
      let texts = record["texts"]?.asItems, !texts.isEmpty
    else { return ["no dialogue"] }
    var found: [String] = []
    for text in texts {
      guard let tongue = text["language"]?.asText.flatMap(Tongue.init(rawValue:)),
        let messages = text["messages"]?.asItems, let turns = text["turns"]?.asItems
      else { return found + ["a damaged text"] }
      var faults = ChatAudit.faults(of: text["messages"])
      let spoken = messages.compactMap { $0["role"]?.asText == "system" ? nil : $0["content"]?.asText }
      guard spoken.count == turns.count else { return found + ["as many turns as messages"] }
      var state: [String: JSONValue] = [:]
      for member in initial { state[member.key] = member.value }
      for (place, turn) in turns.enumerated() {
        faults += fold(turn, spoken[place], tongue, &state, place > 0 ? turns[place - 1] : nil)
          .map { "turn \(place): \($0)" }
        // What a question asked for anew was said before it.
        let earlier = (turn["references"]?.asItems ?? []).compactMap { $0["turn"]?.asWhole }
          .filter { (0..<place).contains($0) }.map { spoken[$0] }
        faults += words(turn, spoken[place], earlier, tongue).map { "turn \(place): \($0)" }
      }
      let wanted = parameters["goal"]?.asMembers ?? []
      let isGoal = wanted.allSatisfy { state[$0.key] == $0.value } && wanted.count == state.count
      if isGoal != (parameters["outcome"] == .string("success")) {
        faults.append("the end is not as the outcome says")
      }
      found += faults.map { "\(tongue.rawValue): \($0)" }
    }
    return found
  }

  /// The state is the one before with what changed, and the assistant says each change.
  private static func fold(
    _ turn: JSONValue, _ said: String, _ tongue: Tongue, _ state: inout [String: JSONValue],
    _ before: JSONValue?
  ) -> [String] {
    var found: [String] = []
    let acts = turn["acts"]?.asItems ?? []
    let denied = (before?["acts"]?.asItems ?? []).filter { $0["act"]?.asText == "deny" }.compactMap {
      $0["about"]?.asText
    }
    for change in turn["delta"]?.asItems ?? [] {
      guard let slot = change["slot"]?.asText, let to = change["to"], state[slot] != nil else {
        return ["a damaged change"]
      }
      if turn["speaker"]?.asText == "user" { found.append("a user changes \(slot)") }
      if state[slot] != change["from"] { found.append("\(slot) was not that before") }
      let isSaid = acts.contains {
        $0["act"]?.asText == "confirm" && $0["about"]?.asText == slot && $0["value"] == to
      }
      // What was denied goes back to what it was.
      if !isSaid && !denied.contains(slot) { found.append("\(slot) changes without an act") }
      if !isAsked(slot, to, before) && !denied.contains(slot) { found.append("\(slot) changes unasked") }
      state[slot] = to
    }
    var named: [String: JSONValue] = [:]
    for member in turn["state"]?.asMembers ?? [] { named[member.key] = member.value }
    if named != state { found.append("the state does not follow from the changes") }
    for act in acts where act["act"]?.asText == "inform" && turn["speaker"]?.asText == "assistant" {
      if let slot = act["about"]?.asText, state[slot] != act["value"] {
        found.append("\(slot) is told wrongly")
      }
    }
    return found
  }

  private static func isAsked(_ slot: String, _ to: JSONValue, _ before: JSONValue?) -> Bool {
    let acts = before?["acts"]?.asItems ?? []
    return acts.contains { act in
      let kind = act["act"]?.asText
      return (kind == "inform" || kind == "correct") && act["about"]?.asText == slot && act["value"] == to
        // Yes to a question.
        || kind == "confirm"
    }
  }

  /// Rooms, devices and numbers of an act stand in its words, or the turn points back.
  private static func words(_ turn: JSONValue, _ said: String, _ earlier: [String], _ tongue: Tongue)
    -> [String]
  {
    var found: [String] = []
    let isUser = turn["speaker"]?.asText == "user"
    let acts = turn["acts"]?.asItems ?? []
    let pointsBack = !(turn["references"]?.asItems ?? []).isEmpty
    let lower = said.lowercased()
    if acts.contains(where: { $0["about"] == "lights" }) { return [] }
    guard acts.count { $0["about"]?.asText?.contains(".") ?? false } == 1 || isUser && pointsBack else {
      return []
    }
    for act in acts {
      guard let slot = act["about"]?.asText, let device = HomeDevices.parse(slot),
        let value = act["value"]?.asText,
        act["act"]?.asText != "deny" || !isUser
      else { continue }
      let isReading = !isUser && act["act"]?.asText == "inform"
      if !lower.contains(device.room.name[tongue]) && !pointsBack && !isReading {
        found.append("\(slot): no room is named")
      }
      if !lower.contains(device.kind.name[tongue]) && !pointsBack && !isReading {
        found.append("\(slot): no device is named")
      }
      if Int(value) != nil {
        let isNamed = lower.contains(value) || earlier.contains { $0.contains(value) }
        // “A little” is as good as a number for a user.
        let isLittle =
          isUser
          && ["一点", "小声点", "bit", "little"].contains { word in
            lower.contains(word) || earlier.contains { $0.contains(word) }
          }
        if !isNamed && !isLittle && act["act"]?.asText != "deny" {
          found.append("\(slot): \(value) is not said")
        }
        if isLittle && !isNamed, let now = turn["state"]?[slot]?.asText.flatMap({ Int($0) }),
          let new = Int(value),
          let step = device.kind.level?.step
        {
          // Compared without taking their difference, which may be beyond all bounds.
          if new != now &+ step && new != now &- step { found.append("\(slot): a little is \(step)") }
        }
      }
    }
    for reference in turn["references"]?.asItems ?? [] where reference["kind"]?.asText != "ellipsis" {
      let scalars = Array(said.unicodeScalars)
      guard let start = reference["start"]?.asWhole, let end = reference["end"]?.asWhole, start >= 0,
        start < end,
        end <= scalars.count,
        String(String.UnicodeScalarView(scalars[start..<end])) == reference["surface"]?.asText
      else {
        found.append("a reference beside its words")
        continue
      }
    }
    return found
  }
}
