/// Which classes are found in one place: a room, or a whole world where there are no rooms.
package struct CoOccurrence: Sendable {
  /// Two classes, in the order of their names.
  package struct Pair: Sendable, Hashable {
    package var first: String
    package var second: String
    /// Places that have both.
    package var places: Int
    /// Pointwise mutual information, bits: how much oftener they meet than classes that ignore each other would.
    package var information: Double
  }

  package private(set) var places = 0
  private var single = Tally()
  private var pairs = Tally()

  package init() {}

  package mutating func add(_ classes: Set<String>) {
    places += 1
    let names = classes.sorted()
    for (i, a) in names.enumerated() {
      single.add(a)
      for b in names[(i + 1)...] { pairs.add(Self.key(a, b)) }
    }
  }

  /// Pairs that meet at all.
  package var distinctPairs: Int { pairs.distinct }

  /// Of the meetings over the pairs, bits.
  package var entropy: Double { pairs.entropy }
  package var evenness: Double { pairs.evenness }

  /// The pairs that belong together most, among classes found in at least `least` places each.
  package func strongest(_ count: Int, least: Int) -> [Pair] {
    let found = pairs.sorted.compactMap { item -> Pair? in
      let names = item.name.split(separator: Self.separator, maxSplits: 1).map(String.init)
      guard names.count == 2 else { return nil }
      let (a, b) = (single[names[0]], single[names[1]])
      guard a >= least, b >= least, item.count > 0 else { return nil }
      let ratio = Double(item.count) * Double(places) / (Double(a) * Double(b))
      return Pair(
        first: names[0], second: names[1], places: item.count, information: binaryLogarithm(ratio))
    }
    return Array(
      found.sorted {
        ($1.information, $1.places, $0.first, $0.second) < ($0.information, $0.places, $1.first, $1.second)
      }.prefix(count))
  }

  /// No class has it in its name.
  private static let separator: Character = "\u{1F}"
  private static func key(_ a: String, _ b: String) -> String { a + String(separator) + b }
}
