import JSON
import RandomStreams

/// A problem in the making: collects wrong answers and keeps those that are wrong and new.
struct ProblemDraft {
  let answer: Answer
  private(set) var distractors: [Problem.Distractor] = []

  init(_ answer: Answer) { self.answer = answer }

  /// Adds what a misconception leads to, unless it is right after all or already there.
  mutating func mistake(_ misconception: String, _ wrong: Answer) {
    guard isNew(wrong) else { return }
    distractors.append(Problem.Distractor(misconception: misconception, answer: wrong))
  }

  /// The same for a number in the form of the answer.
  ///
  /// Nothing, or less, is no plausible answer where there is something.
  mutating func mistake(_ misconception: String, _ wrong: Rational) {
    guard case .number(let value, let numeral, let unit) = answer else { return }
    if Rational(0) < value && !(Rational(0) < wrong) { return }
    if numeral == .integer && !wrong.isWhole { return }
    mistake(misconception, .number(wrong, numeral, unit: unit))
  }

  mutating func mistake(_ misconception: String, _ wrong: Int) { mistake(misconception, Rational(wrong)) }

  /// Slips of the pen until there are three: numbers close by.
  mutating func fillWithSlips(_ stream: inout RandomStream) {
    guard case .number(let value, let numeral, _) = answer else { return }
    // One in the last place that is asked for.
    let unit: Rational
    switch numeral {
    case .integer: unit = Rational(1)
    case .fraction: unit = Rational(1, value.denominator) ?? Rational(1)
    case .decimal(let places):
      unit = Rational(1, (0..<places).reduce(1) { product, _ in product * 10 }) ?? Rational(1)
    }
    var offsets = [1, -1, 2, -2, 10, -10, 3, -3, 5]
    stream.shuffle(&offsets)
    // Answers that count or measure something are never negative; a negative option would give itself away.
    for offset in offsets + [11, 12, 13] where distractors.count < 3 {
      let wrong = value + Rational(offset) * unit
      if wrong < Rational(0) && !(value < Rational(0)) { continue }
      mistake("arithmetic_slip", wrong)
    }
  }

  /// Other members of a closed list until there are three.
  mutating func fill(_ misconception: String, from others: [Answer], _ stream: inout RandomStream) {
    var others = others
    stream.shuffle(&others)
    for other in others where distractors.count < 3 { mistake(misconception, other) }
  }

  private func isNew(_ wrong: Answer) -> Bool {
    for language in ProblemLanguage.allCases {
      let text = wrong.text(in: language)
      // Either way round: 11.25 is right for 11.2, 11.2 is not for 11.3.
      for other in [answer] + distractors.map(\.answer) {
        if other.verdict(on: text, in: language) != .wrong { return false }
        if wrong.verdict(on: other.text(in: language), in: language) != .wrong { return false }
      }
    }
    return true
  }

  /// The problem, with one of the surfaces in each language; `nil` while there are fewer than three wrong answers.
  func problem(
    _ family: some ProblemFamily, level: Int, parameters: JSONValue, chinese: [String], english: [String],
    steps: [Problem.Step], difficulty: [Problem.Measure], _ stream: inout RandomStream
  ) -> Problem? {
    guard distractors.count >= 3, let zh = stream.choose(chinese), let en = stream.choose(english) else {
      return nil
    }
    return Problem(
      family: family.name, level: level, parameters: parameters, question: Bilingual(zh, en), answer: answer,
      steps: steps, distractors: distractors, difficulty: difficulty)
  }
}
