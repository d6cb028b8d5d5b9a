/// visual-55: the statistics say what the maps say.
package struct StatisticsRecount: DatasetCheck {
  package static let rule = CheckRule(
    id: "visual-55", name: "statistics-recount",
    summary: "Pixels and objects a class in the statistics equal those counted again from the maps.",
    unit: "classes")

  package init() {}

  package func examine(_ facts: DatasetFacts) -> CheckFinding {
    var finding = CheckFinding()
    guard let declared = facts.declaredTally, let recounted = facts.recountedTally else {
      finding.skip(["statistics"])
      return finding
    }
    finding.applied += 1
    let names = Set(declared.counts.map(\.category)).union(recounted.counts.map(\.category))
    for name in names.sorted() {
      let a = declared.counts.first { $0.category == name }
      let b = recounted.counts.first { $0.category == name }
      finding.expect(
        a == b,
        Violation(
          item: name, found: a.map { "\($0.pixels) pixels, \($0.objects) objects" } ?? "none",
          expected: b.map { "\($0.pixels) pixels, \($0.objects) objects" } ?? "none"))
    }
    return finding
  }
}
