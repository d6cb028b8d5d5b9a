package import Conversations
package import JSON
package import RandomStreams

/// Texts to rewrite, the text rewritten, and one in which a change was missed.
///
///     "parameters":{"operation":"units","number":17}, "source":"…"
package struct RewritePair: ConversationFamily {
  package let name = "rewriting"
  package let summary =
    "rewriting with a mechanical check: register, length, lists, personal data, units, numbers"

  package init() {}

  package func propose(_ tongues: [Tongue], _ stream: inout RandomStream) -> Conversation? {
    guard let operation = stream.choose(RewriteOperation.allCases) else { return nil }
    var texts: [ConversationText] = []
    for tongue in tongues {
      var draw = stream.child("text")
      guard let made = operation.made(tongue, &draw),
        RewriteAudit.holds(operation, made.source, made.result, tongue),
        !RewriteAudit.holds(operation, made.source, made.missed, tongue)
      else { return nil }
      let prompt = ChatMessage(.user, made.instruction + "\n\n" + made.source)
      let reply = ChatMessage(.assistant, made.result)
      var text = ConversationText(tongue, [prompt, reply])
      text.preference = ConversationPreference(
        prompt: [prompt], chosen: reply, rejected: ChatMessage(.assistant, made.missed),
        defect: "missed_change", margin: 0.6)
      text.labels = [.init("source", .string(made.source))]
      texts.append(text)
    }
    let sources = texts.compactMap { $0.labels.first?.value }
    return Conversation(
      parameters: .object([
        .init("operation", .string(operation.rawValue)), .init("sources", .array(sources)),
      ]), texts: texts)
  }

  package func faults(of record: JSONValue) -> [String] {
    guard let operation = record["parameters"]?["operation"]?.asText.flatMap(RewriteOperation.init(rawValue:))
    else {
      return ["no operation"]
    }
    return (record["texts"]?.asItems ?? []).flatMap { text -> [String] in
      guard let tongue = text["language"]?.asText.flatMap(Tongue.init(rawValue:)),
        let messages = text["messages"]?.asItems, messages.count == 2,
        let asked = messages[0]["content"]?.asText,
        let reply = messages[1]["content"]?.asText, let source = text["source"]?.asText
      else { return ["a damaged text"] }
      var found: [String] = []
      if !asked.hasSuffix(source) { found.append("the question does not end with the source") }
      if !RewriteAudit.holds(operation, source, reply, tongue) {
        found.append("the reply is not the source rewritten")
      }
      if let wrong = text["preference"]?["rejected"]?.asItems?.first?["content"]?.asText,
        RewriteAudit.holds(operation, source, wrong, tongue)
      {
        found.append("the rejected reply is right")
      }
      return found.map { "\(tongue.rawValue): \($0)" }
    }
  }
}
