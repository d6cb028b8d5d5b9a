import JSON
import RandomStreams

/// Union, intersection and difference of sets of numbers.
struct SetOperation: ProblemFamily {
  let name = "set-operation"

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let size = [4, 5, 5, 6, 7][level - 1]
    let count = level >= 3 ? 3 : 2
    let top = [10, 12, 15, 18, 20][level - 1]
    var sets: [[Int]] = []
    for _ in 0..<count { sets.append(stream.permutation(top).prefix(size).map { $0 + 1 }.sorted()) }
    let signs = ["∪", "∩", "∖"]
    let chosen = (1..<count).map { _ in signs[stream.integer(in: 0..<3)] }
    func apply(_ sign: String, _ a: [Int], _ b: [Int]) -> [Int] {
      switch sign {
      case "∪": Array(Set(a + b)).sorted()
      case "∩": a.filter { b.contains($0) }
      default: a.filter { !b.contains($0) }
      }
    }
    func run(_ signs: [String], _ sets: [[Int]]) -> [Int] {
      zip(signs, sets.dropFirst()).reduce(sets[0]) { apply($1.0, $0, $1.1) }
    }
    let result = run(chosen, sets)
    guard result.count >= 1, result.count < top else { return nil }
    func answer(_ items: [Int]) -> Answer {
      .words(items.map { Bilingual(both: String($0)) }, ordered: false)
    }
    var draft = ProblemDraft(answer(result))
    for (name, other) in [
      ("takes_union_for_intersection", "∪"), ("takes_intersection_for_union", "∩"),
      ("takes_the_difference", "∖"),
    ] {
      draft.mistake(name, answer(run([other] + chosen.dropFirst(), sets)))
    }
    draft.mistake("exchanges_the_sets", answer(run(chosen, [sets[1], sets[0]] + sets.dropFirst(2))))
    draft.mistake("stops_half-way", answer(run([chosen[0]], sets)))
    draft.mistake("misses_an_element", answer(Array(result.dropLast())))
    if let extra = sets[0].first(where: { !result.contains($0) })
      ?? sets[1].first(where: { !result.contains($0) })
    {
      draft.mistake("adds_an_element", answer((result + [extra]).sorted()))
    }
    let names = ["A", "B", "C"]
    func braces(_ items: [Int]) -> String { "{" + items.map(String.init).joined(separator: ", ") + "}" }
    let given = zip(names, sets).map { "\($0) = \(braces($1))" }
    var expression = "A \(chosen[0]) B"
    if count == 3 { expression = "(\(expression)) \(chosen[1]) C" }
    var steps: [Problem.Step] = []
    var running = sets[0]
    var label = "A"
    for (i, sign) in chosen.enumerated() {
      running = apply(sign, running, sets[i + 1])
      label = i == 0 ? "A \(sign) B" : "(\(label)) \(sign) C"
      let value = running.map(String.init).sorted().joined(separator: ",")
      steps.append(Problem.Step("\(label) = \(braces(running))", "\(label) = \(braces(running)).", value))
    }
    return draft.problem(
      self, level: level,
      parameters: [
        "sets": .array(sets.map { .array($0.map { .integer($0) }) }),
        "signs": .array(chosen.map { .string($0) }),
      ],
      chinese: [
        "已知 \(given.joined(separator: "，"))。求 \(expression)。",
        "设集合 \(given.joined(separator: "，"))，则 \(expression) 有哪些元素？",
      ],
      english: [
        "Let \(given.joined(separator: ", ")). Find \(expression).",
        "Given \(given.joined(separator: ", ")), which elements has \(expression)?",
      ],
      steps: steps, difficulty: [.init("elements", size * count), .init("operations", count - 1)], &stream)
  }
}
