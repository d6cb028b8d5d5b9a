extension RealisedText {
  /// Spans that speak of one variable, two or more: numbers in `spans`, the thing's name and what repeats it.
  package func chains(in space: DerivationSpace) -> [[Int]] {
    var chains: [[Int]] = []
    var known: [Int32: Int] = [:]
    for span in spans where space.uses[Int(span.use)].repeats >= 0 {
      let variable = space.uses[Int(span.use)].variable
      guard known[variable] == nil else { continue }
      known[variable] = chains.count
      let members = spans.indices.filter { space.uses[Int(spans[$0].use)].variable == variable }
      chains.append(members)
    }
    return chains.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// Relations of the intent whose variables the text says, between their first spans that name them.
  package func relations(in space: DerivationSpace) -> [(name: String, source: Int, target: Int)] {
    let declared = space.intents[Int(space.templates[Int(template)].intent)].relations
    guard !declared.isEmpty else { return [] }
    func first(_ variable: Int32) -> Int? {
      let own = spans.indices.filter { space.uses[Int(spans[$0].use)].variable == variable }
      return own.first { !space.uses[Int(spans[$0].use)].isMention } ?? own.first
    }
    return declared.compactMap { relation in
      guard let source = first(relation.source), let target = first(relation.target), source != target
      else { return nil }
      return (relation.name, source, target)
    }
  }
}
