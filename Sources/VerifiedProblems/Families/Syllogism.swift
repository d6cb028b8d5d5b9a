import JSON
import RandomStreams

/// The strongest conclusion about two terms from categorical premises, every kind having members.
struct Syllogism: ProblemFamily {
  let name = "syllogism"

  enum Quantifier: String, CaseIterable {
    case all, no
    case someAre = "some"
    case someAreNot = "some_not"
  }

  private static let terms = [
    Bilingual("蓝格", "blickets"), Bilingual("多普", "doppers"), Bilingual("维格", "wugs"),
    Bilingual("托马", "tomas"),
    Bilingual("芬兹", "fenzes"), Bilingual("卢米", "lumis"), Bilingual("格罗", "gorps"), Bilingual("米普", "mips"),
  ]

  /// Regions of the Venn diagram of `count` terms are the numbers below 2^count: bit i says whether inside of term i.
  private struct Diagram {
    let count: Int
    /// Regions that may have members.
    var allowed: [Int]
    /// Each of these lists of regions has a member.
    var inhabited: [[Int]] = []

    init(_ count: Int) {
      self.count = count
      allowed = Array(0..<(1 << count))
      for term in 0..<count { inhabited.append(allowed.filter { $0 >> term & 1 == 1 }) }
    }

    mutating func add(_ quantifier: Quantifier, _ a: Int, _ b: Int) {
      let both = { (r: Int) in r >> a & 1 == 1 && r >> b & 1 == 1 }
      let only = { (r: Int) in r >> a & 1 == 1 && r >> b & 1 == 0 }
      switch quantifier {
      case .all: allowed.removeAll(where: only)
      case .no: allowed.removeAll(where: both)
      case .someAre: inhabited.append((0..<(1 << count)).filter(both))
      case .someAreNot: inhabited.append((0..<(1 << count)).filter(only))
      }
    }

    var isConsistent: Bool { inhabited.allSatisfy { list in list.contains { allowed.contains($0) } } }

    /// It follows when its contradictory fits nowhere.
    func entails(_ quantifier: Quantifier, _ a: Int, _ b: Int) -> Bool {
      var other = self
      let contradictory: [Quantifier: Quantifier] = [
        .all: .someAreNot, .someAreNot: .all, .no: .someAre, .someAre: .no,
      ]
      other.add(contradictory[quantifier] ?? .no, a, b)
      return !other.isConsistent
    }
  }

  func propose(level: Int, _ stream: inout RandomStream) -> Problem? {
    let count = level >= 4 ? 4 : 3
    let words = stream.permutation(Self.terms.count).prefix(count).map { Self.terms[$0] }
    // A chain of terms; each premise links neighbours, either way round at the harder levels.
    var premises: [(Quantifier, Int, Int)] = []
    for i in 0..<(count - 1) {
      let pool: [Quantifier] =
        level == 1 ? [.all, .all, .no] : level <= 3 ? [.all, .no, .someAre] : Quantifier.allCases
      let turned = level >= 2 && stream.bool()
      premises.append((stream.choose(pool) ?? .all, turned ? i + 1 : i, turned ? i : i + 1))
    }
    var diagram = Diagram(count)
    for premise in premises { diagram.add(premise.0, premise.1, premise.2) }
    guard diagram.isConsistent else { return nil }
    let (s, p) = (0, count - 1)
    let following = Quantifier.allCases.filter { diagram.entails($0, s, p) }
    // `all` and `no` imply the particular ones; both particular ones at once have no strongest.
    let strongest: Quantifier? =
      following.contains(.all) ? .all : following.contains(.no) ? .no : following.first
    guard following.contains(.all) || following.contains(.no) || following.count <= 1 else { return nil }
    // Nothing follows from most premises, and all or none from few; keep what makes the answers even.
    guard stream.bool(probability: Self.share(of: strongest, level)) else { return nil }
    func conclusion(_ q: Quantifier?) -> Answer { .word(Self.statement(q, words[s], words[p])) }
    var draft = ProblemDraft(conclusion(strongest))
    if let strongest {
      draft.mistake("sees_no_conclusion", conclusion(nil))
      let weaker: [Quantifier: Quantifier] = [
        .all: .someAre, .no: .someAreNot, .someAre: .someAreNot, .someAreNot: .someAre,
      ]
      let stronger: [Quantifier: Quantifier] = [.someAre: .all, .someAreNot: .no, .all: .no, .no: .all]
      if let q = weaker[strongest] { draft.mistake("weakens_the_conclusion", conclusion(q)) }
      if let q = stronger[strongest] { draft.mistake("strengthens_or_denies", conclusion(q)) }
    } else {
      for q in Quantifier.allCases { draft.mistake("takes_the_mood_of_the_premises", conclusion(q)) }
    }

    let zh = premises.map { Self.statement($0.0, words[$0.1], words[$0.2]).chinese }
    let en = premises.map { Self.statement($0.0, words[$0.1], words[$0.2]).english }
    let (first, last) = (words[s], words[p])
    var steps: [Problem.Step] = []
    var running = Diagram(count)
    for (i, premise) in premises.enumerated() {
      running.add(premise.0, premise.1, premise.2)
      steps.append(
        Problem.Step(
          "由“\(zh[i])”，文氏图中还可能有成员的区域剩 \(running.allowed.count) 个",
          "“\(en[i])” leaves so many regions of the Venn diagram that may have members: \(running.allowed.count).",
          String(running.allowed.count)))
    }
    let result = draft.answer
    steps.append(
      Problem.Step(
        "结论：\(result.text(in: .chinese))", "Conclusion: \(result.text(in: .english)).", result.canonical))
    return draft.problem(
      self, level: level,
      parameters: [
        "terms": .array(words.map { .string($0.english) }),
        "premises": .array(premises.map { [.string($0.0.rawValue), .integer($0.1), .integer($0.2)] }),
      ],
      chinese: [
        "假设下面提到的每一种东西都存在。\(zh.joined(separator: "；"))。关于\(first.chinese)与\(last.chinese)的关系（以\(first.chinese)为主语），能推出的最强结论是什么？（推不出就答“推不出结论”。）",
        "前提：\(zh.joined(separator: "；"))。每一种东西都至少有一个。以“\(first.chinese)”作主语、“\(last.chinese)”作谓语，最强的结论是什么？若没有，请答“推不出结论”。",
      ],
      english: [
        "Every kind named here has members. \(OrderingPuzzle.sentence(en.joined(separator: "; "))). What is the strongest conclusion about \(first.english) and \(last.english), with \(first.english) as its subject? (If there is none, answer “nothing follows”.)",
        "Premises: \(en.joined(separator: "; ")). There is at least one of each kind. What follows, as strongly as possible, with “\(first.english)” as subject and “\(last.english)” as predicate? If nothing does, answer “nothing follows”.",
      ],
      steps: steps, difficulty: [.init("work", count * 10 + level), .init("premises", premises.count)],
      &stream)
  }

  static func statement(_ quantifier: Quantifier?, _ a: Bilingual, _ b: Bilingual) -> Bilingual {
    switch quantifier {
    case .all: Bilingual("所有的\(a.chinese)都是\(b.chinese)", "all \(a.english) are \(b.english)")
    case .no: Bilingual("没有\(a.chinese)是\(b.chinese)", "no \(a.english) are \(b.english)")
    case .someAre: Bilingual("有些\(a.chinese)是\(b.chinese)", "some \(a.english) are \(b.english)")
    case .someAreNot: Bilingual("有些\(a.chinese)不是\(b.chinese)", "some \(a.english) are not \(b.english)")
    case nil: Bilingual("推不出结论", "nothing follows")
    }
  }

  /// How often a conclusion is kept.
  private static func share(of conclusion: Quantifier?, _ level: Int) -> Double {
    switch conclusion {
    case nil: [0.3, 0.15, 0.15, 0.05, 0.05][level - 1]
    case .all, .no: 1
    case .someAre, .someAreNot: level == 2 || level == 3 ? 0.6 : 1
    }
  }
}
