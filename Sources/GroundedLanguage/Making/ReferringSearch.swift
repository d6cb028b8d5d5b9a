/// Looks for the shortest expressions that mean one thing of a scene and no other.
///
/// By number of modifiers first, then by how soon they strike the eye: colour, state, place among its like, neighbours.
/// Each is proven: with all modifiers one thing is left and nothing else could be meant; without any one of them there
/// surely are others.
package struct ReferringSearch: Sendable {
  package let executor: ProgramExecutor
  /// Classes that a single thing of the scene has, and nothing else could be called by.
  private let loneClasses: Set<String>

  package init(_ executor: ProgramExecutor) {
    self.executor = executor
    let named = Set(executor.facts.objects.filter(\.isClear).map(\.category)).subtracting([
      ClassNames.anything
    ])
    loneClasses = named.filter { executor.unique(.every($0)) != nil }
  }

  private var facts: SceneFacts { executor.facts }

  /// Minimal expressions for thing number `i`, the simplest first; none for what cannot be told apart in few words.
  package func expressions(for i: Int) -> [Description] {
    let category = facts.objects[i].category
    guard facts.objects[i].isClear, category != ClassNames.anything, ClassNames.concept(category) != nil
    else {
      return []
    }
    var found: [Description] = []
    let plain = Description(category)
    if executor.unique(plain.set) == i { found.append(plain) }
    guard found.isEmpty else { return found }
    let filters = filters(of: i)
    let relations = relations(of: i)
    let extremes = Extreme.allCases.map { Description.Modifier.extreme($0) }
    for modifier in filters + extremes + relations {
      let candidate = Description(category, [modifier])
      if isProven(candidate, i) { found.append(candidate) }
    }
    guard found.isEmpty else { return found }
    for (n, first) in filters.enumerated() {
      for second in filters[(n + 1)...] + extremes[...] + relations[...] {
        let candidate = Description(category, [first, second])
        if isProven(candidate, i) { found.append(candidate) }
      }
    }
    guard found.isEmpty else { return found }
    for first in relations {
      for second in extremes {
        let candidate = Description(category, [first, second])
        if isProven(candidate, i) { found.append(candidate) }
      }
    }
    return found
  }

  /// What thing number `i` surely is among its like, such as the leftmost; `nil` for one in the middle.
  package func extreme(of i: Int) -> Extreme? {
    Extreme.allCases.first { isProven(Description(facts.objects[i].category, [.extreme($0)]), i) }
  }

  /// Whether an expression means thing number `i` alone and every modifier is needed.
  package func isProven(_ description: Description, _ i: Int) -> Bool {
    guard executor.unique(description.set) == i else { return false }
    return description.modifiers.indices.allSatisfy { n in
      let rest = description.without(n)
      // A superlative behind what is taken away still means one thing, but another one: ask what it chooses from.
      guard let members = executor.members(rest.set) else { return false }
      if case .extreme? = rest.modifiers.last { return executor.unique(rest.set).map { $0 != i } ?? false }
      return members.count { $0 == .yes } >= 2
    }
  }

  /// What is surely so of a thing, without its class and its room.
  package func filters(of i: Int, without left: [Attribute] = []) -> [Description.Modifier] {
    let attributes: [Attribute] = [
      .colour, .openness, .power, .signal, .posture, .motion, .material, .heading, .lane, .parking, .text,
    ]
    return attributes.filter { !left.contains($0) }.compactMap { attribute in
      facts.value(of: attribute, i).map { .filter(Filter(attribute, $0)) }
    }
  }

  /// How it surely stands to things that their class tells apart.
  package func relations(of i: Int) -> [Description.Modifier] {
    var out: [Description.Modifier] = []
    for relation in [Relation.on, .inside, .nextTo, .leftOf, .rightOf, .above, .below] {
      for j in facts.objects.indices where j != i {
        let other = facts.objects[j]
        guard loneClasses.contains(other.category), other.category != facts.objects[i].category,
          // "The stem on the vase": not with what is much smaller than it.
          [.on, .inside].contains(relation) || 4 * other.pixels >= facts.objects[i].pixels,
          executor.verdict(relation, i, j) == .yes
        else { continue }
        out.append(.relation(relation, to: other.category))
      }
    }
    return out
  }
}
