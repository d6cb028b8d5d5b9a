package import WorldModel

/// Runs checks over samples as they come, in order, and keeps the standing.
///
/// Memory: the last sample (for checks between neighbouring frames) and one line an entity of the running
/// sequence. For samples made in parallel, run one a worker over whole sequences, or give the samples in
/// order to one run; reports of several runs merge.
package struct CheckRun: Sendable {
  private let checks: [any Check]
  private var previous: Sample?
  private var memory = SequenceMemory()
  package private(set) var report = CheckReport()

  package init(_ checks: [any Check] = CheckCatalog.all) { self.checks = checks }

  /// The checks inside `sample`, and those against the sample given before when that is the frame right
  /// before it in the same sequence.
  package mutating func examine(_ sample: Sample) {
    for case let check as any SampleCheck in checks {
      report.add(.init(check.rule, check.examine(sample)))
    }
    if previous?.sequence != sample.sequence { memory = SequenceMemory() }
    if let previous, previous.sequence == sample.sequence, previous.frame + 1 == sample.frame {
      for case let check as any SequenceCheck in checks {
        report.add(.init(check.rule, check.examine(previous, sample, memory: memory)))
      }
    }
    memory.note(sample)
    previous = sample
  }

  /// Takes `sample` as the one before the next, without examining it: for runs that begin amid a sequence.
  package mutating func begin(after sample: Sample) {
    memory = SequenceMemory()
    memory.note(sample)
    previous = sample
  }

  /// The checks between a sample and a second making of it.
  package mutating func examine(_ sample: Sample, _ kind: Twin, _ twin: Sample) {
    for case let check as any TwinCheck in checks where check.twin == kind {
      report.add(.init(check.rule, check.examine(sample, twin: twin)))
    }
  }

  /// The checks over a whole dataset.
  package mutating func examine(_ facts: DatasetFacts) {
    for case let check as any DatasetCheck in checks {
      report.add(.init(check.rule, check.examine(facts)))
    }
  }

  /// The standing with a line for every check of the run: those that never ran are skipped.
  package var completeReport: CheckReport {
    var out = report
    for check in checks { out.add(.init(check.rule, CheckFinding())) }
    return out
  }
}
