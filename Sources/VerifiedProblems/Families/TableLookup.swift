import JSON
import RandomStreams

/// A sum, mean, maximum or count over the rows of a table that meet a condition.
struct TableLookup: ProblemFamily {
  let name = "table-lookup"

  private struct Row {
    let person: Bilingual
    let city: Bilingual
    let items: Int
    let amount: Int
  }

  private static let cities = [
    Bilingual("北京", "Beijing"), Bilingual("上海", "Shanghai"), Bilingual("广州", "Guangzhou"),
    Bilingual("成都", "Chengdu"),
  ]

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let count = [4, 5, 6, 8, 10][level - 1]
    let people = Cast.some(count, &stream)
    let rows = people.map { person in
      Row(
        person: person, city: Self.cities[stream.integer(in: 0..<(level <= 2 ? 2 : 4))],
        items: stream.integer(in: 1...9),
        amount: stream.integer(in: 12...240))
    }
    guard let city = stream.choose(rows.map(\.city)) else { return nil }
    let least = stream.integer(in: 2...6)
    let filtersCity = level >= 2
    let filtersItems = level >= 4
    let chosen = rows.filter { (!filtersCity || $0.city == city) && (!filtersItems || $0.items >= least) }
    let task = stream.integer(in: 0..<4)
    guard chosen.count >= 2, chosen.count < rows.count || level == 1 else { return nil }
    let amounts = chosen.map(\.amount)
    let total = amounts.reduce(0, +)
    let everything = rows.reduce(0) { $0 + $1.amount }
    let yuan = Bilingual("元", "yuan")
    var draft: ProblemDraft
    let asked: Bilingual
    switch task {
    case 0:
      draft = ProblemDraft(.integer(total, unit: yuan))
      asked = Bilingual("金额合计是多少元", "what is the total amount in yuan")
    case 1:
      draft = ProblemDraft(.number(Rational(total, chosen.count) ?? Rational(0), .decimal(2), unit: yuan))
      asked = Bilingual("平均金额是多少元（保留 2 位小数）", "what is the mean amount in yuan, to 2 decimals")
      draft.mistake("divides_by_all_rows", Rational(total, rows.count) ?? Rational(0))
      draft.mistake("gives_the_total", Rational(total))
      draft.mistake("averages_all_rows", Rational(everything, rows.count) ?? Rational(0))
    case 2:
      draft = ProblemDraft(.integer(amounts.max() ?? 0, unit: yuan))
      asked = Bilingual("最高的金额是多少元", "what is the highest amount in yuan")
      draft.mistake("takes_the_lowest", amounts.min() ?? 0)
      draft.mistake("ignores_the_condition", rows.map(\.amount).max() ?? 0)
    default:
      let units = chosen.reduce(0) { $0 + $1.items }
      draft = ProblemDraft(.integer(units, unit: Bilingual("件", "items")))
      asked = Bilingual("一共买了多少件", "how many items were bought in all")
      draft.mistake("counts_the_rows", chosen.count)
      draft.mistake("ignores_the_condition", rows.reduce(0) { $0 + $1.items })
    }
    if task < 2 { draft.mistake("ignores_the_condition", everything) }
    if task == 0 {
      draft.mistake("takes_the_other_rows", everything - total)
      draft.mistake("misses_the_last_row", total - (amounts.last ?? 0))
    }
    draft.mistake("reads_the_wrong_column", task == 3 ? total : chosen.reduce(0) { $0 + $1.items })
    draft.fillWithSlips(&stream)

    func table(_ language: ProblemLanguage) -> String {
      let head = language == .chinese ? "| 姓名 | 城市 | 件数 | 金额 |" : "| name | city | items | amount |"
      let lines = rows.map {
        "| \($0.person[language]) | \($0.city[language]) | \($0.items) | \($0.amount) |"
      }
      return ([head, "|---|---|---|---|"] + lines).joined(separator: "\n")
    }
    var zhFilter = filtersCity ? "城市为\(city.chinese)" : "表中全部"
    var enFilter = filtersCity ? "For the rows with city \(city.english)" : "For all rows"
    if filtersItems {
      zhFilter += "且件数不少于 \(least) "
      enFilter += " and at least \(least) items"
    }
    let names = chosen.map(\.person)
    let values = (task == 3 ? chosen.map(\.items) : amounts).map(String.init)
    let answer = draft.answer
    return draft.problem(
      self, level: level,
      parameters: [
        "rows": .array(rows.map { [.string($0.city.english), .integer($0.items), .integer($0.amount)] }),
        "city": filtersCity ? .string(city.english) : .null, "least": filtersItems ? .integer(least) : .null,
        "task": .integer(task),
      ],
      chinese: [
        "\(table(.chinese))\n\n\(zhFilter)\(filtersCity ? "的" : "")记录中，\(asked.chinese)？",
        "根据下表回答：\(zhFilter)\(filtersCity ? "的" : "")记录，\(asked.chinese)？\n\n\(table(.chinese))",
      ],
      english: [
        "\(table(.english))\n\n\(enFilter), \(asked.english)?",
        "Answer from the table. \(enFilter), \(asked.english)?\n\n\(table(.english))",
      ],
      steps: [
        Problem.Step(
          "符合条件的有 \(chosen.count) 行：\(names.listed(.chinese))",
          "Rows that count: \(chosen.count) (\(names.listed(.english))).",
          String(chosen.count)),
        Problem.Step(
          "取数：\(values.joined(separator: "，"))", "Their values: \(values.joined(separator: ", ")).",
          values.joined(separator: ",")),
        Problem.Step(
          "结果是 \(answer.text(in: .chinese))", "The result is \(answer.text(in: .english)).", answer.canonical),
      ],
      difficulty: [
        .init("rows", count), .init("conditions", (filtersCity ? 1 : 0) + (filtersItems ? 1 : 0)),
      ], &stream)
  }
}
