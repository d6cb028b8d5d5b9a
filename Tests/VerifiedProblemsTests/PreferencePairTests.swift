import RandomStreams
import Testing
import VerifiedProblems

/// Pairs have one defect each, and lengths tell nothing.
@Suite struct PreferencePairTests {
  @Test(arguments: ProblemLanguage.allCases)
  func oneCertifiedDefectAndNeutralLengths(_ language: ProblemLanguage) throws {
    var differences: [Int] = []
    var lengths: (chosen: [Int], rejected: [Int]) = ([], [])
    var made: [Defect: Int] = [:]
    var missing = 0
    for index in 0..<5_000 {
      let stream = RandomStream(seed: 21).child("pair/\(index)")
      let family = ProblemCatalog.all[index % ProblemCatalog.all.count]
      let problem = try #require(family.problem(level: index % 5 + 1, stream))
      guard let pair = PreferencePair(problem, in: language, stream) else {
        missing += 1
        continue
      }
      made[pair.defect, default: 0] += 1
      #expect(ReplyAudit.defects(of: pair.chosen, problem, in: language).isEmpty)
      #expect(ReplyAudit.defects(of: pair.rejected, problem, in: language) == [pair.defect])
      #expect(problem.answer.verdict(on: pair.chosen, in: language) == .correct)
      if [.wrongAnswer, .wrongUnit, .unjustifiedRefusal, .truncation].contains(pair.defect) {
        #expect(problem.answer.verdict(on: pair.rejected, in: language) != .correct, "\(pair.rejected)")
      }
      #expect(pair.chosen != pair.rejected)
      differences.append(pair.rejected.unicodeScalars.count - pair.chosen.unicodeScalars.count)
      lengths.chosen.append(pair.chosen.unicodeScalars.count)
      lengths.rejected.append(pair.rejected.unicodeScalars.count)
    }
    #expect(missing < 250, "\(missing) without a pair")
    #expect(Defect.allCases.allSatisfy { made[$0] ?? 0 >= 100 }, "\(made)")
    let mean = Double(differences.reduce(0, +)) / Double(differences.count)
    let length = Double(lengths.chosen.reduce(0, +)) / Double(differences.count)
    #expect(abs(mean) < 0.01 * length, "\(mean) of \(length)")
    // Who guesses the longer (or the shorter) reply is right as often as a coin, ties counting half.
    let longer = differences.reduce(0.0) { $0 + ($1 > 0 ? 1 : $1 == 0 ? 0.5 : 0) } / Double(differences.count)
    #expect((0.48...0.52).contains(longer), "\(longer)")
    // The area under the curve over all replies by length.
    let sorted = lengths.rejected.sorted()
    var area = 0.0
    for a in lengths.chosen {
      let below = sorted.partitioningIndex { $0 >= a }
      let through = sorted.partitioningIndex { $0 > a }
      area += Double(below) + Double(through - below) / 2
    }
    area /= Double(sorted.count) * Double(lengths.chosen.count)
    #expect((0.48...0.52).contains(area), "\(area)")
  }

  @Test func auditNamesDefectsOfOthers() throws {
    let family = try ProblemCatalogTests.family("arithmetic-chain")
    let problem = try #require(family.problem(level: 3, RandomStream(seed: 2)))
    let steps = problem.steps.enumerated().map { "\($0.offset + 1). \($0.element.text.english)" }
    let answer = "Answer: \(problem.answer.text(in: .english))"
    func audit(_ lines: [String]) -> [Defect] {
      ReplyAudit.defects(of: lines.joined(separator: "\n"), problem, in: .english)
    }
    #expect(audit(steps + [answer]) == [])
    #expect(audit(["Here is the solution."] + steps + [answer]) == [])
    #expect(audit(steps + ["Answer: 99999"]) == [.wrongAnswer])
    #expect(audit(Array(steps.dropFirst()) + [answer]).contains(.missingStep))
    #expect(audit(steps) == [.truncation])
    #expect(audit(steps + ["So it is \(problem.answer.text(in: .english))"]) == [.ignoredFormat])
    #expect(audit([steps[0]] + steps + [answer]) == [.verbosity])
    #expect(audit(steps + ["Answer: 99999"]).count == 1)
    let chinese = problem.steps.enumerated().map { "\($0.offset + 1). \($0.element.text.chinese)" }
    #expect(audit(chinese + ["答案：\(problem.answer.text(in: .chinese))"]) == [.wrongLanguage])
  }
}

extension Array {
  /// The first index from which `predicate` holds, in an array where it holds from somewhere on.
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
