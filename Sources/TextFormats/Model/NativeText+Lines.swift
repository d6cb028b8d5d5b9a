package import Diagnostics
import JSON
import Language
import TextModel

extension NativeText {
  /// The texts of one line of a native `texts.jsonl`.
  ///
  /// - Parameter name: the file, for errors.
  /// - Throws: `badInput` where the line is no sample: no JSON, labels that do not fit the text.
  package static func texts(of line: ArraySlice<UInt8>, name: String) throws(DioramaError) -> [NativeText] {
    let record: JSONValue
    do { record = try JSONValue.parse(line, file: name) } catch {
      throw error as? DioramaError ?? DioramaError(.badInput, "\(name): not valid JSON")
    }
    guard let index = record["index"]?.whole, case .array(let texts)? = record["texts"] else {
      throw DioramaError(.badInput, "\(name): a line without index and texts")
    }
    var out: [NativeText] = []
    for text in texts {
      guard let language = text["language"]?.text, SafePathPart.isSafe(language) else {
        throw DioramaError(.badInput, "\(name): sample \(index) has a text without a language")
      }
      if text["messages"] != nil {
        out.append(
          NativeText(
            index: index, language: language, template: problem(record) ?? "\(index)",
            body: .instruction(try conversation(text, "\(name): sample \(index)"))))
      } else if let prompt = text["prompt"]?.text {
        out.append(
          NativeText(
            index: index, language: language, template: problem(record) ?? prompt,
            body: .instruction(try instruction(text, prompt, "\(name): sample \(index)"))))
      } else {
        let labelled = try labelled(text, record, language, "\(name): sample \(index)")
        var native = NativeText(
          index: index, language: language, template: labelled.provenance.template, body: .labelled(labelled))
        native.fields = try fields(of: record, "\(name): sample \(index)")
        for twin in text["twins"]?.items ?? [] {
          guard let kind = twin["kind"]?.text else {
            throw DioramaError(.badInput, "\(name): sample \(index): a twin without a kind")
          }
          native.twins.append(
            .init(kind, try Self.labelled(twin, .null, language, "\(name): sample \(index)")))
        }
        out.append(native)
      }
    }
    return out
  }

  /// All that is known of the person of a line; nothing where it has none.
  private static func fields(of record: JSONValue, _ place: String) throws(DioramaError) -> [Field] {
    guard let fields = record["fields"]?.items else { return [] }
    var out = (record["locale"]?.text).map { [Field("locale", $0)] } ?? []
    for field in fields {
      guard let kind = field["kind"]?.text, let value = field["value"]?.text else {
        throw DioramaError(.badInput, "\(place): a damaged field \(field.canonicalText)")
      }
      out.append(Field(kind, value))
    }
    return out
  }

  /// What tells a problem or a conversation from others, in whatever language it is told.
  private static func problem(_ record: JSONValue) -> String? {
    guard let family = record["family"]?.text, let parameters = record["parameters"] else { return nil }
    return family + " " + parameters.canonicalText
  }

  private static func labelled(
    _ text: JSONValue, _ record: JSONValue, _ language: String, _ place: String
  ) throws(DioramaError) -> AnnotatedText {
    guard let string = text["text"]?.text else { throw DioramaError(.badInput, "\(place) has no text") }
    let scalars = Array(string.unicodeScalars)
    var spans: [TextSpan] = []
    for entity in text["entities"]?.items ?? [] {
      guard let label = entity["entity"]?.text, let start = entity["start"]?.whole,
        let end = entity["end"]?.whole, start >= 0, start < end, end <= scalars.count
      else { throw DioramaError(.badInput, "\(place): a damaged entity \(entity.canonicalText)") }
      spans.append(
        TextSpan(
          label, start..<end, id: spans.count, role: entity["role"]?.text,
          value: entity["value"]?.text ?? String(String.UnicodeScalarView(scalars[start..<end]))))
    }
    guard let ties = SpanTies.read(text, entities: spans.count) else {
      throw DioramaError(.badInput, "\(place): chains or relations that do not fit the entities")
    }
    for (number, entity) in (text["entities"]?.items ?? []).enumerated()
    where entity["mention"] == .boolean(true) {
      spans[number].isMention = true
    }
    for (number, chain) in ties.chains.enumerated() { for id in chain { spans[id].chain = number } }
    var tokens: [TextToken] = []
    for token in text["tokens"]?.items ?? [] {
      guard let ends = token.items, ends.count == 2, let start = ends[0].whole, let end = ends[1].whole,
        start >= 0, start < end, end <= scalars.count
      else { throw DioramaError(.badInput, "\(place): a damaged word \(token.canonicalText)") }
      tokens.append(TextToken(start..<end))
    }
    guard let tags = WordTag.read(text, count: tokens.count) else {
      throw DioramaError(.badInput, "\(place): parts of speech that do not fit the words")
    }
    for (number, tag) in tags.enumerated() { tokens[number].tag = tag }
    var labels: [TextLabel] = []
    if let intent = record["intent"]?.text { labels.append(TextLabel("intent", intent)) }
    // Noise may turn labels round; then the text says them.
    if case .object(let members)? = text["labels"] ?? record["labels"] {
      for member in members { labels.append(TextLabel(member.key, member.value.text ?? "")) }
    }
    do {
      return try AnnotatedText(
        scalars: scalars, spans: spans, tokens: tokens,
        relations: ties.relations.map { TextRelation($0.name, from: $0.source, to: $0.target) },
        labels: labels, language: language,
        provenance: TextProvenance(template: text["template"]?.text ?? ""))
    } catch {
      throw DioramaError(.badInput, "\(place): \(error)")
    }
  }

  private static func conversation(_ text: JSONValue, _ place: String) throws(DioramaError) -> Instruction {
    guard let turns = ChatTurn.list(text["messages"]), ChatTurn.alternate(turns),
      turns.last?.role == "assistant", turns.last?.isPlain == true
    else { throw DioramaError(.badInput, "\(place): damaged messages") }
    var preference: Instruction.Preference?
    if let pair = text["preference"] {
      guard let prompt = ChatTurn.list(pair["prompt"]), prompt.last?.role == "user",
        let chosen = ChatTurn.list(pair["chosen"]), chosen.count == 1,
        let rejected = ChatTurn.list(pair["rejected"]), rejected.count == 1
      else { throw DioramaError(.badInput, "\(place): a damaged preference") }
      preference = .init(prompt: prompt, chosen: chosen[0], rejected: rejected[0])
    }
    return Instruction(turns: turns, tools: text["tools"]?.items ?? [], preference: preference)
  }

  private static func instruction(
    _ text: JSONValue, _ prompt: String, _ place: String
  ) throws(DioramaError) -> Instruction {
    guard let reply = text["reply"]?.text else { throw DioramaError(.badInput, "\(place) has no reply") }
    var preference: Instruction.Preference?
    if let pair = text["preference"] {
      guard let asked = pair["prompt"]?.text, let chosen = pair["chosen"]?.text,
        let rejected = pair["rejected"]?.text
      else { throw DioramaError(.badInput, "\(place): a damaged preference") }
      preference = .init(prompt: asked, chosen: chosen, rejected: rejected)
    }
    var steps: [Instruction.Step] = []
    for step in text["steps"]?.items ?? [] {
      guard let line = step["text"]?.text, case .boolean(let isRight)? = step["right"] else {
        throw DioramaError(.badInput, "\(place): a damaged step \(step.canonicalText)")
      }
      steps.append(.init(line, isRight: isRight))
    }
    return Instruction(prompt: prompt, reply: reply, preference: preference, steps: steps)
  }
}

/// One component of a path that every file system takes.
enum SafePathPart {
  static func isSafe(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
          || $0 == 0x5F
      }
  }
}
