import Diagnostics

extension GrammarCompiler {
  /// Rows of values that constraints may have to look at, for one intent.
  static let rowLimit = 1_000_000

  /// All sentences of an intent: what is decided first (values, groups), then each language's words.
  ///
  /// - Returns: `nil` where there is none.
  mutating func compile(_ intent: Intent) -> Int32? {
    let alternatives = languages.flatMap { intent.wordings[$0] }
    guard !alternatives.isEmpty else { return nil }
    sentence = SentenceVariables(
      intent, alternatives, rules, isParallel: languages.count > 1)
    for variable in sentence.shared.intersection(sentence.ambiguous).sorted() {
      faults.add(
        intent.origin.error(
          "\(intent.name): \(variable) may be of different slots",
          remedy: "give them different names: {slot:name}"))
      return nil
    }
    let number = builder.space.intents.count
    builder.space.intents.append(
      .init(name: intent.name, labels: intent.labels, node: -1, relations: relations(of: intent)))
    var parallel = [Branch(facts: Facts(), node: builder.empty())]
    for (l, language) in languages.enumerated() {
      let sentences = self.sentences(of: intent, number, language, l)
      parallel = joined(parallel, sentences)
    }
    if parallel.isEmpty, faults.count == 0 {
      faults.add(
        intent.origin.error(
          "\(intent.name) has no sentences that say the same in \(languages.joined(separator: " and "))",
          remedy: "use the same slots, by the same names, in every language"))
    }
    checkReads(parallel, intent)
    var options: [(node: Int32, weight: Double, evenWeight: Double)] = []
    for branch in parallel {
      guard let decided = assignments(for: branch.facts, intent) else { continue }
      var (weight, even) = (branch.weight, branch.evenWeight)
      // Values with equally many wordings share a branch: the more of them, the more of the samples.
      for fact in branch.facts.items where names[fact.name].hasPrefix("b:") {
        let share = valueSets[fact.state].share
        weight *= share
        even *= share
      }
      for fact in branch.facts.items where names[fact.name].hasPrefix("g:") {
        let p = groupProbability[String(names[fact.name].dropFirst(2))] ?? 0.5
        weight *= fact.state == 1 ? p : 1 - p
        even *= 0.5
      }
      options.append((builder.sequence(decided + [branch.node]), weight, even))
    }
    guard !options.isEmpty else { return nil }
    let node = builder.around(.intent, number, builder.choice(options))
    builder.space.intents[number].node = node
    return node
  }

  /// What ties variables of its sentences: its own relations and those of the set.
  private mutating func relations(of intent: Intent) -> [DerivationSpace.Relation] {
    for relation in intent.relations {
      for end in [relation.source, relation.target] where !sentence.isLabelled(end) {
        faults.add(
          intent.origin.error(
            "\(intent.name): the relation \(relation.name) ties \(end), and no sentence has {\(end)}",
            remedy: "name variables of its sentences"))
      }
    }
    return (intent.relations + set.relations).compactMap { relation in
      guard sentence.isLabelled(relation.source), sentence.isLabelled(relation.target) else { return nil }
      return .init(
        name: relation.name, source: SpaceBuilder.number(relation.source, in: &builder.space.variables),
        target: SpaceBuilder.number(relation.target, in: &builder.space.variables))
    }
  }

  /// The sentences in one language.
  private mutating func sentences(of intent: Intent, _ number: Int, _ language: String, _ l: Int) -> [Branch]
  {
    let alternatives = intent.wordings[language]
    let context = Context(language: language, languageNumber: l)
    let found = compile(alternatives, demands: agreements, variation: nil, context)
    let first = builder.space.templates.count
    for (i, alternative) in alternatives.enumerated() {
      builder.space.templates.append(
        .init(
          intent: Int32(number), language: Int32(l), origin: alternative.origin,
          name: "\(intent.name)/\(language)/\(i + 1)"))
    }
    var branches: [Branch] = []
    for (i, var branch) in found {
      branch.facts = withoutAgreements(branch.facts)
      branch.node = builder.around(.template, first + i, branch.node)
      branches.append(branch)
    }
    return merged(branches).map { branch in
      var branch = branch
      branch.node = builder.around(.language, l, branch.node)
      return branch
    }
  }

  /// Sentences of two languages that say the same: the same variables, of values that both can say.
  private mutating func joined(_ left: [Branch], _ right: [Branch]) -> [Branch] {
    var found: [Branch] = []
    for a in left {
      for b in right {
        let isFirst = builder.space.nodes[Int(a.node)].kind == .empty
        guard isFirst || variables(a.facts) == variables(b.facts) else { continue }
        var sets = valueSets
        let names = names
        let facts = a.facts.unified(with: b.facts) { x, y in
          guard names[x.name].hasPrefix("b:") else { return x.state == y.state ? x.state : nil }
          return sets[x.state].common(with: sets[y.state]).map { sets.number($0) }
        }
        valueSets = sets
        guard let facts else { continue }
        found.append(
          Branch(
            facts: facts, node: builder.sequence([a.node, b.node]), weight: a.weight * b.weight,
            evenWeight: a.evenWeight * b.evenWeight))
      }
    }
    return merged(found)
  }

  private func variables(_ facts: Facts) -> [Int32] {
    facts.items.map(\.name).filter { names[$0].hasPrefix("b:") }
  }

  /// What is read has to be said.
  private mutating func checkReads(_ branches: [Branch], _ intent: Intent) {
    var told: Set<String> = []
    for branch in branches {
      for fact in branch.facts.items where names[fact.name].hasPrefix("r:") {
        let variable = String(names[fact.name].dropFirst(2))
        let isSaid = names.known("b:" + variable).flatMap { branch.facts[$0] } != nil
        if !isSaid, told.insert(variable).inserted {
          faults.add(
            intent.origin.error(
              "\(intent.name): $\(variable) is read in sentences that do not say {\(variable)}",
              remedy: "put both into optionals of one group: [… ;?group]"))
        }
      }
    }
  }

  /// Nodes that give values to the shared variables of a branch; `nil` where no values fit.
  private mutating func assignments(for facts: Facts, _ intent: Intent) -> [Int32]? {
    var sets: [(variable: String, values: [Int32])] = []
    for fact in facts.items where names[fact.name].hasPrefix("b:") {
      let variable = String(names[fact.name].dropFirst(2))
      if sentence.shared.contains(variable) { sets.append((variable, valueSets[fact.state].values)) }
    }
    let said = Set(sets.map(\.variable))
    let constraints = intent.constraints.filter { Set($0.variables).isSubset(of: said) }
    var nodes: [Int32] = []
    for group in components(sets.map(\.variable), constraints) {
      let own = constraints.filter { !Set($0.variables).isDisjoint(with: group) }
      guard let assignment = rows(sets.filter { group.contains($0.variable) }, own, intent) else {
        return nil
      }
      nodes.append(builder.assign(assignment))
    }
    return nodes
  }

  /// Variables that constraints tie together.
  private func components(_ variables: [String], _ constraints: [Constraint]) -> [[String]] {
    var groups = variables.map { [$0] }
    for constraint in constraints {
      let tied = Set(constraint.variables)
      let (inside, outside) = (
        groups.filter { !tied.isDisjoint(with: $0) }, groups.filter { tied.isDisjoint(with: $0) }
      )
      groups = outside + [inside.flatMap { $0 }]
    }
    return groups.filter { !$0.isEmpty }
  }

  /// The combinations of values that the constraints allow; `nil` where there are none.
  private mutating func rows(
    _ sets: [(variable: String, values: [Int32])], _ constraints: [Constraint], _ intent: Intent
  ) -> DerivationSpace.Assignment? {
    let combinations = sets.reduce(1.0) { $0 * Double($1.values.count) }
    guard combinations <= Double(Self.rowLimit) else {
      faults.add(
        (constraints.first?.origin ?? intent.origin).error(
          "\(intent.name): \(Int(combinations)) combinations of values to look at, more than \(Self.rowLimit)",
          remedy: "use fewer values, or split the condition"))
      return nil
    }
    let slots = sets.map { rules.slots[sentence.slots[$0.variable] ?? ""]?.values ?? [] }
    let bases = sets.map { firstValue[sentence.slots[$0.variable] ?? ""] ?? 0 }
    let index = Dictionary(uniqueKeysWithValues: sets.enumerated().map { ($1.variable, $0) })
    var assignment = DerivationSpace.Assignment(
      variables: sets.map { register($0.variable, 0) }, rows: [], count: 0)
    var digits = [Int](repeating: 0, count: sets.count)
    for _ in 0..<Int(combinations) {
      let row = digits.indices.map { sets[$0].values[digits[$0]] }
      let fits = constraints.allSatisfy { constraint in
        constraint.holds { name in index[name].map { slots[$0][Int(row[$0])] } }
      }
      if fits {
        assignment.rows += row.indices.map { bases[$0] + row[$0] }
        assignment.count += 1
      }
      for i in digits.indices.reversed() {
        digits[i] += 1
        if digits[i] < sets[i].values.count { break }
        digits[i] = 0
      }
    }
    return assignment.count == 0 ? nil : assignment
  }
}
