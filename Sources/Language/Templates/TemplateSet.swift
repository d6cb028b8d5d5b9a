/// What a template file says: slots with their values, rules, intents with their sentences, in one or more languages.
package struct TemplateSet: Sendable {
  package var name: String
  /// Codes such as `en` and `zh`; sentences of several are parallel.
  package var languages: [String]
  package var features: [Feature] = []
  package var slots: [Slot] = []
  package var aliases: [Alias] = []
  package var intents: [Intent] = []
  /// What ties variables in every sentence that says both.
  package var relations: [VariableRelation] = []
  /// Languages whose sentences begin with a capital letter.
  package var capitalized: Set<String> = []
  /// What is known of words, by language.
  package var words: [String: WordLexicon] = [:]

  package init(name: String, languages: [String]) {
    self.name = name
    self.languages = languages
  }

  package func slot(_ name: String) -> Slot? { slots.first { $0.name == name } }
}

/// A grammatical feature such as number; the first value is the one that words have where nothing is said of it.
package struct Feature: Sendable {
  package var name: String
  package var values: [String]

  package init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }
}

/// Alternatives by language.
package struct Wordings: Sendable {
  /// Stands for every language that has no wording of its own.
  package static let anyLanguage = "*"
  private var byLanguage: [(language: String, alternatives: [Alternative])] = []

  package init() {}
  package init(_ alternatives: [Alternative], language: String = anyLanguage) {
    byLanguage = [(language, alternatives)]
  }

  package subscript(language: String) -> [Alternative] {
    get {
      byLanguage.first { $0.language == language }?.alternatives
        ?? byLanguage.first { $0.language == Self.anyLanguage }?.alternatives ?? []
    }
    set {
      if let i = byLanguage.firstIndex(where: { $0.language == language }) {
        byLanguage[i].alternatives = newValue
      } else {
        byLanguage.append((language, newValue))
      }
    }
  }

  package var isEmpty: Bool { byLanguage.allSatisfy(\.alternatives.isEmpty) }
  /// All alternatives of all languages.
  package var all: [Alternative] { byLanguage.flatMap(\.alternatives) }
}

/// A typed gap: its uses in sentences are labelled with its name.
package struct Slot: Sendable {
  package var name: String
  /// The label of its spans; the name unless said otherwise.
  package var label: String
  package var values: [SlotValue]
  package var origin: Origin

  package init(name: String, label: String? = nil, values: [SlotValue], origin: Origin = .none) {
    self.name = name
    self.label = label ?? name
    self.values = values
    self.origin = origin
  }
}

/// One meaning that a slot can have, and how it is said.
package struct SlotValue: Sendable {
  /// What the label carries, in every language and wording.
  package var canonical: String
  package var forms: Wordings
  /// What rules may ask of the value: `$item.classifier`.
  package var attributes: [(name: String, text: String)]
  package var weight: Double
  package var variations: [String]

  package init(
    canonical: String, forms: Wordings, attributes: [(name: String, text: String)] = [],
    weight: Double = 1, variations: [String] = []
  ) {
    self.canonical = canonical
    self.forms = forms
    self.attributes = attributes
    self.weight = weight
    self.variations = variations
  }

  package func attribute(_ name: String) -> String? {
    name == "value" ? canonical : attributes.first { $0.name == name }?.text
  }
}

/// A rule without a label.
package struct Alias: Sendable {
  package var name: String
  package var parameters: [String]
  package var wordings: Wordings
  package var origin: Origin

  package init(name: String, parameters: [String] = [], wordings: Wordings, origin: Origin = .none) {
    self.name = name
    self.parameters = parameters
    self.wordings = wordings
    self.origin = origin
  }
}

/// A class of sentences; with several languages, of one meaning said in each.
package struct Intent: Sendable {
  package var name: String
  package var wordings: Wordings
  package var constraints: [Constraint]
  /// Further labels of every sentence, such as `sentiment: positive`.
  package var labels: [(name: String, value: String)]
  /// What ties its variables.
  package var relations: [VariableRelation] = []
  /// Share among intents when sampling by weights.
  package var weight: Double
  package var origin: Origin

  package init(
    name: String, wordings: Wordings, constraints: [Constraint] = [],
    labels: [(name: String, value: String)] = [], weight: Double = 1, origin: Origin = .none
  ) {
    self.name = name
    self.wordings = wordings
    self.constraints = constraints
    self.labels = labels
    self.weight = weight
    self.origin = origin
  }
}
