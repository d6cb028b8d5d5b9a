import CivilCalendar
package import Conversations
package import JSON
package import RandomStreams

/// Conversations in which an assistant calls tools that really work: once, at once, one after another, with questions back,
/// follow-ups that leave things out, mistakes, and questions that need no tool. Beside them a call with one defect.
///
///     "parameters":{"today":"2026-06-03","segments":["single","follow_up"],"world":{…}}
package struct ToolConversation: ConversationFamily {
  package let name = "tool-calls"
  package let summary = "tool calls with results computed by code, and calls with one defect"

  package init() {}

  package func propose(_ tongues: [Tongue], _ stream: inout RandomStream) -> Conversation? {
    let today = CivilDate(daysSinceEpoch: 19_723 + stream.integer(in: 0..<1_825))
    let world = ToolWorld(&stream)
    var segments: [ToolSegment] = []
    var last: ToolQuery?
    for _ in 0..<stream.integer(in: 1...3) {
      guard let segment = ToolSegment.drawn(world, today, after: last, &stream), !segments.contains(segment)
      else { return nil }
      segments.append(segment)
      switch segment {
      case .single(let query), .again(let query), .clarified(let query), .mistaken(_, let query): last = query
      default: last = nil
      }
    }
    // Those that are needed, and some that are not.
    var names = segments.flatMap(\.tools)
    let spare = stream.permutation(ToolCatalog.names.count).map { ToolCatalog.names[$0] }
    names += spare.prefix(stream.integer(in: 1...4))
    names = ToolCatalog.names.filter(names.contains)
    let defects = stream.permutation(CallDefect.allCases.count).map { CallDefect.allCases[$0] }
    let place = stream.uniform()
    let texts = tongues.map { tongue in
      text(segments, world, today, names, tongue, defects: defects, place: place, stream)
    }
    let parameters: JSONValue = .object([
      .init("today", .string(today.description)),
      .init("segments", .array(segments.map { .string($0.name) })),
      .init("world", world.json),
    ])
    return Conversation(parameters: parameters, texts: texts)
  }

  private func text(
    _ segments: [ToolSegment], _ world: ToolWorld, _ today: CivilDate, _ names: [String], _ tongue: Tongue,
    defects: [CallDefect], place: Double, _ stream: RandomStream
  ) -> ConversationText {
    let weekday = Weekdays.name(today.isoWeekday, tongue)
    let persona =
      tongue == .chinese
      ? "你是一个生活助手，需要时调用工具。今天是\(today)，\(weekday)。"
      : "You are a helpful assistant who calls tools where they are needed. Today is \(weekday), \(today)."
    var writer = SegmentWriter(
      world, tongue, stream.child(tongue.rawValue), ids: stream.child("ids"), persona: persona)
    for segment in segments { writer.write(segment) }
    var text = ConversationText(tongue, writer.messages)
    text.tools = names.map { ToolCatalog.definition($0, tongue) }
    if !writer.firstCalls.isEmpty {
      let at = writer.firstCalls[
        min(writer.firstCalls.count - 1, Int(place * Double(writer.firstCalls.count)))]
      text.preference = preference(
        writer.messages, at, text.tools, world, today, tongue, defects, stream.child("defect"))
    }
    return text
  }

  /// The call at a place, and the same with one of the defects that it has room for.
  private func preference(
    _ messages: [ChatMessage], _ place: Int, _ tools: [JSONValue], _ world: ToolWorld, _ today: CivilDate,
    _ tongue: Tongue, _ defects: [CallDefect], _ stream: RandomStream
  ) -> ConversationPreference? {
    let chosen = messages[place]
    guard let right = chosen.calls.first else { return nil }
    let spoiled = defects.enumerated().lazy.compactMap { number, defect -> (ToolCall, CallDefect)? in
      var draw = stream.child(number)
      var wrong = right
      if defect == .wrongTool {
        let offered = tools.compactMap { $0["function"]?["name"]?.asText }.filter { $0 != right.name }
        guard let name = draw.choose(offered), let query = ToolQuery.drawn(name, world, today, &draw) else {
          return nil
        }
        wrong.name = name
        wrong.arguments = query.arguments(world, tongue)
      } else {
        guard let spoiled = CallDefect.spoiled(right.arguments, with: defect, &draw) else { return nil }
        wrong.arguments = spoiled
      }
      return CallAudit.defects(of: wrong, right: right, tools) == [defect] ? (wrong, defect) : nil
    }
    func length(_ call: ToolCall) -> Int { (call.name + call.arguments.compactText).unicodeScalars.count }
    let wish = LengthWish(stream.child("length"))
    guard let (wrong, defect) = wish.choose(spoiled, { length($0.0) - length(right) }) else { return nil }
    var rejected = chosen
    rejected.calls[0] = wrong
    return ConversationPreference(
      prompt: Array(messages.prefix(place)), chosen: chosen, rejected: rejected, defect: defect.rawValue,
      margin: defect.severity)
  }

  package func faults(of record: JSONValue) -> [String] { ToolAudit.faults(of: record) }
}
