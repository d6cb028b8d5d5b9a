import Language
import LocatedYAML
import VerifiedProblems

/// A recipe of problems as written: `problems: NAME` and what is wanted of them.
struct ProblemRecipe: YAMLDecodable {
  static let summary = "Questions whose answers a program knows, with worked replies, right and spoiled."

  var name: String
  var about: String?
  var families: [String]
  var levels: [Int]
  var languages: [ProblemLanguage]
  var defects: [Defect]
  var seed: Int
  var count: Int
  var split: SplitSettings

  init(from fields: FieldReader) {
    let known = ProblemCatalog.all.map(\.name)
    name = fields.read("problems", .name, default: "problems", "The dataset's name.")
    about = fields.optional("about", .text, "A sentence for people.")
    families = fields.read(
      "families", .oneOrMore(of: .text(among: known)), default: known, "Kinds of problems, by turns.")
    levels = fields.read(
      "levels", .oneOrMore(of: .integer(in: 1...5)), default: [1, 2, 3, 4, 5],
      "How hard: 1 (easy) to 5, by turns.")
    languages = fields.read(
      "languages", .oneOrMore(of: .choice(of: ProblemLanguage.self)), default: ProblemLanguage.allCases,
      "The languages that every problem is told in.")
    defects = fields.read(
      "defects", .oneOrMore(of: .choice(of: Defect.self)), default: Defect.allCases,
      "What may be wrong with a rejected reply; each has exactly one.")
    seed = fields.read("seed", .integer(in: 0...(1 << 53)), default: 1, "Equal seeds give equal bytes.")
    count = fields.read("count", .integer(in: 0...1_000_000_000), default: 1000, "How many problems.")
    split = fields.read(
      "split", SplitSettings.form, defaultYAML: "template",
      "What stays together in train, dev and test: template (a problem in all its languages) or sample.")
    fields.check(
      Set(families).count == families.count && Set(languages).count == languages.count, "families",
      "a family or language stands twice")
    fields.check(
      split.unit == .template || split.unit == .sample, "split", "problems have no slots to split by",
      remedy: "Split by template or by sample.")
  }
}
