import Annotations
import GroundedLanguage
import WorldModel

/// grounded-02: a referring expression means one thing, and needs all of its words.
package struct ExpressionsAreUnique: ViewCheck {
  package static let rule = CheckRule(
    id: "grounded-02", name: "expressions-are-unique",
    summary:
      "The program of a referring expression comes to its thing and no other could be meant; without any one of its modifiers it no longer does.",
    unit: "expressions and phrases",
    labels: [
      ReferringLabel.name, ObjectsLabel.name, Boxes2DLabel.name, VisibilityLabel.name, LabelNames.instance,
      LabelNames.albedo,
    ])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let label = view[ReferringLabel.self] else { return }
    let scene = RawScene(view)
    let replay = ProgramReplay(scene: scene, egoVelocity: nil)
    for (n, entry) in label.entries.enumerated() {
      let item = "expression \(n)"
      GroundedTexts(scene: scene, view: view, item: item)
        .examine(entry.texts, [entry.thing] + entry.anchors, into: &finding)
      let id = String(entry.thing.instance)
      let found = replay.answer(entry.program)
      finding.expect(
        found == id,
        view.about(
          entry.thing.instance, item: item, found: found.map { "instance \($0)" } ?? "nothing, or several",
          expected: "this one alone"))
      let modifiers = Self.modifiers(of: entry.program)
      finding.expect(
        modifiers.count == entry.modifiers,
        view.about(item: item, found: "\(entry.modifiers) modifiers", expected: "\(modifiers.count)"))
      for step in modifiers {
        let rest = replay.answer(Self.without(step, entry.program))
        finding.expect(
          rest != id,
          view.about(
            entry.thing.instance, item: item, found: "\(entry.program[step].function) that says nothing",
            expected: "modifiers that are all needed"))
      }
    }
  }

  /// The steps on the way from the class to `unique` that could be left out, not those of anchors.
  private static func modifiers(of steps: [ProgramStep]) -> [Int] {
    var out: [Int] = []
    var at = steps.count - 1
    while steps.indices.contains(at), let next = steps[at].inputs.last, next < at, next >= 0 {
      let isModifier = at < steps.count - 1 && steps[at].function != "filter_class"
      if isModifier { out.append(at) }
      at = next
    }
    return out
  }

  /// The list in which whoever takes a step takes what that step narrows down.
  private static func without(_ step: Int, _ steps: [ProgramStep]) -> [ProgramStep] {
    guard let source = steps[step].inputs.last else { return steps }
    return steps.map { s in
      var s = s
      s.inputs = s.inputs.map { $0 == step ? source : $0 }
      return s
    }
  }
}
