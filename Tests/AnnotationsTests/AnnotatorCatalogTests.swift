import Annotations
import Foundation
import Imaging
import RandomStreams
import Rendering
import Testing
import VectorMath
import WorldModel

/// Each annotator says all that it needs: asked alone it gives what it gives in company.
@Suite struct AnnotatorCatalogTests {
  private static let fixture = {
    var fixture = LabelFixture(width: 67, height: 51)
    // A room to go about in, and a carrier whose acceleration is known.
    let outline = [Vector2(0, 0), Vector2(4, 0), Vector2(4, 3), Vector2(0, 3)]
    fixture.world.plan = HomePlan(
      rooms: [HomePlan.Room(kind: .livingRoom, outline: outline, height: 2.5)], walls: [], footprint: outline)
    let rig = fixture.world.rig.track
    fixture.world.rig.track = Track(
      smooth: (0...20).map { rig.pose(at: Double($0) / 20) }, from: 0, spacing: 0.05)
    fixture.world.rig.inertialUnit = InertialUnit(
      rate: 100, step: fixture.step, accelerometer: InertialUnit.Noise(density: 0.002, walk: 0.0001),
      gyroscope: InertialUnit.Noise(density: 0.0001, walk: 0.00001), stream: RandomStream(seed: 5))
    // A road, seen from above in as many cells as the picture has pixels.
    fixture.world.roads = RoadOutlines()
    fixture.world.rig.grid = BirdsEyeGrid(front: 20.4, back: 5.1, left: 16.75, right: 16.75, resolution: 0.5)
    fixture.world.attributes += [("ego_lanes", "0 1/0/-1"), ("ego_route", "1/0/-1")]
    return fixture
  }()

  private static func json(_ label: some StructuredLabel) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(label), as: UTF8.self)
  }

  @Test func everyAnnotatorIsContentWithWhatItAsksFor() throws {
    let all = AnnotatorCatalog.labels(of: Self.fixture.capture(), by: AnnotatorCatalog.all)
    for annotator in AnnotatorCatalog.all {
      let capture = Self.fixture.capture(annotator.needs)
      let labels = AnnotatorCatalog.labels(of: capture, by: [annotator])
      #expect(!labels.rasters.isEmpty || !labels.structured.isEmpty, "\(annotator.name) gives nothing")
      for (name, raster) in labels.rasters {
        let isSame = all.raster(name) == raster
        #expect(isSame, "\(annotator.name): \(name)")
        #expect(raster.shape.width == 67 && raster.shape.height == 51)
      }
      for label in labels.structured {
        let name = type(of: label).name
        let known = try #require(all.structured.first { type(of: $0).name == name })
        let isSame = try Self.json(label) == Self.json(known)
        #expect(isSame, "\(annotator.name): \(name)")
      }
    }
  }

  @Test func namesAreUniqueAndFound() {
    let names = AnnotatorCatalog.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(AnnotatorCatalog.named(name)?.name == name) }
    #expect(AnnotatorCatalog.named("nonsense") == nil)
    #expect(AnnotatorCatalog.all.allSatisfy { !$0.summary.isEmpty })
  }

  /// Two captures of the same instant give the same labels.
  @Test func labelsRepeat() throws {
    let (one, two) = (Self.fixture.labels(), Self.fixture.labels())
    #expect(one.rasters.map(\.name) == two.rasters.map(\.name))
    for (a, b) in zip(one.rasters, two.rasters) {
      let isSame = a.raster == b.raster
      #expect(isSame, "\(a.name)")
    }
    for (a, b) in zip(one.structured, two.structured) {
      let isSame = try Self.json(a) == Self.json(b)
      #expect(isSame)
    }
  }
}
