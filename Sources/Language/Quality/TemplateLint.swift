package import Diagnostics
import LocatedYAML

/// What can be said of templates before they are compiled.
package enum TemplateLint {
  /// A rule that others can use.
  private enum Rule: Hashable {
    case slot(String)
    case alias(String)
  }

  /// Every fault that keeps the set from being compiled.
  package static func errors(in set: TemplateSet) -> FaultList {
    var faults = FaultList()
    for (phrase, parameters) in phrases(of: set) {
      phrase.visit { checkNames($0, set, parameters, &faults) }
      phrase.visitAlternatives { checkFeatures($0.features, set, $0.origin, &faults) }
    }
    for alternative in alternatives(of: set) {
      checkFeatures(alternative.features, set, alternative.origin, &faults)
    }
    if set.intents.isEmpty {
      faults.add(DioramaError(.badInput, "\(set.name) has no intents", remedy: "add intents: with sentences"))
    }
    for intent in set.intents {
      if intent.wordings.isEmpty { faults.add(intent.origin.error("\(intent.name) has no sentences")) }
      checkConstraints(of: intent, set, &faults)
    }
    if faults.count == 0 { checkCycles(set, &faults) }
    return faults
  }

  /// What is odd but does no harm.
  package static func warnings(in set: TemplateSet) -> [Warning] {
    var warnings: [Warning] = []
    let used = reachable(set)
    for slot in set.slots where !used.contains(.slot(slot.name)) {
      warnings.append(Warning("the slot \(slot.name) is used by no intent", at: slot.origin.location))
    }
    for alias in set.aliases where !used.contains(.alias(alias.name)) {
      warnings.append(Warning("the alias \(alias.name) is used by no intent", at: alias.origin.location))
    }
    for alternative in alternatives(of: set) where alternative.weight == 0 {
      warnings.append(
        Warning(
          "an alternative of weight 0 is drawn only when sampling evenly or uniformly",
          at: alternative.origin.location))
    }
    for slot in set.slots {
      var seen: Set<String> = []
      for value in slot.values where !seen.insert(value.canonical).inserted {
        warnings.append(
          Warning("the slot \(slot.name) has the value \(value.canonical) twice", at: slot.origin.location))
      }
    }
    for intent in set.intents { warnings += lonelyMeanings(of: intent, set.languages) }
    return warnings
  }

  /// Sentences whose meaning another language names others for, but not this one: they are never said in parallel.
  private static func lonelyMeanings(of intent: Intent, _ languages: [String]) -> [Warning] {
    let named = languages.map { language in
      intent.wordings[language].filter { $0.meaning != nil }
    }
    return named.flatMap { own in
      own.filter { sentence in
        named.contains { !$0.isEmpty && !$0.contains { $0.meaning == sentence.meaning } }
      }.map {
        Warning(
          "\(intent.name): the meaning \($0.meaning ?? "") is missing in another language",
          at: $0.origin.location)
      }
    }
  }

  // MARK: names

  private static func alternatives(of set: TemplateSet) -> [Alternative] {
    var out: [Alternative] = []
    for slot in set.slots { for value in slot.values { out += value.forms.all } }
    for alias in set.aliases { out += alias.wordings.all }
    for intent in set.intents { out += intent.wordings.all }
    return out
  }

  /// Phrases with the parameters that they may use.
  private static func phrases(of set: TemplateSet) -> [(Phrase, [String])] {
    var out: [(Phrase, [String])] = []
    for slot in set.slots { for value in slot.values { out += value.forms.all.map { ($0.phrase, []) } } }
    for alias in set.aliases { out += alias.wordings.all.map { ($0.phrase, alias.parameters) } }
    for intent in set.intents { out += intent.wordings.all.map { ($0.phrase, []) } }
    return out
  }

  private static func checkNames(
    _ phrase: Phrase, _ set: TemplateSet, _ parameters: [String], _ faults: inout FaultList
  ) {
    switch phrase {
    case .slot(let use):
      guard let slot = set.slot(use.slot) else {
        return undefined("slot", use.slot, set.slots.map(\.name), use.origin, &faults)
      }
      if let variation = use.variation, !slot.values.contains(where: { $0.variations.contains(variation) }) {
        faults.add(use.origin.error("no value of \(use.slot) has the variation \(variation)"))
      }
      checkDemands(use.demands, set, use.origin, &faults)
    case .alias(let use):
      guard !parameters.contains(use.alias) else { return }
      guard let alias = set.aliases.first(where: { $0.name == use.alias }) else {
        return undefined("alias", use.alias, set.aliases.map(\.name) + parameters, use.origin, &faults)
      }
      if alias.parameters.count != use.arguments.count {
        faults.add(
          use.origin.error(
            "\(use.alias) takes \(alias.parameters.count) arguments, found \(use.arguments.count)",
            remedy: alias.parameters.isEmpty
              ? "remove them" : "write <\(use.alias)(\(alias.parameters.joined(separator: ", ")))>"))
      }
      if let variation = use.variation,
        !alias.wordings.all.contains(where: { $0.variations.contains(variation) })
      {
        faults.add(use.origin.error("no alternative of \(use.alias) has the variation \(variation)"))
      }
      checkDemands(use.demands, set, use.origin, &faults)
    default: return
    }
  }

  private static func undefined(
    _ what: String, _ name: String, _ known: [String], _ origin: Origin, _ faults: inout FaultList
  ) {
    let near = nearest(name, in: known).map { "did you mean \($0)?" }
    faults.add(
      origin.error(
        "there is no \(what) \(name)",
        remedy: near ?? (known.isEmpty ? "define it under \(what == "slot" ? "slots" : "aliases"):" : nil)))
  }

  private static func checkDemands(
    _ demands: [FeatureDemand], _ set: TemplateSet, _ origin: Origin, _ faults: inout FaultList
  ) {
    for demand in demands {
      guard let feature = set.features.first(where: { $0.name == demand.feature }) else {
        undefined("feature", demand.feature, set.features.map(\.name), origin, &faults)
        continue
      }
      if case .fixed(let value) = demand.kind, !feature.values.contains(value) {
        undefined("value of \(feature.name)", value, feature.values, origin, &faults)
      }
    }
  }

  private static func checkFeatures(
    _ features: [FeatureValue], _ set: TemplateSet, _ origin: Origin, _ faults: inout FaultList
  ) {
    checkDemands(
      features.map { FeatureDemand(feature: $0.feature, kind: .fixed($0.value)) }, set, origin, &faults)
  }

  private static func checkConstraints(of intent: Intent, _ set: TemplateSet, _ faults: inout FaultList) {
    let rules = SentenceVariables.Rules(set)
    let said = SentenceVariables(intent, intent.wordings.all, rules, isParallel: false).slots
    for constraint in intent.constraints {
      for variable in constraint.variables where said[variable] == nil {
        let known = said.keys.sorted()
        faults.add(
          constraint.origin.error(
            "nothing in \(intent.name) is called \(variable)",
            remedy: nearest(variable, in: known).map { "did you mean \($0)?" }
              ?? (known.isEmpty ? nil : "it has \(known.joined(separator: ", "))")))
      }
    }
  }

  // MARK: reach

  private static func uses(_ alternatives: [Alternative]) -> [(rule: Rule, origin: Origin)] {
    var found: [(rule: Rule, origin: Origin)] = []
    for alternative in alternatives {
      alternative.phrase.visit { phrase in
        switch phrase {
        case .slot(let use): found.append((.slot(use.slot), use.origin))
        case .alias(let use): found.append((.alias(use.alias), use.origin))
        default: return
        }
      }
    }
    return found
  }

  private static func graph(_ set: TemplateSet) -> [Rule: [(rule: Rule, origin: Origin)]] {
    var graph: [Rule: [(rule: Rule, origin: Origin)]] = [:]
    for slot in set.slots { graph[.slot(slot.name)] = uses(slot.values.flatMap(\.forms.all)) }
    for alias in set.aliases { graph[.alias(alias.name)] = uses(alias.wordings.all) }
    return graph
  }

  private static func reachable(_ set: TemplateSet) -> Set<Rule> {
    let graph = graph(set)
    var reached: Set<Rule> = []
    var open = uses(set.intents.flatMap(\.wordings.all)).map(\.rule)
    while let rule = open.popLast() {
      guard reached.insert(rule).inserted else { continue }
      open += (graph[rule] ?? []).map(\.rule)
    }
    return reached
  }

  /// Rules that lead to themselves would never end.
  private static func checkCycles(_ set: TemplateSet, _ faults: inout FaultList) {
    let graph = graph(set)
    var finished: Set<Rule> = []
    var path: [Rule] = []
    func name(_ rule: Rule) -> String {
      switch rule {
      case .slot(let name): "{\(name)}"
      case .alias(let name): "<\(name)>"
      }
    }
    func visit(_ rule: Rule) {
      path.append(rule)
      for use in graph[rule] ?? [] where !finished.contains(use.rule) {
        if let start = path.firstIndex(of: use.rule) {
          faults.add(
            use.origin.error(
              "a rule that leads to itself never ends: "
                + (path[start...].map(name) + [name(use.rule)]).joined(separator: " → "),
              remedy: "write out as many repetitions as are meant"))
        } else if path.count < 64 {
          visit(use.rule)
        } else {
          faults.add(use.origin.error("rules nest deeper than 64"))
        }
      }
      path.removeLast()
      finished.insert(rule)
    }
    for rule in set.slots.map({ Rule.slot($0.name) }) + set.aliases.map({ Rule.alias($0.name) })
    where !finished.contains(rule) { visit(rule) }
  }
}
