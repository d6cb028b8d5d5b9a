import GroundedLanguage
package import WorldModel

/// grounded-09: whoever knows a question about a recording but has not heard it can only guess.
package struct HeardAnswersAreBalanced: SampleCheck {
  package static let rule = CheckRule(
    id: "grounded-09", name: "heard-answers-are-balanced",
    summary:
      "The questions of a block about a recording have each answer once, name the same kinds of sounds and values and have one form: they differ in first and second, left and right, women and men, what is said, or what makes a sound and what does not.",
    unit: "blocks", labels: [HeardQuestionsLabel.name])

  package init() {}

  package func examine(_ sample: Sample) -> CheckFinding {
    var finding = CheckFinding()
    for recording in sample.recordings {
      guard let label = recording.labels[HeardQuestionsLabel.self] else { continue }
      finding.applied += 1
      let blocks = Dictionary(grouping: label.entries) { $0.block }
      for number in blocks.keys.sorted() {
        let block = blocks[number] ?? []
        let answers = block.map(\.answer).sorted()
        let expected = Self.answers(of: block)
        let forms = Set(block.map { Self.form($0.program) }).sorted()
        finding.expect(
          answers == expected && forms.count == 1 && Set(block.map(\.family)).count == 1,
          Violation(
            sample: sample.index, sensor: recording.sensor,
            item: "block \(number), \(block.first?.family ?? "")",
            found: "\(answers.joined(separator: ", ")): \(forms.joined(separator: " / "))",
            expected: "\(expected.joined(separator: ", ")), one form"))
      }
    }
    if finding.applied == 0 { finding.skip([HeardQuestionsLabel.name]) }
    return finding
  }

  /// All answers that a block allows, ascending.
  private static func answers(of block: [HeardQuestionsLabel.Entry]) -> [String] {
    guard let last = block.first?.program.last else { return [] }
    switch last.function {
    case let f where f.hasPrefix("choose_") || f.hasPrefix("makes"):
      return Set(block.flatMap { $0.program.last?.values ?? [] }).sorted()
    case let f where f.hasPrefix("which"):
      // What the two sounds are told apart by.
      let names = block.flatMap { entry in
        entry.program.filter { $0.function == "unique" }.compactMap { step -> String? in
          guard let input = step.inputs.first, entry.program.indices.contains(input) else { return nil }
          return entry.program[input].values.first
        }
      }
      return Set(names).sorted()
    default: return ["no", "yes"]
    }
  }

  /// Functions, kinds of sounds and values offered; not what tells the questions of a block apart.
  private static func form(_ steps: [ProgramStep]) -> String {
    let isPair = steps.count { $0.function == "unique" } == 2
    return steps.map { step in
      let name = step.function == "makes_not" ? "makes" : step.function
      let values: [String] =
        switch step.function {
        case "filter_kind", "choose_count", "choose_line", "makes", "makes_not": step.values
        // Two that are compared are named in one order.
        case let f where f.hasPrefix("filter_") && isPair: step.values
        case let f where f.hasPrefix("filter_line"): step.values
        case "which", "relates": step.values.map(order)
        default: []
        }
      return
        "\(name)(\(step.inputs.map { String($0) }.joined(separator: ","))) \(values.joined(separator: "|"))"
    }.joined(separator: "; ")
  }

  private static func order(_ relation: String) -> String {
    switch relation {
    case "before", "after": "order"
    case "louder", "quieter": "loudness"
    default: relation
    }
  }
}
