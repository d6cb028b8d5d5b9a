import Language

/// A second way to all sentences of a template set: every choice written out, by the rules of the language as they are
/// told, without counting, sharing or classes.
struct BruteForce {
  let set: TemplateSet

  struct Piece {
    enum Kind {
      case text(String)
      case open(String, value: String?)
      case close
      case read(String, attribute: String?)
      case again(String)
    }
    var kind: Kind
  }

  struct State {
    var pieces: [Piece] = []
    var agreements: [String: String] = [:]
    var declared: [String: String] = [:]
    var groups: [String: Bool] = [:]
    var values: [String: (slot: String, value: SlotValue)] = [:]
    var words: [String: [Piece]] = [:]

    func joined(_ other: State) -> State? {
      var out = self
      out.pieces += other.pieces
      for (name, value) in other.agreements {
        if let own = agreements[name], own != value { return nil }
        out.agreements[name] = value
      }
      for (name, value) in other.groups {
        if let own = groups[name], own != value { return nil }
        out.groups[name] = value
      }
      for (name, value) in other.values { out.values[name] = value }
      for (name, words) in other.words { out.words[name] = words }
      return out
    }
  }

  /// More ways than anybody wants to write out, before constraints leave few of them.
  struct TooMany: Error {}

  /// Marked sentences of all intents.
  func sentences(_ language: String) throws -> [String] {
    var out: [String] = []
    for intent in set.intents {
      for alternative in intent.wordings[language] {
        for state in try expand(alternative.phrase, language, value: nil) {
          var fits = true
          for feature in alternative.features
          where state.agreements[feature.feature] ?? feature.value != feature.value {
            fits = false
          }
          for constraint in intent.constraints
          where fits && constraint.variables.allSatisfy({ state.values[$0] != nil }) {
            fits = constraint.holds { state.values[$0]?.value }
          }
          if fits { out.append(text(state)) }
        }
      }
    }
    return out
  }

  private func expand(_ phrase: Phrase, _ language: String, value: SlotValue?) throws -> [State] {
    switch phrase {
    case .text(let text): return [State(pieces: [Piece(kind: .text(text))])]
    case .sequence(let parts):
      return try parts.reduce([State()]) { left, part in
        let right = try expand(part, language, value: value)
        guard left.count * right.count <= 100_000 else { throw TooMany() }
        return left.flatMap { a in right.compactMap { a.joined($0) } }
      }
    case .choice(let alternatives):
      return try alternatives.flatMap { item in
        try expand(item.phrase, language, value: value).compactMap { state in
          item.features.reduce(state as State?) { state, feature in
            state?.joined(State(agreements: [feature.feature: feature.value]))
          }
        }
      }
    case .optional(let inner, let terms):
      let said = try expand(inner, language, value: value)
      guard let group = terms.group else { return said + [State()] }
      return said.compactMap { $0.joined(State(groups: [group: true])) } + [State(groups: [group: false])]
    case .slot(let use):
      guard let slot = set.slot(use.slot) else { return [] }
      return try slot.values.flatMap { value -> [State] in
        if let variation = use.variation, !value.variations.contains(variation) { return [] }
        return try said(value.forms[language], use.demands, language, value: value).map { state in
          var state = state
          state.words[use.variable] = state.pieces
          let role = use.role.map { ">" + $0 } ?? ""
          state.pieces =
            [Piece(kind: .open(slot.label + role, value: value.canonical))] + state.pieces + [
              Piece(kind: .close)
            ]
          state.values[use.variable] = (slot.name, value)
          return state
        }
      }
    case .alias(let use):
      guard let alias = set.aliases.first(where: { $0.name == use.alias }) else { return [] }
      let chosen = alias.wordings[language].filter { item in
        use.variation.map { item.variations.contains($0) } ?? true
      }
      return try said(chosen, use.demands, language, value: nil)
    case .read(let read):
      if read.variable == "value", let value {
        return [State(pieces: [Piece(kind: .text(value.attribute(read.attribute ?? "value") ?? "?"))])]
      }
      return [State(pieces: [Piece(kind: .read(read.variable, attribute: read.attribute))])]
    case .labelled(let slot):
      guard case .read(let read) = slot.phrase else { return [] }
      return [State(pieces: [Piece(kind: .again(read.variable))])]
    case .call, .article: return []
    }
  }

  /// Alternatives of a rule as a sentence with such demands says them.
  private func said(
    _ alternatives: [Alternative], _ demands: [FeatureDemand], _ language: String, value: SlotValue?
  ) throws -> [State] {
    try alternatives.flatMap { item -> [State] in
      try expand(item.phrase, language, value: value).compactMap { inner -> State? in
        var state: State? = inner
        state?.agreements = [:]
        // What the rule says of its own features and what agrees inside of it are one.
        var own = inner.agreements
        for feature in item.features {
          if let known = own[feature.feature], known != feature.value { return nil }
          own[feature.feature] = feature.value
        }
        for (feature, found) in own {
          let demand = demands.first { $0.feature == feature }
          switch demand?.kind {
          case .agree(let variable): state = state?.joined(State(agreements: [variable: found]))
          case .fixed(let wanted): if wanted != found { return nil }
          case nil:
            let isDeclared = item.features.contains { $0.feature == feature }
            let normal = set.features.first { $0.name == feature }?.values[0]
            if isDeclared, found != normal { return nil }
          }
        }
        return state
      }
    }
  }

  private func text(_ state: State) -> String {
    var out = ""
    func write(_ pieces: [Piece], isMarked: Bool) {
      var values: [String?] = []
      for piece in pieces {
        switch piece.kind {
        case .text(let text): out += text
        case .open(let label, let value):
          values.append(value)
          if isMarked { out += " \u{1}\(label) " }
        case .close:
          let value = values.removeLast()
          if isMarked { out += "\u{2}" + (value.map { "=" + $0 } ?? "") + "] " }
        case .read(let variable, let attribute):
          if let attribute {
            out += state.values[variable]?.value.attribute(attribute) ?? "?"
          } else {
            write(state.words[variable] ?? [], isMarked: false)
          }
        case .again(let variable):
          guard let value = state.values[variable] else { continue }
          out += " \u{1}\(set.slot(value.slot)?.label ?? "?") "
          write(state.words[variable] ?? [], isMarked: false)
          out += "\u{2}=\(value.value.canonical)] "
        }
      }
    }
    write(state.pieces, isMarked: true)
    // All texts here have spaces around their words, so spacing is collapsing.
    let words = out.split(separator: " ").joined(separator: " ")
    return words.replacing(" \u{2}", with: "\u{2}").replacing("\u{1}", with: "[").replacing("\u{2}", with: "")
  }
}
