import JSON
import RandomStreams

/// A price that rises and falls by percentages, one after the other.
struct PercentageChange: ProblemFamily {
  let name = "percentage-change"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let count = level
    let price = stream.integer(in: 4...[20, 30, 60, 90, 120][level - 1]) * 10
    var changes: [Int] = []
    for _ in 0..<count {
      let percent = stream.integer(in: 1...8) * 5
      changes.append(stream.bool() ? percent : -percent)
    }
    func after(_ changes: [Int]) -> Rational {
      changes.reduce(Rational(price)) { $0 * (Rational(100 + $1, 100) ?? Rational(1)) }
    }
    let value = after(changes)
    // Money has two decimals; what rounds hides a slip.
    guard value.decimal(places: 6).hasSuffix("0000") else { return nil }
    let unit = Bilingual("元", "yuan")
    var draft = ProblemDraft(.number(value, .decimal(2), unit: unit))
    draft.mistake(
      "adds_the_percentages", Rational(price) * (Rational(100 + changes.reduce(0, +), 100) ?? Rational(1)))
    draft.mistake("exchanges_rise_and_fall", after(changes.map { -$0 }))
    draft.mistake("forgets_the_last_change", after(changes.dropLast()))
    draft.mistake("takes_percent_for_money", Rational(price + changes.reduce(0, +)))
    draft.mistake("gives_the_difference", (value - Rational(price)).magnitude)
    draft.fillWithSlips(&stream)

    let zh = changes.map { $0 > 0 ? "涨价 \($0)%" : "降价 \(-$0)%" }
    let en = changes.map { $0 > 0 ? "rises by \($0)%" : "falls by \(-$0)%" }
    let zhStory = count == 1 ? zh[0] : "先" + zh.joined(separator: "，再")
    let enStory = en.joined(separator: ", then ")
    var steps: [Problem.Step] = []
    for i in 0..<count {
      let (before, now) = (after(Array(changes.prefix(i))), after(Array(changes.prefix(i + 1))))
      let line = "\(Self.money(before)) × \(100 + changes[i])% = \(Self.money(now))"
      let isLast = i == count - 1
      steps.append(
        Problem.Step(
          zh[i] + "：" + line, "It \(en[i]): \(line).", isLast ? draft.answer.canonical : Self.money(now)))
    }
    return draft.problem(
      self, level: level,
      parameters: ["price": .integer(price), "changes": .array(changes.map { .integer($0) })],
      chinese: [
        "一件商品原价 \(price) 元，\(zhStory)，现价是多少元？", "某商品标价 \(price) 元，\(zhStory)后卖多少元？",
      ],
      english: [
        "The price of an article is \(price) yuan. It \(enStory). What is the price now, in yuan?",
        "Something costs \(price) yuan; its price \(enStory). How many yuan does it cost in the end?",
      ],
      steps: steps, difficulty: [.init("changes", count), .init("price", price)], &stream)
  }

  /// As many decimals as there are.
  private static func money(_ value: Rational) -> String {
    for places in 0...8 where value.decimal(places: places + 4).hasSuffix("0000") {
      return value.decimal(places: places)
    }
    return value.decimal(places: 8)
  }
}
