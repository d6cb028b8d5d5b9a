package import JSON
package import RandomStreams

/// A kind of conversation. A new one is a file, and a line in the catalog of conversations.
package protocol ConversationFamily: Sendable {
  /// Lower case with hyphens.
  var name: String { get }
  /// One line for listings.
  var summary: String { get }

  /// What chance proposes; `nil` when it is no good.
  func propose(_ tongues: [Tongue], _ stream: inout RandomStream) -> Conversation?

  /// What is wrong with a line of a dataset, found from the line alone; empty for a sound one.
  ///
  /// Judges what anybody may have written: it never traps, and shares no state with `propose`.
  func faults(of record: JSONValue) -> [String]
}

extension ConversationFamily {
  /// A conversation; the streams `attempt/0`, `attempt/1`, … are tried in turn.
  /// - Returns: `nil` only if a thousand proposals were no good.
  package func conversation(_ tongues: [Tongue], _ stream: RandomStream) -> Conversation? {
    for attempt in 0..<1_000 {
      var draw = stream.child("attempt/\(attempt)")
      if let conversation = propose(tongues, &draw) { return conversation }
    }
    return nil
  }
}

/// A dataset of conversations: which stands at each index, a function of seed and index alone. Families come by turns,
/// in an order drawn anew each round.
package struct ConversationSeries: Sendable {
  package let families: [any ConversationFamily]
  package let tongues: [Tongue]
  private let root: RandomStream

  /// - Returns: `nil` without families or languages.
  package init?(families: [any ConversationFamily], tongues: [Tongue], seed: UInt64) {
    guard !families.isEmpty, !tongues.isEmpty else { return nil }
    self.families = families
    self.tongues = tongues
    root = RandomStream(seed: seed).child("conversations")
  }

  /// The line at an index:
  ///
  ///     {"index":7,"family":"dialogue-hotel","parameters":{…},"texts":[{"language":"en","messages":[…],…}]}
  ///
  /// - Returns: `nil` only if the family of the index has no conversation.
  package func record(at index: Int) -> JSONValue? {
    let (round, place) = index.quotientAndRemainder(dividingBy: families.count)
    var order = root.child("round/\(round)")
    let family = families[order.permutation(families.count)[place]]
    // By family and turn, so that other families in a recipe do not change what this one says.
    guard let made = family.conversation(tongues, root.child(family.name).child(round)) else { return nil }
    return .object([
      .init("index", .integer(index)), .init("family", .string(family.name)),
      .init("parameters", made.parameters), .init("texts", .array(made.texts.map(\.json))),
    ])
  }
}
