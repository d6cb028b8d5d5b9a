import RandomStreams

/// One row of a covering sample: a choice for every factor of a sentence.
package struct CoveringRow: Sendable {
  /// Links taken at choices above the sentence, by node.
  var decisions: [Int32: Int]
  /// Ranks of the factors, in order.
  var ranks: [Natural]
}

/// Few samples in which every pair of choices of a sentence occurs: the factors of each sentence (its slots, aliases,
/// options) as columns of a covering array.
///
/// Built greedily by density after Cohen, Dalal, Fredman and Patton, "The AETG system" (IEEE TSE 1997): each row
/// begins with the pair that is still missing and takes for every further factor the choice that covers most.
package struct CoveringSample: Sendable {
  /// Choices of one factor that are told apart; of more, equally many stand together.
  static let levelLimit = 64

  package private(set) var rows: [CoveringRow] = []

  init(_ space: DerivationSpace, seed: UInt64) {
    var key = seed
    for decisions in Self.sentences(space, space.root) {
      let factors = Factor.factors(of: space.root, decisions, in: space)
      for levels in Self.pairwise(factors.map(\.levels), key: &key) {
        var ranks: [Natural] = []
        for (factor, level) in zip(factors, levels) {
          key = KeyedPermutation.hash(key, 0x9E37_79B9_7F4A_7C15)
          ranks.append(factor.rank(level, key, space))
        }
        rows.append(CoveringRow(decisions: decisions, ranks: ranks))
      }
    }
  }

  /// A part of a sentence that is chosen by itself.
  struct Factor {
    var node: Int32
    var levels: Int
    /// Derivations at each level, by prefix; `nil` where levels are equal stretches of ranks.
    var prefixes: [Natural]?

    /// The factors of a sentence: parts of the sequence that it is, wrappers opened.
    static func factors(of node: Int32, _ decisions: [Int32: Int], in space: DerivationSpace) -> [Factor] {
      var found: [Factor] = []
      func visit(_ number: Int32) {
        let node = space.nodes[Int(number)]
        if let k = decisions[number] { return visit(space.links[Int(node.first) + k]) }
        switch node.kind {
        case .sequence:
          for k in 0..<Int(node.length) { visit(space.links[Int(node.first) + k]) }
        case .template, .language, .intent, .value, .span: visit(node.length)
        case .choice where node.length <= CoveringSample.levelLimit,
          .alike where node.length <= CoveringSample.levelLimit:
          var sum = Natural.zero
          var prefixes: [Natural] = []
          for k in 0..<Int(node.length) {
            prefixes.append(sum)
            sum += space.count(of: space.links[Int(node.first) + k])
          }
          found.append(Factor(node: number, levels: Int(node.length), prefixes: prefixes + [sum]))
        default:
          let count = space.count(of: number)
          let levels = Int(min(count.word ?? .max, UInt64(CoveringSample.levelLimit)))
          found.append(Factor(node: number, levels: max(1, levels), prefixes: nil))
        }
      }
      visit(node)
      return found
    }

    /// A rank at a level; which one, the key decides.
    func rank(_ level: Int, _ key: UInt64, _ space: DerivationSpace) -> Natural {
      let count = space.count(of: node)
      let (low, high): (Natural, Natural)
      if let prefixes {
        (low, high) = (prefixes[level], prefixes[level + 1])
      } else {
        low = (count * Natural(level)).quotientAndRemainder(dividingBy: Natural(levels)).quotient
        high = (count * Natural(level + 1)).quotientAndRemainder(dividingBy: Natural(levels)).quotient
      }
      let width = high - low
      let words = (0...max(1, width.limbs.count)).map { KeyedPermutation.hash(key, UInt64($0) &+ 1) }
      return low + Natural(limbs: words).quotientAndRemainder(dividingBy: width).remainder
    }
  }

  /// The sentences below a node, each as the links that lead to it. Of sentences in several languages those of the
  /// first are told apart; the others' are factors.
  private static func sentences(_ space: DerivationSpace, _ number: Int32) -> [[Int32: Int]] {
    let node = space.nodes[Int(number)]
    switch node.kind {
    case .choice, .alike:
      return (0..<Int(node.length)).flatMap { k in
        sentences(space, space.links[Int(node.first) + k]).map { inner in
          inner.merging([number: k]) { own, _ in own }
        }
      }
    case .intent, .language: return sentences(space, node.length)
    case .sequence:
      let parts = (0..<Int(node.length)).map { space.links[Int(node.first) + $0] }
      let spoken = parts.first { space.nodes[Int($0)].kind == .language }
      return spoken.map { sentences(space, $0) } ?? [[:]]
    default: return [[:]]
    }
  }

  /// Rows of levels in which every pair of levels of two factors occurs.
  static func pairwise(_ levels: [Int], key: inout UInt64) -> [[Int]] {
    guard levels.count > 1 else { return (0..<(levels.first ?? 1)).map { levels.isEmpty ? [] : [$0] } }
    // Missing pairs of factors i < j as bits.
    var missing: [[Bool]] = []
    var left: [Int] = []
    let pairs = (0..<levels.count).flatMap { i in (i + 1..<levels.count).map { (i, $0) } }
    for (i, j) in pairs {
      missing.append([Bool](repeating: true, count: levels[i] * levels[j]))
      left.append(levels[i] * levels[j])
    }
    func number(_ i: Int, _ j: Int) -> Int { i * (2 * levels.count - i - 1) / 2 + j - i - 1 }
    func isMissing(_ a: Int, _ x: Int, _ b: Int, _ y: Int) -> Bool {
      a < b ? missing[number(a, b)][x * levels[b] + y] : missing[number(b, a)][y * levels[a] + x]
    }
    var rows: [[Int]] = []
    while let open = left.indices.max(by: { left[$0] < left[$1] }), left[open] > 0 {
      var row = [Int](repeating: -1, count: levels.count)
      let (i, j) = pairs[open]
      let first = missing[open].firstIndex(of: true) ?? 0
      (row[i], row[j]) = (first / levels[j], first % levels[j])
      var order = levels.indices.filter { $0 != i && $0 != j }
      order.sort { levels[$0] != levels[$1] ? levels[$0] > levels[$1] : $0 < $1 }
      for factor in order {
        key = KeyedPermutation.hash(key, 0xD1B5_4A32_D192_ED03)
        let start = Int(key % UInt64(levels[factor]))
        var best = (level: start, gain: -1)
        for k in 0..<levels[factor] {
          let level = (start + k) % levels[factor]
          let gain = row.indices.count { row[$0] >= 0 && isMissing(factor, level, $0, row[$0]) }
          if gain > best.gain { best = (level, gain) }
        }
        row[factor] = best.level
      }
      for (p, (a, b)) in pairs.enumerated() where missing[p][row[a] * levels[b] + row[b]] {
        missing[p][row[a] * levels[b] + row[b]] = false
        left[p] -= 1
      }
      rows.append(row)
    }
    return rows
  }
}

extension DerivationSpace {
  /// Says a row of a covering sample.
  func derive(_ row: CoveringRow, into derivation: inout Derivation) {
    derivation.reset()
    var next = 0
    func visit(_ number: Int32) {
      let node = nodes[Int(number)]
      if let k = row.decisions[number] { return visit(links[Int(node.first) + k]) }
      switch node.kind {
      case .sequence: for k in 0..<Int(node.length) { visit(links[Int(node.first) + k]) }
      case .template, .language, .intent, .value, .span:
        let inner = open(node, &derivation)
        visit(inner)
        close(node, &derivation)
      default:
        unrank(number, row.ranks[next], &derivation)
        next += 1
      }
    }
    visit(root)
  }
}
