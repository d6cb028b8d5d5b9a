package import Diagnostics
import JSON
import Perturbation
import RandomStreams
import TextModel

/// Pairs of sentences with their relation, for paraphrase detection and inference: the second is the first reworded
/// (`paraphrase`), with another person, place or number (`different`), or with its meaning turned (`contradiction`).
///
/// A line a pair: `sample`, `text_a`, `text_b`, `label`, `operations`. Which words were changed is known, so the label is; no
/// model judged it. What is drawn depends on the sample's number alone.
package struct TextPairsFormat: DerivedLinesFormat {
  package let name = "pairs"
  package let summary = "sentence pairs: paraphrase, different or contradiction, with what was changed"
  package let positions = "none"
  package let holds: TextHolding = [.text, .words, .intent, .tasks, .nested, .roles, .values]

  /// Perturbations by what they make of a meaning.
  private static let relations: [(label: String, operations: Set<String>)] = [
    (
      "paraphrase",
      [
        "contractions-contract", "contractions-expand", "synonym-swap", "register-change", "numeral-form",
        "date-form", "unit-conversion",
      ]
    ), ("different", ["change-person", "change-location", "change-number"]),
    ("contradiction", ["negation"]),
  ]

  package init() {}

  static let emptyNote =
    "texts have nothing that can be reworded or turned, and are left out"

  /// One pair for each relation that the text has room for: rewordings all at once, changes one alone.
  static func records(of item: LabelledText) -> [JSONValue] {
    // Only what states something can be turned: a sentence with a label that has an opposite. "Would you not open it?" denies
    // nothing.
    let turning = item.text.labels.filter { LabelOpposite.of($0.value) != nil }
    let index = item.placed.text.index
    let stream = RandomStream(seed: 0).child("pairs").child(item.placed.text.language).child(index)
    return relations.compactMap { label, operations -> JSONValue? in
      guard label != "contradiction" || !turning.isEmpty else { return nil }
      var clean = item.text
      clean.labels = turning
      var chosen = PerturbationCatalog.all.filter { operations.contains($0.rule.id) }
      var draw = stream.child(label)
      draw.shuffle(&chosen)
      var pair = NoisyText(clean)
      for perturbation in chosen {
        guard
          let revision = perturbation.perturb(
            pair.noisy, limit: label == "paraphrase" ? .max : 1, stream: draw.child(perturbation.rule.id))
        else { continue }
        pair.append(revision)
        if label != "paraphrase" { break }
      }
      let operations = pair.rounds.compactMap { $0.first?.edit.operation }
      guard !operations.isEmpty, pair.noisy.string != clean.string else { return nil }
      return .object([
        ("sample", .integer(index)), ("text_a", .string(clean.string)),
        ("text_b", .string(pair.noisy.string)), ("label", .string(label)),
        ("operations", .array(operations.map { .string($0) })),
      ])
    }
  }

  static func fault(_ record: JSONValue) -> String? {
    guard record["sample"]?.whole != nil, let first = record["text_a"]?.text,
      let second = record["text_b"]?.text, let label = record["label"]?.text,
      let known = relations.first(where: { $0.label == label })?.operations,
      let operations = record["operations"]?.items?.compactMap(\.text), !operations.isEmpty,
      known.isSuperset(of: operations), !first.unicodeScalars.elementsEqual(second.unicodeScalars)
    else { return "two texts, their relation and what made it" }
    return nil
  }
}
