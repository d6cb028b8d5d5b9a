package import Diagnostics

/// Compiles a template set into its derivation space.
///
/// Every phrase becomes branches: derivations with what they take for granted. Sequences unify the facts of their
/// parts, choices join branches of equal facts, so that agreement, groups and constraints end up in the shape of the
/// graph, and counting it is adding and multiplying.
package struct GrammarCompiler {
  /// Branches of one phrase, and nodes of all.
  static let branchLimit = 4096
  static let nodeLimit = 8_000_000

  let set: TemplateSet
  var builder = SpaceBuilder()
  var faults = FaultList()
  var names = Interner<String>()
  /// Values that a variable may have, by number within its slot.
  var valueSets = Interner<ValueSet>()
  /// What alternatives of several languages are told to mean alike.
  var meanings = Interner<String>()
  var groupProbability: [String: Double] = [:]
  /// The number of each slot's first value.
  var firstValue: [String: Int32] = [:]
  let rules: SentenceVariables.Rules
  /// Languages that are compiled.
  let languages: [String]
  /// What sentences of the present intent say of variables.
  var sentence = SentenceVariables()
  private var memo: [String: [Branch]] = [:]

  /// Where a phrase stands.
  struct Context {
    var language: String
    var languageNumber: Int
    /// The value whose wording is compiled.
    var value: SlotValue?
    var arguments: [String: [Branch]] = [:]
  }

  /// The space of a set in some of its languages.
  ///
  /// - Parameter languages: all of the set's where `nil`; several make parallel sentences.
  /// - Throws: one error naming every fault.
  package static func compile(
    _ set: TemplateSet, languages: [String]? = nil
  ) throws(DioramaError) -> DerivationSpace {
    for language in languages ?? [] where !set.languages.contains(language) {
      throw DioramaError(
        .usage, "\(set.name) has no language \(language)",
        remedy: "it has \(set.languages.joined(separator: ", "))")
    }
    let problems = TemplateLint.errors(in: set)
    if let error = problems.gathered { throw error }
    var compiler = GrammarCompiler(set: set, languages: languages ?? set.languages)
    let space = compiler.compiled()
    if let error = compiler.faults.gathered { throw error }
    guard !space.count.isZero else {
      throw DioramaError(
        .badInput, "\(set.name) derives no sentence", remedy: "add intents with sentences in every language")
    }
    return space
  }

  private init(set: TemplateSet, languages: [String]) {
    self.set = set
    self.languages = languages
    rules = SentenceVariables.Rules(set)
    builder.space.name = set.name
    builder.space.languages = languages
    builder.space.capitalized = languages.map { set.capitalized.contains($0) }
    builder.space.words = languages.map { set.words[$0] ?? WordLexicon() }
    for (i, slot) in set.slots.enumerated() {
      firstValue[slot.name] = Int32(builder.space.values.count)
      builder.space.slotNames.append(slot.name)
      builder.space.values += slot.values.map { .init(slot: Int32(i), canonical: $0.canonical) }
    }
  }

  private mutating func compiled() -> DerivationSpace {
    var options: [(node: Int32, weight: Double, evenWeight: Double)] = []
    let whole = max(1e-300, set.intents.reduce(0) { $0 + $1.weight })
    for intent in set.intents {
      memo.removeAll(keepingCapacity: true)
      guard let node = compile(intent) else { continue }
      options.append((node, intent.weight / whole, 1 / Double(set.intents.count)))
    }
    for relation in set.relations
    where !builder.space.intents.contains(where: { $0.relations.contains { $0.name == relation.name } }) {
      builder.space.notes.append(
        "the relation \(relation.name) ties \(relation.source) and \(relation.target), which no sentence says together"
      )
    }
    if !options.isEmpty { builder.space.root = builder.choice(options) }
    builder.space.registers = builder.space.variables.count * languages.count
    return options.isEmpty ? DerivationSpace.nothing : builder.space
  }

  /// Features of alternatives that stand in a sentence itself agree with those of the same name.
  var agreements: [FeatureDemand] {
    self.set.features.map { FeatureDemand(feature: $0.name, kind: .agree(variable: $0.name)) }
  }

  /// Features of a rule's alternatives are noted, for the use of the rule to judge.
  static let declared = [FeatureDemand(feature: "*", kind: .fixed("*"))]

  // MARK: phrases

  mutating func compile(_ phrase: Phrase, _ context: Context) -> [Branch] {
    if let text = constantText(phrase, context) {
      return [Branch(facts: Facts(), node: builder.text(text, context.language))]
    }
    switch phrase {
    case .text(let text): return [Branch(facts: Facts(), node: builder.text(text, context.language))]
    case .article(let capital):
      return [Branch(facts: Facts(), node: builder.add(.article, capital ? 1 : 0, count: 1))]
    case .sequence(let parts): return sequence(parts.map { compile($0, context) }, at: phrase.origin)
    case .choice(let alternatives):
      return merged(compile(alternatives, demands: agreements, variation: nil, context).map(\.branch))
    case .optional(let inner, let terms): return optional(inner, terms, context)
    case .slot(let use): return compile(use, context)
    case .alias(let use): return compile(use, context)
    case .read(let read): return compile(read, context)
    case .call(let call): return compile(call, context)
    case .labelled(let slot): return compile(slot, context)
    }
  }

  /// Branches of the same facts joined, in the order of their first mention.
  mutating func merged(_ branches: [Branch]) -> [Branch] {
    guard branches.count > 1 else { return branches }
    var order: [Facts] = []
    var groups: [Facts: [Branch]] = [:]
    for branch in branches {
      if groups[branch.facts] == nil { order.append(branch.facts) }
      groups[branch.facts, default: []].append(branch)
    }
    return order.map { facts in
      let group = groups[facts] ?? []
      if group.count == 1 { return group[0] }
      return Branch(facts: facts, node: builder.choice(group.map { ($0.node, $0.weight, $0.evenWeight) }))
    }
  }

  private mutating func optional(_ inner: Phrase, _ terms: OptionalTerms, _ context: Context) -> [Branch] {
    let nothing = builder.empty()
    var said = compile(inner, context)
    if let group = terms.group {
      let name = names.number("g:" + group)
      if let p = terms.probability { groupProbability[group] = groupProbability[group] ?? p }
      said = said.compactMap { branch in
        guard let facts = unified(branch.facts, Facts(name, 1)) else { return nil }
        return Branch(facts: facts, node: branch.node, weight: branch.weight, evenWeight: branch.evenWeight)
      }
      return merged(said) + [Branch(facts: Facts(name, 0), node: nothing)]
    }
    let p = terms.probability ?? 0.5
    for i in said.indices {
      said[i].weight *= p
      said[i].evenWeight *= 0.5
    }
    return merged(
      said + [Branch(facts: Facts(), node: nothing, weight: 1 - p, evenWeight: 0.5)])
  }

  /// The alternatives with their features: each branch with the number of its alternative.
  mutating func compile(
    _ alternatives: [Alternative], demands: [FeatureDemand], variation: String?, _ context: Context
  ) -> [(number: Int, branch: Branch)] {
    let chosen = alternatives.enumerated().filter { item in
      variation.map { item.element.variations.contains($0) } ?? true
    }
    let whole = max(1e-300, chosen.reduce(0) { $0 + $1.element.weight })
    var found: [(number: Int, branch: Branch)] = []
    for (number, alternative) in chosen {
      for var branch in compile(alternative.phrase, context) {
        guard let facts = meets(branch.facts, alternative.features, demands) else { continue }
        branch.facts = facts
        // One language by itself has nobody to agree with.
        if let meaning = alternative.meaning, languages.count > 1 {
          let own = Facts(names.number("m:"), meanings.number(meaning))
          guard let both = unified(branch.facts, own) else { continue }
          branch.facts = both
        }
        branch.weight *= alternative.weight / whole
        branch.evenWeight /= Double(chosen.count)
        found.append((number, branch))
      }
    }
    return found
  }

  /// The parts one after another.
  mutating func sequence(_ parts: [[Branch]], at origin: Origin?) -> [Branch] {
    var partial: [(facts: Facts, nodes: [Int32], weight: Double, evenWeight: Double)] = [
      (Facts(), [], 1, 1)
    ]
    for part in parts {
      var next: [(facts: Facts, nodes: [Int32], weight: Double, evenWeight: Double)] = []
      for left in partial {
        for right in part {
          guard let facts = unified(left.facts, right.facts, at: origin) else { continue }
          next.append(
            (facts, left.nodes + [right.node], left.weight * right.weight, left.evenWeight * right.evenWeight)
          )
        }
      }
      partial = next
      if partial.count > 1 {
        let joined = merged(
          partial.map {
            Branch(
              facts: $0.facts, node: builder.sequence($0.nodes), weight: $0.weight, evenWeight: $0.evenWeight)
          })
        // Joining is only worth its nodes where it joins.
        if joined.count < partial.count {
          partial = joined.map { ($0.facts, [$0.node], $0.weight, $0.evenWeight) }
        }
      }
      guard partial.count <= Self.branchLimit, builder.space.nodes.count <= Self.nodeLimit else {
        faults.add(
          DioramaError(
            .badInput, "this sentence has too many agreements, groups and shared slots to be counted",
            at: origin?.location, remedy: "split it into several intents"))
        return []
      }
    }
    return partial.map {
      Branch(
        facts: $0.facts, node: builder.sequence($0.nodes), weight: $0.weight, evenWeight: $0.evenWeight)
    }
  }

  // MARK: aliases

  private mutating func compile(_ use: AliasUse, _ context: Context) -> [Branch] {
    if let given = context.arguments[use.alias], use.arguments.isEmpty { return given }
    guard let alias = rules.aliases[use.alias] else { return [] }
    let key = "\(use.alias)\u{0}\(use.variation ?? "")\u{0}\(context.language)"
    let body: [Branch]
    if alias.parameters.isEmpty, let known = memo[key] {
      body = known
    } else {
      var inner = Context(language: context.language, languageNumber: context.languageNumber)
      for (parameter, argument) in zip(alias.parameters, use.arguments) {
        inner.arguments[parameter] = compile(argument, context).map { branch in
          var branch = branch
          branch.facts = escaped(branch.facts)
          return branch
        }
      }
      let alternatives = alias.wordings[context.language]
      body = merged(
        compile(alternatives, demands: Self.declared, variation: use.variation, inner).map(\.branch))
      if alias.parameters.isEmpty { memo[key] = body }
    }
    return merged(
      body.compactMap { branch in
        guard let facts = outer(branch.facts, use.demands) else { return nil }
        return Branch(facts: facts, node: branch.node, weight: branch.weight, evenWeight: branch.evenWeight)
      })
  }
}

extension DerivationSpace {
  /// The space without a derivation.
  static var nothing: DerivationSpace {
    var space = DerivationSpace()
    space.nodes = [Node(kind: .choice, first: 0, length: 0, count: 0)]
    return space
  }
}

extension Phrase {
  /// Where it was written, for those that know.
  var origin: Origin? {
    switch self {
    case .text, .article: nil
    case .sequence(let parts): parts.lazy.compactMap(\.origin).first
    case .choice(let alternatives): alternatives.first?.origin
    case .optional(_, let terms): terms.origin
    case .slot(let use): use.origin
    case .alias(let use): use.origin
    case .read(let read): read.origin
    case .call(let call): call.origin
    case .labelled(let slot): slot.origin
    }
  }
}
