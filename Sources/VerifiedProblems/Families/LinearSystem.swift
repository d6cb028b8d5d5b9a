import JSON
import RandomStreams

/// Two or three unknown prices from as many bills.
struct LinearSystem: ProblemFamily {
  let name = "linear-system"

  private static let goods = [
    Bilingual("支钢笔", "pens"), Bilingual("本笔记本", "notebooks"), Bilingual("个书包", "bags"),
    Bilingual("盒彩笔", "boxes of crayons"), Bilingual("把尺子", "rulers"), Bilingual("块橡皮", "erasers"),
  ]
  private static let singles = [
    Bilingual("一支钢笔", "a pen"), Bilingual("一本笔记本", "a notebook"), Bilingual("一个书包", "a bag"),
    Bilingual("一盒彩笔", "a box of crayons"), Bilingual("一把尺子", "a ruler"), Bilingual("一块橡皮", "an eraser"),
  ]

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let n = level >= 4 ? 3 : 2
    let top = [3, 5, 8, 4, 7][level - 1]
    let kinds = Array(stream.permutation(Self.goods.count).prefix(n))
    let prices = (0..<n).map { _ in stream.integer(in: 2...[9, 15, 30, 20, 40][level - 1]) }
    let rows = (0..<n).map { _ in (0..<n).map { _ in stream.integer(in: 2...top) } }
    guard Set(prices).count == n, Self.determinant(rows) != 0 else { return nil }
    let totals = rows.map { row in zip(row, prices).reduce(0) { $0 + $1.0 * $1.1 } }
    let unit = Bilingual("元", "yuan")
    var draft = ProblemDraft(.integer(prices[0], unit: unit))
    draft.mistake("solves_for_another_unknown", prices[1])
    draft.mistake("gives_the_sum", prices.reduce(0, +))
    draft.mistake("ignores_the_other_goods", totals[0] / rows[0][0])
    draft.mistake("divides_evenly", totals[0] / rows[0].reduce(0, +))
    draft.fillWithSlips(&stream)

    func bill(_ row: Int, _ language: ProblemLanguage) -> String {
      let parts = kinds.indices.map { i in
        let word = Self.goods[kinds[i]]
        return Bilingual("\(rows[row][i]) \(word.chinese)", "\(rows[row][i]) \(word.english)")
      }
      return parts.listed(language)
    }
    let zhBills = (0..<n).map { "买 \(bill($0, .chinese))共花 \(totals[$0]) 元" }.joined(separator: "；")
    let enBills = (0..<n).map { "\(bill($0, .english)) cost \(totals[$0]) yuan" }.joined(separator: "; ")
    let wanted = Self.singles[kinds[0]]

    var steps: [Problem.Step] = []
    let names = ["x", "y", "z"]
    let equations = (0..<n).map { r in
      (0..<n).map { "\(rows[r][$0])\(names[$0])" }.joined(separator: " + ") + " = \(totals[r])"
    }
    let system = equations.joined(separator: "；")
    let unknowns = names.prefix(n).joined(separator: ", ")
    steps.append(
      Problem.Step(
        "设单价依次为 \(unknowns)：\(system)",
        "With prices \(unknowns): \(equations.joined(separator: "; ")).", system.replacing("；", with: "; ")))
    let base = Self.determinant(rows)
    let first = Self.determinant((0..<n).map { [totals[$0]] + rows[$0].dropFirst() })
    steps.append(
      Problem.Step("系数行列式为 \(base)", "The determinant of the coefficients is \(base).", String(base)))
    steps.append(
      Problem.Step(
        "x = \(first) ÷ \(base) = \(prices[0])", "x = \(first) ÷ \(base) = \(prices[0]).", String(prices[0])))
    return draft.problem(
      self, level: level,
      parameters: [
        "rows": .array(rows.map { .array($0.map { .integer($0) }) }),
        "totals": .array(totals.map { .integer($0) }),
      ],
      chinese: ["\(zhBills)。\(wanted.chinese)多少元？", "文具店里，\(zhBills)。请问\(wanted.chinese)的单价是多少元？"],
      english: [
        "\(Self.capital(enBills)). How many yuan does \(wanted.english) cost?",
        "In a shop, \(enBills). What is the price of \(wanted.english) in yuan?",
      ],
      steps: steps,
      difficulty: [.init("work", n * 10 + top), .init("unknowns", n), .init("largest_coefficient", top)],
      &stream)
  }

  static func determinant(_ m: [[Int]]) -> Int {
    m.count == 2
      ? m[0][0] * m[1][1] - m[0][1] * m[1][0]
      : m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
  }

  private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
