import Foundation
import IndoorWorld
import Testing

/// Audits many homes and writes what it finds to standard output, when DIORAMA_MEASURE is set to a number of homes or
/// to a range of seeds, e.g. `100..<400`.
@Suite(.enabled(if: AuditedHomes.measured != nil)) struct HomeAuditSurvey {
  @Test func manyHomesHold() throws {
    let world = ProcessInfo.processInfo.environment["DIORAMA_WORLD"] ?? "{}"
    var counts: [String: Int] = [:]
    var whole = 0
    for seed in AuditedHomes.measured ?? 0..<0 {
      let found = try AuditedHomes.violations(seed: seed, world: world)
      for violation in found {
        print("seed \(seed): \(violation)")
        counts[violation.rule.rawValue, default: 0] += 1
      }
      if found.isEmpty { whole += 1 }
    }
    for rule in HomeViolation.Rule.allCases { print("\(rule.rawValue): \(counts[rule.rawValue] ?? 0)") }
    print("\(whole) of \(AuditedHomes.measured?.count ?? 0) homes hold")
    #expect(counts.isEmpty)
  }
}
