package import Diagnostics
import RandomStreams

/// One row of a covering sample: a choice for every factor of a sentence.
package struct CoveringRow: Sendable {
  /// Links taken at choices above the sentence, by node.
  var decisions: [Int32: Int]
  /// Ranks of the factors, in order.
  var ranks: [Natural]
}

/// Few samples in which every pair (or triple, …) of choices of a sentence occurs: the factors of each sentence (its
/// slots, aliases, options) as columns of a covering array.
package struct CoveringSample: Sendable {
  /// Choices of one factor that are told apart; of more, equally many stand together.
  static let levelLimit = 64

  package private(set) var rows: [CoveringRow] = []

  /// - Parameter strength: so many choices occur in every combination.
  /// - Throws: `badInput` where a sentence has more combinations than can be kept.
  init(_ space: DerivationSpace, strength: Int, seed: UInt64) throws(DioramaError) {
    var key = seed
    for decisions in Self.sentences(space, space.root) {
      let factors = Factor.factors(of: space.root, decisions, in: space)
      guard var array = CoveringArray(factors.map(\.levels), strength: strength) else {
        throw DioramaError(
          .badInput,
          "a sentence of \(space.name) has \(factors.count) choices of up to \(factors.map(\.levels).max() ?? 0) "
            + "alternatives: too many combinations of \(strength)",
          remedy: "ask for a lower strength, or sample weighted")
      }
      for levels in array.rows(key: &key) {
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
