import JSON
import RandomStreams
import Testing
import VerifiedProblems

@Suite struct ProblemSeriesTests {
  private func series(
    _ names: Set<String> = [], levels: [Int] = [1, 2, 3], defects: [Defect] = Defect.allCases,
    seed: UInt64 = 3
  ) throws -> ProblemSeries {
    let families = ProblemCatalog.all.filter { names.isEmpty || names.contains($0.name) }
    return try #require(
      ProblemSeries(
        families: families, levels: levels, languages: ProblemLanguage.allCases, defects: defects, seed: seed)
    )
  }

  /// Every family and every level of it, as often as any other to within one.
  @Test func familiesAndLevelsAreBalanced() throws {
    let series = try series()
    let count = series.families.count * 6 + 7
    var met: [String: [Int]] = [:]
    for index in 0..<count {
      let problem = try #require(series.problem(at: index)).problem
      met[problem.family, default: []].append(problem.level)
    }
    #expect(met.count == series.families.count)
    #expect(met.values.allSatisfy { $0.count == 6 || $0.count == 7 })
    for levels in met.values { #expect(Array(levels.prefix(6)) == [1, 2, 3, 1, 2, 3]) }
  }

  @Test func anIndexIsAlwaysTheSame() throws {
    let (a, b, other) = (try series(), try series(), try series(seed: 4))
    let forward = (0..<20).compactMap { ProblemRecord.json(of: a, at: $0)?.canonicalText }
    let backward = (0..<20).reversed().compactMap { ProblemRecord.json(of: b, at: $0)?.canonicalText }
    #expect(forward == backward.reversed())
    #expect(Set(forward).count == 20)
    #expect(forward != (0..<20).compactMap { ProblemRecord.json(of: other, at: $0)?.canonicalText })
  }

  /// Lines before a slip are the solution's, the line with it is none of them; half of the workings have one.
  @Test func stepsAreRightUpToTheSlip() throws {
    let series = try series(["arithmetic-chain", "fraction-sum", "linear-system", "knights-and-knaves"])
    var (slips, places) = (0, 0)
    for index in 0..<400 {
      let (problem, stream) = try #require(series.problem(at: index))
      for language in ProblemLanguage.allCases {
        let right = problem.reply(in: language).split(separator: "\n").map(String.init)
        let steps = SupervisedSteps(problem, in: language, stream.child(language.rawValue))
        guard steps.endsWithSlip else {
          #expect(steps.lines == right)
          continue
        }
        slips += 1
        #expect(Array(steps.lines.dropLast()) == Array(right.prefix(steps.lines.count - 1)))
        let wrong = try #require(steps.lines.last)
        #expect(wrong != right[steps.lines.count - 1])
        // One digit differs, nothing else.
        #expect(zip(wrong, right[steps.lines.count - 1]).count { $0 != $1 } == 1)
        if steps.lines.count > 1 { places += 1 }
      }
    }
    // Workings of one line cannot slip: at most half of 800, and many.
    #expect(slips > 150 && slips < 460)
    #expect(places > 20)
  }

  @Test func rejectedRepliesHaveTheDefectsThatWereAskedFor() throws {
    let wanted: [Defect] = [.truncation, .wrongLanguage]
    let series = try series(defects: wanted)
    var met: [Defect: Int] = [:]
    for index in 0..<60 {
      let (problem, stream) = try #require(series.problem(at: index))
      let pair = try #require(series.preference(problem, in: .english, stream))
      met[pair.defect, default: 0] += 1
      #expect(ReplyAudit.defects(of: pair.rejected, problem, in: .english) == [pair.defect])
      #expect(ReplyAudit.defects(of: pair.chosen, problem, in: .english) == [])
    }
    #expect(Set(met.keys) == Set(wanted))
  }

  @Test func recordsSayWhatTheProblemIs() throws {
    let series = try series()
    for index in 0..<50 {
      let record = try #require(ProblemRecord.json(of: series, at: index))
      let problem = try #require(series.problem(at: index)).problem
      guard case .array(let texts)? = record["texts"] else { throw TextsAreMissing() }
      #expect(texts.count == 2)
      for text in texts {
        guard case .string(let code)? = text["language"], let language = ProblemLanguage(rawValue: code),
          case .string(let answer)? = text["answer"], case .string(let key)? = text["key"],
          case .array(let options)? = text["options"]
        else { throw TextsAreMissing() }
        #expect(problem.answer.verdict(on: answer, in: language) == .correct)
        let letters = ["A", "B", "C", "D"]
        #expect(options[try #require(letters.firstIndex(of: key))] == .string(answer))
      }
    }
  }

  private struct TextsAreMissing: Error {}

  @Test func nothingComesOfNothing() {
    #expect(ProblemSeries(families: [], levels: [1], languages: [.english], seed: 1) == nil)
    #expect(ProblemSeries(families: ProblemCatalog.all, levels: [0], languages: [.english], seed: 1) == nil)
  }
}
