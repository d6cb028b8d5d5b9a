import JSON
import RandomStreams

/// Islanders who always tell the truth or always lie.
struct KnightsAndKnaves: ProblemFamily {
  let name = "knights-and-knaves"

  private enum Claim {
    case isKnight(Int), isKnave(Int)
    case same(Int, Int), different(Int, Int)
    /// Exactly so many of all are knights.
    case knights(Int)
    case someKnave

    func holds(_ world: [Bool]) -> Bool {
      switch self {
      case .isKnight(let a): world[a]
      case .isKnave(let a): !world[a]
      case .same(let a, let b): world[a] == world[b]
      case .different(let a, let b): world[a] != world[b]
      case .knights(let n): world.count { $0 } == n
      case .someKnave: world.contains(false)
      }
    }

    var json: JSONValue {
      switch self {
      case .isKnight(let a): ["knight", .integer(a)]
      case .isKnave(let a): ["knave", .integer(a)]
      case .same(let a, let b): ["same", .integer(a), .integer(b)]
      case .different(let a, let b): ["different", .integer(a), .integer(b)]
      case .knights(let n): ["knights", .integer(n)]
      case .someKnave: ["some_knave"]
      }
    }

    /// As its speaker says it.
    func text(_ people: [Bilingual], by speaker: Int) -> Bilingual {
      func who(_ a: Int) -> Bilingual { a == speaker ? Bilingual("我", "I") : people[a] }
      // In English the speaker comes last: Ben and I.
      func pair(_ a: Int, _ b: Int) -> Bilingual {
        let (first, second) = a == speaker ? (b, a) : (a, b)
        return Bilingual(
          "\(who(a).chinese)和\(who(b).chinese)", "\(who(first).english) and \(who(second).english)")
      }
      switch self {
      case .isKnight(let a): return Bilingual("\(people[a].chinese)是骑士", "\(people[a].english) is a knight")
      case .isKnave(let a): return Bilingual("\(people[a].chinese)是骗子", "\(people[a].english) is a knave")
      case .same(let a, let b):
        return Bilingual("\(pair(a, b).chinese)是同一种人", "\(pair(a, b).english) are of the same kind")
      case .different(let a, let b):
        return Bilingual("\(pair(a, b).chinese)不是同一种人", "\(pair(a, b).english) are of different kinds")
      case .knights(let n):
        return Bilingual("我们当中恰好有 \(n) 个骑士", "the number of knights among us is exactly \(n)")
      case .someKnave: return Bilingual("我们当中至少有一个骗子", "at least one of us is a knave")
      }
    }
  }

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let n = [2, 3, 3, 4, 5][level - 1]
    let people = Cast.some(n, &stream)
    let claims = (0..<n).map { speaker -> Claim in
      let others = (0..<n).filter { $0 != speaker }
      let other = stream.choose(others) ?? 0
      switch stream.integer(in: 0..<(level == 1 ? 5 : 6)) {
      case 0: return .isKnave(other)
      case 1: return level >= 3 ? .knights(stream.integer(in: 1..<n)) : .isKnave(other)
      case 2: return .same(speaker, other)
      case 3: return .different(speaker, other)
      case 4: return .someKnave
      default: return others.count > 1 ? .different(others[0], others[1]) : .isKnight(other)
      }
    }
    let worlds = (0..<(1 << n)).map { mask in (0..<n).map { mask >> $0 & 1 == 1 } }
    let models = worlds.filter { world in (0..<n).allSatisfy { claims[$0].holds(world) == world[$0] } }
    guard models.count == 1, let world = models.first else { return nil }
    func answer(_ world: [Bool]) -> Answer {
      .words(people.indices.filter { world[$0] }.map { people[$0] }, ordered: false)
    }
    var draft = ProblemDraft(answer(world))
    draft.mistake("names_the_knaves", answer(world.map { !$0 }))
    draft.mistake("believes_everybody", answer(world.map { _ in true }))
    var others = worlds.filter { $0 != world }
    stream.shuffle(&others)
    // The nearest worlds tempt most.
    others.sort { a, b in zip(a, world).count { $0 != $1 } < zip(b, world).count { $0 != $1 } }
    for other in others where draft.distractors.count < 3 {
      draft.mistake("overlooks_a_contradiction", answer(other))
    }

    let zhSays = people.indices.map { "\(people[$0].chinese)说：“\(claims[$0].text(people, by: $0).chinese)。”" }
      .joined()
    let enSays = people.indices.map { i in
      "\(people[i].english) says: “\(OrderingPuzzle.sentence(claims[i].text(people, by: i).english)).”"
    }.joined(separator: " ")
    var steps: [Problem.Step] = []
    var left = worlds
    for i in 0..<n {
      left = left.filter { claims[i].holds($0) == $0[i] }
      steps.append(
        Problem.Step(
          "\(people[i].chinese)的话真假须与身份一致，还剩 \(left.count) 种可能",
          "What \(people[i].english) says must fit what \(people[i].english) is; cases left: \(left.count).",
          String(left.count)))
    }
    steps.append(
      Problem.Step(
        "骑士：\(draft.answer.text(in: .chinese))", "Knights: \(draft.answer.text(in: .english)).",
        draft.answer.canonical))
    return draft.problem(
      self, level: level,
      parameters: [
        "people": .array(people.map { .string($0.english) }), "claims": .array(claims.map(\.json)),
      ],
      chinese: [
        "岛上的人要么是只说真话的骑士，要么是只说假话的骗子。\(zhSays)谁是骑士？（没有就答“空集”。）",
        "骑士永远说真话，骗子永远说假话。\(zhSays)请找出所有的骑士；如果一个也没有，请答“空集”。",
      ],
      english: [
        "Islanders are knights, who always tell the truth, or knaves, who always lie. \(enSays) Who are the knights? (If there are none, answer “the empty set”.)",
        "Knights always tell the truth and knaves always lie. \(enSays) Name all the knights; if there are none, say “the empty set”.",
      ],
      steps: steps, difficulty: [.init("people", n * 10 + level), .init("cases", 1 << n)], &stream)
  }
}
