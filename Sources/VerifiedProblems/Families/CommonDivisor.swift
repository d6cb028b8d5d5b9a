import JSON
import RandomStreams

/// Greatest common divisor or least common multiple.
struct CommonDivisor: ProblemFamily {
  let name = "common-divisor"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let count = level >= 4 ? 3 : 2
    let wantsMultiple = stream.bool()
    let shared = stream.integer(in: 2...[6, 9, 12, 9, 14][level - 1])
    let top = [6, 9, 13, 8, 11][level - 1]
    let numbers = (0..<count).map { _ in shared * stream.integer(in: 2...top) }
    guard Set(numbers).count == count else { return nil }
    let divisor = numbers.reduce(0) { Int(Rational.gcd(UInt($0), UInt($1))) }
    var multiple = 1
    for n in numbers { multiple = multiple / Int(Rational.gcd(UInt(multiple), UInt(n))) * n }
    guard !numbers.contains(divisor) || wantsMultiple, multiple < 20_000 else { return nil }
    let value = wantsMultiple ? multiple : divisor
    var draft = ProblemDraft(.integer(value))
    draft.mistake("takes_the_other_of_the_two", wantsMultiple ? divisor : multiple)
    draft.mistake("multiplies_all", numbers.reduce(1, *))
    draft.mistake(
      wantsMultiple ? "looks_at_two_numbers_only" : "stops_at_the_first_common_factor",
      wantsMultiple ? numbers[0] * numbers[1] / divisor : (2...numbers[0]).first { divisor % $0 == 0 } ?? 1)
    draft.mistake("misses_a_factor", wantsMultiple ? value * 2 : value * 2)
    draft.mistake("takes_the_smallest_difference", abs(numbers[0] - numbers[1]))
    draft.fillWithSlips(&stream)

    var steps = [
      Problem.Step(
        "辗转相除：\(numbers[0]) 与 \(numbers[1]) 的最大公约数是 \(Rational.gcd(UInt(numbers[0]), UInt(numbers[1])))",
        "By Euclid, the greatest common divisor of \(numbers[0]) and \(numbers[1]) is \(Rational.gcd(UInt(numbers[0]), UInt(numbers[1]))).",
        String(Rational.gcd(UInt(numbers[0]), UInt(numbers[1]))))
    ]
    if wantsMultiple {
      var running = numbers[0]
      for n in numbers.dropFirst() {
        let next = running / Int(Rational.gcd(UInt(running), UInt(n))) * n
        steps.append(
          Problem.Step(
            "\(running) 与 \(n) 的最小公倍数是 \(next)",
            "The least common multiple of \(running) and \(n) is \(next).",
            String(next)))
        running = next
      }
    } else if count == 3 {
      steps.append(
        Problem.Step(
          "再与 \(numbers[2]) 求，得 \(divisor)", "With \(numbers[2]) as well it is \(divisor).", String(divisor)))
    }
    let zh = numbers.map { Bilingual(both: String($0)) }.listed(.chinese)
    let en = numbers.map { Bilingual(both: String($0)) }.listed(.english)
    let what =
      wantsMultiple
      ? Bilingual("最小公倍数", "least common multiple") : Bilingual("最大公约数", "greatest common divisor")
    return draft.problem(
      self, level: level,
      parameters: ["numbers": .array(numbers.map { .integer($0) }), "multiple": .boolean(wantsMultiple)],
      chinese: ["求 \(zh) 的\(what.chinese)。", "\(zh) 的\(what.chinese)是多少？"],
      english: ["Find the \(what.english) of \(en).", "What is the \(what.english) of \(en)?"],
      steps: steps, difficulty: [.init("work", count * 20 + shared + top), .init("numbers", count)], &stream)
  }
}
