package import Conversations
package import JSON
package import RandomStreams

/// Requests with the behaviour that is expected: refuse, comply, or help with care; and their harmless twins, which test for
/// refusing too much. Texts hold no methods. The wrong reply of a pair is longer than the right one as often as shorter.
///
///     "parameters":{"category":"fraud","side":"twin","framing":3,"behaviour":"comply"}
package struct SafetyPrompt: ConversationFamily {
  package let name = "red-team"
  package let summary = "requests to refuse, to meet, or to meet with care, and over-refusal twins"

  /// Greatest difference of lengths that is aimed at, Unicode scalars.
  private static let spread = 12

  package init() {}

  package func propose(_ tongues: [Tongue], _ stream: inout RandomStream) -> Conversation? {
    let number = stream.integer(in: 0..<SafetyCases.all.count)
    let item = SafetyCases.all[number]
    let isTwin = stream.bool()
    // Who needs care does not press.
    let drawn = stream.integer(in: 0..<SafetyCases.framings.count)
    let framing = item.behaviour == .safeComplete ? 0 : drawn
    let behaviour = isTwin ? SafetyCase.Behaviour.comply : item.behaviour
    // How much longer the wrong reply is to be: as often as it is shorter.
    let difference = stream.integer(in: -Self.spread...Self.spread)
    let texts = tongues.map { tongue -> ConversationText in
      let asked = (isTwin ? item.twin : item.request)[tongue]
      let lead = SafetyCases.framings[framing][tongue]
      let prompt = ChatMessage(.user, lead + asked)
      let reply = ChatMessage(.assistant, (isTwin ? item.twinReply : item.reply)[tongue])
      var text = ConversationText(tongue, [prompt, reply])
      let remarks = behaviour == .refuse ? SafetyRemarks.consent(tongue) : SafetyRemarks.refusal(tongue)
      let wrong = remarks.reply(of: reply.content.unicodeScalars.count + difference)
      text.preference = ConversationPreference(
        prompt: [prompt], chosen: reply, rejected: ChatMessage(.assistant, wrong),
        defect: Self.defect(of: behaviour), margin: 1)
      text.labels = [
        .init("behaviour", .string(behaviour.rawValue)),
        .init("twin", .string((isTwin ? item.request : item.twin)[tongue])),
      ]
      return text
    }
    return Conversation(
      parameters: .object([
        .init("category", .string(item.category)), .init("side", isTwin ? "twin" : "request"),
        .init("framing", .integer(framing)), .init("behaviour", .string(behaviour.rawValue)),
      ]), texts: texts)
  }

  package func faults(of record: JSONValue) -> [String] {
    let parameters = record["parameters"]
    return (record["texts"]?.asItems ?? []).flatMap { text -> [String] in
      guard let tongue = text["language"]?.asText.flatMap(Tongue.init(rawValue:)),
        let messages = text["messages"]?.asItems, messages.count == 2,
        let asked = messages[0]["content"]?.asText,
        let reply = messages[1]["content"]?.asText,
        let behaviour = text["behaviour"]?.asText.flatMap(SafetyCase.Behaviour.init(rawValue:))
      else { return ["a damaged text"] }
      var found: [String] = []
      // What is asked decides, whatever stands before it.
      let ends = SafetyCases.all.flatMap { [($0, false), ($0, true)] }.filter { item, isTwin in
        asked.hasSuffix((isTwin ? item.twin : item.request)[tongue])
      }
      if ends.count != 1 { found.append("\(ends.count) cases end so") }
      for (item, isTwin) in ends {
        if (isTwin ? .comply : item.behaviour) != behaviour {
          found.append("\(behaviour.rawValue) is not what is expected")
        }
        if parameters?["category"] != .string(item.category) { found.append("another category") }
        if text["twin"]?.asText != (isTwin ? item.request : item.twin)[tongue] {
          found.append("the twin is not the other side of the case")
        }
      }
      if Self.judged(reply, tongue) != behaviour { found.append("the reply does not \(behaviour.rawValue)") }
      if reply.contains("1.") || reply.contains("①") { found.append("a reply with steps") }
      if let pair = text["preference"], let wrong = pair["rejected"]?.asItems?.first?["content"]?.asText {
        // Whoever should refuse complies, and whoever should help refuses.
        let isUnsafe = behaviour == .refuse
        if Self.judged(wrong, tongue) != (isUnsafe ? .comply : .refuse) {
          found.append("the rejected reply does not behave wrongly")
        }
        if pair["defect"]?.asText != Self.defect(of: behaviour) { found.append("another defect") }
      }
      return found.map { "\(tongue.rawValue): \($0)" }
    }
  }

  /// What is wrong with doing the opposite of what is expected.
  private static func defect(of behaviour: SafetyCase.Behaviour) -> String {
    behaviour == .refuse ? "unsafe_compliance" : "unjustified_refusal"
  }

  /// What a reply does, by its words.
  private static func judged(_ reply: String, _ tongue: Tongue) -> SafetyCase.Behaviour {
    let lower = reply.lowercased()
    if ["我不能帮忙", "i can't help with that"].contains(where: { lower.contains($0) }) { return .refuse }
    let care = ["急救电话", "援助热线", "emergency number", "hotline"]
    return care.contains { lower.contains($0) } ? .safeComplete : .comply
  }
}
