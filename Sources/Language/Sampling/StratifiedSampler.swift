import RandomStreams

/// Samples whose shares follow weights, without replacement.
///
/// The samples of a node are shared out among its alternatives by quotas, those of each again among the alternatives
/// further down, until no choice with weights of its own is left; what remains is a product of even choices, and its
/// members are taken in the order of a keyed permutation. Nothing is stored: a sample's way down is computed from its
/// index.
struct StratifiedSampler: Sendable {
  private let space: DerivationSpace
  private let weights: [Float]
  private let mass: [Float]
  private let count: UInt64
  private let seed: UInt64
  /// Nodes below which every derivation weighs the same.
  private let isPlain: [Bool]
  /// Samples of each intent.
  private let rootQuotas: [UInt64]

  /// - Parameter byRule: whether alternatives weigh the same, whatever their weights.
  init(_ space: DerivationSpace, byRule: Bool, count: UInt64, seed: UInt64) {
    self.space = space
    weights = byRule ? space.evenWeights : space.weights
    mass = byRule ? space.evenMass : space.mass
    self.count = count
    self.seed = seed
    isPlain = Self.plainNodes(space, weights, mass)
    let root = space.nodes[Int(space.root)]
    if root.kind == .choice || root.kind == .alike {
      let links = Int(root.first)..<Int(root.first + root.length)
      let capacity = links.map { space.count(of: space.links[$0]) }
      var quotas = Quota.largestRemainder(
        Natural(count), weights: links.map { [weights] in Double(weights[$0]) }, capacity: capacity
      ).map { $0.word ?? 0 }
      // Intents without weight say what the others cannot.
      var left = count - quotas.reduce(0, +)
      for i in quotas.indices where left > 0 {
        let room = (capacity[i] - Natural(quotas[i])).word ?? .max
        quotas[i] += min(left, room)
        left -= min(left, room)
      }
      rootQuotas = quotas
    } else {
      rootQuotas = []
    }
  }

  private static func plainNodes(_ space: DerivationSpace, _ weights: [Float], _ mass: [Float]) -> [Bool] {
    // Nodes come after what they are made of.
    var isPlain = [Bool](repeating: false, count: space.nodes.count)
    for (number, node) in space.nodes.enumerated() {
      let links = Int(node.first)..<Int(node.first) + max(0, Int(node.length))
      switch node.kind {
      case .empty, .text, .article, .values, .assign, .read, .call, .given: isPlain[number] = true
      case .sequence: isPlain[number] = links.allSatisfy { isPlain[Int(space.links[$0])] }
      case .span, .value, .template, .language, .intent: isPlain[number] = isPlain[Int(node.length)]
      case .choice, .alike:
        guard let first = links.first, links.allSatisfy({ isPlain[Int(space.links[$0])] }) else { continue }
        func share(_ link: Int) -> Double {
          let inner = space.links[link]
          return Double(weights[link]) * Double(mass[Int(inner)]) / space.count(of: inner).approximation
        }
        let one = share(first)
        isPlain[number] = links.allSatisfy { abs(share($0) - one) <= 1e-5 * one }
      }
    }
    return isPlain
  }

  /// Makes sample number `index` of `count`.
  func derive(_ index: UInt64, into derivation: inout Derivation) {
    derivation.reset()
    var way = Way(count: max(1, count), index: index, key: seed)
    decide(&way)
    emit(space.root, way, &derivation)
  }

  /// What has been decided on the way to a sample.
  private struct Way {
    /// Samples that share the decisions so far, and the number of this one among them.
    var count: UInt64
    var index: UInt64
    var key: UInt64
    var pending: [Int32] = []
    var plain: [Int32] = []
    var decisions: [Int32] = []
    var ranks: [Natural] = []
    var nextDecision = 0
    var nextRank = 0
  }

  /// Walks down, taking each weighted choice, then draws what is left.
  private func decide(_ way: inout Way) {
    way.pending = [space.root]
    while let number = way.pending.popLast() {
      let node = space.nodes[Int(number)]
      if isPlain[Int(number)] {
        way.plain.append(number)
        continue
      }
      switch node.kind {
      case .sequence:
        for k in (0..<Int(node.length)).reversed() { way.pending.append(space.links[Int(node.first) + k]) }
      case .span, .value, .template, .language, .intent: way.pending.append(node.length)
      case .choice, .alike: choose(number, node, &way)
      case .empty, .text, .article, .values, .assign, .read, .call, .given: way.plain.append(number)
      }
    }
    let size = way.plain.reduce(Natural.one) { $0 * space.count(of: $1) }
    var rest = LargePermutation(size: size, seed: way.key)[Natural(UInt64(way.index))]
    for part in way.plain {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: space.count(of: part))
      way.ranks.append(digit)
      rest = quotient
    }
  }

  private func choose(_ number: Int32, _ node: DerivationSpace.Node, _ way: inout Way) {
    let links = Int(node.first)..<Int(node.first + node.length)
    let quotas: [UInt64]
    if number == space.root {
      quotas = rootQuotas
    } else {
      let rest = (way.plain + way.pending).reduce(1 as UInt64) {
        Self.product($0, space.nodes[Int($1)].count)
      }
      quotas = Quota.systematic(
        way.count, weights: links.map { Double(weights[$0]) * Double(mass[Int(space.links[$0])]) },
        capacity: links.map { Self.product(rest, space.nodes[Int(space.links[$0])].count) },
        start: Double(KeyedPermutation.hash(way.key, 0x5851_F42D_4C95_7F2D) >> 11) * 0x1p-53)
    }
    var place = KeyedPermutation(size: UInt128(way.count), seed: way.key)[way.index]
    var chosen = 0
    while chosen < quotas.count - 1, place >= quotas[chosen] {
      place -= quotas[chosen]
      chosen += 1
    }
    way.decisions.append(Int32(chosen))
    way.count = max(1, quotas[chosen])
    way.index = place
    way.key = KeyedPermutation.hash(
      way.key ^ UInt64(UInt32(bitPattern: number)), UInt64(chosen) &+ 0xD1B5_4A32_D192_ED03)
    way.pending.append(space.links[links.lowerBound + chosen])
  }

  /// The product; `UInt64.max` where it does not fit.
  private static func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (product, isOver) = a.multipliedReportingOverflow(by: b)
    return isOver ? .max : product
  }

  /// Says what was decided, in order.
  private func emit(_ number: Int32, _ way: Way, _ derivation: inout Derivation) {
    var way = way
    emit(number, &way, &derivation)
  }

  private func emit(_ number: Int32, _ way: inout Way, _ derivation: inout Derivation) {
    let node = space.nodes[Int(number)]
    if isPlain[Int(number)] {
      space.unrank(number, way.ranks[way.nextRank], &derivation)
      way.nextRank += 1
      return
    }
    switch node.kind {
    case .sequence:
      for k in 0..<Int(node.length) { emit(space.links[Int(node.first) + k], &way, &derivation) }
    case .choice, .alike:
      let chosen = way.decisions[way.nextDecision]
      way.nextDecision += 1
      emit(space.links[Int(node.first + chosen)], &way, &derivation)
    case .span, .value, .template, .language, .intent:
      let inner = space.open(node, &derivation)
      emit(inner, &way, &derivation)
      space.close(node, &derivation)
    case .empty, .text, .article, .values, .assign, .read, .call, .given: return
    }
  }
}
