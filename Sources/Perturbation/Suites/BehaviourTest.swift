package import TextModel

/// What a model is asked to do with a text, CheckList's three kinds (Ribeiro et al., 2020).
package enum BehaviourKind: String, Sendable, Hashable, CaseIterable {
  /// Minimum functionality: the label is known.
  case minimumFunctionality = "MFT"
  /// Invariance: the label that the model gave before must stay.
  case invariance = "INV"
  /// Directional expectation: the label or its score must move as declared.
  case directional = "DIR"
}

/// One case: a text, or a text and its perturbed twin.
package struct BehaviourCase: Sendable, Hashable {
  package var original: AnnotatedText
  /// `nil` for minimum functionality.
  package var perturbed: NoisyText?

  package init(original: AnnotatedText, perturbed: NoisyText? = nil) {
    self.original = original
    self.perturbed = perturbed
  }
}

/// A capability, and cases to judge a model by.
package struct BehaviourTest: Sendable, Hashable {
  package var name: String
  package var kind: BehaviourKind
  /// The task whose label is judged.
  package var task: String
  package var effect: LabelEffect
  package var cases: [BehaviourCase]

  package init(name: String, kind: BehaviourKind, task: String, effect: LabelEffect, cases: [BehaviourCase]) {
    self.name = name
    self.kind = kind
    self.task = task
    self.effect = effect
    self.cases = cases
  }
}

/// What a model says of a text: its label, and how sure it is of each label, if it tells.
package struct ModelAnswer: Sendable, Hashable {
  package var label: String
  package var scores: [String: Double]

  package init(_ label: String, scores: [String: Double] = [:]) {
    self.label = label
    self.scores = scores
  }
}

extension BehaviourTest {
  /// Cases in which the model does not do what is expected, by index.
  ///
  /// - Parameter tolerance: by how much a score may move the wrong way in a directional test.
  package func failures(
    tolerance: Double = 0.1, _ model: (AnnotatedText) -> ModelAnswer
  ) -> [Int] {
    cases.indices.filter { !holds(cases[$0], tolerance, model) }
  }

  private func holds(
    _ item: BehaviourCase, _ tolerance: Double, _ model: (AnnotatedText) -> ModelAnswer
  ) -> Bool {
    let before = model(item.original)
    guard let perturbed = item.perturbed?.noisy else { return before.label == item.original.label(task) }
    let after = model(perturbed)
    switch effect {
    case .invariant, .revalues: return before.label == after.label
    case .flips:
      // Judged where the model was right at first: what it makes of a turned text that it misread says nothing.
      return before.label != item.original.label(task) || after.label == perturbed.label(task)
    case .strengthens:
      guard let label = item.original.label(task) else { return true }
      guard let a = before.scores[label], let b = after.scores[label] else {
        return before.label != label || after.label == label
      }
      return b >= a - tolerance
    }
  }
}
