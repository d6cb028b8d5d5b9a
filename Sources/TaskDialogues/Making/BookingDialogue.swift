import CivilCalendar
package import Conversations
package import JSON
package import RandomStreams

/// Dialogues in which something is found and booked, in both languages from one script.
///
///     "parameters":{"domain":"restaurant","today":"2026-06-03","goal":{…},"item":"r3","outcome":"success",
///      "items":[…],"policies":{…}}
///     "turns":[{"speaker":"user","acts":[…],"delta":[…],"state":{…},"references":[…]}]
package struct BookingDialogue: ConversationFamily {
  let domain: any TaskDomain

  package init(_ domain: any TaskDomain) { self.domain = domain }

  package var name: String { "dialogue-" + domain.name }
  package var summary: String { "multi-turn booking with acts and belief state: \(domain.name)" }

  package func propose(_ tongues: [Tongue], _ stream: inout RandomStream) -> Conversation? {
    guard let script = script(&stream) else { return nil }
    let texts = tongues.map { tongue in
      text(
        of: script, tongue, DialogueVoice(domain, today: script.today, tongue, stream.child(tongue.rawValue)))
    }
    return Conversation(parameters: parameters(of: script), texts: texts)
  }

  /// A day, a goal that something fits, and the turns.
  private func script(_ stream: inout RandomStream) -> DialogueScript? {
    // 2024-01-01 … 2028-12-30.
    let today = CivilDate(daysSinceEpoch: 19_723 + stream.integer(in: 0..<1_825))
    let slots = domain.slots(on: today)
    let items = domain.items(&stream)
    guard let wanted = stream.choose(items) else { return nil }
    var goal: [SlotFill] = []
    for slot in slots {
      if slot.use == .search {
        guard let key = wanted.fact(slot.name), let value = slot.value(key) else { return nil }
        if slot.isRequired || stream.bool(probability: 0.45) {
          goal.append(SlotFill(slot.name, value))
        } else if stream.bool(probability: 0.3) {
          goal.append(SlotFill(slot.name, indifferent))
        }
      } else if slot.isRequired || stream.bool(probability: 0.35) {
        // Days and hours not too uniform: the first of a list are what people want most.
        guard let value = stream.choose(slot.values) else { return nil }
        goal.append(SlotFill(slot.name, value))
      }
    }
    let outcomes: [DialogueScript.Outcome] = [.unavailable, .abandoned, .handedOver]
    let outcome = stream.bool(probability: 0.85) ? .success : outcomes[stream.integer(in: 0...2)]
    let script = DialogueScript(
      today: today, slots: slots, items: items, goal: goal, goalItem: nil, outcome: outcome,
      policies: domain.lines.policies.map { DialoguePolicy(name: $0.name, holds: stream.bool()) })
    var drive = DialogueDrive(script, lines: domain.lines, stream.child("turns"))
    guard drive.run(), (6...26).contains(drive.script.turns.count) else { return nil }
    return drive.script
  }

  private func parameters(of script: DialogueScript) -> JSONValue {
    .object([
      .init("domain", .string(domain.name)), .init("today", .string(script.today.description)),
      .init("goal", .object(script.goal.map { .init($0.slot, .string($0.value.key)) })),
      .init("item", script.goalItem.map { .string($0) } ?? .null),
      .init("outcome", .string(script.outcome.rawValue)), .init("items", .array(script.items.map(\.json))),
      .init("policies", .object(script.policies.map { .init($0.name, .boolean($0.holds)) })),
    ])
  }

  private func text(of script: DialogueScript, _ tongue: Tongue, _ voice: DialogueVoice) -> ConversationText {
    var voice = voice
    let persona = MarkedLine.fill(
      domain.lines.persona[tongue], [("today", DayValues.long(script.today, tongue))])
    var messages = [ChatMessage(.system, persona)]
    var turns: [JSONValue] = []
    for turn in script.turns {
      let line = voice.say(turn.move)
      messages.append(ChatMessage(turn.isUser ? .user : .assistant, line.text))
      turns.append(TurnRecord.json(turn, line))
    }
    var text = ConversationText(tongue, messages)
    text.labels = [.init("turns", .array(turns))]
    return text
  }

  package func faults(of record: JSONValue) -> [String] {
    DialogueAudit(domain).faults(of: record)
  }
}
