import Foundation
import JSON
import RandomStreams
import Testing
import VerifiedProblems

/// Ten thousand problems of every family: solved anew by other means, with wrong answers that are wrong.
@Suite struct ProblemCatalogTests {
  static let names = ProblemCatalog.all.map(\.name)

  static func family(_ name: String) throws -> any ProblemFamily {
    try #require(ProblemCatalog.all.first { $0.name == name })
  }

  @Test func twentyFiveFamilies() {
    #expect(Self.names.count == 25)
    #expect(Set(Self.names).count == 25)
  }

  /// Of each family; ten thousand when DIORAMA_MEASURE is set, which takes minutes.
  static let count = ProcessInfo.processInfo.environment["DIORAMA_MEASURE"] == nil ? 400 : 10_000

  @Test(arguments: names)
  func thousandsAreSolvedAgain(_ name: String) throws {
    let family = try Self.family(name)
    var keys = [0, 0, 0, 0]
    var difficulty = Array(repeating: 0.0, count: 5)
    var questions = Set<String>()
    for index in 0..<Self.count {
      let stream = RandomStream(seed: 11).child("\(name)/\(index)")
      let level = index % 5 + 1
      let problem = try #require(family.problem(level: level, stream))
      let second = SecondSolvers.solve(problem)
      if second != problem.answer.canonical {
        Issue.record(
          "\(problem.question.english): \(problem.answer.canonical), second solver: \(second ?? "none or many")"
        )
        return
      }
      guard isSound(problem) else { return }
      difficulty[level - 1] += problem.difficulty.first?.value ?? 0
      let choice = try #require(MultipleChoice(problem, stream))
      keys[choice.key] += 1
      questions.insert(problem.question.chinese)
      // Exactly one option verifies.
      for language in ProblemLanguage.allCases {
        let right = choice.options.indices.filter {
          problem.answer.verdict(on: choice.options[$0].text(in: language), in: language) != .wrong
        }
        if right != [choice.key] { Issue.record("options \(right) of \(problem.question.english)") }
      }
    }
    // χ² with three degrees of freedom: 21.1 has a chance of 10⁻⁴.
    let expected = Double(Self.count) / 4
    let chi = keys.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    #expect(chi < 21.1, "\(keys)")
    #expect(zip(difficulty, difficulty.dropFirst()).allSatisfy { $0 < $1 }, "\(difficulty)")
    // A clock has 720 faces; all else is rich.
    #expect(
      questions.count >= (name == "clock-angle" ? min(500, Self.count / 3) : Self.count / 2),
      "\(questions.count) different questions")
  }

  private func isSound(_ problem: Problem) -> Bool {
    var problems: [String] = []
    for language in ProblemLanguage.allCases {
      let text = problem.answer.text(in: language)
      if problem.answer.verdict(on: text, in: language) != .correct {
        problems.append("refuses its own answer \(text)")
      }
      for (i, distractor) in problem.distractors.enumerated() {
        let wrong = distractor.answer.text(in: language)
        if problem.answer.verdict(on: wrong, in: language) != .wrong { problems.append("accepts \(wrong)") }
        for other in problem.distractors.dropFirst(i + 1)
        where other.answer.verdict(on: wrong, in: language) != .wrong
          || other.answer.text(in: language) == wrong
        {
          problems.append("offers \(wrong) twice")
        }
        if distractor.misconception.isEmpty { problems.append("nameless distractor") }
      }
    }
    if problem.distractors.count < 3 { problems.append("has \(problem.distractors.count) distractors") }
    if problem.steps.isEmpty { problems.append("has no steps") }
    if let last = problem.steps.last, last.value != problem.answer.canonical {
      problems.append("steps end in \(last.value), the answer is \(problem.answer.canonical)")
    }
    // Both languages tell the same numbers.
    let (zh, en) = (Self.numbers(problem.question.chinese), Self.numbers(problem.question.english))
    if zh != en { problems.append("numbers differ: \(zh) and \(en)") }
    if problem.question.english.contains("  ") && problem.family != "regex-match"
      && !problem.question.english.contains("\n")
    {
      problems.append("double blank")
    }
    for text in problems { Issue.record("\(problem.family): \(text): \(problem.question.english)") }
    return problems.isEmpty
  }

  /// The numbers in a text, sorted; months in English count as theirs.
  static func numbers(_ text: String) -> [String] {
    var text = text
    for (name, base) in [
      ("十六进制", "16"), ("十进制", "10"), ("二进制", "2"), ("三进制", "3"), ("五进制", "5"), ("七进制", "7"), ("八进制", "8"),
    ] {
      text = text.replacing(name, with: " \(base) ")
    }
    for (i, month) in [
      "January", "February", "March", "April", "May ", "June", "July", "August", "September", "October",
      "November", "December",
    ].enumerated() {
      text = text.replacing(month, with: " \(i + 1) ")
    }
    return text.split { !($0.isASCII && $0.isNumber) }.map(String.init).sorted()
  }

  @Test(arguments: names)
  func aProblemDependsOnItsStreamAlone(_ name: String) throws {
    let family = try Self.family(name)
    let stream = RandomStream(seed: 5).child("x")
    #expect(family.problem(level: 3, stream) == family.problem(level: 3, stream))
    #expect(family.problem(level: 3, stream) != family.problem(level: 3, RandomStream(seed: 6).child("x")))
    #expect(family.problem(level: 99, stream)?.level == 5)
  }
}
