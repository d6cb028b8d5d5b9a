import Checks
import Diagnostics
import Foundation

/// Shows what checks found.
enum ReportPrinting {
  /// Prints the failed checks, and throws `.checksFailed` when there are any.
  static func conclude(_ report: CheckReport, quietly: Bool = false) throws {
    guard !quietly else { return }
    let failed = report.entries.filter { $0.status == .failed }
    for entry in failed {
      Console.note(entry.line)
      for violation in entry.finding.first { Console.note("    \(violation)") }
    }
    let held = report.entries.count { $0.status == .passed }
    let skipped = report.entries.count - held - failed.count
    Console.note("checks: \(held) hold, \(failed.count) failed, \(skipped) had nothing to look at")
    if !failed.isEmpty {
      throw DioramaError(.checksFailed, "\(failed.count) checks failed")
    }
  }
}
