import Conversations
import JSON

/// The labels of a turn in one language.
enum TurnRecord {
  static func json(_ turn: DialogueTurn, _ line: MarkedLine) -> JSONValue {
    json(
      isUser: turn.isUser, acts: turn.acts, changes: turn.changes, state: turn.state, target: turn.target,
      line,
      isUnheard: turn.isUnheard, misheard: turn.misheard)
  }

  static func json(
    isUser: Bool, acts: [DialogueAct], changes: [StateChange], state: BeliefState, target: TurnTarget?,
    _ line: MarkedLine, isUnheard: Bool = false, misheard: String? = nil
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("speaker", .string(isUser ? "user" : "assistant")), .init("acts", .array(acts.map(\.json))),
      .init("delta", .array(changes.map(\.json))), .init("state", state.json),
    ]
    if isUnheard { members.append(.init("understood", false)) }
    if let misheard { members.append(.init("misheard", .string(misheard))) }
    let references = references(target, line)
    if !references.isEmpty { members.append(.init("references", .array(references))) }
    return .object(members)
  }

  /// Words that point back, by their places in Unicode scalars; an ellipsis where there are none.
  private static func references(_ target: TurnTarget?, _ line: MarkedLine) -> [JSONValue] {
    guard let target else { return [] }
    let points: [JSONValue.Member] = [
      .init("turn", .integer(target.turn)), .init("means", .string(target.means)),
    ]
    guard !line.marks.isEmpty else { return [.object([.init("kind", "ellipsis")] + points)] }
    let scalars = Array(line.text.unicodeScalars)
    return line.marks.map { mark in
      let surface = String(String.UnicodeScalarView(scalars[mark.range]))
      return .object(
        [
          .init("kind", .string(mark.kind)), .init("start", .integer(mark.range.lowerBound)),
          .init("end", .integer(mark.range.upperBound)), .init("surface", .string(surface)),
        ] + points)
    }
  }
}
