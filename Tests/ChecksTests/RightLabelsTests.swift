import Annotations
import Checks
import Testing

@Suite struct RightLabelsTests {
  static let report = {
    // Each check on the fixture that has its labels.
    let rooms = [
      LabelNames.room, RoomsLabel.name, FloorPlanLabel.name, SceneGraphLabel.name, LayoutLabel.name,
    ]
    let ofRooms = CheckCatalog.all.filter { !Set($0.rule.labels).isDisjoint(with: rooms) }
    let others = CheckCatalog.all.filter { Set($0.rule.labels).isDisjoint(with: rooms) }
    var report = Fixture.right.report(others)
    report.merge(Fixture.home.report(ofRooms))
    return report
  }()

  @Test(arguments: CheckCatalog.all.map(\.rule.id))
  func passesOnLabelsInClosedForm(_ id: String) throws {
    let entry = try #require(Self.report.entry(id))
    #expect(
      entry.status == .passed,
      "\(entry.line)\n\(entry.finding.first.map(\.description).joined(separator: "\n"))")
    #expect(entry.finding.skipped == 0 || id == "visual-35")
  }

  @Test func idsAndNamesAreUnique() {
    let rules = CheckCatalog.all.map(\.rule)
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(rules.allSatisfy { !$0.summary.isEmpty && !$0.unit.isEmpty })
    #expect(CheckCatalog.check("visual-05")?.rule.name == "semantic-follows-instance")
  }
}
