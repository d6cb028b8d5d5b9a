import Checks
import Foundation
import Testing
import WorldModel

@Suite struct CheckReportTests {
  static let partial: [CheckReport] = Fixture.right.samples.map { sample in
    var sample = sample
    sample.views[0].camera.cx += sample.index == 2 ? 0 : 0.5
    var run = CheckRun()
    run.examine(sample)
    return run.report
  }

  @Test func mergingIsAssociativeAndCommutative() throws {
    let (a, b, c, d) = (Self.partial[0], Self.partial[1], Self.partial[2], Self.partial[3])
    var left = a
    for other in [b, c, d] { left.merge(other) }
    var (ab, cd) = (b, d)
    ab.merge(a)
    cd.merge(c)
    cd.merge(ab)
    #expect(left == cd)
    #expect(try left.json() == cd.json())
    #expect(!left.passes)
    #expect(left.entry("visual-20")?.finding.first.count == CheckFinding.kept)
  }

  @Test func jsonRoundTripsAndIsCanonical() throws {
    let report = Self.partial[0]
    let data = try report.json()
    let back = try CheckReport(json: data)
    #expect(back == report)
    #expect(try back.json() == data)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("\"violationsPerMillion\""))
    #expect(text.hasSuffix("}\n"))
  }

  /// Absent labels mean no statement, and the report says which were wanting.
  @Test func missingLabelsSkip() throws {
    var sample = Fixture.right.samples[0]
    for v in sample.views.indices { sample.views[v].labels = LabelSet() }
    var run = CheckRun()
    run.examine(sample)
    let report = run.completeReport
    let entry = try #require(report.entry("visual-05"))
    #expect(entry.status == .skipped)
    #expect(entry.finding.missing == ["instance", "objects", "semantic"])
    #expect(entry.finding.skipped == 2)
    #expect(entry.line.contains("no instance, objects, semantic"))
    #expect(report.entries.count == CheckCatalog.all.count)
    // Poses need no labels; everything else says nothing.
    #expect(report.entries.filter { $0.status == .passed }.map(\.id) == ["visual-47"])
  }

  @Test func perMillion() {
    var finding = CheckFinding()
    for i in 0..<200 { finding.expect(i % 50 != 0, Violation(sample: i, found: "\(i)", expected: "")) }
    let entry = CheckReport.Entry(CheckRule(id: "x", name: "x", summary: "x", unit: "x"), finding)
    #expect(entry.violationsPerMillion == 20_000)
    #expect(finding.first.map(\.sample) == [0, 50, 100, 150])
  }

  /// Only the neighbour is compared: a gap in the frames or another sequence starts afresh.
  @Test func sequencesNeedNeighbours() {
    let samples = Fixture.right.samples
    var run = CheckRun()
    run.examine(samples[0])
    run.examine(samples[2])
    #expect(run.report.entry("visual-29") == nil)
    var other = samples[3]
    other.sequence = 1
    run.examine(other)
    #expect(run.report.entry("visual-29") == nil)
  }
}
