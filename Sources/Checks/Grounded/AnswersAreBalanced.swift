import GroundedLanguage
import WorldModel

/// grounded-04: whoever knows the question but not the picture can only guess.
package struct AnswersAreBalanced: ViewCheck {
  package static let rule = CheckRule(
    id: "grounded-04", name: "answers-are-balanced",
    summary:
      "The questions of a block have each answer once, speak of the same kinds in the same order, offer the same values and have one form: they differ in which of several things is meant, or in left and right.",
    unit: "blocks", labels: [QuestionsLabel.name])

  package init() {}

  package func examine(_ view: ViewLabels, into finding: inout CheckFinding) {
    guard let label = view[QuestionsLabel.self] else { return }
    var blocks: [Int: [QuestionsLabel.Entry]] = [:]
    for entry in label.entries { blocks[entry.block, default: []].append(entry) }
    for number in blocks.keys.sorted() {
      guard let block = blocks[number] else { continue }
      let answers = block.map(\.answer).sorted()
      let expected = Self.answers(of: block)
      let item = "block \(number), \(block.first?.family ?? "")"
      finding.expect(
        answers == expected && Set(block.map(\.family)).count == 1,
        view.about(
          item: item, found: answers.joined(separator: ", "), expected: expected.joined(separator: ", ")))
      let keys = Set(block.map { Self.key($0.program) }).sorted()
      finding.expect(
        keys.count == 1,
        view.about(item: item, found: keys.joined(separator: " / "), expected: "one form, the same kinds"))
    }
  }

  /// All answers that the questions of a block allow, ascending.
  private static func answers(of block: [QuestionsLabel.Entry]) -> [String] {
    guard let last = block.first?.program.last else { return [] }
    switch last.function {
    case "count": return ["0", "1", "2", "3"]
    case let f where f.hasPrefix("choose_"):
      return Set(block.flatMap { $0.program.last?.values ?? [] }).sorted()
    case "which":
      // Each of the two things once; which they are is for `grounded-03`.
      let all = Set(block.map(\.answer)).sorted()
      return all.count == 2 ? all : ["two different things"]
    default: return ["no", "yes"]
    }
  }

  /// What all questions of a block share: functions, kinds and values offered, not what tells things apart.
  private static func key(_ steps: [ProgramStep]) -> String {
    let isOpenCount = steps.last?.function == "count"
    // Numbers of one kind are counted beside different things: those kinds may differ.
    let spoken = steps.lastIndex { $0.function == "filter_class" }
    return steps.enumerated().map { n, step in
      let inputs = step.inputs.map { String($0) }.joined(separator: ",")
      switch step.function {
      case "filter_class" where isOpenCount && n != spoken: return "\(step.function)(\(inputs))"
      case "filter_class": return "\(step.function)(\(inputs)) \(step.values.joined(separator: " "))"
      case "relate", "extreme", "relates":
        return "\(step.function)(\(inputs)) \(step.values.map(unsided).joined(separator: " "))"
      case let f where f.hasPrefix("filter_"): return "\(f)(\(inputs))"
      default: return "\(step.function)(\(inputs)) \(step.values.joined(separator: " "))"
      }
    }.joined(separator: "; ")
  }

  private static func unsided(_ value: String) -> String {
    switch value {
    case "left_of", "right_of": "aside"
    case "leftmost", "rightmost": "outermost"
    case "second_leftmost", "second_rightmost": "next to outermost"
    case "closest", "second_closest": "near"
    default: value
    }
  }
}
