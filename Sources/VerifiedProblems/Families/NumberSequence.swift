import JSON
import RandomStreams

/// A later term of a sequence whose kind of rule is told, so that there is one answer.
struct NumberSequence: ProblemFamily {
  let name = "number-sequence"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let shown = level == 5 ? 4 : 5
    let ahead = level >= 2 && level != 4 ? 2 : 1
    let length = shown + ahead
    var terms: [Int]
    let rule: Bilingual
    switch level {
    case 1:
      let step = stream.integer(in: 3...49)
      let first = stream.integer(in: 2...99)
      terms = (0..<length).map { first + $0 * step }
      rule = Bilingual("相邻两项的差相等", "neighbouring terms differ by the same number")
    case 2:
      let ratio = stream.integer(in: 2...6)
      var value = stream.integer(in: 2...60)
      terms = []
      for _ in 0..<length {
        terms.append(value)
        value *= ratio
      }
      rule = Bilingual("每一项与前一项的比相等", "each term is the same multiple of the one before")
    case 3:
      var (value, step) = (stream.integer(in: 1...60), stream.integer(in: 2...20))
      let growth = stream.integer(in: 2...9)
      terms = []
      for _ in 0..<length {
        terms.append(value)
        value += step
        step += growth
      }
      rule = Bilingual(
        "相邻两项的差每次增加同一个数", "the differences of neighbouring terms grow by the same number each time")
    case 4:
      terms = [stream.integer(in: 1...40), stream.integer(in: 2...45)]
      while terms.count < length { terms.append(terms[terms.count - 1] + terms[terms.count - 2]) }
      rule = Bilingual("从第 3 项起，每一项都是前两项的和", "from term 3 on, each term is the sum of the two before")
    default:
      let factor = stream.integer(in: 2...5)
      let plus = stream.integer(in: 1...30)
      var value = stream.integer(in: 1...20)
      terms = []
      for _ in 0..<length {
        terms.append(value)
        value = value * factor + plus
      }
      rule = Bilingual(
        "每一项都等于前一项乘同一个数再加同一个数", "each term is the one before times a fixed number plus a fixed number")
    }
    guard let last = terms.last, Set(terms).count == terms.count else { return nil }
    let visible = Array(terms.prefix(shown))
    let (a, b) = (terms[shown - 1], terms[shown - 2])
    var draft = ProblemDraft(.integer(last))
    draft.mistake("repeats_the_last_difference", a + ahead * (a - b))
    draft.mistake("doubles_the_last_term", a * 2)
    draft.mistake("stops_one_term_early", terms[length - 2])
    draft.mistake("goes_one_term_too_far", last + (last - terms[length - 2]))
    draft.fillWithSlips(&stream)

    let list = visible.map(String.init).joined(separator: ", ")
    let zhList = visible.map(String.init).joined(separator: "，")
    let steps = (shown..<length).map { i in
      Problem.Step(
        "第 \(i + 1) 项是 \(terms[i])", "Term \(i + 1) is \(terms[i]).", String(terms[i]))
    }
    return draft.problem(
      self, level: level,
      parameters: [
        "rule": .integer(level), "terms": .array(visible.map { .integer($0) }), "index": .integer(length),
      ],
      chinese: [
        "数列 \(zhList)，…… 中，\(rule.chinese)。第 \(length) 项是多少？",
        "观察数列 \(zhList)，……：\(rule.chinese)。求第 \(length) 项。",
      ],
      english: [
        "In the sequence \(list), …, \(rule.english). What is term \(length)?",
        "Look at \(list), …: \(rule.english). Find term \(length).",
      ],
      steps: steps, difficulty: [.init("rule", level), .init("terms_ahead", ahead)], &stream)
  }
}
