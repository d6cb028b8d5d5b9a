/// Runs programs about sounds over facts; what is not sure leaves answers open.
package struct HeardExecutor: Sendable {
  package let facts: HeardFacts

  package init(_ facts: HeardFacts) { self.facts = facts }

  /// For each sound whether it is in a set.
  package func members(_ set: HeardSet) -> [Verdict] {
    set.filters.reduce(facts.sounds.map { $0.isClear ? .yes : .undecided }) { all, filter in
      all.indices.map { all[$0] && facts.verdict(filter, $0) }
    }
  }

  /// The number of the one sound that a set surely has, while no other could be in it.
  package func unique(_ set: HeardSet) -> Int? {
    let members = members(set)
    let sure = members.indices.filter { members[$0] == .yes }
    return sure.count == 1 && !members.contains(.undecided) ? sure.first : nil
  }

  package func count(_ set: HeardSet) -> Int? {
    let members = members(set)
    return members.contains(.undecided) ? nil : members.count { $0 == .yes }
  }

  /// The answer in the form of labels; `nil` where the recording leaves it open.
  package func answer(_ program: HeardProgram) -> String? {
    switch program {
    case .which(let relation, let a, let b):
      guard let (i, j) = pair(a, b) else { return nil }
      return told(a, b, facts.verdict(relation, i, j), facts.verdict(relation, j, i))
    case .whichIs(let filter, let a, let b):
      guard let (i, j) = pair(a, b) else { return nil }
      return told(a, b, facts.verdict(filter, i), facts.verdict(filter, j))
    case .relates(let relation, let a, let b):
      guard let (i, j) = pair(a, b) else { return nil }
      let verdict = facts.verdict(relation, i, j)
      return verdict == .undecided ? nil : verdict == .yes ? "yes" : "no"
    case .chooseCount(let numbers, let set):
      return count(set).flatMap { numbers.contains($0) ? String($0) : nil }
    case .choose(let attribute, let values, let set):
      guard let i = unique(set) else { return nil }
      let verdicts = values.map { facts.verdict(HeardFilter(attribute, $0), i) }
      guard !verdicts.contains(.undecided), verdicts.count(where: { $0 == .yes }) == 1 else { return nil }
      return verdicts.firstIndex(of: .yes).map { values[$0] }
    case .makes(let holds, let a, let b, let set):
      let (one, other) = (makes(a, set), makes(b, set))
      guard one != .undecided, other == !one else { return nil }
      return String((one == .yes) == holds ? a : b)
    }
  }

  private func pair(_ a: HeardSet, _ b: HeardSet) -> (Int, Int)? {
    guard let i = unique(a), let j = unique(b), i != j else { return nil }
    return (i, j)
  }

  /// What tells the one of two that is so from the other, while the other is not.
  private func told(_ a: HeardSet, _ b: HeardSet, _ one: Verdict, _ other: Verdict) -> String? {
    guard one != .undecided, other == !one else { return nil }
    return (one == .yes ? a : b).filters.last?.value
  }

  /// Whether a thing makes any sound of a set.
  private func makes(_ instance: UInt32, _ set: HeardSet) -> Verdict {
    let members = members(set)
    return members.indices.reduce(.no) { $0 || (members[$1] && facts.makes(instance, $1)) }
  }
}
