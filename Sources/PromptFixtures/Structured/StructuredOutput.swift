package import Conversations
package import JSON
import JSONSchemas
package import RandomStreams

/// A short text and a JSON Schema: the reply is the one object that the text tells, and nothing else. Beside it a reply
/// with one defect that the schema, or the text, finds.
///
///     "parameters":{"kind":"order"}, "schema":{…}, "value":{…}
package struct StructuredOutput: ConversationFamily {
  package let name = "structured-output"
  package let summary = "extraction into JSON by a given schema, validated; replies with one defect"

  package init() {}

  package func propose(_ tongues: [Tongue], _ stream: inout RandomStream) -> Conversation? {
    guard let kind = stream.choose(ExtractionRecord.Kind.allCases) else { return nil }
    let schema = ExtractionRecord.schema(kind)
    let defects = stream.permutation(StructureDefect.allCases.count).map { StructureDefect.allCases[$0] }
    let own = stream
    let wish = LengthWish(own.child("length"))
    let texts = tongues.map { tongue -> ConversationText in
      let record = ExtractionRecord.drawn(kind, tongue, stream.child("what"), stream.child(tongue.rawValue))
      let request =
        tongue == .chinese
        ? "从下面的文字中提取信息，只输出一个符合 JSON Schema 的 JSON 对象，不要输出其他内容。\n\nJSON Schema：\n\(schema.compactText)\n\n文字：\n\(record.text)"
        : "Extract the information from the text. Reply with one JSON object that is valid against the JSON Schema, and nothing else.\n\nJSON Schema:\n\(schema.compactText)\n\nText:\n\(record.text)"
      let prompt = [ChatMessage(.user, request)]
      let reply = ChatMessage(.assistant, record.values.compactText)
      var text = ConversationText(tongue, prompt + [reply])
      let spoiled = defects.enumerated().lazy.compactMap { number, defect -> (String, StructureDefect)? in
        var draw = own.child("defect/\(number)")
        guard let wrong = StructureDefect.spoiled(record.values, schema, with: defect, tongue, &draw),
          StructureDefect.found(in: wrong, right: record.values, schema) == defect
        else { return nil }
        return (wrong, defect)
      }
      let length = reply.content.unicodeScalars.count
      if let (wrong, defect) = wish.choose(spoiled, { $0.0.unicodeScalars.count - length }) {
        text.preference = ConversationPreference(
          prompt: prompt, chosen: reply, rejected: ChatMessage(.assistant, wrong), defect: defect.rawValue,
          margin: defect.severity)
      }
      text.labels = [
        .init("schema", schema), .init("value", record.values), .init("source", .string(record.text)),
      ]
      return text
    }
    return Conversation(
      parameters: .object([
        .init("kind", .string(kind.rawValue)),
        .init(
          "text",
          .string(texts.first?.messages.first?.content.split(separator: "\n").last.map(String.init) ?? "")),
      ]), texts: texts)
  }

  package func faults(of record: JSONValue) -> [String] {
    (record["texts"]?.asItems ?? []).flatMap { text -> [String] in
      guard let tongue = text["language"]?.asText.flatMap(Tongue.init(rawValue:)),
        let schema = text["schema"],
        let value = text["value"], let source = text["source"]?.asText,
        let messages = text["messages"]?.asItems,
        messages.count == 2, let prompt = messages[0]["content"]?.asText,
        let reply = messages[1]["content"]?.asText
      else { return ["a damaged text"] }
      var found: [String] = []
      if !prompt.contains(source)
        || !prompt.contains(schema.compactText) && !prompt.contains(schema.canonicalText)
      {
        // The schema was read back, so its members may stand in another order.
        let given = prompt.split(separator: "\n").compactMap { JSONValue.read(String($0)) }
        if !prompt.contains(source) || !given.contains(where: { SchemaValidator.equal($0, schema) }) {
          found.append("the question lacks text or schema")
        }
      }
      guard let said = JSONValue.read(reply) else {
        return found + ["\(tongue.rawValue): the reply is no JSON"]
      }
      found += SchemaValidator.faults(of: said, schema)
      if !SchemaValidator.equal(said, value) { found.append("the reply is not the value") }
      found += Grounding.ungrounded(said, in: source, tongue)
      if let pair = text["preference"], let wrong = pair["rejected"]?.asItems?.first?["content"]?.asText {
        let defect = StructureDefect.found(in: wrong, right: value, schema)
        if defect?.rawValue != pair["defect"]?.asText {
          found.append("the rejected reply has \(defect?.rawValue ?? "no one defect")")
        }
      }
      return found.map { "\(tongue.rawValue): \($0)" }
    }
  }
}

/// Whether the values of an object stand in a text.
enum Grounding {
  /// Words and numbers that the text does not say, but for those whose words are others: `severity`, `delivery`, booleans.
  static func ungrounded(_ value: JSONValue, in text: String, _ tongue: Tongue) -> [String] {
    (value.asMembers ?? []).flatMap { member -> [String] in
      switch (member.key, member.value) {
      case ("severity", _), ("delivery", _), (_, .boolean), ("injured", _): return []
      case ("date", .string(let date)):
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return ["no date"] }
        let isSaid =
          tongue == .chinese
          ? text.contains("\(parts[1])月\(parts[2])日") : text.contains(" \(parts[2]), \(parts[0])")
        return isSaid ? [] : ["\(date) is not in the text"]
      case ("start", .string(let clock)), ("end", .string(let clock)), ("time", .string(let clock)):
        let hour = clock.split(separator: ":").first.flatMap { Int($0) } ?? -1
        return text.contains("\(hour)点") || text.contains("\(hour):") ? [] : ["\(clock) is not in the text"]
      case (_, .string(let words)): return text.contains(words) ? [] : ["“\(words)” is not in the text"]
      case (_, .integer(let number)):
        let ways = [String(number), Numerals.spelled(number, tongue), Numerals.counting(number)]
        return ways.contains { text.contains($0) } ? [] : ["\(number) is not in the text"]
      case (_, .array(let items)):
        return items.flatMap { item -> [String] in
          if let words = item.asText { return text.contains(words) ? [] : ["“\(words)” is not in the text"] }
          return ungrounded(item, in: text, tongue)
        }
      default: return []
      }
    }
  }
}
