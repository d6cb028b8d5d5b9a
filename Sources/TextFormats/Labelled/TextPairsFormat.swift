package import Diagnostics
import JSON
import Perturbation
import RandomStreams
import TextModel

/// Pairs of sentences with their relation, for paraphrase detection and inference: the second is the first reworded
/// (`paraphrase`), without its last statement (`shortened`), with another person, place or number (`different`), or with its
/// meaning turned (`contradiction`).
///
/// A line a pair: `sample`, `text_a`, `text_b`, `label`, `nli`, `nli_reversed`, `similarity`, `operations`. Which words were changed
/// is known, so the label is; no model judged it. `nli` is what follows of `text_b` from `text_a` (`entailment`, `neutral`,
/// `contradiction`), `nli_reversed` the other way round; null where only the world could tell, as of a request for another city.
/// `similarity` is the share of what is labelled (spans by label, role and value, relations, labels of the text) that both say,
/// of what either says; of a shortened text at most the share of words that are left. What is drawn depends on the sample's number alone.
package struct TextPairsFormat: DerivedLinesFormat {
  package let name = "pairs"
  package let summary =
    "sentence pairs: paraphrase, shortened, different or contradiction, with inference both ways and a similarity"
  package let positions = "none"
  package let holds: TextHolding = [.text, .words, .intent, .tasks, .nested, .roles, .values, .relations]

  /// What is made of a meaning: by which perturbations, and what follows then, forwards and backwards.
  private struct Relation {
    var label: String
    var operations: Set<String>
    var forwards: String?
    var backwards: String?
  }

  private static let relations = [
    Relation(
      label: "paraphrase",
      operations: [
        "contractions-contract", "contractions-expand", "synonym-swap", "register-change", "numeral-form",
        "date-form", "unit-conversion",
      ], forwards: "entailment", backwards: "entailment"),
    // Who says two things says the first; who says the first has not denied the second.
    Relation(
      label: "shortened", operations: [LastStatement.operation], forwards: "entailment", backwards: "neutral"),
    Relation(label: "different", operations: ["change-person", "change-location", "change-number"]),
    Relation(
      label: "contradiction", operations: ["negation"], forwards: "contradiction", backwards: "contradiction"),
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
    return relations.compactMap { relation -> JSONValue? in
      guard relation.label != "contradiction" || !turning.isEmpty else { return nil }
      var clean = item.text
      if relation.label == "contradiction" { clean.labels = turning }
      var pair = NoisyText(clean)
      if relation.label == "shortened" {
        guard let revision = LastStatement.removed(from: clean) else { return nil }
        pair.append(revision)
      } else {
        perturb(&pair, relation, stream.child(relation.label))
      }
      let operations = pair.rounds.compactMap { $0.first?.edit.operation }
      guard !operations.isEmpty, pair.noisy.string != clean.string else { return nil }
      return .object([
        ("sample", .integer(index)), ("text_a", .string(clean.string)),
        ("text_b", .string(pair.noisy.string)), ("label", .string(relation.label)),
        ("nli", relation.forwards.map { .string($0) } ?? .null),
        ("nli_reversed", relation.backwards.map { .string($0) } ?? .null),
        ("similarity", .number(similarity(clean, pair.noisy, isShortened: relation.label == "shortened"))),
        ("operations", .array(operations.map { .string($0) })),
      ])
    }
  }

  /// Rewordings all at once, changes one alone.
  private static func perturb(_ pair: inout NoisyText, _ relation: Relation, _ stream: RandomStream) {
    var draw = stream
    var chosen = PerturbationCatalog.all.filter { relation.operations.contains($0.rule.id) }
    draw.shuffle(&chosen)
    let isRewording = relation.label == "paraphrase"
    for perturbation in chosen {
      guard
        let revision = perturbation.perturb(
          pair.noisy, limit: isRewording ? .max : 1, stream: draw.child(perturbation.rule.id))
      else { continue }
      pair.append(revision)
      if !isRewording { break }
    }
  }

  /// The share of what is labelled that both texts say, of what either says; of a shortened text at most the share of words that
  /// are left, since not all that is said is labelled. Thousandths. Spans are what they were before they were reworded.
  private static func similarity(_ a: AnnotatedText, _ b: AnnotatedText, isShortened: Bool) -> Double {
    let before = Dictionary(a.spans.map { ($0.id, a.surface(of: $0)) }) { first, _ in first }
    func said(_ text: AnnotatedText) -> Set<[String]> {
      var all = Set(text.labels.map { ["label", $0.task, $0.value] })
      for span in text.spans where !span.isMention {
        let surface = before[span.id] ?? text.surface(of: span)
        all.insert(["span", span.label, span.role ?? "", span.value ?? surface])
      }
      for tie in text.numberedRelations {
        all.insert(["relation", tie.name] + [tie.source, tie.target].map { text.spans[$0].value ?? "" })
      }
      return all
    }
    let (left, right) = (said(a), said(b))
    let either = left.union(right).count
    let share = either == 0 ? 1000 : left.intersection(right).count * 1000 / either
    guard isShortened else { return Double(share) / 1000 }
    let words = (
      a.tokens.isEmpty ? a.scalars.count : a.tokens.count, b.tokens.isEmpty ? b.scalars.count : b.tokens.count
    )
    return Double(min(share, words.1 * 1000 / max(1, words.0))) / 1000
  }

  static func fault(_ record: JSONValue) -> String? {
    guard record["sample"]?.whole != nil, let first = record["text_a"]?.text,
      let second = record["text_b"]?.text, let label = record["label"]?.text,
      let known = relations.first(where: { $0.label == label }),
      let operations = record["operations"]?.items?.compactMap(\.text), !operations.isEmpty,
      known.operations.isSuperset(of: operations), record["nli"]?.text == known.forwards,
      record["nli_reversed"]?.text == known.backwards,
      let similarity = record["similarity"]?.real, (0...1).contains(similarity),
      // What was not changed in meaning is the same, what was is not.
      (similarity == 1) == (label == "paraphrase"), !first.unicodeScalars.elementsEqual(second.unicodeScalars)
    else { return "two texts, their relation, what follows from which, and what made it" }
    return nil
  }
}
