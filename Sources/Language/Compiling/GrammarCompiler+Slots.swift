import Diagnostics

extension GrammarCompiler {
  /// A slot in a sentence.
  mutating func compile(_ use: SlotUse, _ context: Context) -> [Branch] {
    guard let slot = rules.slots[use.slot] else { return [] }
    let isShared = sentence.shared.contains(use.variable)
    let isRead = sentence.read.contains(use.variable)
    let number = spanUse(use, slot, context, isKnown: isShared || isRead)
    let chosen = slot.values.enumerated().filter { item in
      use.variation.map { item.element.variations.contains($0) } ?? true
    }
    var said: [(value: Int, branches: [Branch])] = []
    for (i, value) in chosen {
      var inner = context
      inner.value = value
      let words = compile(value.forms[context.language], demands: Self.declared, variation: nil, inner)
      let branches = merged(
        words.compactMap { item in
          outer(item.branch.facts, use.demands).map { facts in
            Branch(
              facts: facts, node: item.branch.node, weight: item.branch.weight,
              evenWeight: item.branch.evenWeight)
          }
        })
      if !branches.isEmpty { said.append((i, branches)) }
    }
    if said.isEmpty {
      faults.add(
        use.origin.error(
          "no value of \(use.slot) can be said here in \(context.language)",
          remedy: "give its values words in this language, with the features asked for"))
    }
    if isShared { return given(said, use, number, slot) }
    return chosenHere(said, chosen.map(\.element.weight), use, number, slot, isRead: isRead)
  }

  /// A value that this place decides.
  private mutating func chosenHere(
    _ said: [(value: Int, branches: [Branch])], _ weights: [Double], _ use: SlotUse, _ number: Int,
    _ slot: Slot, isRead: Bool
  ) -> [Branch] {
    let base = firstValue[slot.name] ?? 0
    let facts = isRead ? Facts(names.number("b:" + use.variable), valueSets.number(ValueSet())) : Facts()
    if let rows = plainRows(said, base, slot) {
      let node = builder.around(.span, number, builder.values(rows))
      return [Branch(facts: facts, node: node)]
    }
    let whole = max(1e-300, said.reduce(0) { $0 + slot.values[$1.value].weight })
    var all: [Branch] = []
    for (value, branches) in said {
      for var branch in branches {
        guard let both = unified(branch.facts, facts, at: use.origin) else { continue }
        branch.facts = both
        // What has no canonical value is its own.
        if !slot.values[value].canonical.isEmpty {
          branch.node = builder.around(.value, Int(base) + value, branch.node)
        }
        branch.weight *= slot.values[value].weight / whole
        branch.evenWeight /= Double(said.count)
        all.append(branch)
      }
    }
    return merged(all).map {
      Branch(
        facts: $0.facts, node: builder.around(.span, number, $0.node), weight: $0.weight,
        evenWeight: $0.evenWeight)
    }
  }

  /// The values as rows of one table, where each has one wording of one atom and all weigh the same.
  private func plainRows(
    _ said: [(value: Int, branches: [Branch])], _ base: Int32, _ slot: Slot
  ) -> [DerivationSpace.ValueRow]? {
    var rows: [DerivationSpace.ValueRow] = []
    for (value, branches) in said {
      guard branches.count == 1, branches[0].facts.isEmpty, slot.values[value].weight == 1,
        !slot.values[value].canonical.isEmpty
      else { return nil }
      let node = builder.space.nodes[Int(branches[0].node)]
      guard node.kind == .text else { return nil }
      rows.append(.init(value: base + Int32(value), atom: node.first))
    }
    return rows
  }

  /// A value that the sentence has decided before: as many branches as there are facts and numbers of wordings.
  private mutating func given(
    _ said: [(value: Int, branches: [Branch])], _ use: SlotUse, _ number: Int, _ slot: Slot
  ) -> [Branch] {
    struct Class: Hashable {
      var facts: Facts
      var count: Natural
    }
    var order: [Class] = []
    var members: [Class: [(value: Int, branch: Branch)]] = [:]
    for (value, branches) in said {
      for branch in branches {
        let key = Class(facts: branch.facts, count: builder.count(branch.node))
        if members[key] == nil { order.append(key) }
        members[key, default: []].append((value, branch))
      }
    }
    let variable = names.number("b:" + use.variable)
    let base = firstValue[slot.name] ?? 0
    var found: [Branch] = []
    for key in order {
      let group = members[key] ?? []
      var nodes = [Int32](repeating: -1, count: slot.values.count)
      for (value, branch) in group {
        nodes[value] = builder.around(.value, Int(base) + value, branch.node)
      }
      let directory = DerivationSpace.Directory(
        variable: register(use.variable, 0), base: base, nodes: nodes)
      let node = builder.around(.span, number, builder.given(directory, count: key.count))
      let values = valueSets.number(
        ValueSet(values: group.map { Int32($0.value) }, among: said.count))
      guard let facts = unified(key.facts, Facts(variable, values), at: use.origin) else { continue }
      found.append(Branch(facts: facts, node: node))
    }
    return found
  }

  /// The number of a use of a slot.
  private mutating func spanUse(_ use: SlotUse, _ slot: Slot, _ context: Context, isKnown: Bool) -> Int {
    let variable = SpaceBuilder.number(use.variable, in: &builder.space.variables)
    builder.space.uses.append(
      .init(
        label: SpaceBuilder.number(slot.label, in: &builder.space.labels),
        role: use.role.map { SpaceBuilder.number($0, in: &builder.space.roles) } ?? -1, variable: variable,
        register: isKnown ? register(use.variable, context.languageNumber) : -1, repeats: -1))
    return builder.space.uses.count - 1
  }

  /// Where a variable is kept in a language.
  mutating func register(_ variable: String, _ language: Int) -> Int32 {
    SpaceBuilder.number(variable, in: &builder.space.variables) * Int32(languages.count) + Int32(language)
  }
}
