import JSON
import RandomStreams

/// Sums and differences of fractions.
struct FractionSum: ProblemFamily {
  let name = "fraction-sum"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let count = [2, 2, 3, 3, 4][level - 1]
    let top = [6, 10, 10, 12, 15][level - 1]
    var terms: [(sign: Int, numerator: Int, denominator: Int)] = []
    for i in 0..<count {
      let denominator = stream.integer(in: 2...top)
      let numerator = stream.integer(in: 1..<denominator)
      guard Rational(numerator, denominator)?.denominator == denominator else { return nil }
      terms.append((i > 0 && stream.bool(probability: 0.4) ? -1 : 1, numerator, denominator))
    }
    guard Set(terms.map(\.denominator)).count > 1 else { return nil }
    var common = 1
    for term in terms {
      common = common * term.denominator / Int(Rational.gcd(UInt(common), UInt(term.denominator)))
    }
    let scaled = terms.map { $0.sign * $0.numerator * (common / $0.denominator) }
    let total = scaled.reduce(0, +)
    guard total > 0, let value = Rational(total, common) else { return nil }

    let sum = Self.written(terms.map { ($0.sign, "\($0.numerator)/\($0.denominator)") })
    let expanded = Self.written(zip(terms, scaled).map { ($0.sign, "\(abs($1))/\(common)") })
    var steps = [
      Problem.Step("公分母是 \(common)", "The common denominator is \(common).", String(common)),
      Problem.Step(
        "通分：\(expanded) = \(total)/\(common)", "Over it: \(expanded) = \(total)/\(common).",
        "\(total)/\(common)"),
    ]
    steps.append(
      value.denominator == common
        ? Problem.Step("\(total)/\(common) 已是最简", "\(total)/\(common) is in lowest terms.", value.text)
        : Problem.Step("约分得 \(value.text)", "In lowest terms: \(value.text).", value.text))

    var draft = ProblemDraft(.number(value, .fraction))
    func mistake(_ name: String, _ numerator: Int, _ denominator: Int) {
      guard numerator > 0, let wrong = Rational(numerator, denominator) else { return }
      draft.mistake(name, wrong)
    }
    let tops = terms.reduce(0) { $0 + $1.sign * $1.numerator }
    mistake("adds_tops_and_bottoms", tops, terms.reduce(0) { $0 + $1.denominator })
    mistake("keeps_the_numerators", tops, common)
    mistake("ignores_the_signs", scaled.reduce(0) { $0 + abs($1) }, common)
    mistake(
      "multiplies_the_fractions", terms.reduce(1) { $0 * $1.numerator },
      terms.reduce(1) { $0 * $1.denominator })
    draft.fillWithSlips(&stream)

    return draft.problem(
      self, level: level,
      parameters: [
        "terms": .array(terms.map { .array([.integer($0.sign * $0.numerator), .integer($0.denominator)]) })
      ],
      chinese: ["计算 \(sum)，结果化为最简分数。", "\(sum) 等于多少？请用最简分数表示。"],
      english: ["Calculate \(sum) in lowest terms.", "What is \(sum)? Give a fraction in lowest terms."],
      steps: steps, difficulty: [.init("common_denominator", common), .init("terms", count)], &stream)
  }

  private static func written(_ parts: [(sign: Int, text: String)]) -> String {
    parts.enumerated().map { i, part in
      i == 0 ? part.text : (part.sign > 0 ? " + " : " − ") + part.text
    }.joined()
  }
}
