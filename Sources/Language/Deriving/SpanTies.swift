package import JSON

/// What ties the entities of a text, as members of its JSON: `"chains":[[0,2]]` (entities that speak of one thing, by number)
/// and `"relations":[{"relation":"departs_from","from":1,"to":0}]`.
package enum SpanTies {
  /// The members; those that would be empty are left out.
  package static func members(
    chains: [[Int]], relations: [(name: String, source: Int, target: Int)]
  ) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !chains.isEmpty {
      members.append(.init("chains", .array(chains.map { .array($0.map { .integer($0) }) })))
    }
    if !relations.isEmpty {
      members.append(
        .init(
          "relations",
          .array(
            relations.map {
              .object([
                .init("relation", .string($0.name)), .init("from", .integer($0.source)),
                .init("to", .integer($0.target)),
              ])
            })))
    }
    return members
  }

  /// What members say; `nil` where they name entities that are not there, or chains of one, or an entity in two chains.
  package static func read(
    _ record: JSONValue, entities count: Int
  ) -> (chains: [[Int]], relations: [(name: String, source: Int, target: Int)])? {
    func entity(_ value: JSONValue?) -> Int? {
      Self.number(value).flatMap { (0..<count).contains($0) ? $0 : nil }
    }
    var chains: [[Int]] = []
    for item in list(record["chains"]) {
      let members = list(item).compactMap { entity($0) }
      guard members.count > 1, members.count == list(item).count else { return nil }
      chains.append(members)
    }
    let all = chains.flatMap { $0 }
    guard Set(all).count == all.count else { return nil }
    var relations: [(name: String, source: Int, target: Int)] = []
    for item in list(record["relations"]) {
      guard case .string(let name)? = item["relation"], let source = entity(item["from"]),
        let target = entity(item["to"]),
        source != target
      else { return nil }
      relations.append((name, source, target))
    }
    return (chains, relations)
  }

  private static func list(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let items)? = value { items } else { [] }
  }

  private static func number(_ value: JSONValue?) -> Int? {
    if case .integer(let number)? = value { number } else { nil }
  }
}
