import Language
import LocatedYAML
import Perturbation

/// A recipe of noisy texts as written: the sentences of a template file, and what is done to each.
struct NoiseRecipe: YAMLDecodable {
  static let summary = "Sentences of a template file with noise: each with its clean twin and how they align."

  /// One perturbation of the chain.
  struct Step: YAMLDecodable {
    static let summary = "A perturbation, how severe it is and how often it is tried."

    var use: String
    var severity: Int
    var chance: Double
    var limit: Int?

    init(from fields: FieldReader) {
      use = fields.require(
        "use", .text(among: PerturbationCatalog.all.map(\.rule.id)),
        "The perturbation: diorama bench perturb --list.")
      severity = fields.read("severity", .integer(in: 1...5), default: 2, "1 (slight) to 5 (severe).")
      chance = fields.read("chance", .number(in: 0...1), default: 1, "How often it is tried.")
      limit = fields.optional("limit", .integer(in: 1...1000), "At most that many places.")
    }
  }

  var name: String
  var about: String?
  var template: FileReference
  var steps: [Step]
  var edits: Int?
  var seed: Int
  var count: Int
  var languages: [String]?
  var sampling: SamplingMode
  var split: SplitSettings

  init(from fields: FieldReader) {
    name = fields.read("name", .name, default: "noisy", "The dataset's name.")
    about = fields.optional("about", .text, "A sentence for people.")
    template = fields.require("of", .file, "The template file whose sentences are perturbed.")
    steps = fields.require(
      "perturb", .list(of: .record(), count: 1...64), "Perturbations, one after another.")
    edits = fields.optional("edits", .integer(in: 1...10_000), "At most that many edits a sentence.")
    languages = fields.optional(
      "only", .oneOrMore(of: .name), "The languages to make, where not all of them are.")
    seed = fields.read("seed", .integer(in: 0...(1 << 53)), default: 1, "Equal seeds give equal bytes.")
    count = fields.read("count", .integer(in: 0...1_000_000_000), default: 1000, "How many samples.")
    sampling = fields.read(
      "sampling", .choice(of: SamplingMode.self), default: .weighted, "How derivations are chosen.")
    split = fields.read(
      "split", SplitSettings.form, defaultYAML: "template",
      "What stays together in train, dev and test: template, sample, or {by: value, slot: city}.")
  }

  /// The chain that the steps are.
  var chain: PerturbationChain {
    PerturbationChain(
      steps.compactMap { step in
        PerturbationCatalog[step.use].map {
          PerturbationChain.Step(
            $0, severity: Severity(rawValue: step.severity) ?? .mild, probability: step.chance,
            limit: step.limit ?? .max)
        }
      }, maximumEdits: edits ?? .max)
  }
}
