import JSON
import RandomStreams

/// A measurement in another unit of the same quantity.
struct UnitConversion: ProblemFamily {
  let name = "unit-conversion"

  /// A unit as a multiple of its quantity's base unit.
  private struct Unit {
    let chinese: String
    let symbol: String
    let numerator: Int
    let denominator: Int
  }

  /// Units of one quantity, and the power in which a length enters.
  private static let quantities: [(level: Int, power: Int, units: [Unit])] = [
    (
      1, 1,
      [
        .init(chinese: "厘米", symbol: "cm", numerator: 1, denominator: 100),
        .init(chinese: "米", symbol: "m", numerator: 1, denominator: 1),
        .init(chinese: "千米", symbol: "km", numerator: 1000, denominator: 1),
        .init(chinese: "毫米", symbol: "mm", numerator: 1, denominator: 1000),
      ]
    ),
    (
      1, 1,
      [
        .init(chinese: "克", symbol: "g", numerator: 1, denominator: 1000),
        .init(chinese: "千克", symbol: "kg", numerator: 1, denominator: 1),
        .init(chinese: "吨", symbol: "t", numerator: 1000, denominator: 1),
      ]
    ),
    (
      2, 1,
      [
        .init(chinese: "秒", symbol: "s", numerator: 1, denominator: 1),
        .init(chinese: "分钟", symbol: "min", numerator: 60, denominator: 1),
        .init(chinese: "小时", symbol: "h", numerator: 3600, denominator: 1),
      ]
    ),
    (
      3, 2,
      [
        .init(chinese: "平方厘米", symbol: "cm²", numerator: 1, denominator: 10_000),
        .init(chinese: "平方米", symbol: "m²", numerator: 1, denominator: 1),
        .init(chinese: "公顷", symbol: "ha", numerator: 10_000, denominator: 1),
      ]
    ),
    (
      4, 1,
      [
        .init(chinese: "千米/时", symbol: "km/h", numerator: 5, denominator: 18),
        .init(chinese: "米/秒", symbol: "m/s", numerator: 1, denominator: 1),
      ]
    ),
    (
      5, 3,
      [
        .init(chinese: "立方厘米", symbol: "cm³", numerator: 1, denominator: 1_000_000),
        .init(chinese: "升", symbol: "L", numerator: 1, denominator: 1000),
        .init(chinese: "立方米", symbol: "m³", numerator: 1, denominator: 1),
      ]
    ),
  ]

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let candidates = Self.quantities.filter { $0.level == level }
    guard let quantity = stream.choose(candidates) else { return nil }
    let order = stream.permutation(quantity.units.count)
    let (from, to) = (quantity.units[order[0]], quantity.units[order[1]])
    let tenths = stream.integer(in: 11...[400, 900, 900, 1500, 2500][level - 1])
    guard tenths % 10 != 0 || level < 3,
      let value = Rational(tenths, 10),
      let factor = Rational(from.numerator * to.denominator, from.denominator * to.numerator)
    else { return nil }
    let result = value * factor
    let places = Self.exactPlaces(result)
    // What does not end is asked for with two decimals.
    let shown = places ?? 2
    guard result > (Rational(1, 100) ?? Rational(0)), result < Rational(50_000_000) else { return nil }
    let given = value.decimal(places: tenths % 10 == 0 ? 0 : 1)
    let unit = Bilingual(to.chinese, to.symbol)
    var draft = ProblemDraft(.number(result, .decimal(shown), unit: unit))
    // Each with the decimals that it has.
    func mistake(_ name: String, _ wrong: Rational) {
      draft.mistake(name, .number(wrong, .decimal(Self.exactPlaces(wrong) ?? 2), unit: unit))
    }
    mistake("divides_instead_of_multiplying", value / factor)
    mistake("loses_a_zero", result / Rational(10))
    mistake("adds_a_zero", result * Rational(10))
    if quantity.power > 1 {
      mistake("converts_the_side_only", factor > Rational(1) ? value * Rational(100) : value / Rational(100))
    }
    mistake("takes_100_for_60", factor > Rational(1) ? value * Rational(100) : value / Rational(100))

    let answer = draft.answer
    let rounding = places == nil
    let relation =
      factor < Rational(1)
      ? Bilingual(
        "1 \(to.chinese) = \((Rational(1) / factor).text) \(from.chinese)",
        "1 \(to.symbol) = \((Rational(1) / factor).text) \(from.symbol)")
      : Bilingual(
        "1 \(from.chinese) = \(factor.text) \(to.chinese)", "1 \(from.symbol) = \(factor.text) \(to.symbol)")
    return draft.problem(
      self, level: level,
      parameters: [
        "tenths": .integer(tenths), "from": .string(from.symbol), "to": .string(to.symbol),
        "places": .integer(shown),
      ],
      chinese: [
        "\(given) \(from.chinese)等于多少\(to.chinese)？\(rounding ? "保留 \(shown) 位小数。" : "")",
        "把 \(given) \(from.chinese)换算成\(to.chinese)\(rounding ? "，保留 \(shown) 位小数" : "")。",
      ],
      english: [
        "How many \(to.symbol) are \(given) \(from.symbol)?\(rounding ? " Round to \(shown) decimals." : "")",
        "Convert \(given) \(from.symbol) to \(to.symbol)\(rounding ? ", rounded to \(shown) decimals" : "").",
      ],
      steps: [
        Problem.Step(relation.chinese, relation.english + ".", factor.text),
        Problem.Step(
          "\(given) × \(factor.text) = \(answer.text(in: .chinese))",
          "\(given) × \(factor.text) = \(answer.text(in: .english)).",
          answer.canonical),
      ],
      difficulty: [.init("quantity", level), .init("digits", String(tenths).utf8.count)], &stream)
  }

  /// The least number of decimals that writes a value exactly, at most 7.
  private static func exactPlaces(_ value: Rational) -> Int? {
    var (rest, places) = (value.denominator, 0)
    while places < 8, rest > 1 {
      // One decimal more takes a 2 and a 5 out of the denominator.
      let divisor = rest % 10 == 0 ? 10 : rest % 5 == 0 ? 5 : rest % 2 == 0 ? 2 : 0
      guard divisor > 0 else { return nil }
      rest /= divisor
      places += 1
    }
    return places < 8 ? places : nil
  }
}
