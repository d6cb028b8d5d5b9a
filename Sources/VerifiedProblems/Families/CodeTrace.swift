import JSON
import RandomStreams

/// What a small Python program prints.
struct CodeTrace: ProblemFamily {
  let name = "code-trace"

  private enum Operator: String {
    case add = "+", subtract = "-", multiply = "*"
    func apply(_ a: Int, _ b: Int) -> Int {
      switch self {
      case .add: a + b
      case .subtract: a - b
      case .multiply: a * b
      }
    }
  }

  /// `x = x op operand`, where the operand may be the loop's variable.
  private struct Update {
    let operation: Operator
    let constant: Int?
    func value(_ x: Int, _ i: Int) -> Int { operation.apply(x, constant ?? i) }
    var source: String { "x = x \(operation.rawValue) \(constant.map(String.init) ?? "i")" }
  }

  private struct Program {
    var start: Int
    var from: Int
    var to: Int
    var step: Int
    var body: [Update]
    /// The update of the branch, and the remainder modulo `modulus` for which it runs.
    var branch: (modulus: Int, rest: Int, update: Update, otherwise: Update?)?
    /// Stops the loop when x is greater.
    var limit: Int?

    var source: String {
      var lines = ["x = \(start)", "for i in range(\(from), \(to)\(step == 1 ? "" : ", \(step)")):"]
      for update in body { lines.append("    " + update.source) }
      if let branch {
        lines.append("    if i % \(branch.modulus) == \(branch.rest):")
        lines.append("        " + branch.update.source)
        if let otherwise = branch.otherwise {
          lines.append("    else:")
          lines.append("        " + otherwise.source)
        }
      }
      if let limit {
        lines.append("    if x > \(limit):")
        lines.append("        break")
      }
      lines.append("print(x)")
      return lines.joined(separator: "\n")
    }

    /// The value of x after each turn of the loop.
    func trace(through extra: Int = 0) -> [(i: Int, x: Int)] {
      var x = start
      var out: [(i: Int, x: Int)] = []
      var i = from
      while i < to + extra, out.count < 40 {
        for update in body { x = update.value(x, i) }
        if let branch {
          if i % branch.modulus == branch.rest {
            x = branch.update.value(x, i)
          } else if let otherwise = branch.otherwise {
            x = otherwise.value(x, i)
          }
        }
        out.append((i, x))
        if let limit, x > limit { break }
        i += step
      }
      return out
    }
  }

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    func update(_ allowsProduct: Bool) -> Update {
      let operation: Operator =
        stream.choose(allowsProduct ? [.add, .subtract, .multiply] : [.add, .add, .subtract]) ?? .add
      let constant = operation == .multiply ? 2 : stream.bool() ? stream.integer(in: 1...9) : nil
      return Update(operation: operation, constant: constant)
    }
    let from = stream.integer(in: 0...3)
    let turns = [2...3, 3...4, 4...5, 5...6, 6...8][level - 1]
    let step = level >= 4 ? stream.integer(in: 1...3) : 1
    var program = Program(
      start: stream.integer(in: 0...9), from: from, to: from + step * stream.integer(in: turns), step: step,
      body: [update(level == 2)])
    if level >= 3 {
      let modulus = stream.integer(in: 2...3)
      program.branch = (
        modulus, stream.integer(in: 0..<modulus), update(true), level >= 4 ? update(false) : nil
      )
    }
    if level == 5 { program.limit = stream.integer(in: 20...90) }
    let trace = program.trace()
    guard let result = trace.last?.x, abs(result) < 3_000, trace.count >= 2, Set(trace.map(\.x)).count > 1
    else { return nil }
    var draft = ProblemDraft(.integer(result))
    // One more turn, as if the end belonged to the range.
    if let more = program.trace(through: 1).last?.x { draft.mistake("includes_the_end_of_the_range", more) }
    draft.mistake("stops_one_turn_early", trace[trace.count - 2].x)
    var other = program
    if program.branch != nil {
      other.branch = nil
      if let x = other.trace().last?.x { draft.mistake("ignores_the_condition", x) }
    }
    other = program
    other.start = 0
    if let x = other.trace().last?.x { draft.mistake("forgets_the_first_value", x) }
    other = program
    other.from += 1
    other.to += 1
    if let x = other.trace().last?.x { draft.mistake("begins_one_too_late", x) }
    draft.fillWithSlips(&stream)

    let source = program.source
    let steps = trace.map { turn in
      Problem.Step("i = \(turn.i) 之后，x = \(turn.x)", "After i = \(turn.i), x = \(turn.x).", String(turn.x))
    }
    return draft.problem(
      self, level: level, parameters: ["code": .string(source)],
      chinese: ["下面的 Python 程序输出什么？\n\n\(source)", "阅读程序，写出它的输出：\n\n\(source)"],
      english: [
        "What does this Python program print?\n\n\(source)",
        "Read the program and give its output:\n\n\(source)",
      ],
      steps: steps,
      difficulty: [.init("turns", trace.count), .init("lines", source.split(separator: "\n").count)], &stream)
  }
}
