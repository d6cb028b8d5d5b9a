/// How much of what could be combined a set of samples holds: of the values of slots, one by one and two and three at a
/// time, as they occur together in sentences of one intent.
package struct CoverageReport: Sendable {
  /// Combinations of so many variables.
  package struct Strength: Sendable {
    package var variables: Int
    /// Combinations of values that occurred, and that some sentence could say: those that conditions rule out, or that only
    /// one of several languages has words for, are none.
    package var seen = 0
    package var possible: Natural = .zero

    /// 0 to 1; 1 where there is nothing to combine.
    package var share: Double { possible.isZero ? 1 : Double(seen) / possible.approximation }
  }

  private let space: DerivationSpace
  private var seen: [Set<[Int32]>] = [[], [], []]
  /// Variables that occurred together, by intent.
  private var together: [Set<[Int32]>] = [[], [], []]
  private let slotSizes: [Int]
  private let feasible: FeasibleValues

  package init(_ space: DerivationSpace) {
    self.space = space
    var sizes = [Int](repeating: 0, count: space.slotNames.count)
    for value in space.values { sizes[Int(value.slot)] += 1 }
    slotSizes = sizes
    feasible = FeasibleValues(space)
  }

  /// Takes a sample: the values of its first sentence.
  package mutating func add(_ sample: RealisedSample) {
    guard let text = sample.spoken.first else { return }
    var said: [(variable: Int32, value: Int32)] = []
    for span in text.spans where span.value >= 0 {
      let variable = space.uses[Int(span.use)].variable
      if !said.contains(where: { $0.variable == variable }) { said.append((variable, span.value)) }
    }
    said.sort { $0.variable < $1.variable }
    for i in said.indices {
      note(sample.intent, [said[i]])
      for j in said.indices where j > i {
        note(sample.intent, [said[i], said[j]])
        for k in said.indices where k > j { note(sample.intent, [said[i], said[j], said[k]]) }
      }
    }
  }

  private mutating func note(_ intent: Int32, _ said: [(variable: Int32, value: Int32)]) {
    seen[said.count - 1].insert([intent] + said.flatMap { [$0.variable, $0.value] })
    // The slot with the variable: how many values there are.
    together[said.count - 1].insert(
      [intent] + said.flatMap { [$0.variable, space.values[Int($0.value)].slot] })
  }

  /// For one, two and three variables.
  package var strengths: [Strength] {
    (0..<3).map { t in
      var strength = Strength(variables: t + 1, seen: seen[t].count)
      for group in together[t] {
        let variables = stride(from: 1, to: group.count, by: 2).map { group[$0] }
        let sizes = stride(from: 2, to: group.count, by: 2).map { slotSizes[Int(group[$0])] }
        strength.possible += feasible.count(of: variables, sizes: sizes, in: group[0])
      }
      return strength
    }
  }
}
