package import Diagnostics
import JSON
import Perturbation
import RandomStreams
import TextModel

/// Suites of behaviour tests after CheckList (Ribeiro et al., 2020): for each text and task a case whose label is known (MFT),
/// and twins after which the answer must stay (INV) or turn or not weaken (DIR), with clean–noisy alignment.
///
/// A line a case: `test`, `kind`, `task`, `sample`, `label`, `expectation` (`label`, `same`, `opposite`, `not-weaker`), and
/// `text`, or `pair` and `expected`. Each text is varied in three ways of those that apply to it, in turn, so that all get as
/// many cases. What is drawn depends on the sample's number alone.
package struct CheckListFormat: DerivedLinesFormat {
  package let name = "checklist"
  package let summary =
    "CheckList suites: cases of minimum functionality, invariance and directional expectation"
  package let positions = "code points"
  package let holds: TextHolding = [.text, .words, .intent, .tasks, .nested, .roles, .values]

  /// Ways in which a text is varied for a task.
  private static let ways = 3

  package init() {}

  static let emptyNote = "texts have no label to test and are left out"

  static func records(of item: LabelledText) -> [JSONValue] {
    let index = item.placed.text.index
    let all = PerturbationCatalog.all
    let first = index % max(1, all.count)
    let turned = Array(all[first...] + all[..<first])
    return item.text.labels.flatMap { label -> [JSONValue] in
      // Of the other labels it is not known what turns them.
      var text = item.text
      text.labels = [label]
      // Who turns one clause of several has not turned the whole, and antonyms do not always fit where their word stood.
      let known = turned.filter {
        $0.rule.effect != .flips || $0.rule.id == "negation" && Self.isOneClause(item.string)
      }
      var suite = BehaviourSuite(
        task: label.task, texts: [text], perturbations: known,
        stream: RandomStream(seed: 0).child("checklist").child(item.placed.text.language).child(index))
      suite.tests = Array(suite.tests.prefix(1 + ways))
      return suite.lines().map { line in
        guard case .object(let members) = line else { return line }
        return .object(
          members.map { $0.key == "case" ? .init("sample", .integer(index)) : $0 })
      }
    }
  }

  /// Whether a text says one thing: no mark within it, and no conjunction.
  private static func isOneClause(_ text: String) -> Bool {
    let marks = ",.;:!?，。；：！？、…"
    var body = Substring(text)
    while let last = body.last, last.isWhitespace || marks.contains(last) { body.removeLast() }
    let words = body.lowercased().split(separator: " ")
    return !body.contains { marks.contains($0) }
      && !words.contains { ["and", "but", "though", "yet", "or"].contains($0) }
      && !["而且", "但", "不过", "可惜", "只是", "还好"].contains { body.contains($0) }
  }

  static func fault(_ record: JSONValue) -> String? {
    guard record["test"]?.text != nil, record["task"]?.text != nil, record["sample"]?.whole != nil,
      let label = record["label"]?.text, let kind = record["kind"]?.text.flatMap(BehaviourKind.init),
      let expectation = record["expectation"]?.text
    else { return "test, kind, task, sample, label and expectation" }
    guard kind != .minimumFunctionality else {
      return expectation == "label" && record["text"]?.text?.isEmpty == false ? nil : "a text with its label"
    }
    guard let clean = record["pair"]?["clean"]?["text"]?.text,
      let noisy = record["pair"]?["noisy"]?["text"]?.text, let expected = record["expected"]?.text
    else { return "a pair with the expected label" }
    guard !clean.unicodeScalars.elementsEqual(noisy.unicodeScalars) else { return "two different texts" }
    switch (kind, expectation) {
    case (.invariance, "same"), (.directional, "not-weaker"):
      return label == expected ? nil : "the same label"
    case (.directional, "opposite"): return LabelOpposite.of(label) == expected ? nil : "the opposite label"
    default: return "an expectation of its kind"
    }
  }
}
