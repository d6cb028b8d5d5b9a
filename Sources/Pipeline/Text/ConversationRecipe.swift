import Conversations
import Language
import LocatedYAML
import PromptFixtures

/// A recipe of conversations as written: `conversations: NAME` and what is wanted of them.
struct ConversationRecipe: YAMLDecodable {
  static let summary = "Conversations whose every turn is labelled and judged by a program."

  var name: String
  var about: String?
  var families: [String]
  var languages: [Tongue]
  var lengths: [Int]
  var seed: Int
  var count: Int
  var split: SplitSettings

  init(from fields: FieldReader) {
    let known = ConversationCatalog.all.map(\.name)
    name = fields.read("conversations", .name, default: "conversations", "The dataset's name.")
    about = fields.optional("about", .text, "A sentence for people.")
    families = fields.read(
      "families", .oneOrMore(of: .text(among: known)), default: known, "Kinds of conversations, by turns.")
    languages = fields.read(
      "languages", .oneOrMore(of: .choice(of: Tongue.self)), default: Tongue.allCases,
      "The languages that every conversation is held in.")
    lengths = fields.read(
      "lengths", .oneOrMore(of: .integer(in: 60...200_000)), default: NeedleTask().lengths,
      "How long the texts of the family needle are, each as often: characters in Chinese, words in English.")
    seed = fields.read("seed", .integer(in: 0...(1 << 53)), default: 1, "Equal seeds give equal bytes.")
    count = fields.read("count", .integer(in: 0...1_000_000_000), default: 1000, "How many conversations.")
    split = fields.read(
      "split", SplitSettings.form, defaultYAML: "template",
      "What stays together in train, dev and test: template (a conversation in all its languages) or sample.")
    fields.check(
      Set(families).count == families.count && Set(languages).count == languages.count, "families",
      "a family or language stands twice")
    fields.check(
      split.unit == .template || split.unit == .sample, "split", "conversations have no slots to split by",
      remedy: "Split by template or by sample.")
  }

  /// The families that are asked for, as they are asked for.
  var made: [any ConversationFamily] {
    families.compactMap(ConversationCatalog.named).map { family in
      family is NeedleTask ? NeedleTask(lengths: lengths) : family
    }
  }
}
