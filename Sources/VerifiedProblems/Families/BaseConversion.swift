import JSON
import RandomStreams

/// A whole number in another base.
struct BaseConversion: ProblemFamily {
  let name = "base-conversion"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let pairs = [
      [(2, 10), (10, 2)], [(2, 10), (10, 2)], [(8, 10), (10, 16), (16, 10), (10, 8)],
      [(2, 16), (16, 2), (2, 8)], [(3, 10), (10, 7), (5, 2), (16, 3), (7, 8)],
    ]
    guard let (from, to) = stream.choose(pairs[level - 1]) else { return nil }
    let range = [5...31, 32...127, 64...999, 100...4095, 400...9999][level - 1]
    let value = stream.integer(in: range)
    let given = String(value, radix: from, uppercase: true)
    let result = String(value, radix: to, uppercase: true)
    guard result != given, result.utf8.count > 1 else { return nil }
    var draft = ProblemDraft(.text(result))
    func mistake(_ name: String, _ text: String) { if text.first != "0" { draft.mistake(name, .text(text)) } }
    mistake("reads_the_remainders_from_the_top", String(result.reversed()))
    mistake("is_off_by_one", String(value + 1, radix: to, uppercase: true))
    mistake("is_off_by_one", String(value - 1, radix: to, uppercase: true))
    mistake("loses_a_place", String(value / to, radix: to, uppercase: true))
    mistake("misses_a_power", String(value + from, radix: to, uppercase: true))
    mistake("takes_a_neighbouring_base", String(value, radix: to + 1, uppercase: true))
    let work = from != 10 && to != 10 ? 2 : 1
    var steps: [Problem.Step] = []
    if from != 10 {
      let digits = Array(given)
      let expanded = digits.enumerated().map { i, digit in
        "\(Int(String(digit), radix: from) ?? 0)×\(from)^\(digits.count - 1 - i)"
      }.joined(separator: " + ")
      steps.append(
        Problem.Step("按权展开：\(expanded) = \(value)", "By place values: \(expanded) = \(value).", String(value))
      )
    }
    if to != 10 {
      var rest = value
      var remainders: [String] = []
      while rest > 0 {
        remainders.append(String(rest % to, radix: to, uppercase: true))
        rest /= to
      }
      let list = remainders.joined(separator: ", ")
      steps.append(
        Problem.Step("不断除以 \(to)，余数依次为 \(list)", "Dividing by \(to) over and over leaves \(list).", list))
      steps.append(Problem.Step("倒序排列得 \(result)", "Read backwards: \(result).", result))
    }
    return draft.problem(
      self, level: level,
      parameters: ["digits": .string(given), "from": .integer(from), "to": .integer(to)],
      chinese: [
        "把\(Self.name(from))数 \(given) 写成\(Self.name(to))数。",
        "\(Self.name(from))的 \(given) 用\(Self.name(to))怎么表示？",
      ],
      english: [
        "Write the base-\(from) number \(given) in base \(to).",
        "What is \(given) in base \(from), written in base \(to)?",
      ],
      steps: steps,
      difficulty: [.init("value", value), .init("conversions", work)],
      &stream)
  }

  /// 二进制, 十六进制, ….
  private static func name(_ base: Int) -> String {
    let numerals = [2: "二", 3: "三", 5: "五", 7: "七", 8: "八", 10: "十", 16: "十六"]
    return (numerals[base] ?? String(base)) + "进制"
  }
}
