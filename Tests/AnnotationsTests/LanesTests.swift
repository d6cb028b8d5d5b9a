import Annotations
import Imaging
import Rendering
import Testing
import WorldModel

/// Which lane is whose, and where that is for the carrier.
@Suite struct LanesTests {
  /// Lanes of the two cars, and the carrier's, at the fixture's time, which lies between 0 and 1 s.
  private func lanes(near: String, far: String, state: String = "moving") throws -> LanesLabel {
    var fixture = LabelFixture(width: 67, height: 51)
    fixture.world.attributes += [
      ("ego_lanes", "-1.0 a/b/0/-1;0.0 a/b/1/-1;9.5 c/0/-1"), ("ego_route", "a/b/0/-1;a/b/1/-1;c/0/-1"),
    ]
    for i in fixture.world.entities.indices {
      switch fixture.world.entities[i].name {
      case "near car": fixture.world.entities[i].attributes += [("lanes", near), ("state", state)]
      case "far car": fixture.world.entities[i].attributes += [("lanes", far)]
      default: break
      }
    }
    return try #require(
      AnnotatorCatalog.labels(of: fixture.capture(), by: [LanesAnnotator()])[LanesLabel.self])
  }

  @Test func placesFollowFromLanes() throws {
    let label = try lanes(near: "-1.0 a/b/1/-2", far: "-1.0 x/0/1;0.01 a/b/1/2;5.0 c/0/-1")
    #expect(label.carrier == "a/b/1/-1" && label.route.count == 3)
    #expect(label.entries.map(\.lane) == ["a/b/1/-2", "a/b/1/2"])
    #expect(label.entries.map(\.place) == [.beside, .oncoming])
    let later = try lanes(near: "-1.0 c/0/-1", far: "-1.0 c/0/1", state: "parked")
    #expect(later.entries.map(\.place) == [.parking, .elsewhere])
    #expect(try lanes(near: "2 c/0/-1", far: "nonsense").entries.map(\.place) == [.own])
  }

  @Test func namesAreReadFromTheirEnds() {
    let name = LaneName("a/b/0/-1")
    #expect(name?.road == "a/b" && name?.section == 0 && name?.lane == -1)
    #expect(LaneName("0/-1") == nil && LaneName("a/x/-1") == nil && LaneName("") == nil)
  }

  /// Counted again in the rasters.
  @Test func sharesOfMaterialsAddUp() throws {
    let labels = LabelFixture(width: 67, height: 51).labels()
    let shares = try #require(labels[MaterialSharesLabel.self])
    let ids = try #require(labels.words(LabelNames.instance)).values
    let materials = try #require(labels.shorts(LabelNames.material)).values
    #expect(Set(shares.entries.map(\.instance)) == Set(ids).subtracting([0]))
    for entry in shares.entries {
      for share in entry.shares {
        let count = zip(ids, materials).count { $0 == entry.instance && Int($1) == share.id }
        #expect(count == share.pixels && !share.name.isEmpty, "\(entry.instance): \(share)")
      }
    }
  }
}
