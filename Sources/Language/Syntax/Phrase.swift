/// A piece of a template as parsed: what can be said, and what of it is labelled.
package indirect enum Phrase: Sendable {
  /// Literal text with its spaces; `·` is a word boundary that is not printed.
  case text(String)
  case sequence([Phrase])
  /// `(a|b)`.
  case choice([Alternative])
  /// `[x]`: said or left out.
  case optional(Phrase, OptionalTerms)
  /// `{city:from>origin#capitals;num}`: a value of a slot, labelled.
  case slot(SlotUse)
  /// `<polite>`: a rule without a label.
  case alias(AliasUse)
  /// `$city`, `$item.classifier`: what another place of the sentence has decided.
  case read(VariableRead)
  /// `$spell(n)`.
  case call(FunctionCall)
  /// `{total=$sum(a, b)}` and `{$city}`: a labelled phrase whose value is its own text.
  case labelled(DerivedSlot)
  /// `a/an`, by the sound of what follows; `true` for `A/An`.
  case article(capital: Bool)
}

/// One of several phrases.
package struct Alternative: Sendable {
  package var phrase: Phrase
  /// Relative to its neighbours.
  package var weight: Double
  /// Features that the phrase has: it fits only where they are asked for.
  package var features: [FeatureValue]
  /// The variations of its rule that it belongs to.
  package var variations: [String]
  /// What it says where languages could choose differently: it stands beside those of the other languages that say the same,
  /// or that name nothing.
  package var meaning: String?
  package var origin: Origin

  package init(
    _ phrase: Phrase, weight: Double = 1, features: [FeatureValue] = [], variations: [String] = [],
    origin: Origin = .none
  ) {
    self.phrase = phrase
    self.weight = weight
    self.features = features
    self.variations = variations
    self.origin = origin
  }
}

/// `num=pl`.
package struct FeatureValue: Sendable, Hashable {
  package var feature: String
  package var value: String
}

/// What a use of a slot or alias asks of features: to agree (`num`, or `num:a` where a sentence has several
/// agreements) or to have a value (`num=pl`).
package struct FeatureDemand: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case agree(variable: String)
    case fixed(String)
  }
  package var feature: String
  package var kind: Kind
}

/// `[x;?group,30%]`.
package struct OptionalTerms: Sendable {
  /// Optionals of one group are said or left out together.
  package var group: String?
  /// That it is said; one half where not given.
  package var probability: Double?
  package var origin: Origin
}

/// A slot in a sentence.
package struct SlotUse: Sendable {
  package var slot: String
  /// The name that the rest of the sentence knows the value by: `:name`, else the role, else the slot.
  package var variable: String
  package var role: String?
  package var variation: String?
  package var demands: [FeatureDemand]
  package var origin: Origin
}

/// A rule in a sentence.
package struct AliasUse: Sendable {
  package var alias: String
  package var variation: String?
  package var arguments: [Phrase]
  package var demands: [FeatureDemand]
  package var origin: Origin
}

/// `$name` or `$name.attribute`.
package struct VariableRead: Sendable {
  package var variable: String
  package var attribute: String?
  package var origin: Origin
}

/// `$name(argument, …)`.
package struct FunctionCall: Sendable {
  package var function: String
  package var arguments: [Argument]
  package var origin: Origin

  package enum Argument: Sendable {
    case variable(VariableRead)
    case constant(String)
  }
}

/// A labelled phrase that depends on other slots.
package struct DerivedSlot: Sendable {
  /// `nil` for `{$city}` and `{$city: there}`, which are labelled as what they repeat.
  package var label: String?
  /// What other words than its own speak of: `{$city: there}`.
  package var antecedent: VariableRead?
  package var phrase: Phrase
  package var origin: Origin
}
