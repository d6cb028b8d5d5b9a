/// What ties two spans of a text, from one to the other: `departs_from` a flight to a city.
package struct TextRelation: Sendable, Hashable {
  package var name: String
  /// Ids of spans.
  package var source: Int
  package var target: Int

  package init(_ name: String, from source: Int, to target: Int) {
    self.name = name
    self.source = source
    self.target = target
  }
}

extension AnnotatedText {
  /// Spans that speak of one thing, two or more: numbers in `spans`, from left to right; chains by their first mention.
  package var chains: [[Int]] {
    var order: [Int] = []
    var members: [Int: [Int]] = [:]
    for (number, span) in spans.enumerated() {
      guard let chain = span.chain else { continue }
      if members[chain] == nil { order.append(chain) }
      members[chain, default: []].append(number)
    }
    return order.compactMap { chain in members[chain].flatMap { $0.count > 1 ? $0 : nil } }
  }

  /// Relations with the numbers of their spans in `spans`.
  package var numberedRelations: [(name: String, source: Int, target: Int)] {
    relations.compactMap { relation in
      guard let source = spans.firstIndex(where: { $0.id == relation.source }),
        let target = spans.firstIndex(where: { $0.id == relation.target })
      else { return nil }
      return (relation.name, source, target)
    }
  }

  /// The text without mentions that name nothing (pronouns), and what hangs on them: for those who know entities only.
  package var withoutMentions: AnnotatedText {
    guard !relations.isEmpty || spans.contains(where: { $0.isMention || $0.chain != nil }) else {
      return self
    }
    var text = self
    text.spans.removeAll(where: \.isMention)
    for i in text.spans.indices { text.spans[i].chain = nil }
    text.relations = []
    return text
  }
}
