import VectorMath

/// How often each name occurs.
package struct Tally: Sendable, Hashable {
  private var counts: [String: Int] = [:]
  package private(set) var total = 0

  package init() {}

  package mutating func add(_ name: String, _ n: Int = 1) {
    counts[name, default: 0] += n
    total += n
  }

  package subscript(name: String) -> Int { counts[name] ?? 0 }

  package var distinct: Int { counts.count }

  /// The commonest first; equally common ones by name.
  package var sorted: [(name: String, count: Int)] {
    counts.map { (name: $0.key, count: $0.value) }.sorted {
      ($1.count, $0.name) < ($0.count, $1.name)
    }
  }

  /// Shannon's entropy of the shares, bits.
  package var entropy: Double {
    guard total > 0 else { return 0 }
    // In the order of `sorted`, so that the sum rounds alike wherever it is made.
    let bits = sorted.reduce(0.0) { sum, item in
      guard item.count > 0 else { return sum }
      let p = Double(item.count) / Double(total)
      return sum - p * binaryLogarithm(p)
    }
    return max(bits, 0)
  }

  /// The entropy if all names that occur were equally common, bits.
  package var highestEntropy: Double { distinct > 1 ? binaryLogarithm(Double(distinct)) : 0 }

  /// Entropy over the highest, 0...1 (Pielou's evenness); 1 for fewer than two names.
  package var evenness: Double { distinct > 1 ? entropy / highestEntropy : 1 }
}

func binaryLogarithm(_ x: Double) -> Double { DeterministicMath.log(x) / DeterministicMath.log(2) }
