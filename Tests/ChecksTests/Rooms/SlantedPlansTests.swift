import Annotations
import Checks
import Testing
import WorldModel

/// Plans with a corner cut off, every measure written here: check 44 passes them, and no other cut.
@Suite struct SlantedPlansTests {
  /// The home's corner at (8.1, 0) cut off by 0.6 m along either wall; walls are 0.1 m thick, and lines at that distance
  /// meet 0.1 · tan 22.5° further along.
  private static let shift = 0.1 * 0.414213562373095

  private static func cut(_ label: inout FloorPlanLabel) {
    label.rooms[1].outline.replaceSubrange(1...1, with: [[7.5, 0], [8.1, 0.6]])
    label.rooms[1].area -= 0.18
    label.footprint.replaceSubrange(1...1, with: [[7.5 + shift, -0.1], [8.2, 0.6 - shift]])
    let (a, b) = ([7.5 + shift / 2, -0.05], [8.15, 0.6 - shift / 2])
    label.walls[1].end = a
    label.walls[2].start = b
    label.walls.append(
      FloorPlanLabel.Wall(
        wall: label.walls.count + 1, start: a, end: b, thickness: 0.1, left: 2, right: 0))
  }

  private static func passes(_ change: (inout FloorPlanLabel) -> Void) -> Bool {
    var fixture = Fixture.home
    fixture.label(0, FloorPlanLabel.self) {
      cut(&$0)
      change(&$0)
    }
    let report = fixture.report(["visual-44"].compactMap { CheckCatalog.check($0) })
    return report.entry("visual-44")?.status == .passed
  }

  @Test func aRightCutPasses() { #expect(Self.passes { _ in }) }

  @Test func wrongCutsFail() {
    // The room goes on into the wall; the wall ends early; outdoors begins inside of it; the corner is still there.
    #expect(!Self.passes { $0.rooms[1].outline[1][0] += 0.03 })
    #expect(!Self.passes { $0.walls[$0.walls.count - 1].end = [7.9, 0.329_289_321_881_345] })
    #expect(!Self.passes { $0.footprint.insert([8.2, -0.1], at: 2) })
    #expect(!Self.passes { $0.footprint[2][1] += 0.2 })
  }
}
