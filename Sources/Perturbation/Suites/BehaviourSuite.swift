package import JSON
package import RandomStreams
package import TextModel

/// Behaviour tests of a task over some labelled texts: one of minimum functionality, and one a perturbation that applies.
package struct BehaviourSuite: Sendable, Hashable {
  package var tests: [BehaviourTest]

  /// - Parameters:
  ///   - texts: with a label of `task`; others are left out.
  ///   - stream: a case's chance hangs on its test's name and its number among `texts`.
  package init(
    task: String, texts: [AnnotatedText], perturbations: [any TextPerturbation] = PerturbationCatalog.all,
    severity: Severity = .moderate, stream: RandomStream
  ) {
    let labelled = texts.enumerated().filter { $0.element.label(task) != nil }
    tests = [
      BehaviourTest(
        name: "as labelled", kind: .minimumFunctionality, task: task, effect: .invariant,
        cases: labelled.map { BehaviourCase(original: $0.element) })
    ]
    for perturbation in perturbations {
      let rule = perturbation.rule
      let stream = stream.child(rule.id)
      let cases = labelled.compactMap { index, text -> BehaviourCase? in
        guard let revision = perturbation.perturb(text, severity: severity, stream: stream.child(index))
        else {
          return nil
        }
        var noisy = NoisyText(text)
        noisy.append(revision)
        return BehaviourCase(original: text, perturbed: noisy)
      }
      guard !cases.isEmpty else { continue }
      let isInvariant = rule.effect == .invariant || rule.effect == .revalues
      tests.append(
        BehaviourTest(
          name: rule.id, kind: isInvariant ? .invariance : .directional, task: task, effect: rule.effect,
          cases: cases))
    }
  }

  /// One JSON object a case, in order: what a test bench reads line by line.
  package func lines(unit: OffsetUnit = .scalar) -> [JSONValue] {
    tests.flatMap { test in
      test.cases.enumerated().map { index, item in
        var members: [JSONValue.Member] = [
          .init("test", .string(test.name)), .init("kind", .string(test.kind.rawValue)),
          .init("task", .string(test.task)), .init("case", .integer(index)),
          .init("expectation", .string(Self.expectation(test))),
          .init("label", item.original.label(test.task).map { .string($0) } ?? .null),
        ]
        if let perturbed = item.perturbed {
          members.append(.init("pair", perturbed.json(unit: unit)))
          members.append(.init("expected", perturbed.noisy.label(test.task).map { .string($0) } ?? .null))
        } else {
          members.append(.init("text", .string(item.original.string)))
        }
        return .object(members)
      }
    }
  }

  private static func expectation(_ test: BehaviourTest) -> String {
    guard test.kind != .minimumFunctionality else { return "label" }
    return switch test.effect {
    case .invariant, .revalues: "same"
    case .flips: "opposite"
    case .strengthens: "not-weaker"
    }
  }
}
