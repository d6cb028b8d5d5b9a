import Annotations
import GroundedLanguage
import WorldModel

/// grounded-03: answers are what a second run of the programs over the raw labels comes to.
package struct AnswersHold: ViewCheck {
  package static let rule = CheckRule(
    id: "grounded-03", name: "answers-hold",
    summary:
      "The program of a question, run again by other code over the raw labels, comes to its answer; the question does not give it away; its phrases slice to words for what is seen.",
    unit: "questions and phrases",
    labels: [
      QuestionsLabel.name, ObjectsLabel.name, Boxes2DLabel.name, VisibilityLabel.name, LabelNames.instance,
      LabelNames.albedo,
    ])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let label = view[QuestionsLabel.self] else { return }
    let scene = RawScene(view, egoVelocity: label.egoVelocity)
    let replay = ProgramReplay(scene: scene, egoVelocity: label.egoVelocity)
    for entry in label.entries {
      let item = "question \(entry.id)"
      GroundedTexts(scene: scene, view: view, item: item).examine(entry.texts, entry.things, into: &finding)
      let found = replay.answer(entry.program)
      finding.expect(
        found == entry.answer && Program(entry.program)?.hops == entry.hops,
        view.about(
          item: item, found: "\(entry.answer) after \(entry.hops) hops",
          expected: found.map { "\($0) after \(Program(entry.program)?.hops ?? 0)" }
            ?? "a question that the labels decide"))
      finding.expect(
        !Self.givesAway(entry.program),
        view.about(item: item, found: "\(entry.family) that names its answer", expected: "a reason to look"))
    }
  }

  /// Whether what is asked for is what the thing was picked out by.
  private static func givesAway(_ steps: [ProgramStep]) -> Bool {
    guard let last = steps.last, let cut = last.function.firstIndex(of: "_"),
      ["query", "choose", "same"].contains(last.function[..<cut])
    else { return false }
    let attribute = last.function[last.function.index(after: cut)...]
    return steps.contains { $0.function == "filter_\(attribute)" && attribute != "class" }
      || last.values.count >= 2 && Set(last.values).count < last.values.count
  }
}
