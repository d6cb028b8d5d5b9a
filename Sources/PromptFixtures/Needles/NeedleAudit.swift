import Conversations
import JSON

/// Reads a long text sentence by sentence, finds every fact in it, and answers the question from them.
enum NeedleAudit {
  static func faults(of record: JSONValue) -> [String] {
    guard let parameters = record["parameters"], let texts = record["texts"]?.asItems, !texts.isEmpty,
      let length = parameters["length"]?.asWhole, let subject = parameters["subject"]?.asWhole,
      let depths = parameters["depths"]?.asItems?.compactMap(\.asNumber)
    else { return ["no needle"] }
    let relations = (parameters["relations"]?.asItems ?? []).compactMap {
      $0.asText.flatMap(NeedleFact.Relation.init(rawValue:))
    }
    guard let first = relations.first, NeedleFact.subjects(first).contains(subject) else {
      return ["no question"]
    }
    return texts.flatMap { text -> [String] in
      guard let tongue = text["language"]?.asText.flatMap(Tongue.init(rawValue:)),
        let messages = text["messages"]?.asItems, messages.count == 2,
        let prompt = messages[0]["content"]?.asText,
        let reply = messages[1]["content"]?.asText, let answer = text["answer"]?.asText
      else { return ["a damaged text"] }
      var found: [String] = []
      // The question is the last paragraph, and says nothing itself.
      let body = prompt.lastRange(ofGap: "\n\n").map { String(prompt[..<$0]) } ?? prompt
      // From the subject, along the relations: every sentence that says something of it.
      var subjects = [NeedleFact(relation: first, subject: subject, value: 0).subjectText(tongue)]
      for relation in relations { subjects = subjects.flatMap { values(of: $0, relation, in: body, tongue) } }
      if subjects != [answer] { found.append("the text answers \(subjects), not \(answer)") }
      if !reply.lowercased().contains(answer.lowercased()) { found.append("the reply is not the answer") }
      // How long it is and where the needles stand.
      let measured = Haystack.length(prompt, tongue)
      if measured < length || Double(measured) > 1.1 * Double(length) + 80 {
        found.append("\(measured) long, not \(length)")
      }
      let scalars = prompt.unicodeScalars.count
      let needles = text["needles"]?.asItems ?? []
      if needles.count != depths.count { found.append("as many needles as depths") }
      for (needle, depth) in zip(needles, depths) {
        let start = Double(needle["start"]?.asWhole ?? -1) / Double(max(1, scalars))
        if abs(start - depth) > 0.12 + 60 / Double(max(1, scalars)) {
          found.append("a needle at \(start), not at \(depth)")
        }
      }
      if let pair = text["preference"] {
        let wrong = pair["rejected"]?.asItems?.first?["content"]?.asText ?? answer
        if wrong.lowercased().contains(answer.lowercased()) { found.append("the rejected reply is right") }
      }
      return found.map { "\(tongue.rawValue): \($0)" }
    }
  }

  /// What a text says a subject's value is, once for each sentence that does.
  private static func values(
    of subject: String, _ relation: NeedleFact.Relation, in text: String, _ tongue: Tongue
  ) -> [String] {
    let (before, between, behind) = NeedleFact.frame(relation, tongue)
    let head = (before + subject + between).lowercased()
    let ends: [Character] = tongue == .chinese ? ["。"] : ["."]
    return text.split { ends.contains($0) || $0.isNewline }.compactMap { piece in
      let sentence = String(piece.drop { $0 == " " })
      guard sentence.lowercased().hasPrefix(head) else { return nil }
      let rest = sentence.dropFirst(head.count)
      // The frame's end without its full stop.
      let tail = behind.dropLast()
      return rest.hasSuffix(tail) ? String(rest.dropLast(tail.count)) : nil
    }
  }
}

extension String {
  /// Where the last gap begins.
  fileprivate func lastRange(ofGap gap: String) -> String.Index? { ranges(of: gap).last?.lowerBound }
}
