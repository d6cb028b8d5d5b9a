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
  /// Variables already told of.
  var saidTwice: Set<String> = []

  /// - Parameter isParallel: whether several languages say the same.
  init(_ intent: Intent, _ alternatives: [Alternative], aliases: [String: Alias], isParallel: Bool) {
    var visited: Set<String> = []
    for alternative in alternatives { visit(alternative.phrase, aliases, &visited) }
    shared = Set(intent.constraints.flatMap(\.variables))
    if isParallel { shared.formUnion(slots.keys) }
  }

  init() {}

  private mutating func visit(_ phrase: Phrase, _ aliases: [String: Alias], _ visited: inout Set<String>) {
    switch phrase {
    case .text, .article: return
    case .sequence(let parts): for part in parts { visit(part, aliases, &visited) }
    case .choice(let alternatives): for item in alternatives { visit(item.phrase, aliases, &visited) }
    case .optional(let inner, _): visit(inner, aliases, &visited)
    case .slot(let use):
      if let known = slots[use.variable], known != use.slot { ambiguous.insert(use.variable) }
      slots[use.variable] = use.slot
    case .alias(let use):
      for argument in use.arguments { visit(argument, aliases, &visited) }
      guard visited.insert(use.alias).inserted, let alias = aliases[use.alias] else { return }
      for alternative in alias.wordings.all { visit(alternative.phrase, aliases, &visited) }
    case .read(let item): read.insert(item.variable)
    case .call(let call):
      for case .variable(let item) in call.arguments { read.insert(item.variable) }
    case .labelled(let slot): visit(slot.phrase, aliases, &visited)
    }
  }
}
