import RandomStreams

/// Spoils a right reply in exactly one way.
enum DefectInjection {
  /// - Returns: `nil` where the problem offers no place for the defect.
  static func spoiled(
    _ right: WorkedReply, _ problem: Problem, with defect: Defect, _ stream: inout RandomStream
  ) -> WorkedReply? {
    var reply = right
    let language = right.language
    switch defect {
    case .wrongAnswer:
      guard let wrong = stream.choose(problem.distractors) else { return nil }
      reply.answerLine = WorkedReply.answerLine(wrong.answer.text(in: language), language)
    case .arithmeticSlip:
      // The last line states the answer: a slip there would contradict the answer line.
      guard reply.lines.count >= 2 else { return nil }
      let i = stream.integer(in: 0..<(reply.lines.count - 1))
      guard let slipped = withSlip(reply.lines[i], &stream) else { return nil }
      reply.lines[i] = slipped
    case .missingStep:
      guard reply.lines.count >= 3 else { return nil }
      let gap = stream.integer(in: 0..<(reply.lines.count - 1))
      var texts = problem.steps.map { $0.text[language] }
      texts.remove(at: gap)
      reply.lines = texts.enumerated().map { "\($0.offset + 1). \($0.element)" }
    case .wrongUnit:
      guard case .number(let value, let numeral, let unit?) = problem.answer else { return nil }
      let others = [
        Bilingual("米", "m"), Bilingual("千克", "kg"), Bilingual("秒", "s"), Bilingual("元", "yuan"),
        Bilingual("升", "L"),
        Bilingual("千米", "km"), Bilingual("件", "items"),
      ].filter { $0.chinese != unit.chinese && $0.english != unit.english }
      guard let other = stream.choose(others) else { return nil }
      let wrong = Answer.number(value, numeral, unit: other).text(in: language)
      reply.answerLine = WorkedReply.answerLine(wrong, language)
    case .ignoredFormat:
      let answer = problem.answer.text(in: language)
      reply.answerLine = language == .chinese ? "所以结果就是 \(answer) 了" : "And so the result must be \(answer)"
    case .wrongLanguage:
      reply = WorkedReply(problem, in: language == .chinese ? .english : .chinese)
    case .unjustifiedRefusal:
      let sentences = WorkedReply.refusals(language)
      let extra = sentences.dropFirst().filter { _ in stream.bool() }
      reply.lines = [([sentences[0]] + extra).joined(separator: language == .chinese ? "" : " ")]
      reply.answerLine = nil
    case .verbosity:
      guard let i = reply.lines.indices.last, i > 0 else { return nil }
      let again = stream.integer(in: 0..<i)
      reply.lines.insert(reply.lines[again], at: again + 1)
    case .truncation:
      guard reply.lines.count >= 2 else { return nil }
      let kept = stream.integer(in: 1..<reply.lines.count)
      let cut = reply.lines[kept]
      reply.lines = Array(reply.lines.prefix(kept)) + [String(cut.prefix(max(4, cut.count / 2)))]
      reply.answerLine = nil
    }
    return reply
  }

  /// One number behind the line's own number, changed in one digit.
  private static func withSlip(_ line: String, _ stream: inout RandomStream) -> String? {
    var characters = Array(line)
    guard let dot = characters.firstIndex(of: ".") else { return nil }
    // The last digit of a number is where slips happen, and what the line claims stands at its end.
    let places = characters.indices.filter { i in
      i > dot && characters[i].isASCII && characters[i].isNumber
        && !(i + 1 < characters.count && characters[i + 1].isASCII && characters[i + 1].isNumber)
    }
    guard let place = places.last, let digit = characters[place].wholeNumberValue else { return nil }
    characters[place] = Character(String((digit + stream.integer(in: 1...9)) % 10))
    return String(characters)
  }
}
