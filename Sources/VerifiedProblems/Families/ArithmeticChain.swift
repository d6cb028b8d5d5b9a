import JSON
import RandomStreams

/// A chain of sums, differences and products without brackets: precedence decides.
struct ArithmeticChain: ProblemFamily {
  let name = "arithmetic-chain"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let operations = level + 1
    let top = [12, 20, 30, 50, 80][level - 1]
    var numbers = [stream.integer(in: 2...top)]
    var signs: [Character] = []
    for _ in 0..<operations {
      let sign: Character = stream.choose(["+", "−", "×"]) ?? "+"
      signs.append(sign)
      numbers.append(stream.integer(in: 2...(sign == "×" ? min(top, 12) : top)))
    }
    guard signs.contains("×"), signs.contains(where: { $0 != "×" }) else { return nil }
    // A product of three factors is tedious, not hard.
    guard !zip(signs, signs.dropFirst()).contains(where: { $0 == "×" && $1 == "×" }) else { return nil }

    var steps: [Problem.Step] = []
    var terms = [(sign: 1, value: numbers[0])]
    for (i, sign) in signs.enumerated() {
      let number = numbers[i + 1]
      if sign == "×" {
        let product = terms[terms.count - 1].value * number
        steps.append(
          Problem.Step(
            "先算乘法：\(terms[terms.count - 1].value) × \(number) = \(product)",
            "Multiply first: \(terms[terms.count - 1].value) × \(number) = \(product).", String(product)))
        terms[terms.count - 1].value = product
      } else {
        terms.append((sign == "+" ? 1 : -1, number))
      }
    }
    var total = terms[0].value
    for term in terms.dropFirst() {
      let next = total + term.sign * term.value
      let sign = term.sign > 0 ? "+" : "−"
      let left = total < 0 ? "(\(Self.written(total)))" : String(total)
      let line = "\(left) \(sign) \(term.value) = \(Self.written(next))"
      steps.append(Problem.Step("从左到右：\(line)", "From left to right: \(line).", String(next)))
      total = next
    }
    guard (0...5_000).contains(total) else { return nil }

    var draft = ProblemDraft(.integer(total))
    // Strictly from left to right.
    var straight = numbers[0]
    for (i, sign) in signs.enumerated() {
      let n = numbers[i + 1]
      straight = sign == "+" ? straight + n : sign == "−" ? straight - n : straight * n
    }
    draft.mistake("ignores_precedence", straight)
    if let minus = terms.dropFirst().firstIndex(where: { $0.sign < 0 }) {
      draft.mistake("adds_instead_of_subtracting", total + 2 * terms[minus].value)
    }
    draft.mistake("drops_the_last_number", total - terms[terms.count - 1].sign * terms[terms.count - 1].value)
    draft.fillWithSlips(&stream)

    let expression = String(numbers[0]) + zip(signs, numbers.dropFirst()).map { " \($0) \($1)" }.joined()
    return draft.problem(
      self, level: level, parameters: ["expression": .string(expression)],
      chinese: ["计算：\(expression)。", "\(expression) 等于多少？", "求 \(expression) 的值。"],
      english: [
        "Calculate \(expression).", "What is \(expression)?", "Work out the value of \(expression).",
      ],
      steps: steps, difficulty: [.init("operations", operations), .init("largest_number", top)], &stream)
  }

  private static func written(_ value: Int) -> String { value < 0 ? "−\(-value)" : String(value) }
}
