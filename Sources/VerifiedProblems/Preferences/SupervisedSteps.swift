package import RandomStreams

/// A working line by line, each right or wrong, for supervision of steps.
///
/// Every other one, by chance, has a slip; it ends with the line that has it, since what follows from a mistake is
/// neither right nor wrong.
package struct SupervisedSteps: Sendable, Hashable {
  /// Numbered lines; of a right working the answer is the last.
  package var lines: [String]
  /// Whether the last line is wrong; all others are right.
  package var endsWithSlip: Bool

  package init(_ problem: Problem, in language: ProblemLanguage, _ stream: RandomStream) {
    let right = WorkedReply(problem, in: language)
    lines = right.lines + (right.answerLine.map { [$0] } ?? [])
    endsWithSlip = false
    var draw = stream.child("steps")
    guard draw.bool() else { return }
    for attempt in 0..<8 {
      var place = stream.child("steps/\(attempt)")
      guard
        let wrong = DefectInjection.spoiled(right, problem, with: .arithmeticSlip, &place),
        ReplyAudit.defects(of: wrong.text, problem, in: language) == [.arithmeticSlip],
        let slip = zip(wrong.lines, right.lines).enumerated().first(where: { $0.element.0 != $0.element.1 })
      else { continue }
      lines = Array(wrong.lines.prefix(slip.offset + 1))
      endsWithSlip = true
      return
    }
  }
}
