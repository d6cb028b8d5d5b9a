import JSON
import RandomStreams

/// Who came in at which place, from clues that leave one order.
struct OrderingPuzzle: ProblemFamily {
  let name = "ordering-puzzle"

  private enum Clue {
    /// The first came in before the second.
    case before(Int, Int)
    /// The first came in right before the second.
    case next(Int, Int)
    /// Not at that place (from 0).
    case notAt(Int, Int)
    /// So many came in between the two.
    case between(Int, Int, Int)

    func holds(_ place: [Int]) -> Bool {
      switch self {
      case .before(let a, let b): place[a] < place[b]
      case .next(let a, let b): place[a] + 1 == place[b]
      case .notAt(let a, let p): place[a] != p
      case .between(let a, let b, let n): abs(place[a] - place[b]) - 1 == n
      }
    }

    var json: JSONValue {
      switch self {
      case .before(let a, let b): ["before", .integer(a), .integer(b)]
      case .next(let a, let b): ["next", .integer(a), .integer(b)]
      case .notAt(let a, let p): ["not_at", .integer(a), .integer(p + 1)]
      case .between(let a, let b, let n): ["between", .integer(a), .integer(b), .integer(n)]
      }
    }

    func text(_ people: [Bilingual]) -> Bilingual {
      switch self {
      case .before(let a, let b):
        Bilingual(
          "\(people[a].chinese)比\(people[b].chinese)先到",
          "\(people[a].english) arrived before \(people[b].english)")
      case .next(let a, let b):
        Bilingual(
          "\(people[b].chinese)紧跟在\(people[a].chinese)后面到",
          "\(people[b].english) arrived right after \(people[a].english)")
      case .notAt(let a, let p):
        Bilingual("\(people[a].chinese)不是第 \(p + 1) 个到", "\(people[a].english) was not number \(p + 1)")
      case .between(let a, let b, let n):
        Bilingual(
          "\(people[a].chinese)和\(people[b].chinese)之间恰好隔着 \(n) 个人",
          "exactly \(n) \(n == 1 ? "person" : "people") arrived between \(people[a].english) and \(people[b].english)"
        )
      }
    }
  }

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let n = [3, 4, 4, 5, 6][level - 1]
    let people = Cast.some(n, &stream)
    let place = stream.permutation(n)
    var all: [Clue] = []
    for a in 0..<n {
      for b in 0..<n where a != b {
        if place[a] < place[b], level <= 3 || stream.bool(probability: 0.5) { all.append(.before(a, b)) }
        if place[a] + 1 == place[b] { all.append(.next(a, b)) }
        let gap = abs(place[a] - place[b]) - 1
        if a < b, gap > 0 { all.append(.between(a, b, gap)) }
      }
      let other = (place[a] + 1 + stream.integer(in: 0..<(n - 1))) % n
      all.append(.notAt(a, other))
    }
    stream.shuffle(&all)
    let orders = Permutations.of(n)
    func solutions(_ clues: [Clue]) -> Int { orders.count { order in clues.allSatisfy { $0.holds(order) } } }
    var clues: [Clue] = []
    for clue in all {
      clues.append(clue)
      if solutions(clues) == 1 { break }
    }
    // Drop what the others say already.
    for i in clues.indices.reversed() {
      var fewer = clues
      fewer.remove(at: i)
      if solutions(fewer) == 1 { clues = fewer }
    }
    guard solutions(clues) == 1, clues.count >= n - 1 else { return nil }
    let asked = stream.integer(in: 0..<n)
    guard let who = place.firstIndex(of: asked) else { return nil }

    var draft = ProblemDraft(.word(people[who]))
    if let reversed = place.firstIndex(of: n - 1 - asked) {
      draft.mistake("counts_from_the_end", .word(people[reversed]))
    }
    if let later = place.firstIndex(of: asked + 1) { draft.mistake("is_off_by_one", .word(people[later])) }
    if let earlier = place.firstIndex(of: asked - 1) {
      draft.mistake("is_off_by_one", .word(people[earlier]))
    }
    draft.fill("other_person", from: people.map { .word($0) }, &stream)
    // Three people give two wrong ones; the last option is nobody of the party.
    draft.fill(
      "nobody_of_the_party", from: Cast.people.filter { !people.contains($0) }.map { .word($0) }, &stream)

    let order = (0..<n).compactMap { p in place.firstIndex(of: p).map { people[$0] } }
    let zhClues = clues.map { $0.text(people).chinese }.joined(separator: "；")
    let enClues = clues.map { $0.text(people).english }.joined(separator: "; ")
    var left = orders
    var steps: [Problem.Step] = []
    for clue in clues {
      left = left.filter { clue.holds($0) }
      let text = clue.text(people)
      steps.append(
        Problem.Step(
          "由“\(text.chinese)”，还剩 \(left.count) 种可能", "With “\(text.english)”, orders left: \(left.count).",
          String(left.count)))
    }
    steps.append(
      Problem.Step(
        "顺序为\(order.map(\.chinese).joined(separator: "、"))，第 \(asked + 1) 个是\(people[who].chinese)",
        "The order is \(order.map(\.english).joined(separator: ", ")); number \(asked + 1) is \(people[who].english).",
        people[who].english))
    return draft.problem(
      self, level: level,
      parameters: [
        "people": .array(people.map { .string($0.english) }), "clues": .array(clues.map(\.json)),
        "asked": .integer(asked + 1),
      ],
      chinese: [
        "\(people.listed(.chinese))先后到达，没有人同时到。\(zhClues)。第 \(asked + 1) 个到的是谁？",
        "\(people.listed(.chinese))一个接一个地到了。已知：\(zhClues)。请问谁是第 \(asked + 1) 个到的？",
      ],
      english: [
        "\(people.listed(.english)) arrived one after another. \(Self.sentence(enClues)). Who was number \(asked + 1) to arrive?",
        "No two of \(people.listed(.english)) arrived at once. We know: \(enClues). Who arrived as number \(asked + 1)?",
      ],
      steps: steps, difficulty: [.init("people", n * 10 + level), .init("clues", clues.count)], &stream)
  }

  static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
