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
  /// How deep things are inside of others that may be: the deepest of each pair of classes of all worlds.
  package let letIn: [AuditLimits.LetIn]
  private let worlds: Int

  private struct Surveyed: Sendable {
    var summary: WorldSummary
    var violations: [HomeViolation]
    var letIn: [AuditLimits.LetIn]
  }

  /// Makes worlds `first` ..< `first + worlds`.
  ///
  /// - Parameters:
  ///   - audit: whether homes are audited: triangle by triangle, which takes longer than making them.
  /// - Throws: the error of a world that cannot be made.
  package init(
    _ plan: SamplePlan, worlds: Int, from first: Int = 0, audit: Bool, workers: Int,
    progress: ProgressReporter
  )
    throws
  {
    progress.start(total: worlds, done: 0)
    let surveyed = try ParallelPieces.run(worlds, workers: workers) { number in
      let (world, draws) = try plan.world(first + number)
      let judge = audit ? HomeAudit(world) : nil
      let found = Surveyed(
        summary: WorldSummary(world, drawn: draws.log), violations: judge?.violations() ?? [],
        letIn: judge?.depthsLetIn() ?? [])
      progress.step()
      return found
    }
    progress.finish()
    let all = surveyed.compactMap { $0 }
    self.worlds = all.count
    census = WorldCensus(all.map(\.summary))
    var deepest: [AuditLimits.LetIn] = []
    for found in all.flatMap(\.letIn) {
      if let k = deepest.firstIndex(where: { $0.guest == found.guest && $0.host == found.host }) {
        deepest[k].depth = max(deepest[k].depth, found.depth)
      } else {
        deepest.append(found)
      }
    }
    letIn = deepest.sorted { ($0.guest, $0.host) < ($1.guest, $1.host) }
    findings =
      audit
      ? all.enumerated().flatMap { number, found in
        found.violations.map { Finding(world: first + number, violation: $0) }
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
          .init("let_in", .array(letIn.map(Self.value))),
          .init("found", .array(findings.map { .string("world \($0.world): \($0.violation)") })),
        ])))
    return .object(members)
  }

  private static func value(_ letIn: AuditLimits.LetIn) -> JSONValue {
    .object([
      .init("guest", .string(letIn.guest)), .init("host", .string(letIn.host)),
      .init("deepest_m", .number((letIn.depth * 1e4).rounded() / 1e4)),
      .init("allowed_m", .number(AuditLimits().allowed(letIn.guest, letIn.host))),
    ])
  }
}
