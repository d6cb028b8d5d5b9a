import Identities
import Language
import LocatedYAML

/// A recipe of identities as written: people of some countries, and sentences that they are named in.
struct IdentityRecipe: YAMLDecodable {
  static let summary = "People who cannot exist, with all their identifiers, and sentences that hold them."

  var name: String
  var about: String?
  var sentences: [(locale: IdentityLocale, lines: [String])]
  var policy: RangePolicy
  /// Twins of each sentence that are made.
  var twins: [IdentityTwin]
  var seed: Int
  var count: Int
  var split: SplitSettings

  init(from fields: FieldReader) {
    name = fields.read("identities", .name, default: "identities", "The dataset's name.")
    about = fields.optional("about", .text, "A sentence for people.")
    sentences =
      fields.nested("sentences", SentenceTable.self, "Sentences by country, fields in braces: I am {name}.")
      .lines
    policy =
      fields.read(
        "ranges", .text(among: [RangePolicy.reserved.rawValue, RangePolicy.realistic.rawValue]),
        default: RangePolicy.reserved.rawValue,
        "reserved: no identifier can be anybody's; realistic: they may be, for closed evaluations only.")
        == RangePolicy.realistic.rawValue ? .realistic : .reserved
    twins = fields.read(
      "twins", .list(of: .text(among: IdentityTwin.allCases.map(\.rawValue))), defaultYAML: "[]",
      "Twins of every sentence: masked (stars), tagged (kinds in brackets), pseudonym (of somebody else)."
    ).compactMap { IdentityTwin(rawValue: $0) }
    seed = fields.read("seed", .integer(in: 0...(1 << 53)), default: 1, "Equal seeds give equal bytes.")
    count = fields.read(
      "count", .integer(in: 0...100_000_000), default: 1000, "How many people of each country.")
    split = fields.read(
      "split", SplitSettings.form, defaultYAML: "template",
      "What stays together in train, dev and test: template (a sentence) or sample (a person).")
    fields.check(
      !sentences.isEmpty, "sentences",
      "sentences of at least one country are needed: \(IdentityLocale.allCases.map(\.rawValue).joined(separator: ", "))"
    )
    fields.check(
      split.unit == .template || split.unit == .sample, "split",
      "identities are split by template or by sample")
  }
}

/// Sentences by country.
private struct SentenceTable: YAMLDecodable {
  static let summary = "Sentences of each country; what stands in braces is a field: {name}, {mobile_phone}."

  var lines: [(locale: IdentityLocale, lines: [String])] = []

  init(from fields: FieldReader) {
    for locale in IdentityLocale.allCases {
      let own = fields.optional(
        locale.rawValue, .oneOrMore(of: .text), "Sentences of people of \(locale.country).")
      if let own { lines.append((locale, own)) }
    }
  }
}
