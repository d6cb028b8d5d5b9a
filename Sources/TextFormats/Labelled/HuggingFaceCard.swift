import Identities
import JSON

/// The card of a dataset for the `datasets` library: what it loads, with which types, and what people should know.
enum HuggingFaceCard {
  static func text(_ facts: TextFacts) -> String {
    var lines = ["---", "language:"] + facts.languages.map { "- \(quoted($0))" }
    lines += ["pretty_name: \(quoted(facts.title))", "task_categories:", "- text-classification"]
    lines += ["- token-classification", "tags:", "- synthetic", "configs:"]
    for language in facts.languages {
      lines += ["- config_name: \(quoted(language))", "  data_files:"]
      for part in parts(of: language, facts) {
        lines += ["  - split: \(split(part))", "    path: data/\(language)/\(part.rawValue).jsonl"]
      }
    }
    lines.append("dataset_info:")
    for language in facts.languages { lines += features(of: language, facts) }
    return (lines + ["---", ""] + body(facts)).joined(separator: "\n") + "\n"
  }

  private static func parts(of language: String, _ facts: TextFacts) -> [TextPart] {
    TextPart.allCases.filter { facts[language].counts[$0, default: 0] > 0 }
  }

  private static func split(_ part: TextPart) -> String { part == .dev ? "validation" : part.rawValue }

  private static func quoted(_ text: String) -> String { JSONValue.string(text).line }

  private static func features(of language: String, _ facts: TextFacts) -> [String] {
    let vocabulary = facts[language]
    let tags = ["O"] + vocabulary.labels.flatMap { ["B-" + $0, "I-" + $0] }
    func names(_ values: [String], _ indent: String) -> [String] {
      values.enumerated().map { "\(indent)'\($0.offset)': \(quoted($0.element))" }
    }
    var lines = ["- config_name: \(quoted(language))", "  features:"]
    lines += ["  - name: id", "    dtype: int64", "  - name: text", "    dtype: string"]
    let intents = vocabulary.values(of: "intent")
    lines += ["  - name: intent"]
    lines += intents.isEmpty ? ["    dtype: string"] : ["    dtype:", "      class_label:", "        names:"]
    lines += names(intents, "          ")
    lines += ["  - name: labels", "    list:"]
    lines += ["task", "value"].flatMap { ["    - name: \($0)", "      dtype: string"] }
    lines += ["  - name: entities", "    list:"]
    for (name, type) in [
      ("start", "int64"), ("end", "int64"), ("label", "string"), ("role", "string"), ("value", "string"),
    ] {
      lines += ["    - name: \(name)", "      dtype: \(type)"]
    }
    lines += ["  - name: tokens", "    sequence: string"]
    lines += ["  - name: ner_tags", "    sequence:", "      class_label:", "        names:"]
    lines += names(tags, "          ")
    lines += ["pos", "lemmas", "features"].flatMap { ["  - name: \($0)", "    sequence: string"] }
    lines += ["  - name: template", "    dtype: string"]
    return lines
  }

  private static func body(_ facts: TextFacts) -> [String] {
    var lines = [
      "# \(facts.title)", "",
      "Sentences made by Diorama from templates; every label was known before the sentence was written. No person wrote or "
        + "said them, and no model made them.", "",
      "| language | train | validation | test | intents | entity types |", "|---|---|---|---|---|---|",
    ]
    for language in facts.languages {
      let vocabulary = facts[language]
      let counts = TextPart.allCases.map { String(vocabulary.counts[$0, default: 0]) }
      lines.append(
        "| \(language) | \(counts.joined(separator: " | ")) | \(vocabulary.values(of: "intent").count) | "
          + "\(vocabulary.labels.count) |")
    }
    lines += [
      "", "Split \(facts.split.summary).", "",
      "`start` and `end` of entities count code points, as Python does. Entities may lie inside of others; `ner_tags` are "
        + "IOB2 tags of the outermost. `value` is what is meant, the same for every wording and language; texts of one "
        + "`id` in two languages mean the same. `pos` (Universal Dependencies), `lemmas` and `features` are one a word, `_` where "
        + "nothing is known.",
    ]
    return lines + privacy(facts.certificate)
  }

  /// The privacy certificate: what identifiers there are, why nobody has them, and how many of them fail to keep to that.
  private static func privacy(_ certificate: PrivacyCertificate) -> [String] {
    guard !certificate.entries.isEmpty else { return [] }
    let count = certificate.entries.reduce(0) { $0 + $1.count }
    var lines = [
      "", "## Privacy certificate", "",
      certificate.holds
        ? "Nobody is spoken of: all \(count) identifiers were read back and lie in ranges that their publishers have reserved, "
          + "never issued, or that no issuer assigns to people."
        : "**Not for publication**: \(certificate.violationCount) of \(count) identifiers lie outside of the ranges that nobody has.",
      "", "| identifier | count | guarantee | range |", "|---|---|---|---|",
    ]
    lines += certificate.entries.map {
      "| \($0.kind.rawValue) | \($0.count) | \($0.guarantee.rawValue) | \($0.basis.replacing("|", with: "/")) |"
    }
    return lines
  }
}
