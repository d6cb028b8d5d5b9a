package import Census
package import IndoorWorld
package import JSON
import RandomStreams

/// Many worlds of a recipe, made without rendering: how they differ, and whether homes among them hold together.
package struct WorldSurvey: Sendable {
  package struct Finding: Sendable {
    package var world: Int
    package var violation: HomeViolation
  }

  package let census: WorldCensus
  /// In the order of the worlds; `nil` unless asked for.
  package let findings: [Finding]?
  private let worlds: Int

  private struct Surveyed: Sendable {
    var summary: WorldSummary
    var violations: [HomeViolation]
  }

  /// Makes worlds 0 ..< `worlds`.
  ///
  /// - Parameters:
  ///   - audit: whether homes are audited: triangle by triangle, which takes longer than making them.
  /// - Throws: the error of a world that cannot be made.
  package init(_ plan: SamplePlan, worlds: Int, audit: Bool, workers: Int, progress: ProgressReporter) throws
  {
    progress.start(total: worlds, done: 0)
    let surveyed = try ParallelPieces.run(worlds, workers: workers) { number in
      let (world, draws) = try plan.world(number)
      let violations = audit ? HomeAudit(world)?.violations() ?? [] : []
      let found = Surveyed(summary: WorldSummary(world, drawn: draws.log), violations: violations)
      progress.step()
      return found
    }
    progress.finish()
    let all = surveyed.compactMap { $0 }
    self.worlds = all.count
    census = WorldCensus(all.map(\.summary))
    findings =
      audit
      ? all.enumerated().flatMap { number, found in
        found.violations.map { Finding(world: number, violation: $0) }
      } : nil
  }

  /// Everything, for people and programs.
  package var report: JSONValue {
    guard let findings, case .object(var members) = census.report else { return census.report }
    let rules = HomeViolation.Rule.allCases.map { rule in
      JSONValue.Member(
        rule.rawValue, .integer(findings.filter { $0.violation.rule == rule }.count))
    }
    members.append(
      .init(
        "audit",
        .object([
          .init("hold", .integer(worlds - Set(findings.map(\.world)).count)),
          .init("violations", .object(rules)),
          .init("found", .array(findings.map { .string("world \($0.world): \($0.violation)") })),
        ])))
    return .object(members)
  }
}
