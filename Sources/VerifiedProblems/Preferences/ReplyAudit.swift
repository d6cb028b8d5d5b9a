/// Finds what is wrong with a reply from its text alone, and so certifies pairs.
package enum ReplyAudit {
  /// The defects of a reply to a problem that was put in `language`; none for a right one.
  package static func defects(of text: String, _ problem: Problem, in language: ProblemLanguage) -> [Defect] {
    var found: [Defect] = []
    var spoken = language
    let hasHan = text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    if hasHan != (language == .chinese) {
      found.append(.wrongLanguage)
      spoken = language == .chinese ? .english : .chinese
    }
    var lines = text.split(separator: "\n").map(String.init)
    if WorkedReply.refusals(spoken).contains(where: { text.contains($0) }) {
      return found + [.unjustifiedRefusal]
    }
    // Remarks stand before the first numbered line.
    if let first = lines.first, !first.hasPrefix("1. ") { lines.removeFirst() }
    let marker = WorkedReply.answerLine("", spoken).replacing(" ", with: "")
    var answerLine: String?
    if let last = lines.last, last.hasPrefix(marker) {
      answerLine = last
      lines.removeLast()
    }
    let right = problem.steps.map { $0.text[spoken] }
    var stepLines = lines
    if answerLine == nil {
      let isNumbered = lines.last?.first?.isNumber ?? false
      if isNumbered || lines.count < right.count {
        found.append(.truncation)
        // What is left was cut somewhere: only its lines before the cut can be judged.
        stepLines.removeLast()
        if stepLines.enumerated().contains(where: { i, line in
          i >= right.count || line != "\(i + 1). \(right[i])"
        }) {
          found.append(.arithmeticSlip)
        }
        return found
      }
      found.append(.ignoredFormat)
      stepLines.removeLast()
    }
    found += defects(ofWorking: stepLines.map(bare), right)
    if let answerLine { found += defect(ofAnswer: answerLine, problem, in: spoken).map { [$0] } ?? [] }
    return found
  }

  /// Without the line's number.
  private static func bare(_ line: String) -> String {
    guard let dot = line.firstIndex(of: "."), line[..<dot].allSatisfy(\.isNumber) else { return line }
    return String(line[line.index(after: dot)...]).trimming(" ")
  }

  private static func defects(ofWorking lines: [String], _ right: [String]) -> [Defect] {
    var found: [Defect] = []
    var lines = lines
    // A line that repeats the one before it is said twice, unless the solution itself says it twice.
    if lines.count > right.count,
      let i = lines.indices.dropFirst().first(where: { lines[$0] == lines[$0 - 1] })
    {
      found.append(.verbosity)
      lines.remove(at: i)
    }
    if lines.count < right.count {
      return found + (isSubsequence(lines, of: right) ? [.missingStep] : [.missingStep, .arithmeticSlip])
    }
    if lines != right { found.append(.arithmeticSlip) }
    return found
  }

  private static func isSubsequence(_ lines: [String], of right: [String]) -> Bool {
    var rest = right[...]
    for line in lines {
      guard let i = rest.firstIndex(of: line) else { return false }
      rest = rest[(i + 1)...]
    }
    return true
  }

  private static func defect(ofAnswer line: String, _ problem: Problem, in language: ProblemLanguage)
    -> Defect?
  {
    if problem.answer.verdict(on: line, in: language) == .correct { return nil }
    // The right number with something else behind it: another unit.
    if case .number(let value, let numeral, _?) = problem.answer {
      let given = ReplyText.final(of: line)
      if let number = ReplyText.number(in: given), !number.rest.isEmpty {
        let bareAnswer = Answer.number(value, numeral)
        let digits = String(given.prefix(given.count - number.rest.count)).trimming(" ")
        if bareAnswer.verdict(on: digits, in: language) == .correct { return .wrongUnit }
      }
    }
    return .wrongAnswer
  }
}
