import JSON
import RandomStreams

/// Which switches are on, from conditions that one setting alone meets.
struct BooleanSatisfaction: ProblemFamily {
  let name = "boolean-satisfaction"

  /// Of variable `index`: on, or off when negated.
  private struct Literal: Hashable {
    let index: Int
    let isOn: Bool
    func holds(_ world: Int) -> Bool { (world >> index & 1 == 1) == isOn }
  }

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let n = [3, 3, 4, 4, 5][level - 1]
    let width = level == 1 ? 2 : 3
    let world = stream.integer(in: 1..<(1 << n))
    var clauses: [[Literal]] = []
    var left = Array(0..<(1 << n))
    for _ in 0..<60 where left.count > 1 {
      let chosen = stream.permutation(n).prefix(stream.integer(in: 2...width)).sorted()
      let clause = chosen.map { Literal(index: $0, isOn: stream.bool()) }
      guard clause.contains(where: { $0.holds(world) }) else { continue }
      let fewer = left.filter { w in clause.contains { $0.holds(w) } }
      if fewer.count < left.count {
        clauses.append(clause)
        left = fewer
      }
    }
    for i in clauses.indices.reversed() {
      var fewer = clauses
      fewer.remove(at: i)
      let models = (0..<(1 << n)).count { w in fewer.allSatisfy { $0.contains { $0.holds(w) } } }
      if models == 1 { clauses = fewer }
    }
    guard left == [world] else { return nil }
    let names = ["A", "B", "C", "D", "E"]
    func answer(_ world: Int) -> Answer {
      .words((0..<n).filter { world >> $0 & 1 == 1 }.map { Bilingual(both: names[$0]) }, ordered: false)
    }
    var draft = ProblemDraft(answer(world))
    draft.mistake("names_those_that_are_off", answer(~world & ((1 << n) - 1)))
    // Settings that break as few conditions as possible.
    var others = Array(0..<(1 << n)).filter { $0 != world }
    stream.shuffle(&others)
    others.sort { a, b in
      func broken(_ w: Int) -> Int { clauses.count { clause in !clause.contains { $0.holds(w) } } }
      return broken(a) < broken(b)
    }
    for other in others where draft.distractors.count < 4 {
      draft.mistake("overlooks_a_condition", answer(other))
    }

    func text(_ clause: [Literal], _ language: ProblemLanguage) -> String {
      let parts = clause.map { literal in
        language == .chinese
          ? "\(names[literal.index]) \(literal.isOn ? "开着" : "关着")"
          : "\(names[literal.index]) is \(literal.isOn ? "on" : "off")"
      }
      guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
      return language == .chinese
        ? parts.joined(separator: "，或者 ") : parts.dropLast().joined(separator: ", ") + " or " + last
    }
    let zh = clauses.enumerated().map { "（\($0.offset + 1)）\(text($0.element, .chinese))" }.joined(
      separator: "；")
    let en = clauses.enumerated().map { "(\($0.offset + 1)) \(text($0.element, .english))" }.joined(
      separator: "; ")
    var remaining = Array(0..<(1 << n))
    var steps: [Problem.Step] = []
    for (i, clause) in clauses.enumerated() {
      remaining = remaining.filter { w in clause.contains { $0.holds(w) } }
      steps.append(
        Problem.Step(
          "满足条件（\(i + 1)）后还剩 \(remaining.count) 种状态",
          "Condition (\(i + 1)) leaves so many settings: \(remaining.count).",
          String(remaining.count)))
    }
    let result = draft.answer
    steps.append(
      Problem.Step("开着的是 \(result.text(in: .chinese))", "On: \(result.text(in: .english)).", result.canonical)
    )
    let switches = names.prefix(n).map { Bilingual(both: $0) }
    let zhNames = switches.listed(.chinese)
    let enNames = switches.listed(.english)
    return draft.problem(
      self, level: level,
      parameters: [
        "variables": .integer(n),
        "clauses": .array(
          clauses.map { .array($0.map { .integer($0.isOn ? $0.index + 1 : -$0.index - 1) }) }),
      ],
      chinese: [
        "开关 \(zhNames) 同时满足下列条件：\(zh)。哪些开关开着？", "有开关 \(zhNames)。下面每一条都成立：\(zh)。请写出所有开着的开关。",
      ],
      english: [
        "Switches \(enNames) meet all of these conditions: \(en). Which switches are on?",
        "There are switches \(enNames). Every line holds: \(en). List all switches that are on.",
      ],
      steps: steps,
      difficulty: [.init("settings", (1 << n) + width + level), .init("conditions", clauses.count)], &stream)
  }
}
