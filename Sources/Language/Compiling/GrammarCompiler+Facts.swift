/// How facts unify, and how features cross from a rule into the sentence that uses it.
///
/// Names of facts: `f:num` an agreement, `d:num` that a rule declares the feature itself, `g:polite` a group, `b:city` that
/// a variable is said (state: the set of its values), `r:city` that it is read,
/// `m:` what is meant (state: which of the named meanings).
extension GrammarCompiler {
  /// Facts of two phrases of one sentence.
  mutating func unified(_ a: Facts, _ b: Facts, at origin: Origin? = nil) -> Facts? {
    var twice: [Int32] = []
    let names = names
    let facts = a.unified(with: b) { x, y in
      if names[x.name].hasPrefix("b:") {
        twice.append(x.name)
        return x.state
      }
      return x.state == y.state ? x.state : nil
    }
    guard facts != nil else { return nil }
    for name in twice {
      let variable = String(names[name].dropFirst(2))
      if sentence.saidTwice.insert(variable).inserted {
        faults.add(
          (origin ?? .none).error(
            "{\(variable)} is said twice in one sentence, and something refers to it",
            remedy:
              "give each a name, as in {\(variable):first} and {\(variable):second}, or repeat it by $\(variable)"
          ))
      }
    }
    return facts
  }

  /// An alternative's facts with its own features; `nil` where these contradict.
  ///
  /// - Parameter demands: `declared` for alternatives of a rule, `agreements` for those of a sentence.
  mutating func meets(_ facts: Facts, _ features: [FeatureValue], _ demands: [FeatureDemand]) -> Facts? {
    var facts = facts
    let isDeclared = demands.first?.feature == "*"
    for feature in features {
      let state = featureState(feature)
      if isDeclared {
        let declared = Facts(names.number("d:" + feature.feature), 1)
        guard let own = unified(facts, Facts(names.number("f:" + feature.feature), state)),
          let both = unified(own, declared)
        else { return nil }
        facts = both
        continue
      }
      guard case .agree(let variable)? = demands.first(where: { $0.feature == feature.feature })?.kind,
        let both = unified(facts, Facts(names.number("f:" + variable), state))
      else { return nil }
      facts = both
    }
    return facts
  }

  /// A value's number within its feature.
  private func featureState(_ feature: FeatureValue) -> Int32 {
    let values = set.features.first { $0.name == feature.feature }?.values ?? []
    return Int32(values.firstIndex(of: feature.value) ?? -1)
  }

  /// Facts of an alias's body as the sentence around sees them; `nil` where the demands are not met.
  mutating func outer(_ facts: Facts, _ demands: [FeatureDemand]) -> Facts? {
    var renames: [Int32: Int32?] = [:]
    for fact in facts.items {
      let name = names[fact.name]
      if name.hasPrefix("d:") {
        renames[fact.name] = .some(nil)
      } else if name.hasPrefix("f:^") {
        renames[fact.name] = names.number("f:" + name.dropFirst(3))
      } else if name.hasPrefix("f:") {
        let feature = String(name.dropFirst(2))
        switch demands.first(where: { $0.feature == feature })?.kind {
        case .agree(let variable): renames[fact.name] = names.number("f:" + variable)
        case .fixed(let value):
          guard featureState(FeatureValue(feature: feature, value: value)) == fact.state else { return nil }
          renames[fact.name] = .some(nil)
        case nil:
          if let declared = names.known("d:" + feature), facts[declared] != nil, fact.state != 0 {
            return nil
          }
          renames[fact.name] = .some(nil)
        }
      }
    }
    // Two features of the body may become one agreement of the sentence.
    var kept = Facts()
    for fact in facts.items {
      let name: Int32? = renames[fact.name] ?? .some(fact.name)
      guard let name else { continue }
      guard let both = unified(kept, Facts(name, fact.state)) else { return nil }
      kept = both
    }
    return kept
  }

  /// Facts of an argument, kept apart from those of the rule that it goes into.
  mutating func escaped(_ facts: Facts) -> Facts {
    var names = names
    let escaped = facts.renamed { name in
      let text = names[name]
      return text.hasPrefix("f:") ? names.number("f:^" + text.dropFirst(2)) : name
    }
    self.names = names
    return escaped
  }

  /// The facts without agreements, which end with the sentence.
  func withoutAgreements(_ facts: Facts) -> Facts {
    facts.renamed { name in
      let text = names[name]
      return text.hasPrefix("f:") || text.hasPrefix("d:") ? nil : name
    }
  }
}
