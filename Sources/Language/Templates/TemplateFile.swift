import JSON
package import LocatedYAML

/// A template file as written. What stands in `slots`, `aliases` and `intents` is read by `TemplateReader`.
package struct TemplateFile: YAMLDecodable {
  package static let summary = "A grammar of sentences whose labels are known: slots, rules and intents."

  package var name: String
  package var about: String?
  package var languages: [String]
  /// Those that are made, where not all of them are.
  package var only: [String]?
  package var imports: [FileReference]
  package var capitalize: [String]
  package var seed: Int
  package var count: Int
  package var sampling: SamplingMode
  package var strength: Int
  package var split: SplitSettings
  package var features: LocatedNode?
  package var words: LocatedNode?
  package var slots: LocatedNode?
  package var aliases: LocatedNode?
  package var relations: LocatedNode?
  package var intents: LocatedNode?

  package init(from fields: FieldReader) {
    name = fields.read("template", .name, default: "template", "The template set's name.")
    about = fields.optional("about", .text, "A sentence for people.")
    languages = fields.read(
      "languages", .oneOrMore(of: .name), default: ["en"],
      "Language codes; sentences of several languages are parallel.")
    only = fields.optional("only", .oneOrMore(of: .name), "The languages to make, where not all of them are.")
    imports = fields.read(
      "import", .list(of: .file), defaultYAML: "[]",
      "Template files whose slots, aliases and features this one uses.")
    capitalize = fields.read(
      "capitalize", .oneOrMore(of: .name), defaultYAML: "[]",
      "Languages whose sentences begin with a capital letter.")
    seed = fields.read("seed", .integer(in: 0...(1 << 53)), default: 1, "Equal seeds give equal bytes.")
    count = fields.read("count", .integer(in: 0...1_000_000_000), default: 1000, "How many samples.")
    sampling =
      SamplingMode(
        rawValue: fields.read(
          "sampling", .text(among: SamplingMode.allCases.map(\.rawValue)), default: "weighted",
          "How derivations are chosen: weighted, even (rules alike), uniform (derivations alike) or coverage."
        ))
      ?? .weighted
    strength = fields.read(
      "strength", .integer(in: 1...6), default: 2,
      "For coverage: so many choices of a sentence occur in every combination; 2 for pairs.")
    split = fields.read(
      "split", SplitSettings.form, defaultYAML: "template",
      "What stays together in train, dev and test: template, sample, or {by: value, slot: city}.")
    features =
      fields.optional("features", .anything, "Grammatical features and their values, the default first.")?
      .node
    words =
      fields.optional(
        "words", .anything, "Tables of parts of speech and lemmas, by language: {en: words.csv}.")?.node
    slots = fields.optional("slots", .anything, "Typed gaps and their values.")?.node
    aliases = fields.optional("aliases", .anything, "Rules without a label.")?.node
    relations =
      fields.optional(
        "relations", .anything, "What ties variables of sentences: [departs_from(flight, origin)].")?.node
    intents = fields.optional("intents", .anything, "Classes of sentences.")?.node
  }
}

/// How derivations are chosen.
package enum SamplingMode: String, Sendable, CaseIterable {
  /// By the weights of intents, sentences and alternatives; alike where none are given.
  case weighted
  /// Rules alike, whatever their weights.
  case even
  /// Every derivation with the same chance.
  case uniform
  /// Few samples that hold every pair (or as many as `strength` says) of choices.
  case coverage
}

/// Any YAML, for a reader of its own.
struct Unread {
  var node: LocatedNode?
}

extension Form where Value == Unread {
  static var anything: Form<Unread> {
    Form(
      read: { node, _ in Decoded(Unread(node: node), node.json) }, describe: { _ in .object([]) },
      encode: { _ in nil }, placeholder: { Unread(node: nil) })
  }
}
