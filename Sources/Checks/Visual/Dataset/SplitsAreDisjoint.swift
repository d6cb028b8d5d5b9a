/// visual-53: nothing of a split leaks into another.
package struct SplitsAreDisjoint: DatasetCheck {
  package static let rule = CheckRule(
    id: "visual-53", name: "splits-are-disjoint",
    summary: "No world, and no asset where asked, occurs in two splits.", unit: "samples")

  package init() {}

  package func examine(_ facts: DatasetFacts) -> CheckFinding {
    var finding = CheckFinding()
    finding.applied += 1
    var worlds: [String: String] = [:]
    var assets: [String: String] = [:]
    for sample in facts.samples where !sample.split.isEmpty {
      let world = worlds[sample.world] ?? sample.split
      let foreign = sample.assets.first { assets[$0].map { $0 != sample.split } ?? false }
      finding.expect(
        world == sample.split && foreign == nil,
        Violation(
          sample: sample.index, item: foreign ?? sample.world,
          found: "also in \(foreign.flatMap { assets[$0] } ?? world)", expected: "only in \(sample.split)"))
      worlds[sample.world] = world
      for asset in sample.assets where assets[asset] == nil { assets[asset] = sample.split }
    }
    return finding
  }
}
