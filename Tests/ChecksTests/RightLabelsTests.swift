import Annotations
import Checks
import GroundedLanguage
import Testing

@Suite struct RightLabelsTests {
  static let report = right(withOtherLenses: true)
  static let pinholes = right(withOtherLenses: false)

  /// Each check on the fixture that has its labels.
  private static func right(withOtherLenses: Bool) -> CheckReport {
    let rooms = [
      LabelNames.room, RoomsLabel.name, FloorPlanLabel.name, SceneGraphLabel.name, LayoutLabel.name,
    ]
    let ofRooms = CheckCatalog.all.filter { !Set($0.rule.labels).isDisjoint(with: rooms) }
    let words = GroundedLanguageLabels.names + [LanesLabel.name, MaterialSharesLabel.name]
    let ofWords = CheckCatalog.all.filter { !Set($0.rule.labels).isDisjoint(with: words) }
    let ofSound = CheckCatalog.all.filter { $0.rule.labels == [RecordingLabel.name] }
    let ofRoads = CheckCatalog.all.filter { $0.rule.labels.contains(BirdsEyeLabel.name) }
    let seen = rooms + words + [RecordingLabel.name, BirdsEyeLabel.name]
    let others = CheckCatalog.all.filter { Set($0.rule.labels).isDisjoint(with: seen) }
    var report = Fixture.right.report(others, withOtherLenses: withOtherLenses)
    report.merge(Fixture.home.report(ofRooms, withOtherLenses: false))
    report.merge(Fixture.spoken.report(ofWords, withOtherLenses: false))
    report.merge(Fixture.heard.report(ofSound, withOtherLenses: false))
    report.merge(Fixture.above.report(ofRoads, withOtherLenses: false))
    return report
  }

  @Test(arguments: CheckCatalog.all.map(\.rule.id))
  func passesOnLabelsInClosedForm(_ id: String) throws {
    let entry = try #require(Self.report.entry(id))
    #expect(
      entry.status == .passed,
      "\(entry.line)\n\(entry.finding.first.map(\.description).joined(separator: "\n"))")
    let skipped = try #require(Self.pinholes.entry(id)).finding.skipped
    let speaksOfOthers = ["visual-48", "visual-49"].contains(id)
    #expect(speaksOfOthers ? skipped == 8 : skipped == 0 || id == "visual-35")
  }

  /// What a check has nothing to say about, it says.
  @Test func lensesThatNoCheckSpeaksOfAreNamed() throws {
    var run = CheckRun()
    run.examine(Fixture.right.panorama)
    let entry = try #require(run.completeReport.entry("visual-48"))
    #expect(
      entry.status == .skipped
        && entry.finding.missing == ["brown_conrady camera or fisheye camera or orthographic camera"]
        && entry.line.contains("no brown_conrady camera"))
    for id in [
      "visual-23", "visual-26", "visual-19", "visual-20", "visual-22", "visual-24", "visual-25", "visual-49",
    ] {
      #expect(run.completeReport.entry(id)?.status == .passed, "\(id)")
    }
    #expect(Self.pinholes.entry("visual-49")?.finding.missing == ["equirectangular camera"])
  }

  @Test func idsAndNamesAreUnique() {
    let rules = CheckCatalog.all.map(\.rule)
    #expect(Set(rules.map(\.id)).count == rules.count)
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(rules.allSatisfy { !$0.summary.isEmpty && !$0.unit.isEmpty })
    #expect(CheckCatalog.check("visual-05")?.rule.name == "semantic-follows-instance")
  }
}
