/// Runs programs over the facts of a scene, in three-valued logic: whoever might be meant, or might not, leaves the
/// answer undecided.
package struct ProgramExecutor: Sendable {
  package let facts: SceneFacts
  /// Relation after relation, thing after thing: how each stands to each. Programs ask the same again and again.
  private let relations: [Verdict]
  /// Of each thing whether it has a value: of all that there are words for, likewise.
  private let filters: [Filter: [Verdict]]

  package init(_ facts: SceneFacts) {
    self.facts = facts
    let all = facts.objects.indices
    relations = Relation.allCases.flatMap { relation in
      all.flatMap { a in all.map { b in facts.verdict(relation, a, b) } }
    }
    var filters: [Filter: [Verdict]] = [:]
    let kinds = Set(facts.objects.flatMap { ClassNames.names(of: $0.category).map(\.id) }).sorted()
    for attribute in Attribute.allCases {
      for value in attribute == .kind ? kinds : attribute.values {
        let filter = Filter(attribute, value)
        filters[filter] = all.map { facts.verdict(filter, $0) }
      }
    }
    self.filters = filters
    order = Dictionary(uniqueKeysWithValues: Relation.allCases.enumerated().map { ($1, $0) })
  }

  private let order: [Relation: Int]

  /// How thing number `a` stands to thing number `b`.
  package func verdict(_ relation: Relation, _ a: Int, _ b: Int) -> Verdict {
    let n = facts.objects.count
    return relations[((order[relation] ?? 0) * n + a) * n + b]
  }

  /// For each thing of the scene whether it is in a set; `nil` where an anchor is not unique.
  package func members(_ set: ObjectSet) -> [Verdict]? {
    switch set {
    case .scene: return facts.objects.map { $0.isClear ? .yes : .undecided }
    case .filter(let filter, let rest):
      guard var out = members(rest) else { return nil }
      if let known = filters[filter] {
        for i in out.indices { out[i] = out[i] && known[i] }
      } else {
        for i in out.indices where out[i] != .no { out[i] = out[i] && facts.verdict(filter, i) }
      }
      return out
    case .related(let relation, let anchor, let rest):
      guard let other = unique(anchor), var out = members(rest) else { return nil }
      for i in out.indices where out[i] != .no { out[i] = out[i] && verdict(relation, i, other) }
      return out
    case .extreme(let extreme, let rest):
      guard let among = members(rest), among.count(where: { $0 != .no }) >= 2 + extreme.rank
      else { return nil }
      return among.indices.map { among[$0] && place(of: $0, extreme, among) }
    }
  }

  /// Whether thing number `i`, were it among the others, would have the place that a superlative names. What may or may
  /// not be among them, far away or hardly seen, leaves that open only where it could come first.
  private func place(of i: Int, _ extreme: Extreme, _ among: [Verdict]) -> Verdict {
    // How many surely come before it, and how many may.
    var (least, most) = (0, 0)
    for j in among.indices where j != i && among[j] != .no {
      if verdict(extreme.relation, i, j) == .yes { continue }
      most += 1
      if among[j] == .yes, verdict(extreme.relation, j, i) == .yes { least += 1 }
    }
    if least > extreme.rank || most < extreme.rank { return .no }
    return least == extreme.rank && most == extreme.rank ? .yes : .undecided
  }

  /// The number of the one thing that a set surely has, while no other could be in it.
  package func unique(_ set: ObjectSet) -> Int? {
    guard let members = members(set), members.allSatisfy({ $0 != .undecided }) else { return nil }
    let sure = members.indices.filter { members[$0] == .yes }
    return sure.count == 1 ? sure.first : nil
  }

  /// How many things a set has; `nil` while that is open.
  package func count(_ set: ObjectSet) -> Int? {
    guard let members = members(set), members.allSatisfy({ $0 != .undecided }) else { return nil }
    return members.count { $0 == .yes }
  }

  /// - Returns: `nil` where the scene leaves the answer open, or a thing is not unique.
  package func answer(_ program: Program) -> Answer? {
    switch program {
    case .count(let set): return count(set).map { .number($0) }
    case .exist(let set):
      guard let members = members(set) else { return nil }
      return truth(members.max() ?? .no)
    case .query(let attribute, let set):
      return unique(set).flatMap { facts.value(of: attribute, $0) }.map { .value($0) }
    case .choose(let attribute, let values, let set):
      guard let i = unique(set) else { return nil }
      let verdicts = values.map { facts.verdict(Filter(attribute, $0), i) }
      guard verdicts.allSatisfy({ $0 != .undecided }), verdicts.count(where: { $0 == .yes }) == 1,
        let held = verdicts.firstIndex(of: .yes)
      else { return nil }
      return .value(values[held])
    case .chooseCount(let numbers, let set):
      return count(set).flatMap { numbers.contains($0) ? .number($0) : nil }
    case .more(let a, let b):
      guard let first = count(a), let second = count(b) else { return nil }
      return .truth(first > second)
    case .same(let attribute, let a, let b):
      guard let i = unique(a), let j = unique(b), i != j else { return nil }
      return truth(facts.isAlike(attribute, i, j))
    case .relates(let relation, let a, let b):
      guard let i = unique(a), let j = unique(b), i != j else { return nil }
      return truth(verdict(relation, i, j))
    case .which(let relation, let a, let b):
      guard let i = unique(a), let j = unique(b), i != j else { return nil }
      let (one, other) = (verdict(relation, i, j), verdict(relation, j, i))
      guard one != .undecided, other == !one else { return nil }
      return .value(facts.objects[one == .yes ? i : j].category)
    case .locate(let set): return unique(set).map { .thing(facts.objects[$0].instance) }
    case .approaches(let set): return unique(set).flatMap { truth(facts.approaches($0)) }
    case .reachedWithin(let seconds, let set):
      return unique(set).flatMap { truth(facts.isReached(within: Double(seconds), $0)) }
    }
  }

  private func truth(_ verdict: Verdict) -> Answer? {
    verdict == .undecided ? nil : .truth(verdict == .yes)
  }
}
