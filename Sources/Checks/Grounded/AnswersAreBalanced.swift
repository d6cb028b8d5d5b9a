import GroundedLanguage
import WorldModel

/// grounded-04: whoever knows the question but not the picture can only guess.
package struct AnswersAreBalanced: ViewCheck {
  package static let rule = CheckRule(
    id: "grounded-04", name: "answers-are-balanced",
    summary:
      "The questions of a family have each of its answers equally often: yes and no, none to three, each of the values to choose from.",
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
      finding.expect(
        answers == expected && Set(block.map(\.family)).count == 1,
        view.about(
          item: "block \(number), \(block.first?.family ?? "")", found: answers.joined(separator: ", "),
          expected: expected.joined(separator: ", ")))
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
}
