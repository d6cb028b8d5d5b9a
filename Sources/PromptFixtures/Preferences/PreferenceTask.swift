package import Conversations
package import JSON
package import RandomStreams

/// Small tasks with a right reply and one that has exactly one defect of a closed list, of lengths that give nothing away:
/// the difference is drawn first, symmetric about 0, and remarks on either side are chosen so that it comes out exactly.
///
///     "parameters":{"task":"list","category":1,"items":[4,0,7],"difference":{"en":-3,"zh":2}}
package struct PreferenceTask: ConversationFamily {
  package let name = "preference"
  package let summary = "pairs of replies, one with exactly one defect, neutral in length"
  /// Greatest difference of lengths, Unicode scalars.
  static let spread = 6

  package init() {}

  package func propose(_ tongues: [Tongue], _ stream: inout RandomStream) -> Conversation? {
    // Drawn before anything that may fail, so that no failure prefers one sign.
    let defect = PairDefect.allCases[stream.integer(in: 0..<PairDefect.allCases.count)]
    let wording = stream.integer(in: 0...1)
    let difference = stream.integer(in: -Self.spread...Self.spread)
    for attempt in 0..<40 {
      var draw = stream.child("try/\(attempt)")
      let task = PairTask.drawn(&draw)
      var texts: [ConversationText] = []
      for tongue in tongues {
        guard let text = text(task, defect, wording, difference, tongue, draw.child(tongue.rawValue)) else {
          break
        }
        texts.append(text)
      }
      if texts.count == tongues.count {
        var parameters = task.json.asMembers ?? []
        parameters.append(.init("defect", .string(defect.rawValue)))
        return Conversation(parameters: .object(parameters), texts: texts)
      }
    }
    return nil
  }

  private func text(
    _ task: PairTask, _ defect: PairDefect, _ wording: Int, _ difference: Int, _ tongue: Tongue,
    _ stream: RandomStream
  ) -> ConversationText? {
    var draw = stream
    let right = PairReply(tongue: tongue, lines: task.lines(tongue))
    guard let wrong = PairReply.spoiled(task, with: defect, tongue, &draw),
      let (chosen, rejected) = PairReply.balanced(right, wrong, difference: difference, &draw),
      PairAudit.defects(of: chosen.text, task, tongue).isEmpty,
      PairAudit.defects(of: rejected.text, task, tongue) == [defect]
    else { return nil }
    let prompt = ChatMessage(.user, task.prompt(tongue, wording: wording))
    let reply = ChatMessage(.assistant, chosen.text)
    var text = ConversationText(tongue, [prompt, reply])
    text.preference = ConversationPreference(
      prompt: [prompt], chosen: reply, rejected: ChatMessage(.assistant, rejected.text),
      defect: defect.rawValue,
      margin: defect.severity)
    return text
  }

  package func faults(of record: JSONValue) -> [String] {
    guard let task = PairTask(json: record["parameters"]) else { return ["no task"] }
    return (record["texts"]?.asItems ?? []).flatMap { text -> [String] in
      guard let tongue = text["language"]?.asText.flatMap(Tongue.init(rawValue:)),
        let pair = text["preference"],
        let chosen = pair["chosen"]?.asItems?.first?["content"]?.asText,
        let rejected = pair["rejected"]?.asItems?.first?["content"]?.asText
      else { return ["a damaged text"] }
      var found: [String] = []
      let good = PairAudit.defects(of: chosen, task, tongue)
      if !good.isEmpty { found.append("the chosen reply has \(good.map(\.rawValue))") }
      let bad = PairAudit.defects(of: rejected, task, tongue).map(\.rawValue)
      if bad != [pair["defect"]?.asText ?? ""] { found.append("the rejected reply has \(bad)") }
      if abs(chosen.unicodeScalars.count - rejected.unicodeScalars.count) > Self.spread {
        found.append("lengths tell them apart")
      }
      return found.map { "\(tongue.rawValue): \($0)" }
    }
  }
}
