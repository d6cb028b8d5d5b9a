package import RandomStreams

/// A problem with four options of which one is right.
package struct MultipleChoice: Sendable, Hashable {
  package var problem: Problem
  /// The answer and three distractors in random order.
  package var options: [Answer]
  /// Place of the answer among the options, uniform over 0 … 3.
  package var key: Int
  /// The misconception behind each option; `nil` for the right one.
  package var misconceptions: [String?]

  /// - Returns: `nil` when the problem has fewer than three distractors.
  package init?(_ problem: Problem, _ stream: RandomStream) {
    guard problem.distractors.count >= 3 else { return nil }
    var draw = stream.child("options")
    let chosen = draw.permutation(problem.distractors.count).prefix(3).map { problem.distractors[$0] }
    let key = draw.integer(in: 0...3)
    var options = chosen.map(\.answer)
    var misconceptions: [String?] = chosen.map(\.misconception)
    options.insert(problem.answer, at: key)
    misconceptions.insert(nil, at: key)
    self.problem = problem
    self.options = options
    self.key = key
    self.misconceptions = misconceptions
  }

  /// The letter of the right option.
  package var letter: String { ["A", "B", "C", "D"][key] }

  /// Question and options, one a line.
  package func text(in language: ProblemLanguage) -> String {
    let lines = zip(["A", "B", "C", "D"], options).map { letter, option in
      language == .chinese
        ? "\(letter)．\(option.text(in: language))" : "\(letter). \(option.text(in: language))"
    }
    return ([problem.question[language]] + lines).joined(separator: "\n")
  }
}
