package import RandomStreams
package import TextModel

/// Perturbations one after another, each with a chance and a severity: a recipe for noise.
package struct PerturbationChain: Sendable {
  package struct Step: Sendable {
    package var perturbation: any TextPerturbation
    package var severity: Severity
    /// How often it is tried, 0 ... 1.
    package var probability: Double
    /// At most that many places.
    package var limit: Int

    package init(
      _ perturbation: any TextPerturbation, severity: Severity = .moderate, probability: Double = 1,
      limit: Int = .max
    ) {
      self.perturbation = perturbation
      self.severity = severity
      self.probability = probability
      self.limit = limit
    }
  }

  package var steps: [Step]
  /// Over all steps, at most that many edits.
  package var maximumEdits: Int

  package init(_ steps: [Step], maximumEdits: Int = .max) {
    self.steps = steps
    self.maximumEdits = maximumEdits
  }

  /// The clean text with its noisy twin. A step's chance hangs on its place and its perturbation only, so a step that
  /// is added at the end changes none before it.
  package func perturb(_ text: AnnotatedText, stream: RandomStream) -> NoisyText {
    var noisy = NoisyText(text)
    var left = maximumEdits
    for (i, step) in steps.enumerated() where left > 0 {
      var stream = stream.child("\(i)/\(step.perturbation.rule.id)")
      guard stream.bool(probability: step.probability) else { continue }
      guard
        let revision = step.perturbation.perturb(
          noisy.noisy, severity: step.severity, limit: min(step.limit, left), stream: stream)
      else { continue }
      left -= revision.records.count
      noisy.append(revision)
    }
    return noisy
  }
}
