import Checks
import Testing

@Suite struct MutationTests {
  @Test(arguments: Mutation.all)
  func isCaught(_ mutation: Mutation) {
    var fixture = mutation.fixture
    mutation.apply(&fixture)
    let report = fixture.report(mutation.caught.compactMap { CheckCatalog.check($0) })
    #expect(!report.passes)
    for id in mutation.caught {
      let entry = report.entry(id)
      #expect(entry?.status == .failed, "\(entry?.line ?? id)")
      #expect(entry.map { !$0.finding.first.isEmpty } ?? false, "a failure must say where")
    }
  }

  /// No check may trap on what another one reports.
  @Test(arguments: [0, 3, 9, 18, 56, 60])
  func allChecksSurvive(_ number: Int) {
    let mutation = Mutation.all[number % Mutation.all.count]
    var fixture = mutation.fixture
    mutation.apply(&fixture)
    #expect(!fixture.report().passes)
  }

  /// A check that no mistake sets off checks nothing.
  @Test func everyCheckCanFail() {
    let caught = Set(Mutation.all.flatMap(\.caught))
    #expect(CheckCatalog.all.map(\.rule.id).filter { !caught.contains($0) } == [])
  }
}
