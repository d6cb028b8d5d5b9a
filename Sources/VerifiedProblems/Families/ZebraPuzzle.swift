import JSON
import RandomStreams

/// A small zebra puzzle: houses in a row, with who lives there, what animal and what drink; clues that leave one answer.
struct ZebraPuzzle: ProblemFamily {
  let name = "zebra-puzzle"

  private static let animals = [
    Bilingual("猫", "the cat"), Bilingual("狗", "the dog"), Bilingual("鱼", "the fish"),
    Bilingual("鹦鹉", "the parrot"),
  ]
  private static let drinks = [
    Bilingual("茶", "tea"), Bilingual("咖啡", "coffee"), Bilingual("牛奶", "milk"), Bilingual("果汁", "juice"),
  ]

  /// A thing: category (0 people, 1 animals, 2 drinks) and number within.
  private struct Thing {
    let category: Int
    let index: Int
  }

  private enum Clue {
    /// Both belong to one house.
    case together(Thing, Thing)
    /// The first stands right to the left of the second.
    case leftOf(Thing, Thing)
    /// At that house (from 0).
    case at(Thing, Int)

    func holds(_ world: [[Int]]) -> Bool {
      func house(_ t: Thing) -> Int { world[t.category][t.index] }
      switch self {
      case .together(let a, let b): return house(a) == house(b)
      case .leftOf(let a, let b): return house(a) + 1 == house(b)
      case .at(let a, let h): return house(a) == h
      }
    }

    var json: JSONValue {
      func thing(_ t: Thing) -> JSONValue { [.integer(t.category), .integer(t.index)] }
      switch self {
      case .together(let a, let b): return ["together", thing(a), thing(b)]
      case .leftOf(let a, let b): return ["left_of", thing(a), thing(b)]
      case .at(let a, let h): return ["at", thing(a), .integer(h + 1)]
      }
    }
  }

  /// All ways to give houses to the things of every category.
  private static func worlds(houses: Int, categories: Int) -> [[[Int]]] {
    switch (houses, categories) {
    case (3, 2): threeByTwo
    case (3, _): threeByThree
    case (_, 2): fourByTwo
    default: fourByThree
    }
  }

  private static let threeByTwo = made(3, 2)
  private static let threeByThree = made(3, 3)
  private static let fourByTwo = made(4, 2)
  private static let fourByThree = made(4, 3)

  private static func made(_ houses: Int, _ categories: Int) -> [[[Int]]] {
    let orders = Permutations.of(houses)
    var worlds: [[[Int]]] = [[]]
    for _ in 0..<categories { worlds = worlds.flatMap { head in orders.map { head + [$0] } } }
    return worlds
  }

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let n = level <= 3 ? 3 : 4
    let categories = level <= 1 || level == 4 ? 2 : 3
    let people = Cast.some(n, &stream)
    // Where each thing of a category is: house of thing i.
    let world = (0..<categories).map { _ in stream.permutation(n) }
    var all: [Clue] = []
    for category in 0..<categories {
      for index in 0..<n {
        let thing = Thing(category: category, index: index)
        if category > 0 || stream.bool(probability: 0.4) { all.append(.at(thing, world[category][index])) }
        for other in 0..<categories {
          for second in 0..<n {
            let partner = Thing(category: other, index: second)
            if other > category, world[other][second] == world[category][index] {
              all.append(.together(thing, partner))
            }
            if world[category][index] + 1 == world[other][second] { all.append(.leftOf(thing, partner)) }
          }
        }
      }
    }
    stream.shuffle(&all)
    // Statements of place give too much away at the harder levels.
    if level >= 3 {
      all =
        all.filter { if case .at = $0 { false } else { true } }
        + all.filter { if case .at = $0 { true } else { false } }
    }
    let worlds = Self.worlds(houses: n, categories: categories)
    var clues: [Clue] = []
    var left = worlds
    for clue in all {
      let fewer = left.filter { clue.holds($0) }
      if fewer.count < left.count {
        clues.append(clue)
        left = fewer
      }
      if left.count == 1 { break }
    }
    for i in clues.indices.reversed() {
      var fewer = clues
      fewer.remove(at: i)
      // Two are enough to see that it is needed.
      if worlds.lazy.filter({ w in fewer.allSatisfy { $0.holds(w) } }).prefix(2).count == 1 { clues = fewer }
    }
    guard left.count == 1 else { return nil }
    let asked = Thing(category: stream.integer(in: 1..<categories), index: stream.integer(in: 0..<n))
    guard let owner = world[0].firstIndex(of: world[asked.category][asked.index]) else { return nil }
    // A clue that says it outright leaves nothing to solve.
    let isGiven = clues.contains { clue in
      if case .together(let a, let b) = clue {
        return a.category == 0 && b.category == asked.category && b.index == asked.index
      }
      return false
    }
    guard !isGiven else { return nil }

    var draft = ProblemDraft(.word(people[owner]))
    if let right = world[0].firstIndex(of: world[0][owner] + 1) {
      draft.mistake("takes_the_neighbour", .word(people[right]))
    }
    if let left = world[0].firstIndex(of: world[0][owner] - 1) {
      draft.mistake("takes_the_neighbour", .word(people[left]))
    }
    draft.fill("other_person", from: people.map { .word($0) }, &stream)
    draft.fill(
      "nobody_of_the_street", from: Cast.people.filter { !people.contains($0) }.map { .word($0) }, &stream)

    let texts = clues.map { Self.text($0, people) }
    let animals = Array(Self.animals.prefix(n))
    let drinks = Array(Self.drinks.prefix(n))
    let zhLists =
      "养的动物是\(animals.listed(.chinese))" + (categories > 2 ? "，爱喝的是\(drinks.listed(.chinese))" : "")
    let enLists =
      "The pets are \(animals.listed(.english))"
      + (categories > 2 ? "; the favourite drinks are \(drinks.listed(.english))" : "")
    let zhAsk =
      asked.category == 1 ? "谁养\(animals[asked.index].chinese)" : "谁爱喝\(drinks[asked.index].chinese)"
    let enAsk =
      asked.category == 1
      ? "Who keeps \(animals[asked.index].english)" : "Who likes \(drinks[asked.index].english)"
    var remaining = worlds
    var steps: [Problem.Step] = []
    for (clue, text) in zip(clues, texts) {
      remaining = remaining.filter { clue.holds($0) }
      steps.append(
        Problem.Step(
          "由“\(text.chinese)”，还剩 \(remaining.count) 种可能",
          "With “\(text.english)”, cases left: \(remaining.count).",
          String(remaining.count)))
    }
    steps.append(
      Problem.Step(
        "答案是\(people[owner].chinese)", "The answer is \(people[owner].english).", people[owner].english))
    return draft.problem(
      self, level: level,
      parameters: [
        "houses": .integer(n), "categories": .integer(categories),
        "people": .array(people.map { .string($0.english) }),
        "clues": .array(clues.map(\.json)), "asked": [.integer(asked.category), .integer(asked.index)],
      ],
      chinese: [
        "\(n) 座房子从左到右排成一排，\(people.listed(.chinese))各住一座。\(zhLists)，每人各不相同。\(texts.map(\.chinese).joined(separator: "；"))。\(zhAsk)？",
        "\(people.listed(.chinese))住在从左到右的 \(n) 座房子里，一人一座；\(zhLists)，各不重复。线索：\(texts.map(\.chinese).joined(separator: "；"))。请问\(zhAsk)？",
      ],
      english: [
        "\(n) houses stand in a row; \(people.listed(.english)) live in one each. \(enLists), one to each person. \(OrderingPuzzle.sentence(texts.map(\.english).joined(separator: "; "))). \(enAsk)?",
        "In a row of \(n) houses live \(people.listed(.english)), one in each. \(enLists), and no two people share one. Clues: \(texts.map(\.english).joined(separator: "; ")). \(enAsk)?",
      ],
      steps: steps, difficulty: [.init("cases", worlds.count + level), .init("clues", clues.count)], &stream)
  }

  private static func text(_ clue: Clue, _ people: [Bilingual]) -> Bilingual {
    /// Someone, by what is known of them.
    func who(_ t: Thing) -> Bilingual {
      switch t.category {
      case 0: people[t.index]
      case 1: Bilingual("养\(animals[t.index].chinese)的人", "the owner of \(animals[t.index].english)")
      default: Bilingual("爱喝\(drinks[t.index].chinese)的人", "the \(drinks[t.index].english) drinker")
      }
    }
    switch clue {
    case .at(let t, let house):
      return Bilingual(
        "\(who(t).chinese)住在左起第 \(house + 1) 座",
        "\(who(t).english) lives in house number \(house + 1) from the left")
    case .leftOf(let a, let b):
      return Bilingual(
        "\(who(a).chinese)住在\(who(b).chinese)左边紧挨着的房子里",
        "\(who(a).english) lives directly to the left of \(who(b).english)")
    case .together(let a, let b):
      let person = who(a)
      return b.category == 1
        ? Bilingual(
          "\(person.chinese)养\(animals[b.index].chinese)",
          "\(person.english) keeps \(animals[b.index].english)")
        : Bilingual(
          "\(person.chinese)爱喝\(drinks[b.index].chinese)",
          "\(person.english) likes \(drinks[b.index].english)")
    }
  }
}
