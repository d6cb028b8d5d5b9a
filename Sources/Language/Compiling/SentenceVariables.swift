/// What the sentences of one intent refer to.
struct SentenceVariables {
  /// Variables whose value is decided before anything is said: those of constraints, and all of parallel sentences.
  var shared: Set<String> = []
  /// Variables that something reads.
  var read: Set<String> = []
  /// The slot of each variable.
  var slots: [String: String] = [:]
  /// Those whose slots differ between places.
  var ambiguous: Set<String> = []
  /// Names of what functions compute: `{total=$sum(a, b)}`.
  private var computed: Set<String> = []
  /// Variables already told of.
  var saidTwice: Set<String> = []

  /// - Parameter isParallel: whether several languages say the same.
  init(_ intent: Intent, _ alternatives: [Alternative], _ rules: Rules, isParallel: Bool) {
    var visited: Set<String> = []
    for alternative in alternatives { visit(alternative.phrase, rules, &visited) }
    shared = Set(intent.constraints.flatMap(\.variables))
    if isParallel { shared.formUnion(slots.keys) }
  }

  init() {}

  /// Whether a sentence has a span of a variable.
  func isLabelled(_ variable: String) -> Bool { slots[variable] != nil || computed.contains(variable) }

  /// Slots and aliases by name.
  struct Rules {
    var slots: [String: Slot]
    var aliases: [String: Alias]

    init(_ set: TemplateSet) {
      slots = Dictionary(set.slots.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
      aliases = Dictionary(set.aliases.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    }
  }

  private mutating func visit(_ phrase: Phrase, _ rules: Rules, _ visited: inout Set<String>) {
    switch phrase {
    case .text, .article: return
    case .sequence(let parts): for part in parts { visit(part, rules, &visited) }
    case .choice(let alternatives): for item in alternatives { visit(item.phrase, rules, &visited) }
    case .optional(let inner, _): visit(inner, rules, &visited)
    case .slot(let use):
      if let known = slots[use.variable], known != use.slot { ambiguous.insert(use.variable) }
      slots[use.variable] = use.slot
      // Values may be said with slots of their own.
      guard visited.insert("{" + use.slot).inserted, let slot = rules.slots[use.slot] else { return }
      for value in slot.values {
        for alternative in value.forms.all { visit(alternative.phrase, rules, &visited) }
      }
    case .alias(let use):
      for argument in use.arguments { visit(argument, rules, &visited) }
      guard visited.insert(use.alias).inserted, let alias = rules.aliases[use.alias] else { return }
      for alternative in alias.wordings.all { visit(alternative.phrase, rules, &visited) }
    case .read(let item): read.insert(item.variable)
    case .call(let call):
      for case .variable(let item) in call.arguments { read.insert(item.variable) }
    case .labelled(let slot):
      if let antecedent = slot.antecedent { read.insert(antecedent.variable) }
      if let label = slot.label { computed.insert(label) }
      visit(slot.phrase, rules, &visited)
    }
  }
}
